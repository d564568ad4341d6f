//! Errors, wherever they stand.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    /// An error.
    ///
    /// Source: Cloud API, errors (read 2026-11-21). Seen in the wild: yes.
    pub struct Error<'a> {
        /// Number to branch on.
        pub code: Option<i64> = int,
        /// Equal to `message` since v16.
        pub title: Option<Cow<'a, str>> = text,
        /// Since v16.
        pub message: Option<Cow<'a, str>> = text,
        /// Object with `details`; relays send the text itself.
        pub error_data: Option<RawSlice<'a>> = raw,
        /// Before v16.
        pub details: Option<Cow<'a, str>> = text,
        /// Link to the documentation.
        pub href: Option<Cow<'a, str>> = text,
    }

    /// Inside of an error.
    ///
    /// Source: Cloud API, errors (read 2026-11-21). Seen in the wild: yes.
    pub struct ErrorData<'a> {
        /// Longer text.
        pub details: Option<Cow<'a, str>> = text,
    }
}
