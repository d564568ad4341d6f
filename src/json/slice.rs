//! Parts of a body that are not parsed yet.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::check::Document;
use super::token::Mark;

/// A part of the body that a wire type does not parse.
#[derive(Clone, Copy)]
pub struct RawSlice<'a>(Source<'a>);

/// Source of the bytes.
#[derive(Clone, Copy)]
enum Source<'a> {
    /// A value of a checked document, by its first token.
    Part(&'a Document<'a>, u32),
    /// A text, and its offset in the body.
    Text(&'a str, u32),
}

impl<'a> RawSlice<'a> {
    /// Creates a slice of text outside a document, which is checked when it is read.
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Self(Source::Text(text, u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// Creates a slice of a value of a document, by its first token.
    #[inline]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a document has fewer tokens than bytes, and fewer bytes than 512 MB"
    )]
    pub(super) fn part_of(document: &'a Document<'a>, token: usize) -> Self {
        Self(Source::Part(document, token as u32))
    }

    /// Returns the document that this is a part of, and the index of its first token.
    #[inline]
    pub(super) fn part(&self) -> Option<(&'a Document<'a>, usize)> {
        match self.0 {
            Source::Part(document, token) => Some((document, token as usize)),
            Source::Text(..) => None,
        }
    }

    /// Returns the JSON text.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        match self.0 {
            Source::Part(document, token) => document.value(token as usize),
            Source::Text(text, _) => text,
        }
    }

    /// Offset in the body.
    pub(crate) fn at(&self) -> usize {
        match self.0 {
            Source::Part(document, token) => {
                let token = document.tokens().get(token as usize);
                let start = token.map_or(0, |token| token.start());
                document.base().saturating_add(start)
            }
            Source::Text(_, at) => at as usize,
        }
    }

    /// Returns whether this is empty: `null`, `{}` or `[]`.
    pub(crate) fn is_blank(&self) -> bool {
        match self.0 {
            Source::Part(document, token) => {
                let token = document.tokens().get(token as usize);
                token.is_some_and(|token| match token.mark() {
                    // The reader sees a part that is nested too deep as `null`.
                    Mark::Null => self.as_str() == "null",
                    Mark::Object | Mark::Array => token.size() == 1,
                    _ => false,
                })
            }
            Source::Text(text, _) => matches!(text, "" | "null" | "{}" | "[]"),
        }
    }

    /// Returns whether this is an object that can be read.
    pub(crate) fn is_object(&self) -> bool {
        match self.0 {
            Source::Part(document, token) => {
                let token = document.tokens().get(token as usize);
                token.is_some_and(|token| token.mark() == Mark::Object)
            }
            Source::Text(text, _) => text.starts_with('{'),
        }
    }
}

impl Default for RawSlice<'_> {
    fn default() -> Self {
        Self::new("", 0)
    }
}

impl PartialEq for RawSlice<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.at(), self.as_str()) == (other.at(), other.as_str())
    }
}

impl Eq for RawSlice<'_> {}

impl fmt::Debug for RawSlice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawSlice({} bytes)", self.as_str().len())
    }
}

impl Serialize for RawSlice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serde_json::from_str::<&RawValue>(self.as_str()) {
            Ok(raw) => raw.serialize(serializer),
            Err(_) => serializer.serialize_str(self.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;
    use super::*;

    #[test]
    fn a_slice_is_three_words_however_long_its_text() {
        assert!(size_of::<RawSlice<'_>>() <= 24);
    }

    #[test]
    fn a_part_and_a_text_at_its_place_are_equal() {
        let document = check(r#"[{"a":1}]"#, 4).unwrap();
        let part = RawSlice::part_of(&document, 1);
        assert_eq!(part, RawSlice::new(r#"{"a":1}"#, 5));
        assert_ne!(part, RawSlice::new(r#"{"a":1}"#, 6));
        assert_ne!(part, RawSlice::new(r#"{"a":2}"#, 5));
        assert!(part.is_object() && !RawSlice::part_of(&document, 0).is_object());
    }

    #[test]
    fn a_token_that_is_not_there_is_no_text() {
        let document = check("1", 4).unwrap();
        let none = RawSlice::part_of(&document, 7);
        assert_eq!((none.as_str(), none.at(), none.is_object()), ("", 4, false));
    }
}
