//! The getters: what each kind of field accepts, one rule in one place.
//!
//! Three rules hold for all. A value of a shape that the field does not accept is skipped: the field is absent, and
//! the bytes stay in the raw item. `null` is absent. If a key is repeated, the last value that is not absent counts;
//! lists are joined.

mod lists;

use std::borrow::Cow;

pub(crate) use self::lists::{boxed, items, list, object, raws, texts};
use super::error::Result;
use super::read;
use super::reader::{Kind, Reader};
use crate::json::RawSlice;
use crate::types::Timestamp;

/// A text that may be empty. Numbers and booleans are kept as written.
#[inline]
pub(crate) fn body<'a>(reader: &mut Reader<'a>, into: &mut Option<Cow<'a, str>>) -> Result<()> {
    let found = match reader.plain() {
        Some(text) => Some(Cow::Borrowed(text)),
        None => written(reader)?,
    };
    replace(reader, into, found);
    Ok(())
}

/// Replaces the previous value of a repeated key.
#[inline]
fn replace<T>(reader: &mut Reader<'_>, into: &mut Option<T>, found: Option<T>) {
    if found.is_some() {
        if into.is_some() {
            reader.note_unread();
        }
        *into = found;
    }
}

/// Skips a value of a shape that the field does not accept; `null` means absent.
fn pass_over(reader: &mut Reader<'_>) -> Result<()> {
    if reader.kind()? == Kind::Null {
        reader.skip()?;
    } else {
        reader.pass_over()?;
    }
    Ok(())
}

/// Counts a scalar that was taken but that the field does not accept.
fn noted<T>(reader: &mut Reader<'_>, found: Option<T>) -> Option<T> {
    if found.is_none() {
        reader.note_unread();
    }
    found
}

/// A text for which `""` means absent.
pub(crate) fn text<'a>(reader: &mut Reader<'a>, into: &mut Option<Cow<'a, str>>) -> Result<()> {
    let found = match reader.plain() {
        Some(text) => Some(Cow::Borrowed(text)),
        None => written(reader)?,
    };
    let found = found.filter(|text| !text.is_empty());
    replace(reader, into, found);
    Ok(())
}

/// Reads a value that is not a plain string as text.
#[cold]
fn written<'a>(reader: &mut Reader<'a>) -> Result<Option<Cow<'a, str>>> {
    Ok(match reader.kind()? {
        Kind::String => Some(reader.string()?),
        Kind::Number => Some(Cow::Borrowed(reader.number()?)),
        Kind::Bool => Some(Cow::Borrowed(reader.skip()?.as_str())),
        Kind::Null | Kind::Array | Kind::Object => {
            pass_over(reader)?;
            None
        }
    })
}

/// An ID: trimmed text, or a number with all its digits. Never a boolean.
pub(crate) fn id<'a>(reader: &mut Reader<'a>, into: &mut Option<Cow<'a, str>>) -> Result<()> {
    let found = match reader.plain() {
        Some(text) if !has_blanks_around(text) => Cow::Borrowed(text),
        Some(text) => Cow::Borrowed(text.trim()),
        None => odd_id(reader)?,
    };
    let found = (!found.is_empty()).then_some(found);
    replace(reader, into, found);
    Ok(())
}

/// Reads an ID that is not a plain string; empty if it is not an ID.
#[cold]
fn odd_id<'a>(reader: &mut Reader<'a>) -> Result<Cow<'a, str>> {
    match reader.kind()? {
        Kind::String => Ok(Cow::Owned(reader.string()?.trim().to_owned())),
        Kind::Number => Ok(Cow::Borrowed(reader.number()?)),
        Kind::Null | Kind::Bool | Kind::Array | Kind::Object => {
            pass_over(reader)?;
            Ok(Cow::Borrowed(""))
        }
    }
}

/// Returns whether trimming may change the text: not if both ends are visible ASCII.
fn has_blanks_around(text: &str) -> bool {
    let bytes = text.as_bytes();
    !(bytes.first().is_some_and(u8::is_ascii_graphic)
        && bytes.last().is_some_and(u8::is_ascii_graphic))
}

