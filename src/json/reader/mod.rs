//! The pull reader: takes keys and values one by one from the tokens of a checked document.
//!
//! It looks at no byte between them. Skipping a part is one addition, and its slice costs nothing.

use std::borrow::Cow;

use super::check::{Document, check};
use super::error::{Error, Fault, Result};
use super::scan;
use super::token::{self, Mark, Token};
use crate::json::RawSlice;

/// The kind of the next value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `null`, or a part that is nested too deep to be read.
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

impl Mark {
    /// Returns the kind of value that starts here; `None` at an end.
    #[inline]
    fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Null => Kind::Null,
            Self::Bool => Kind::Bool,
            Self::Number => Kind::Number,
            Self::Plain | Self::Escaped => Kind::String,
            Self::Array => Kind::Array,
            Self::Object => Kind::Object,
            Self::End => return None,
        })
    }
}

/// Elements that a list may hold in a text outside a document, beyond those that its length allows.
const FREE_IN_TEXT: usize = 32;

/// Reads the keys and values of one value in order.
pub(crate) struct Reader<'a> {
    text: &'a str,
    /// Offset of the text in the body.
    base: usize,
    /// Tokens of the value: borrowed from its document, or owned if the text had none.
    tokens: Cow<'a, [Token]>,
    /// Index of the next token.
    at: usize,
    /// The document that they are borrowed from, and the index of the first one in it.
    lender: Option<(&'a Document<'a>, usize)>,
    /// The last key with escapes, decoded.
    key: String,
    /// Number of values that nothing has read.
    unread: usize,
}

impl<'a> Reader<'a> {
    /// Reads a part of a document, or a text that holds one: such a text is checked here, and one that is no JSON has
    /// nothing in it.
    pub(crate) fn new(slice: RawSlice<'a>) -> Self {
        let Some((document, first)) = slice.part() else {
            let (text, base) = (slice.as_str(), slice.at());
            let tokens = check(text, base).map_or_else(|_| Vec::new(), Document::into_tokens);
            return Self::over(text, base, Cow::Owned(tokens), None);
        };
        let tokens = document.tokens().get(first..).unwrap_or_default();
        let count = tokens.first().map_or(0, |token| token.count());
        Self::over(
            document.text(),
            document.base(),
            Cow::Borrowed(tokens.get(..count).unwrap_or_default()),
            Some((document, first)),
        )
    }

    fn over(
        text: &'a str,
        base: usize,
        tokens: Cow<'a, [Token]>,
        lender: Option<(&'a Document<'a>, usize)>,
    ) -> Self {
        Self {
            text,
            base,
            tokens,
            at: 0,
            lender,
            key: String::new(),
            unread: 0,
        }
    }

    /// Returns the kind of the next value.
    #[inline]
    pub(crate) fn kind(&self) -> Result<Kind> {
        match self.peek()?.mark().kind() {
            Some(kind) => Ok(kind),
            None => Err(self.unexpected()),
        }
    }

    /// Says whether the next value is `{}`.
    pub(crate) fn is_empty_object(&self) -> bool {
        self.peek()
            .is_ok_and(|token| token.mark() == Mark::Object && token.size() == 1)
    }

