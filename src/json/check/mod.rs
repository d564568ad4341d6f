//! The check: one pass over the whole document, before anything is read.
//!
//! Only this file contains the grammar of JSON. The check is strict at every depth and does not recurse, so that deep
//! nesting does not use the stack. It notes every key and value as a [`Token`]; everything is read from the tokens
//! later.
//!
//! It accepts exactly what `serde_json` accepts as an `IgnoredAny`: unpaired surrogates and numbers of any length are
//! JSON.

use std::borrow::Cow;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use super::error::{Error, Fault, Result};
use super::scan;
use super::token::{self, MAX_SIZE, Mark, Notes, Room, Token};

/// Levels of arrays and objects that can be read. A deeper part is one token, a `null` of its length.
pub(super) const MAX_DEPTH: usize = 128;

/// Elements that the lists of any document may hold beyond those that the length of their values allows.
const FREE_ELEMENTS: usize = 256;

/// Bytes of the document for each element more.
const BYTES_PER_FREE_ELEMENT: usize = 48;

/// A checked document.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    text: &'a str,
    /// Its offset in the body.
    base: usize,
    tokens: Cow<'a, [Token]>,
    /// Number of elements that lists may still hold beyond those that the length of their value allows.
    free: AtomicUsize,
}

impl<'a> Document<'a> {
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    pub(super) fn base(&self) -> usize {
        self.base
    }

    #[inline]
    pub(super) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Gives up the document for its tokens.
    pub(super) fn into_tokens(self) -> Vec<Token> {
        self.tokens.into_owned()
    }

    /// Charges elements of a list; returns `false` if that many are not left.
    pub(super) fn charge(&self, count: usize) -> bool {
        self.free
            .fetch_update(Relaxed, Relaxed, |free| free.checked_sub(count))
            .is_ok()
    }

    /// Returns the bytes of the value that starts with the token at `at`.
    pub(super) fn value(&self, at: usize) -> &'a str {
        token::value(self.text, &self.tokens, at)
    }

    /// Returns the string that begins with the token at `at`, decoded; `None` where it is no string.
    pub(super) fn string(&self, at: usize) -> Option<Cow<'a, str>> {
        let token = self.tokens.get(at)?;
        let inner = self.text.get(token.inner()).unwrap_or_default();
        match token.mark() {
            Mark::Plain => Some(Cow::Borrowed(inner)),
            Mark::Escaped => Some(Cow::Owned(scan::unescape(inner))),
            _ => None,
        }
    }

    /// Returns the keys of the object that begins with the token at `at`, each with the token of its value.
    pub(super) fn members(&self, at: usize) -> impl Iterator<Item = (Cow<'a, str>, usize)> {
        let mut at = at.wrapping_add(1);
        std::iter::from_fn(move || {
            let key = self.string(at)?;
            let value = at.wrapping_add(1);
            at = value.wrapping_add(self.tokens.get(value)?.count());
            Some((key, value))
        })
    }
}

/// Checks that `text` is one JSON document; `base` is its offset in the body.
///
/// # Errors
///
/// [`Fault::Syntax`], [`Fault::Truncated`] or [`Fault::Trailing`] if it is not, and [`Fault::TooLong`] from 512 MB
/// on.
pub(super) fn check(text: &str, base: usize) -> Result<Document<'_>> {
    noted(text, base, Notes::new(text.len()))
}

/// The same as [`check`], but without allocating for a small document.
pub(super) fn check_within<'a>(
    room: &'a mut Room,
    text: &'a str,
    base: usize,
) -> Result<Document<'a>> {
    noted(text, base, Notes::within(room, text.len()))
}