/// A time: [`Timestamp::from_wire`] of a text or a number, or a 64-bit number in two halves.
pub(crate) fn time(reader: &mut Reader<'_>, into: &mut Option<Timestamp>) -> Result<()> {
    let found = match reader.plain() {
        Some("") => None,
        Some(text) => noted(reader, Timestamp::from_wire(text)),
        None => odd_time(reader)?,
    };
    replace(reader, into, found);
    Ok(())
}

/// Reads a time that is not a plain string.
#[cold]
fn odd_time(reader: &mut Reader<'_>) -> Result<Option<Timestamp>> {
    Ok(match reader.kind()? {
        Kind::String => {
            let text = reader.string()?;
            noted(reader, Timestamp::from_wire(&text))
        }
        Kind::Number => {
            let number = reader.number()?;
            noted(reader, Timestamp::from_wire(number))
        }
        Kind::Object => {
            let number = long(reader.skip()?)?;
            noted(reader, number.and_then(Timestamp::from_unix))
        }
        Kind::Null | Kind::Bool | Kind::Array => {
            pass_over(reader)?;
            None
        }
    })
}

/// An integer, also as text or with a zero fraction; absent beyond 64 bits.
pub(crate) fn int(reader: &mut Reader<'_>, into: &mut Option<i64>) -> Result<()> {
    let found = match reader.kind()? {
        Kind::String => {
            let text = reader.string()?;
            noted(reader, whole(&text))
        }
        Kind::Number => {
            let number = reader.number()?;
            noted(reader, whole(number))
        }
        Kind::Object => {
            let number = long(reader.skip()?)?;
            noted(reader, number)
        }
        Kind::Null | Kind::Bool | Kind::Array => {
            pass_over(reader)?;
            None
        }
    };
    replace(reader, into, found);
    Ok(())
}

/// A finite number, also as text.
pub(crate) fn number(reader: &mut Reader<'_>, into: &mut Option<f64>) -> Result<()> {
    let found = match reader.kind()? {
        Kind::String => {
            let text = reader.string()?;
            noted(reader, finite(&text))
        }
        Kind::Number => {
            let number = reader.number()?;
            noted(reader, finite(number))
        }
        Kind::Null | Kind::Bool | Kind::Array | Kind::Object => {
            pass_over(reader)?;
            None
        }
    };
    replace(reader, into, found);
    Ok(())
}

/// A flag: a boolean, 0 or 1, or one of these as text.
pub(crate) fn flag(reader: &mut Reader<'_>, into: &mut Option<bool>) -> Result<()> {
    let found = match reader.kind()? {
        Kind::Bool => Some(reader.bool()?),
        Kind::Number => {
            let number = reader.number()?;
            noted(reader, truth(number))
        }
        Kind::String => {
            let text = reader.string()?;
            noted(reader, truth(&text))
        }
        Kind::Null | Kind::Array | Kind::Object => {
            pass_over(reader)?;
            None
        }
    };
    replace(reader, into, found);
    Ok(())
}

/// Any value but `null`, unread.
pub(crate) fn raw<'a>(reader: &mut Reader<'a>, into: &mut Option<RawSlice<'a>>) -> Result<()> {
    let kind = reader.kind()?;
    let part = reader.skip()?;
    // The reader sees a part that is nested too deep as `null`.
    let found = (kind != Kind::Null || part.as_str() != "null").then_some(part);
    replace(reader, into, found);
    Ok(())
}

super::wire! {
    /// A 64-bit number as two 32-bit halves; `low` is signed.
    pub(crate) struct Long<'a> {
        /// Low half.
        pub low: Option<i64> = int,
        /// High half.
        pub high: Option<i64> = int,
        /// Kept for its lifetime's sake and for the writer of wire types.
        pub unsigned: Option<RawSlice<'a>> = raw,
    }
}

fn long(part: RawSlice<'_>) -> Result<Option<i64>> {
    let halves: Long<'_> = read(part)?;
    let (Some(low), Some(high)) = (halves.low, halves.high.or(Some(0))) else {
        return Ok(None);
    };
    let low = low & 0xFFFF_FFFF;
    Ok(high
        .checked_mul(1 << 32)
        .and_then(|high| high.checked_add(low)))
}

fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let (digits, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if fraction.is_empty() || fraction.bytes().any(|digit| digit != b'0') {
        return None;
    }
    digits.parse().ok()
}

