//! Why a text cannot be read.

pub(crate) type Result<T> = std::result::Result<T, Error>;

/// Reason why a text cannot be read any further, and its offset in the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Error {
    pub(crate) fault: Fault,
    pub(crate) at: usize,
}

/// What is wrong with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Not JSON, or not the requested kind of value.
    Syntax,
    /// JSON that is incomplete.
    Truncated,
    /// Anything but white space after the end of the document.
    Trailing,
    /// Too long for any delivery: 512 MB.
    TooLong,
    /// Well-formed, but not this provider's envelope.
    Envelope,
    /// More items than the body's size allows.
    TooManyItems,
}