fn noted<'a>(text: &'a str, base: usize, mut notes: Notes<'a>) -> Result<Document<'a>> {
    if text.len() >= MAX_SIZE {
        return Err(Error {
            fault: Fault::TooLong,
            at: base,
        });
    }
    let (fault, at) = match document(text.as_bytes(), &mut notes) {
        Ok(end) if end == text.len() => {
            return Ok(Document {
                text,
                base,
                tokens: notes.into_tokens(),
                free: AtomicUsize::new(
                    FREE_ELEMENTS.saturating_add(text.len() / BYTES_PER_FREE_ELEMENT),
                ),
            });
        }
        Ok(end) => (Fault::Trailing, end),
        Err(Unexpected(at)) if at < text.len() => (Fault::Syntax, at),
        Err(Unexpected(at)) => (Fault::Truncated, at),
    };
    Err(Error {
        fault,
        at: base.saturating_add(at),
    })
}

/// Offset of an unexpected byte, or of an unexpected end.
///
/// No more than that, so that a result fits two registers.
struct Unexpected(usize);

type Checked<T> = std::result::Result<T, Unexpected>;

#[cold]
fn unexpected<T>(at: usize) -> Checked<T> {
    Err(Unexpected(at))
}

/// The array or object that is being read. Until it is closed, its token contains the index of the enclosing one.
#[derive(Clone, Copy)]
struct Around {
    /// Index of its token; [`Around::NONE`] at the top level.
    token: usize,
    is_object: bool,
    depth: usize,
}

impl Around {
    const NONE: usize = MAX_SIZE - 1;

    const OUTSIDE: Self = Self {
        token: Self::NONE,
        is_object: false,
        depth: 0,
    };

    /// Opens an array or object inside this one.
    #[inline]
    fn open(self, at: usize, is_object: bool, notes: &mut Notes<'_>) -> Self {
        let mark = if is_object { Mark::Object } else { Mark::Array };
        let token = notes.count();
        notes.push(Token::new(mark, at, self.token));
        Self {
            token,
            is_object,
            depth: self.depth.wrapping_add(1),
        }
    }

    /// Closes this one; returns the enclosing one.
    #[inline]
    fn close(self, at: usize, notes: &mut Notes<'_>) -> Self {
        let Some(opened) = notes.get(self.token) else {
            return Self::OUTSIDE;
        };
        if self.depth > MAX_DEPTH {
            let length = at.wrapping_add(1).wrapping_sub(opened.start());
            notes.set(self.token, Token::new(Mark::Null, opened.start(), length));
            notes.truncate(self.token.wrapping_add(1));
        } else {
            let size = notes.count().wrapping_sub(self.token);
            let mark = opened.mark();
            notes.set(self.token, Token::new(mark, opened.start(), size));
            notes.push(Token::new(Mark::End, at, 0));
        }
        let around = notes.get(opened.size());
        Self {
            token: opened.size(),
            is_object: around.is_some_and(|token| token.mark() == Mark::Object),
            depth: self.depth.wrapping_sub(1),
        }
    }
}

/// Notes one document; returns the offset after it and the white space that follows.
fn document(bytes: &[u8], notes: &mut Notes<'_>) -> Checked<usize> {
    let mut at = 0;
    let mut around = Around::OUTSIDE;
    let mut is_key = false;
    loop {
        // A value is expected here, or a key.
        at = blanks(bytes, at);
        match byte(bytes, at) {
            b'"' => {
                at = string(bytes, at, notes)?;
                if is_key {
                    at = blanks(bytes, at);
                    if byte(bytes, at) != b':' {
                        return unexpected(at);
                    }
                    at = at.wrapping_add(1);
                    is_key = false;
                    continue;
                }
            }
            _ if is_key => return unexpected(at),
            b'-' | b'0'..=b'9' => at = number(bytes, at, notes)?,
            opening @ (b'{' | b'[') => {
                around = around.open(at, opening == b'{', notes);
                at = blanks(bytes, at.wrapping_add(1));
                // In ASCII, the closing bracket is the opening one plus 2.
                if byte(bytes, at) != opening.wrapping_add(2) {
                    is_key = around.is_object;
                    continue;
                }
                around = around.close(at, notes);
                at = at.wrapping_add(1);
            }
            b't' => at = word(bytes, at, b"true", Mark::Bool, notes)?,
            b'f' => at = word(bytes, at, b"false", Mark::Bool, notes)?,
            b'n' => at = word(bytes, at, b"null", Mark::Null, notes)?,
            _ => return unexpected(at),
        }
        // It has ended; so may the arrays and objects around it.
        loop {
            at = blanks(bytes, at);
            if around.token == Around::NONE {
                return Ok(at);
            }
            match byte(bytes, at) {
                b',' => {
                    at = at.wrapping_add(1);
                    is_key = around.is_object;
                    break;
                }
                b'}' if around.is_object => around = around.close(at, notes),
                b']' if !around.is_object => around = around.close(at, notes),
                _ => return unexpected(at),
            }
            at = at.wrapping_add(1);
        }
    }
}

