//! Errors of messages, statuses and values.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    /// An error.
    ///
    /// Source: Cloud API, errors (read 2026-11-21). Seen in the wild: yes.
    pub struct Error<'a> {
        /// Error code.
        pub code: Option<i64> = int,
        /// Title of the error; equal to `message` since v16.
        pub title: Option<Cow<'a, str>> = text,
        /// Error message. Since v16.
        pub message: Option<Cow<'a, str>> = text,
        /// Object with `details`; a relay may send the text itself.
        pub error_data: Option<RawSlice<'a>> = raw,
        /// Explanation of the error, before v16.
        pub details: Option<Cow<'a, str>> = text,
        /// Link to the documentation of error codes.
        pub href: Option<Cow<'a, str>> = text,
    }

    /// Additional data of an error.
    ///
    /// Source: Cloud API, errors (read 2026-11-21). Seen in the wild: yes.
    pub struct ErrorData<'a> {
        /// Explanation of the error.
        pub details: Option<Cow<'a, str>> = text,
    }
}
