//! Why a body, or one item of it, cannot be read.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;

use crate::Provider;
use crate::event::model::model;
use crate::json::{self, Fault, Unreadable};
use crate::types::Raw;

/// A body that is not JSON, or not this provider's envelope. It hands the body back.
///
/// The message says where and what was expected, never what stood there.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ParseError {
    /// Provider the body was parsed for.
    pub provider: Provider,
    /// What is wrong.
    pub kind: ParseErrorKind,
    /// Line, from 1.
    pub line: usize,
    /// Column in bytes, from 1.
    pub column: usize,
    /// The whole body.
    pub body: Raw,
}

/// What is wrong with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// No bytes, or only white space.
    Empty,
    /// Not UTF-8.
    NotUtf8,
    /// Compressed with gzip: decompress it after verifying.
    Compressed,
    /// Not JSON.
    NotJson,
    /// JSON that ends too early.
    Truncated,
    /// More behind the end of the JSON.
    TrailingData,
    /// Not the envelope of this provider.
    WrongEnvelope {
        /// Provider whose envelope it looks like.
        looks_like: Option<Provider>,
    },
    /// More items than a delivery of this size can hold.
    TooManyItems,
    /// 512 MB or more.
    TooLong,
}

impl fmt::Display for ParseErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the body is empty"),
            Self::NotUtf8 => f.write_str("the body is not UTF-8"),
            Self::Compressed => {
                f.write_str("the body is compressed: verify it as it is, then decompress it")
            }
            Self::NotJson => f.write_str("the body is not JSON"),
            Self::Truncated => f.write_str("the body ends before its JSON does"),
            Self::TrailingData => f.write_str("something follows the JSON of the body"),
            Self::WrongEnvelope { looks_like } => wrong_envelope(f, &"this provider", *looks_like),
            Self::TooManyItems => f.write_str("the body holds more items than its size allows"),
            Self::TooLong => f.write_str("the body is longer than any delivery"),
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            // Only this message is about the provider: a body that is not JSON is nobody's.
            ParseErrorKind::WrongEnvelope { looks_like } => {
                wrong_envelope(f, &format_args!("`{}`", self.provider), looks_like)?;
            }
            kind => write!(f, "{kind}")?,
        }
        write!(f, " (line {}, column {})", self.line, self.column)
    }
}

impl std::error::Error for ParseError {}

fn wrong_envelope(
    f: &mut fmt::Formatter<'_>,
    provider: &dyn fmt::Display,
    looks_like: Option<Provider>,
) -> fmt::Result {
    write!(f, "the body is not a delivery of {provider}")?;
    match looks_like {
        Some(other) => write!(
            f,
            " but looks like one of `{other}`: parse it with the provider whose endpoint received \
             it"
        ),
        None => f.write_str(
            ", and its shape does not tell whose it is: check that it is the body itself, whole and \
             unchanged",
        ),
    }
}

impl ParseError {
    /// Returns the bytes of the whole body, to be kept for later.
    #[must_use]
    pub fn into_body(self) -> Bytes {
        self.body.to_bytes()
    }

    pub(crate) fn new(provider: Provider, body: &Bytes, unreadable: Unreadable) -> Self {
        let (kind, at) = match unreadable {
            Unreadable::Empty => (ParseErrorKind::Empty, 0),
            Unreadable::NotUtf8(_) if body.starts_with(&[0x1f, 0x8b]) => {
                (ParseErrorKind::Compressed, 0)
            }
            Unreadable::NotUtf8(at) => (ParseErrorKind::NotUtf8, at),
            Unreadable::Json(error) => {
                let kind = match error.fault {
                    Fault::Envelope => ParseErrorKind::WrongEnvelope {
                        looks_like: Provider::detect(body).filter(|other| *other != provider),
                    },
                    Fault::Truncated => ParseErrorKind::Truncated,
                    Fault::Trailing => ParseErrorKind::TrailingData,
                    Fault::TooManyItems => ParseErrorKind::TooManyItems,
                    Fault::TooLong => ParseErrorKind::TooLong,
                    Fault::Syntax => ParseErrorKind::NotJson,
                };
                (kind, error.at)
            }
        };
        let (line, column) = json::position(body, at);
        Self {
            provider,
            kind,
            line,
            column,
            body: Raw::new(body.clone()),
        }
    }
}

model! {
    /// Why one item cannot be read; stands in [`Malformed`](crate::event::Malformed).
    pub struct DecodeError {
        /// Place in the body, such as `entry[0].changes[1].value.messages[2].image`.
        pub path: String,
        /// What was expected there.
        pub reason: Cow<'static, str>,
        /// Line of the item, from 1.
        pub line: usize,
        /// Column of the item in bytes, from 1.
        pub column: usize,
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            reason,
            line,
            column,
        } = self;
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        write!(f, "{reason} (line {line}, column {column})")
    }
}

impl std::error::Error for DecodeError {}
