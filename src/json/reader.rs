//! The pull reader: tokens from `jiter`, positions and raw slices from here.

use std::borrow::Cow;

use jiter::{Jiter, JiterError, JiterErrorType, JsonErrorType, Peek};

use crate::json::RawSlice;

pub(crate) type Result<T> = std::result::Result<T, Error>;

/// Why a text cannot be read on, and where: an offset into the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Error {
    pub(crate) fault: Fault,
    pub(crate) at: usize,
}

/// What is wrong with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Not JSON.
    Syntax,
    /// JSON up to its end, which comes too early.
    Truncated,
    /// A second document, or anything else but blanks, behind the first.
    Trailing,
    /// Half of a surrogate pair: legal JSON, and no text. [`repair`](super::repair) mends it.
    LoneSurrogate,
    /// Nested deeper than the tokenizer skips. [`repair`](super::repair) mends it.
    TooDeep,
    /// More digits than the tokenizer takes. [`repair`](super::repair) mends it.
    LongNumber,
    /// Well-formed, but not this provider's envelope.
    Envelope,
    /// More items than the body's size allows.
    TooManyItems,
}

impl Fault {
    /// Whether a repaired copy can be read where the original cannot.
    pub(crate) fn is_repairable(self) -> bool {
        matches!(self, Self::LoneSurrogate | Self::TooDeep | Self::LongNumber)
    }
}

/// The kind of the next value, known from its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// Reads one value after the other and always knows where it is.
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    tokens: Jiter<'a>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(slice: RawSlice<'a>) -> Self {
        Self {
            text: slice.as_str(),
            at: slice.at(),
            tokens: Jiter::new(slice.as_str().as_bytes()),
        }
    }

    /// Says of what kind the next value is, and moves up to it.
    #[inline]
    pub(crate) fn kind(&mut self) -> Result<Kind> {
        Ok(match self.peek()? {
            Peek::Null => Kind::Null,
            Peek::True | Peek::False => Kind::Bool,
            Peek::String => Kind::String,
            Peek::Array => Kind::Array,
            Peek::Object => Kind::Object,
            _ => Kind::Number,
        })
    }

    /// Takes the string that [`Reader::kind`] announced: borrowed where it has no escapes.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>> {
        let at = self.at;
        let start = self.tokens.current_index();
        let length = self
            .tokens
            .known_str()
            .map_err(|error| fault(&error, at))?
            .len();
        let (from, to) = (
            start.saturating_add(1),
            self.tokens.current_index().saturating_sub(1),
        );
        let inner = self.text.get(from..to).ok_or_else(|| self.syntax())?;
        // Whatever an escape stands for is shorter than the escape.
        if inner.len() == length {
            return Ok(Cow::Borrowed(inner));
        }
        let mut tokens = Jiter::new(self.since(start)?.as_bytes());
        let decoded = tokens
            .next_str()
            .map_err(|error| fault(&error, at.saturating_add(start)))?;
        Ok(Cow::Owned(decoded.to_owned()))
    }

    /// Takes a number as its text: every digit of it.
    pub(crate) fn number(&mut self) -> Result<&'a str> {
        let at = self.at;
        self.peek()?;
        let start = self.tokens.current_index();
        self.tokens
            .next_number_bytes()
            .map_err(|error| fault(&error, at))?;
        self.since(start)
    }

    /// Takes a boolean.
    pub(crate) fn bool(&mut self) -> Result<bool> {
        let at = self.at;
        self.tokens.next_bool().map_err(|error| fault(&error, at))
    }

    /// Passes over any value and keeps its slice.
    #[inline]
    pub(crate) fn skip(&mut self) -> Result<RawSlice<'a>> {
        let at = self.at;
        let peek = self.peek()?;
        let start = self.tokens.current_index();
        self.tokens
            .known_skip(peek)
            .map_err(|error| fault(&error, at))?;
        Ok(RawSlice::new(self.since(start)?, at.saturating_add(start)))
    }

    /// Enters the object that [`Reader::kind`] announced and takes its first key; `None` for `{}`.
    #[inline]
    pub(crate) fn first_key(&mut self) -> Result<Option<&str>> {
        let at = self.at;
        self.tokens
            .known_object()
            .map_err(|error| fault(&error, at))
    }

    /// Takes the next key; `None` where the object ends.
    #[inline]
    pub(crate) fn next_key(&mut self) -> Result<Option<&str>> {
        let at = self.at;
        self.tokens.next_key().map_err(|error| fault(&error, at))
    }

    /// Enters an array; false for `[]`.
    #[inline]
    pub(crate) fn first_element(&mut self) -> Result<bool> {
        let at = self.at;
        let first = self
            .tokens
            .next_array()
            .map_err(|error| fault(&error, at))?;
        Ok(first.is_some())
    }

    /// Moves to the next element; false where the array ends.
    #[inline]
    pub(crate) fn next_element(&mut self) -> Result<bool> {
        let at = self.at;
        let next = self
            .tokens
            .array_step()
            .map_err(|error| fault(&error, at))?;
        Ok(next.is_some())
    }

    /// Keeps the slice of the value that `read` takes: nothing is scanned twice.
    pub(crate) fn slice_of(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<RawSlice<'a>> {
        self.peek()?;
        let start = self.tokens.current_index();
        read(self)?;
        Ok(RawSlice::new(
            self.since(start)?,
            self.at.saturating_add(start),
        ))
    }

    /// Elements that a list in this text may hold when each takes that many bytes at least: memory
    /// cannot outgrow the body. Real elements are longer.
    pub(crate) fn limit(&self, least: usize) -> usize {
        self.text
            .len()
            .checked_div(least)
            .unwrap_or_default()
            .saturating_add(256)
    }

    /// The error for a list that holds more.
    pub(crate) fn too_many(&self) -> Error {
        Error {
            fault: Fault::TooManyItems,
            ..self.syntax()
        }
    }

    /// Asserts that nothing but blanks follows.
    pub(crate) fn finish(&mut self) -> Result<()> {
        let at = self.at;
        self.tokens.finish().map_err(|error| fault(&error, at))
    }

    #[inline]
    fn peek(&mut self) -> Result<Peek> {
        let at = self.at;
        self.tokens.peek().map_err(|error| fault(&error, at))
    }

    #[inline]
    fn since(&self, start: usize) -> Result<&'a str> {
        self.text
            .get(start..self.tokens.current_index())
            .ok_or_else(|| self.syntax())
    }

    fn syntax(&self) -> Error {
        Error {
            fault: Fault::Syntax,
            at: self.at.saturating_add(self.tokens.current_index()),
        }
    }
}

