//! Parts of a body that a wire type leaves unread, or reads and keeps as bytes too.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// A part of the body that a wire type leaves unread.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct RawSlice<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> RawSlice<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// Returns the JSON text.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.text
    }

    /// Offset in the body.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Whether this is an object: its first byte says so.
    pub(crate) fn is_object(&self) -> bool {
        self.text.starts_with('{')
    }
}

impl fmt::Debug for RawSlice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawSlice({} bytes)", self.text.len())
    }
}

impl Serialize for RawSlice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serde_json::from_str::<&RawValue>(self.text) {
            Ok(raw) => raw.serialize(serializer),
            Err(_) => serializer.serialize_str(self.text),
        }
    }
}

/// A part of the body that a wire type reads and whose bytes it keeps.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Part<'a, T> {
    /// Its bytes.
    pub raw: RawSlice<'a>,
    /// What was read; `None` where it is no object.
    pub value: Option<T>,
}

impl<T> Default for Part<'_, T> {
    fn default() -> Self {
        Self {
            raw: RawSlice::default(),
            value: None,
        }
    }
}

impl<T> fmt::Debug for Part<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.raw, f)
    }
}

impl<T> Serialize for Part<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw.serialize(serializer)
    }
}