/// Notes a string whose opening quote is at `start`; returns the offset after it.
#[inline]
fn string(bytes: &[u8], start: usize, notes: &mut Notes<'_>) -> Checked<usize> {
    let mut quote = scan::plain(bytes, start.wrapping_add(1));
    let mut mark = Mark::Plain;
    if byte(bytes, quote) != b'"' {
        quote = escaped(bytes, quote)?;
        mark = Mark::Escaped;
    }
    let end = quote.wrapping_add(1);
    notes.push(Token::new(mark, start, end.wrapping_sub(start)));
    Ok(end)
}

/// Returns the offset of the quote that ends a string, from its first backslash on.
#[cold]
#[inline(never)]
fn escaped(bytes: &[u8], from: usize) -> Checked<usize> {
    let mut at = from;
    loop {
        match byte(bytes, at) {
            b'"' => return Ok(at),
            b'\\' => at = at.wrapping_add(1),
            _ => return unexpected(at),
        }
        match byte(bytes, at) {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => at = at.wrapping_add(1),
            b'u' => {
                for _ in 0..4 {
                    at = at.wrapping_add(1);
                    if !byte(bytes, at).is_ascii_hexdigit() {
                        return unexpected(at);
                    }
                }
                at = at.wrapping_add(1);
            }
            _ => return unexpected(at),
        }
        at = scan::plain(bytes, at);
    }
}

/// Notes a number; returns the offset after it.
#[inline]
fn number(bytes: &[u8], start: usize, notes: &mut Notes<'_>) -> Checked<usize> {
    let mut at = start;
    if byte(bytes, at) == b'-' {
        at = at.wrapping_add(1);
    }
    if byte(bytes, at) == b'0' {
        at = at.wrapping_add(1);
    } else {
        at = digits(bytes, at)?;
    }
    if byte(bytes, at) == b'.' {
        at = digits(bytes, at.wrapping_add(1))?;
    }
    if matches!(byte(bytes, at), b'e' | b'E') {
        at = at.wrapping_add(1);
        if matches!(byte(bytes, at), b'+' | b'-') {
            at = at.wrapping_add(1);
        }
        at = digits(bytes, at)?;
    }
    notes.push(Token::new(Mark::Number, start, at.wrapping_sub(start)));
    Ok(at)
}

/// Returns the offset after one or more digits.
#[inline]
fn digits(bytes: &[u8], from: usize) -> Checked<usize> {
    let mut at = from;
    while byte(bytes, at).is_ascii_digit() {
        at = at.wrapping_add(1);
    }
    if at == from {
        return unexpected(at);
    }
    Ok(at)
}

/// Notes `true`, `false` or `null`; returns the offset after it.
fn word(
    bytes: &[u8],
    start: usize,
    word: &[u8],
    mark: Mark,
    notes: &mut Notes<'_>,
) -> Checked<usize> {
    let mut at = start;
    for &letter in word {
        if byte(bytes, at) != letter {
            return unexpected(at);
        }
        at = at.wrapping_add(1);
    }
    notes.push(Token::new(mark, start, word.len()));
    Ok(at)
}

/// Returns the offset of the first byte that is not white space.
#[inline]
fn blanks(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while matches!(byte(bytes, at), b' ' | b'\n' | b'\r' | b'\t') {
        at = at.wrapping_add(1);
    }
    at
}

/// Returns the byte at an offset; after the end 0, which never occurs in JSON.
#[inline]
fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests;
