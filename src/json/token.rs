//! Tokens: the result of checking a document.

use std::borrow::Cow;
use std::ops::Range;

/// One key or value, or the end of an array or object: its offset, its kind and its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Offset of its first byte in the document.
    start: u32,
    /// Mark in the lowest bits, size in the others.
    info: u32,
}

/// Kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `null`, or a part that is nested so deep that it is read as `null`.
    Null,
    Bool,
    Number,
    /// A string without escapes.
    Plain,
    /// A string with escapes.
    Escaped,
    Array,
    Object,
    /// The end of an array or object.
    End,
}

/// Bits of a token that hold its mark.
const MARK_BITS: u32 = 3;

/// One more than the largest size, and than the length of the longest document.
pub(super) const MAX_SIZE: usize = 1 << (u32::BITS - MARK_BITS);

impl Token {
    /// Placeholder before a token is noted.
    const NONE: Self = Self { start: 0, info: 0 };

    /// Notes a token. Its size is bytes for a key, string, number or word, quotes included; for an array or object it
    /// is the number of tokens up to its end.
    #[inline]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a document and its tokens stay below `MAX_SIZE`"
    )]
    pub(super) fn new(mark: Mark, start: usize, size: usize) -> Self {
        Self {
            start: start as u32,
            info: ((size as u32) << MARK_BITS) | mark as u32,
        }
    }

    #[inline]
    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    #[inline]
    pub(super) fn size(self) -> usize {
        (self.info >> MARK_BITS) as usize
    }

    #[inline]
    pub(super) fn mark(self) -> Mark {
        match self.info & ((1 << MARK_BITS) - 1) {
            0 => Mark::Null,
            1 => Mark::Bool,
            2 => Mark::Number,
            3 => Mark::Plain,
            4 => Mark::Escaped,
            5 => Mark::Array,
            6 => Mark::Object,
            _ => Mark::End,
        }
    }

    /// Returns whether the token is followed by those of its content and an end.
    #[inline]
    pub(super) fn is_open(self) -> bool {
        matches!(self.mark(), Mark::Array | Mark::Object)
    }

    /// Returns the tokens of its value, itself included.
    #[inline]
    pub(super) fn count(self) -> usize {
        if self.is_open() {
            self.size().wrapping_add(1)
        } else {
            1
        }
    }

    /// Returns the bytes between the quotes of a string.
    #[inline]
    pub(super) fn inner(self) -> Range<usize> {
        let end = self.start().wrapping_add(self.size());
        self.start().wrapping_add(1)..end.wrapping_sub(1)
    }
}

/// Returns the bytes of the value that starts with the token at `at`.
#[inline]
pub(super) fn value<'a>(text: &'a str, tokens: &[Token], at: usize) -> &'a str {
    let Some(first) = tokens.get(at) else {
        return "";
    };
    let end = if first.is_open() {
        let last = tokens.get(at.wrapping_add(first.size()));
        last.map_or(0, |last| last.start().wrapping_add(1))
    } else {
        first.start().wrapping_add(first.size())
    };
    text.get(first.start()..end).unwrap_or_default()
}

/// Number of tokens on the stack, which is 2 kB and enough for one message; more are on the heap.
pub(super) const ROOM: usize = 256;

/// Room for the tokens of a small document.
pub(super) type Room = [Token; ROOM];

/// Room in which nothing is noted yet.
pub(super) const EMPTY: Room = [Token::NONE; ROOM];

/// Tokens of a document that is being checked: first in borrowed memory, then on the heap, which grows by the
/// estimate for the rest of the text.
pub(super) struct Notes<'r> {
    room: Place<'r>,
    count: usize,
    /// Bytes of the document.
    length: usize,
}

enum Place<'r> {
    Lent(&'r mut [Token]),
    Own(Vec<Token>),
}

/// Typical number of bytes for one token.
const BYTES_PER_TOKEN: usize = 10;

impl<'r> Notes<'r> {
    /// Starts in borrowed memory.
    pub(super) fn within(room: &'r mut Room, length: usize) -> Self {
        Self {
            room: Place::Lent(room),
            count: 0,
            length,
        }
    }

    /// Starts with memory of its own, not more than a document of that length needs.
    pub(super) fn new(length: usize) -> Self {
        let rule = length.checked_div(BYTES_PER_TOKEN).unwrap_or_default();
        let room = rule.saturating_add(8).min(ROOM);
        Self {
            room: Place::Own(vec![Token::NONE; room]),
            count: 0,
            length,
        }
    }

    #[inline]
    fn room(&mut self) -> &mut [Token] {
        match &mut self.room {
            Place::Lent(room) => room,
            Place::Own(room) => room,
        }
    }

    #[inline]
    pub(super) fn push(&mut self, token: Token) {
        let count = self.count;
        if let Some(place) = self.room().get_mut(count) {
            *place = token;
            self.count = count.wrapping_add(1);
        } else {
            self.push_beyond(token);
        }
    }