fn finite(text: &str) -> Option<f64> {
    let text = text.trim();
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.')) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

fn truth(text: &str) -> Option<bool> {
    match text.trim() {
        "1" => Some(true),
        "0" => Some(false),
        word if word.eq_ignore_ascii_case("true") => Some(true),
        word if word.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the result of a getter for each text; `None` if the field is absent.
    pub(super) fn got<T: Default>(
        getter: impl Fn(&mut Reader<'static>, &mut T) -> Result<()>,
        text: &'static str,
    ) -> T {
        let mut into = T::default();
        let mut reader = Reader::new(RawSlice::new(text, 0));
        getter(&mut reader, &mut into).unwrap();
        reader.finish().unwrap();
        into
    }

    #[test]
    fn bodies_may_be_empty_and_texts_may_not() {
        assert_eq!(got(body, r#""""#).as_deref(), Some(""));
        assert_eq!(got(text, r#""""#), None);
        assert_eq!(got(text, r#""a\u0062""#).as_deref(), Some("ab"));
        assert_eq!(got(text, "7.50").as_deref(), Some("7.50"));
        assert_eq!(got(text, "true").as_deref(), Some("true"));
        for absent in ["null", "[]", r#"["a"]"#, "{}", r#"{"a":1}"#] {
            assert_eq!(got(text, absent), None, "{absent}");
        }
    }

    /// Cases: H11.
    #[test]
    fn ids_keep_every_digit_and_lose_their_blanks() {
        assert_eq!(
            got(id, "123456789012345678901234567890").as_deref(),
            Some("123456789012345678901234567890")
        );
        assert_eq!(got(id, r#"" ab ""#).as_deref(), Some("ab"));
        assert_eq!(got(id, r#"" \u0061 ""#).as_deref(), Some("a"));
        for absent in [r#""""#, r#""  ""#, "null", "false", "true", "[]", "{}"] {
            assert_eq!(got(id, absent), None, "{absent}");
        }
    }

    /// Cases: H01, H07, H09.
    #[test]
    fn times_come_as_number_text_or_halves() {
        let expected = Timestamp::from_unix_seconds(1_687_548_944);
        for text in [
            "1687548944",
            r#""1687548944""#,
            r#"" 1687548944 ""#,
            r#"{"low":1687548944,"high":0,"unsigned":true}"#,
            r#"{"low":1687548944}"#,
        ] {
            assert_eq!(got(time, text), expected, "{text}");
        }
        assert_eq!(
            got(time, r#"{"low":-1905376501,"high":410,"unsigned":false}"#),
            Timestamp::from_unix_millis(1_763_326_182_155)
        );
        for absent in ["null", "0", "-1", r#""abc""#, r#""""#, "{}", "[]", "true"] {
            assert_eq!(got(time, absent), None, "{absent}");
        }
    }

    #[test]
    fn ints_are_exact_or_absent() {
        assert_eq!(got(int, "9223372036854775807"), Some(i64::MAX));
        assert_eq!(got(int, r#""-7""#), Some(-7));
        assert_eq!(got(int, "2.0"), Some(2));
        assert_eq!(
            got(int, r#"{"low":48211,"high":0,"unsigned":true}"#),
            Some(48_211)
        );
        for absent in [
            "9223372036854775808",
            "2.5",
            "1e3",
            r#""x""#,
            "null",
            "[]",
            "true",
        ] {
            assert_eq!(got(int, absent), None, "{absent}");
        }
    }

    /// Cases: H15.
    #[test]
    fn numbers_are_finite_or_absent() {
        assert_eq!(got(number, "-0.5"), Some(-0.5));
        assert_eq!(got(number, r#"" 20.25 ""#), Some(20.25));
        assert_eq!(got(number, "3"), Some(3.0));
        for absent in ["1e400", r#""NaN""#, r#""inf""#, r#""""#, "null", "{}"] {
            assert_eq!(got(number, absent), None, "{absent}");
        }
    }

    /// Cases: H14.
    #[test]
    fn flags_come_in_four_spellings() {
        for yes in ["true", "1", r#""true""#, r#""True""#, r#""1""#] {
            assert_eq!(got(flag, yes), Some(true), "{yes}");
        }
        for no in ["false", "0", r#""FALSE""#] {
            assert_eq!(got(flag, no), Some(false), "{no}");
        }
        for absent in ["2", r#""yes""#, "null", "[]", "{}"] {
            assert_eq!(got(flag, absent), None, "{absent}");
        }
    }
}