#[cold]
fn fault(error: &JiterError, at: usize) -> Error {
    use JsonErrorType as E;
    let fault = match &error.error_type {
        JiterErrorType::WrongType { .. } => Fault::Syntax,
        JiterErrorType::JsonError(kind) => match kind {
            E::LoneLeadingSurrogateInHexEscape | E::UnexpectedEndOfHexEscape => {
                Fault::LoneSurrogate
            }
            E::RecursionLimitExceeded => Fault::TooDeep,
            E::NumberOutOfRange => Fault::LongNumber,
            E::TrailingCharacters => Fault::Trailing,
            E::EofWhileParsingList
            | E::EofWhileParsingObject
            | E::EofWhileParsingString
            | E::EofWhileParsingValue => Fault::Truncated,
            _ => Fault::Syntax,
        },
    };
    Error {
        fault,
        at: at.saturating_add(error.index),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(text: &str) -> Reader<'_> {
        Reader::new(RawSlice::new(text, 10))
    }

    #[test]
    fn plain_strings_are_borrowed_and_escaped_ones_decoded() {
        let mut plain = reader(r#" "ab""#);
        assert_eq!(plain.kind().unwrap(), Kind::String);
        assert!(matches!(plain.string(), Ok(Cow::Borrowed("ab"))));
        let mut escaped = reader(r#""a\u00e9\ud83d\ude00\n""#);
        assert_eq!(escaped.string().unwrap(), "aé😀\n");
    }

    #[test]
    fn numbers_keep_every_digit() {
        let digits = "123456789012345678901234567890";
        assert_eq!(reader(digits).number().unwrap(), digits);
        assert_eq!(reader("-1.50e+3").number().unwrap(), "-1.50e+3");
    }

    #[test]
    fn a_skipped_part_knows_its_bytes_and_its_place() {
        let mut reader = reader(r#"{"a": [1, {"b":2}] ,"c":3}"#);
        assert_eq!(reader.first_key().unwrap(), Some("a"));
        let part = reader.skip().unwrap();
        assert_eq!((part.as_str(), part.at()), (r#"[1, {"b":2}]"#, 16));
        assert_eq!(reader.next_key().unwrap(), Some("c"));
        assert_eq!(reader.number().unwrap(), "3");
        assert_eq!(reader.next_key().unwrap(), None);
        assert!(reader.finish().is_ok());
    }

    #[test]
    fn keys_with_escapes_are_decoded() {
        let mut reader = reader(r#"{"\u0074ype":1}"#);
        assert_eq!(reader.first_key().unwrap(), Some("type"));
    }

    #[test]
    fn faults_have_a_kind_and_a_place() {
        let fault_of = |text: &str| reader(text).skip().unwrap_err();
        assert_eq!(fault_of(r#"{"a":tru}"#).fault, Fault::Syntax);
        assert_eq!(fault_of(r#"{"a":"#).fault, Fault::Truncated);
        assert_eq!(fault_of(r#"["\ud83d"]"#).fault, Fault::LoneSurrogate);
        assert_eq!(fault_of(r#"["\ud83d x"]"#).fault, Fault::LoneSurrogate);
        assert_eq!(fault_of(r#"["\ude00\ud83d"]"#).fault, Fault::LoneSurrogate);
        assert_eq!(fault_of(&"[".repeat(300)).fault, Fault::TooDeep);
        assert_eq!(fault_of(&"1".repeat(5000)).fault, Fault::LongNumber);
        assert_eq!(fault_of("[1 2]").at, 13);
        let mut two = reader("{}{}");
        two.skip().unwrap();
        assert_eq!(two.finish().unwrap_err().fault, Fault::Trailing);
    }
}
