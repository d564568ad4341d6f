//! Errors of a body, or of one item, that cannot be read.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;

use crate::Provider;
use crate::event::model::model;
use crate::json::{self, Fault, Unreadable};
use crate::types::Raw;

/// Error returned when a body is not JSON, or not an envelope of this provider.
///
/// Contains the body, so that it can be stored. The error message contains the position and what was expected, but no
/// part of the body.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ParseError {
    /// Provider that the body was parsed for.
    pub provider: Provider,
    /// What is wrong with the body.
    pub kind: ParseErrorKind,
    /// Line of the error, counted from 1.
    pub line: usize,
    /// Column of the error in bytes, counted from 1.
    pub column: usize,
    /// Complete body.
    pub body: Raw,
}

/// What is wrong with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// The body is empty or only white space.
    Empty,
    /// The body is not UTF-8.
    NotUtf8,
    /// The body is compressed with gzip. Verify it as received, then decompress it.
    Compressed,
    /// The body is not JSON.
    NotJson,
    /// The body ends before its JSON is complete.
    Truncated,
    /// The body continues after the end of its JSON.
    TrailingData,
    /// The body is JSON, but not an envelope of this provider.
    WrongEnvelope {
        /// Provider whose envelope it looks like, if there is exactly one.
        looks_like: Option<Provider>,
    },
    /// The body contains more items than a delivery of its size can.
    TooManyItems,
    /// The body is 512 MB or longer.
    TooLong,
}

impl fmt::Display for ParseErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the body is empty"),
            Self::NotUtf8 => f.write_str("the body is not UTF-8"),
            Self::Compressed => {
                f.write_str("the body is compressed: verify it as received, then decompress it")
            }
            Self::NotJson => f.write_str("the body is not JSON"),
            Self::Truncated => f.write_str("the body ends before its JSON is complete"),
            Self::TrailingData => f.write_str("the body continues after the end of its JSON"),
            Self::WrongEnvelope { looks_like } => wrong_envelope(f, &"this provider", *looks_like),
            Self::TooManyItems => f.write_str("the body contains more items than its size allows"),
            Self::TooLong => f.write_str("the body is longer than any delivery"),
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            // Only this message names the provider: a body that is not JSON belongs to no provider.
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
            ", and its shape does not identify the provider: check that the body is \
             complete and unchanged",
        ),
    }
}

impl ParseError {
    /// Returns the complete body, for example to store it.
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
    /// Reason why one item cannot be read; part of [`Malformed`](crate::event::Malformed).
    pub struct DecodeError {
        /// Path in the body, such as `entry[0].changes[1].value.messages[2].image`.
        pub path: String = path,
        /// What was expected at that path.
        pub reason: Cow<'static, str>,
        /// Line of the item, counted from 1.
        pub line: usize,
        /// Column of the item in bytes, counted from 1.
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
