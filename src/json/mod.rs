//! The only place that touches untrusted JSON.
//!
//! A tolerant pull reader that knows its position ([`Reader`]), getters that hold the rules for each kind of field
//! ([`get`]), and a table that turns both into wire types ([`wire!`]). Wire types never name a JSON library, so
//! duplicate keys, wrong shapes, reserved keys, unread keys and positions are each solved once.
//!
//! # How it works
//!
//! A document is checked once, from end to end ([`check`]): the grammar of JSON, strictly and at every depth. The
//! check notes each key and value as a token of eight bytes. The [`Reader`] takes them from the tokens and looks at
//! no byte between them: skipping a part is one addition, its slice is free, and a part that is kept unread and read
//! later is not scanned again. The tokens of one message are on the stack.
//!
//! Nothing is repaired. An unpaired surrogate is read as U+FFFD, a number is kept as text until its value is needed,
//! and a part nested deeper than 128 levels is kept as bytes and read as `null`. Only JSON inside a string is checked
//! separately, when it is read.
//!
//! # Design decisions
//!
//! - A tokenizer of our own instead of a crate: it accepts all JSON and nothing else, needs no `unsafe`, and
//!   `differential.rs` compares it with `serde_json` on every fixture, intact and damaged.
//! - Tokens for the whole document instead of reading on the fly, which would scan parts that are skipped first and
//!   read later twice or more.
//! - Keys are matched as text: a `match` on a number made of length and letters took no fewer instructions.
//! - Lists are counted before they are read, so that their memory is allocated once.
//!
//! `cargo bench --bench parse` prints times and `.ci/instructions` prints instructions, both compared with
//! `serde_json::Value`; `benches/instructions.txt` contains the upper limit.

mod canonical;
mod check;
mod compact;
#[cfg(test)]
mod differential;
mod error;
pub(crate) mod get;
mod list;
mod owned;
mod place;
mod reader;
mod scan;
mod slice;
mod token;
#[cfg(any(test, feature = "report"))]
mod unread;
#[cfg(feature = "testing")]
mod values;
mod wire;

use std::borrow::Cow;

pub(crate) use self::canonical::{canonical, canonical_form};
pub(crate) use self::compact::{compact, is_portable, is_portable_value};
pub(crate) use self::error::{Error, Fault, Result};
pub(crate) use self::list::Sequence;
pub use self::list::{IntoIter, List};
pub(crate) use self::owned::{Owned, owned, unless_empty};
pub(crate) use self::place::{Place, position};
use self::reader::Kind;
pub(crate) use self::reader::Reader;
pub use self::slice::RawSlice;
#[cfg(feature = "report")]
pub(crate) use self::unread::unread;
#[cfg(feature = "testing")]
pub(crate) use self::values::{Value, values};
pub(crate) use self::wire::wire;

/// A wire type: an object of a provider that can be read in one pass.
///
/// It is filled in place: wire types are large, and moving them costs more than reading them.
pub(crate) trait Wire<'a>: Default {
    /// Reads one object; the reader is positioned before its `{`.
    fn fill(&mut self, reader: &mut Reader<'a>) -> Result<()>;

    /// Returns whether a field keeps the value of this key.
    fn holds(&self, key: &str) -> bool;

    /// Returns whether a field keeps all values of this key if it is repeated.
    fn holds_all(&self, key: &str) -> bool;

    /// Returns whether the field of this key accepts a value. Of a repeated key the last accepted one counts.
    fn accepts(key: &str, value: RawSlice<'a>) -> bool;
}

impl<'a, T: Wire<'a>> Wire<'a> for Box<T> {
    fn fill(&mut self, reader: &mut Reader<'a>) -> Result<()> {
        (**self).fill(reader)
    }

    fn holds(&self, key: &str) -> bool {
        (**self).holds(key)
    }

    fn holds_all(&self, key: &str) -> bool {
        (**self).holds_all(key)
    }

    fn accepts(key: &str, value: RawSlice<'a>) -> bool {
        T::accepts(key, value)
    }
}

/// Reads a part of the body as a wire type.
///
/// # Errors
///
/// [`Fault::Envelope`] where the part is not an object.
pub(crate) fn read<'a, T: Wire<'a>>(part: RawSlice<'a>) -> Result<T> {
    let mut wire = T::default();
    fill(&mut wire, part)?;
    Ok(wire)
}

/// Reads a part of the body as a wire type, and returns whether its fields keep all of it.
///
/// # Errors
///
/// [`Fault::Envelope`] where the part is not an object.
pub(crate) fn read_all<'a, T: Wire<'a>>(part: RawSlice<'a>) -> Result<(T, bool)> {
    let mut wire = T::default();
    let unread = fill(&mut wire, part)?;
    Ok((wire, unread == 0))
}

/// Returns whether a wire type keeps this value of a key: the one that counts, or every one.
pub(crate) fn holds<'a, T: Wire<'a>>(wire: &T, key: &str, counts: bool) -> bool {
    wire.holds(key) && (counts || wire.holds_all(key))
}

/// Counts the objects of a list; one object is a list of one.
pub(crate) fn count_objects(list: RawSlice<'_>) -> usize {
    if list.is_object() {
        return 1;
    }
    Reader::new(list).count(|kind, _| kind == Kind::Object)
}