    /// Takes a string without escapes; takes nothing if the next value is anything else.
    #[inline]
    pub(crate) fn plain(&mut self) -> Option<&'a str> {
        let token = self.peek().ok()?;
        if token.mark() != Mark::Plain {
            return None;
        }
        self.at = self.at.wrapping_add(1);
        self.text.get(token.inner())
    }

    /// Takes a string, borrowed if it has no escapes.
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>> {
        let token = self.take(|mark| matches!(mark, Mark::Plain | Mark::Escaped))?;
        let inner = self.text.get(token.inner()).unwrap_or_default();
        Ok(if token.mark() == Mark::Escaped {
            Cow::Owned(scan::unescape(inner))
        } else {
            Cow::Borrowed(inner)
        })
    }

    /// Takes a number as text, with all digits.
    pub(crate) fn number(&mut self) -> Result<&'a str> {
        let at = self.at;
        self.take(|mark| mark == Mark::Number)?;
        Ok(self.value(at))
    }

    /// Takes a boolean.
    pub(crate) fn bool(&mut self) -> Result<bool> {
        let at = self.at;
        self.take(|mark| mark == Mark::Bool)?;
        Ok(self.value(at) == "true")
    }

    /// Skips any value and keeps its slice.
    #[inline]
    pub(crate) fn skip(&mut self) -> Result<RawSlice<'a>> {
        let at = self.at;
        let token = self.peek()?;
        if token.mark() == Mark::End {
            return Err(self.unexpected());
        }
        self.at = at.wrapping_add(token.count());
        Ok(self.slice(at))
    }

    /// Skips a value that the getter does not accept, and counts it.
    pub(crate) fn pass_over(&mut self) -> Result<RawSlice<'a>> {
        let part = self.skip()?;
        self.note_unread();
        Ok(part)
    }

    /// Counts a value that no field keeps.
    #[inline]
    pub(crate) fn note_unread(&mut self) {
        self.unread = self.unread.wrapping_add(1);
    }

    /// Returns how many of the values read so far no field keeps.
    pub(crate) fn unread(&self) -> usize {
        self.unread
    }

    /// Enters an object and takes its first key; `None` for `{}`.
    #[inline]
    pub(crate) fn first_key(&mut self) -> Result<Option<&str>> {
        self.take(|mark| mark == Mark::Object)?;
        self.next_key()
    }

    /// Takes the next key; `None` at the end of the object.
    #[inline]
    pub(crate) fn next_key(&mut self) -> Result<Option<&str>> {
        let token = self.peek()?;
        self.at = self.at.wrapping_add(1);
        match token.mark() {
            Mark::Plain => Ok(self.text.get(token.inner())),
            Mark::End => Ok(None),
            _ => Ok(Some(self.escaped_key(token))),
        }
    }

    #[cold]
    #[inline(never)]
    fn escaped_key(&mut self, token: Token) -> &str {
        let inner = self.text.get(token.inner()).unwrap_or_default();
        self.key = scan::unescape(inner);
        &self.key
    }

    /// Enters an array; `false` for `[]`.
    #[inline]
    pub(crate) fn first_element(&mut self) -> Result<bool> {
        self.take(|mark| mark == Mark::Array)?;
        self.next_element()
    }

    /// Moves to the next element; `false` at the end of the array.
    #[inline]
    pub(crate) fn next_element(&mut self) -> Result<bool> {
        let is_end = self.peek()?.mark() == Mark::End;
        if is_end {
            self.at = self.at.wrapping_add(1);
        }
        Ok(!is_end)
    }

    /// Counts the elements of the array that comes next, those of a kind that is wanted; the other argument says
    /// whether the element is empty.
    pub(crate) fn count(&self, is_wanted: impl Fn(Kind, bool) -> bool) -> usize {
        let mut ahead = self.at.wrapping_add(1);
        let mut count = 0_usize;
        while let Some(token) = self.tokens.get(ahead)
            && let Some(kind) = token.mark().kind()
        {
            count = count.wrapping_add(usize::from(is_wanted(kind, token.size() == 1)));
            ahead = ahead.wrapping_add(token.count());
        }
        count
    }

    /// Admits that many more elements to a list that has `count`. The value may hold as many as it is long if each takes
    /// `least` bytes; elements beyond that are charged to the document. So memory cannot outgrow the body.
    ///
    /// # Errors
    ///
    /// [`Fault::TooManyItems`] if the document has no more of them. Real elements are longer.
    pub(crate) fn admit(&self, count: usize, more: usize, least: usize) -> Result<()> {
        let paid = (self.value(0).len().checked_div(least)).unwrap_or_default();
        let before = count.saturating_sub(paid);
        let after = count.saturating_add(more).saturating_sub(paid);
        let is_admitted = after == before
            || match self.lender {
                Some((document, _)) => document.charge(after.saturating_sub(before)),
                None => after <= FREE_IN_TEXT,
            };
        if is_admitted {
            return Ok(());
        }
        Err(Error {
            fault: Fault::TooManyItems,
            ..self.unexpected()
        })
    }

    /// Checks that the value was read to its end.
    pub(crate) fn finish(&mut self) -> Result<()> {
        if self.at < self.tokens.len() {
            return Err(self.unexpected());
        }
        Ok(())
    }

    #[inline]
    fn peek(&self) -> Result<Token> {
        match self.tokens.get(self.at) {
            Some(token) => Ok(*token),
            None => Err(self.unexpected()),
        }
    }

    #[inline]
    fn take(&mut self, is_wanted: impl FnOnce(Mark) -> bool) -> Result<Token> {
        let token = self.peek()?;
        if !is_wanted(token.mark()) {
            return Err(self.unexpected());
        }
        self.at = self.at.wrapping_add(1);
        Ok(token)
    }

    /// Returns the slice of the value that starts with the token at `at`.
    #[inline]
    fn slice(&self, at: usize) -> RawSlice<'a> {
        match self.lender {
            Some((document, first)) => RawSlice::part_of(document, first.wrapping_add(at)),
            None => self.text_slice(at),
        }
    }

    #[cold]
    fn text_slice(&self, at: usize) -> RawSlice<'a> {
        let start = self.tokens.get(at).map_or(0, |token| token.start());
        RawSlice::new(self.value(at), self.base.saturating_add(start))
    }

    fn value(&self, at: usize) -> &'a str {
        token::value(self.text, &self.tokens, at)
    }

    #[cold]
    fn unexpected(&self) -> Error {
        let next = self.tokens.get(self.at).or(self.tokens.last());
        Error {
            fault: Fault::Syntax,
            at: (self.base).saturating_add(next.map_or(0, |token| token.start())),
        }
    }
}

#[cfg(test)]
mod tests;