    /// Reserves memory for the tokens of the rest, estimated from the tokens so far: at least a quarter more, and at
    /// most eight times as many, so that one long string does not reserve too much.
    #[cold]
    #[inline(never)]
    fn push_beyond(&mut self, token: Token) {
        let count = self.count;
        // In 64 bits: the product of two lengths is more than a `usize` of 32 bits.
        let expected = (count as u64)
            .saturating_mul(self.length as u64)
            .checked_div(token.start() as u64)
            .unwrap_or_default();
        let expected = usize::try_from(expected).unwrap_or(usize::MAX);
        let expected = expected.saturating_add(expected >> 6);
        let many = count.saturating_mul(8);
        let enough = if expected > many.saturating_mul(2) {
            many
        } else {
            expected
        };
        let least = count.saturating_add(count >> 2).saturating_add(8);
        let wanted = enough.max(least);
        let mut tokens = Vec::with_capacity(wanted);
        tokens.extend_from_slice(self.room());
        tokens.push(token);
        tokens.resize(wanted, Token::NONE);
        self.room = Place::Own(tokens);
        self.count = count.wrapping_add(1);
    }

    #[inline]
    pub(super) fn count(&self) -> usize {
        self.count
    }

    #[inline]
    pub(super) fn get(&mut self, at: usize) -> Option<Token> {
        self.room().get(at).copied()
    }

    /// Replaces a token, if it exists.
    #[inline]
    pub(super) fn set(&mut self, at: usize, token: Token) {
        if let Some(place) = self.room().get_mut(at) {
            *place = token;
        }
    }

    /// Forgets the tokens from `from` on.
    pub(super) fn truncate(&mut self, from: usize) {
        self.count = self.count.min(from);
    }

    pub(super) fn into_tokens(self) -> Cow<'r, [Token]> {
        match self.room {
            Place::Lent(room) => Cow::Borrowed(room.get(..self.count).unwrap_or_default()),
            Place::Own(mut room) => {
                room.truncate(self.count);
                Cow::Owned(room)
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_eight_bytes_and_keeps_what_it_is_told() {
        assert_eq!(size_of::<Token>(), 8);
        for mark in [
            Mark::Null,
            Mark::Bool,
            Mark::Number,
            Mark::Plain,
            Mark::Escaped,
            Mark::Array,
            Mark::Object,
            Mark::End,
        ] {
            let token = Token::new(mark, MAX_SIZE - 1, MAX_SIZE - 1);
            assert_eq!(
                (token.mark(), token.start(), token.size()),
                (mark, MAX_SIZE - 1, MAX_SIZE - 1)
            );
        }
    }

    #[test]
    fn tokens_that_lie_give_no_text() {
        let tokens = [
            Token::new(Mark::Array, 0, 9),
            Token::new(Mark::Number, 4, 99),
            Token::new(Mark::Plain, 3, 0),
        ];
        for at in 0..4 {
            assert_eq!(value("[1]", &tokens, at), "");
        }
        assert_eq!("[1]".get(tokens[2].inner()), None);
    }

    /// Room for tokens after so many of them, each that many bytes long.
    fn room_after(mut notes: Notes<'_>, count: usize, step: usize) -> usize {
        for place in 0..count {
            notes.push(Token::new(Mark::Number, place * step, 1));
        }
        let room = notes.room().len();
        assert_eq!(notes.into_tokens().len(), count);
        room
    }

    #[test]
    fn room_follows_what_the_text_has_been_like() {
        let length = 1 << 20;
        for step in [2, 5, 10, 40] {
            let count = length / step;
            let room = room_after(Notes::within(&mut EMPTY.clone(), length), count, step);
            assert!(room <= count + count / 50, "{step}: {room}");
        }
        // A dense beginning before one long string.
        let room = room_after(Notes::within(&mut EMPTY.clone(), length), ROOM + 1, 1);
        assert_eq!(room, 8 * ROOM);
    }

    #[test]
    fn a_small_document_takes_little_room() {
        assert_eq!(
            room_after(Notes::within(&mut EMPTY.clone(), 900), 90, 10),
            ROOM
        );
        assert_eq!(room_after(Notes::new(40), 1, 1), 12);
        assert_eq!(room_after(Notes::new(1 << 20), 1, 1), ROOM);
    }

    #[test]
    fn what_stands_in_lent_room_is_kept_where_it_grows() {
        let mut room = EMPTY;
        let mut notes = Notes::within(&mut room, 10_000);
        let token = |at: usize| Token::new(Mark::Number, at, 1);
        for at in 0..ROOM * 3 {
            notes.push(token(at));
        }
        notes.set(1, token(9));
        assert_eq!(
            (notes.get(1), notes.get(2)),
            (Some(token(9)), Some(token(2)))
        );
        notes.truncate(ROOM * 2);
        let tokens = notes.into_tokens();
        assert_eq!(
            (tokens.len(), tokens[ROOM + 1]),
            (ROOM * 2, token(ROOM + 1))
        );
    }
}