/// Reads a part of the body into a wire type; returns how many values no field holds.
///
/// # Errors
///
/// [`Fault::Envelope`] where the part is not an object.
pub(crate) fn fill<'a, T: Wire<'a>>(wire: &mut T, part: RawSlice<'a>) -> Result<usize> {
    if !part.is_object() {
        return Err(Error {
            fault: Fault::Envelope,
            at: part.at(),
        });
    }
    let mut reader = Reader::new(part);
    wire.fill(&mut reader)?;
    reader.finish()?;
    Ok(reader.unread())
}

/// Returns where and why a text is not JSON; `None` if it is.
pub(crate) fn fault_of(text: &str, at: usize) -> Option<Error> {
    check::check(text, at).err()
}

/// Reads a part of the body with one getter, on its own.
///
/// The part was skipped before, so it is readable. A value that the getter does not accept is absent.
pub(crate) fn get_from<'a, T: Default>(
    part: RawSlice<'a>,
    getter: impl FnOnce(&mut Reader<'a>, &mut T) -> Result<()>,
) -> T {
    let mut into = T::default();
    let _ = getter(&mut Reader::new(part), &mut into);
    into
}

/// Reads a part of the body as text; `None` for other JSON.
pub(crate) fn text(part: RawSlice<'_>) -> Option<Cow<'_, str>> {
    get_from(part, get::text)
}

/// Reads a text that holds nothing but a string of JSON; `None` where it holds something else.
pub(crate) fn text_of(json: &str) -> Option<String> {
    let document = check::check(json, 0).ok()?;
    document.string(0).map(Cow::into_owned)
}

/// Reason why a body is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// Only white space.
    Empty,
    /// Not UTF-8 from this offset on.
    NotUtf8(usize),
    /// Not JSON, or not an envelope.
    Json(Error),
}

/// White space of JSON.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// Checks the whole document and passes it to `parse`.
pub(crate) fn document<T>(
    body: &[u8],
    parse: impl FnOnce(RawSlice<'_>) -> Result<T>,
) -> std::result::Result<T, Unreadable> {
    let text =
        std::str::from_utf8(body).map_err(|error| Unreadable::NotUtf8(error.valid_up_to()))?;
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
    let trimmed = unmarked.trim_start_matches(BLANKS);
    if trimmed.is_empty() {
        return Err(Unreadable::Empty);
    }
    let start = text.len().saturating_sub(trimmed.len());
    let mut room = token::EMPTY;
    let document = check::check_within(&mut room, trimmed, start).map_err(Unreadable::Json)?;
    if !trimmed.starts_with(['{', '[']) {
        return Err(Unreadable::Json(Error {
            fault: Fault::Envelope,
            at: start,
        }));
    }
    parse(RawSlice::part_of(&document, 0)).map_err(Unreadable::Json)
}

/// Reads a wire type from any serde source that holds JSON text.
pub(crate) fn deserialize<'de: 'a, 'a, T, D>(source: D) -> std::result::Result<T, D::Error>
where
    T: Wire<'a>,
    D: serde::Deserializer<'de>,
{
    let raw: &'de serde_json::value::RawValue = serde::Deserialize::deserialize(source)?;
    read(RawSlice::new(raw.get(), 0)).map_err(|error| {
        serde::de::Error::custom(match error.fault {
            Fault::Envelope => "expected an object",
            _ => "text that cannot be decoded",
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(body: &'static [u8]) -> std::result::Result<String, Unreadable> {
        document(body, |root| {
            let mut reader = Reader::new(root);
            let text = reader.skip()?.as_str().to_owned();
            reader.finish()?;
            Ok(text)
        })
    }

    #[test]
    fn one_byte_order_mark_is_skipped() {
        assert_eq!(outcome(b"\xef\xbb\xbf {}\n").unwrap(), "{}");
        let twice = outcome(b"\xef\xbb\xbf\xef\xbb\xbf{}").unwrap_err();
        assert!(matches!(twice, Unreadable::Json(Error { at: 3, .. })));
    }

    #[test]
    fn a_body_that_is_no_document_is_refused() {
        assert_eq!(outcome(b" \n").unwrap_err(), Unreadable::Empty);
        assert_eq!(
            outcome(b"{\"a\":\"\xff\"}").unwrap_err(),
            Unreadable::NotUtf8(6)
        );
        for bad in [
            "{}{}",
            "{} x",
            "{}\0",
            "{'a':1}",
            "[1,]",
            "{\"a\":1,}",
            "NaN",
            "[Infinity]",
            "[01]",
            "[+1]",
            "[.5]",
            "[1.]",
            "[\"\n\"]",
            "\u{a0}{}",
            "\u{c}{}",
            "{\"a\"",
            "// {}",
            "{}//",
        ] {
            assert!(
                matches!(outcome(bad.as_bytes()), Err(Unreadable::Json(_))),
                "{bad}"
            );
        }
    }

    #[test]
    fn half_a_pair_is_no_fault() {
        assert_eq!(outcome(br#"["\ud83d"]"#).unwrap(), r#"["\ud83d"]"#);
        assert!(matches!(
            outcome(br#"["\ud83d",]"#),
            Err(Unreadable::Json(Error {
                fault: Fault::Syntax,
                ..
            }))
        ));
    }
}
