//! One form for all texts of the same JSON: the one that keys are made of and that [`Raw`](crate::types::Raw) compares.
//!
//! Databases and JSON libraries write a document anew: keys in another order, other escapes, other blanks, `100.0` for
//! `1e2`. None of that changes its canonical form.

use std::borrow::Cow;

use super::check::{Document, check};
use super::compact::compact;
use super::token::Mark;

/// Hands the canonical form of a document to `write`, piece by piece; returns `false`, and hands over nothing, where
/// the text is no JSON.
///
/// The keys of an object are sorted by their bytes, and the last of a key given twice counts. Strings are decoded, and
/// escape only `"`, `\` and control characters; half a surrogate pair is U+FFFD. Numbers are their decimal digits
/// without zeros at either end, then `e` and the power of ten unless it is 0. No blanks. A part below 128 levels only
/// loses its blanks.
///
/// Nothing is recursive, and the work grows with the text, times the logarithm of the keys of an object.
pub(crate) fn canonical(text: &str, mut write: impl FnMut(&[u8])) -> bool {
    let Ok(document) = check(text, 0) else {
        return false;
    };
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut next = Some(0);
    loop {
        if let Some(at) = next.take() {
            open.extend(value(&document, at, &mut write));
        }
        let Some(innermost) = open.last_mut() else {
            return true;
        };
        next = innermost.advance(&document, &mut write);
        if next.is_none() {
            write(innermost.closing());
            open.pop();
        }
    }
}

/// Returns the canonical form; `None` where the text is no JSON.
pub(crate) fn canonical_form(text: &str) -> Option<Vec<u8>> {
    let mut form = Vec::with_capacity(text.len());
    canonical(text, |piece| form.extend_from_slice(piece)).then_some(form)
}

/// An array or object of which a part is written.
struct Open<'a> {
    rest: Rest<'a>,
    is_begun: bool,
}

/// What of it is still to come.
enum Rest<'a> {
    /// The elements from this token on.
    Array(usize),
    /// Keys, the last one first, and the tokens of their values.
    Object(Vec<(Cow<'a, str>, usize)>),
}

impl<'a> Open<'a> {
    fn new(rest: Rest<'a>) -> Self {
        Self {
            rest,
            is_begun: false,
        }
    }

    /// Writes what stands before the next value, and returns its token; `None` behind the last.
    fn advance(&mut self, document: &Document<'a>, write: &mut impl FnMut(&[u8])) -> Option<usize> {
        let (key, at) = match &mut self.rest {
            Rest::Array(next) => {
                let at = *next;
                let element = document.tokens().get(at)?;
                if element.mark() == Mark::End {
                    return None;
                }
                *next = at.saturating_add(element.count());
                (None, at)
            }
            Rest::Object(members) => {
                let (key, at) = members.pop()?;
                (Some(key), at)
            }
        };
        if self.is_begun {
            write(b",");
        }
        self.is_begun = true;
        if let Some(key) = key {
            string(&key, write);
            write(b":");
        }
        Some(at)
    }

    fn closing(&self) -> &'static [u8] {
        match self.rest {
            Rest::Array(_) => b"]",
            Rest::Object(_) => b"}",
        }
    }
}

/// Writes a value; of an array or object only how it begins.
fn value<'a>(
    document: &Document<'a>,
    at: usize,
    write: &mut impl FnMut(&[u8]),
) -> Option<Open<'a>> {
    let token = document.tokens().get(at)?;
    match token.mark() {
        Mark::Array => {
            write(b"[");
            return Some(Open::new(Rest::Array(at.saturating_add(1))));
        }
        Mark::Object => {
            write(b"{");
            return Some(Open::new(Rest::Object(members(document, at))));
        }
        Mark::Plain => write(document.value(at).as_bytes()),
        Mark::Escaped => string(&document.string(at).unwrap_or_default(), write),
        Mark::Number => write(number(document.value(at)).as_bytes()),
        Mark::Bool | Mark::Null => write(&compact(document.value(at).as_bytes())),
        Mark::End => {}
    }
    None
}

/// The members of an object: of those with one key the last, and the smallest key at the end.
fn members<'a>(document: &Document<'a>, at: usize) -> Vec<(Cow<'a, str>, usize)> {
    let mut members = Vec::with_capacity(document.members(at).count());
    members.extend(document.members(at));
    members.sort_unstable_by(|one, other| other.cmp(one));
    members.dedup_by(|one, kept| one.0 == kept.0);
    members
}

/// Writes a decoded string.
fn string(text: &str, write: &mut impl FnMut(&[u8])) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    write(b"\"");
    let mut rest = text.as_bytes();
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | ..0x20);
    while let Some(plain) = rest.iter().position(is_special) {
        let (before, from) = rest.split_at(plain);
        write(before);
        rest = match from {
            [byte @ (b'"' | b'\\'), behind @ ..] => {
                write(&[b'\\', *byte]);
                behind
            }
            [byte, behind @ ..] => {
                let digit = |nibble: u8| HEX.get(usize::from(nibble)).copied().unwrap_or(b'0');
                write(b"\\u00");
                write(&[digit(byte >> 4), digit(byte & 0xF)]);
                behind
            }
            [] => from,
        };
    }
    write(rest);
    write(b"\"");
}

/// The exact value of a number: its digits without zeros at either end, and a power of ten.
fn number(text: &str) -> Cow<'_, str> {
    let is_short = !text.ends_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_short {
        return Cow::Borrowed(text);
    }
    // A power beyond 64 bits stays as it is written: no library keeps it.
    decimal(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn decimal(text: &str) -> Option<String> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", text),
    };
    let (mantissa, power) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, power.parse::<i64>().ok()),
        None => (unsigned, Some(0)),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_end_matches('0');
    let zeros = all.len().checked_sub(digits.len())?;
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let power = (power?.checked_sub(i64::try_from(fraction.len()).ok()?)?)
        .checked_add(i64::try_from(zeros).ok()?)?;
    Some(match power {
        0 => format!("{sign}{digits}"),
        power => format!("{sign}{digits}e{power}"),
    })
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test")]
mod tests {
    use super::*;

    fn form(text: &str) -> String {
        String::from_utf8(canonical_form(text).unwrap()).unwrap()
    }

    #[test]
    fn one_form_for_all_spellings() {
        for (text, expected) in [
            (
                r#" { "b" : [ 1 , { } , [ ] ] , "a" : null } "#,
                r#"{"a":null,"b":[1,{},[]]}"#,
            ),
            (r#"{"a":1,"b":2,"a":3,"\u0061":4}"#, r#"{"a":4,"b":2}"#),
            (
                r#"{"b":{"d":1,"c":2},"a":[{"z":1,"y":2}]}"#,
                r#"{"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}}"#,
            ),
            (r#"{"é":1,"z":2,"":3}"#, r#"{"":3,"z":2,"é":1}"#),
            (
                r#""a\u00e9\/\"\\\n\u0000 \ud83d\ude00""#,
                r#""aé/\"\\\u000a\u0000 😀""#,
            ),
            (r#""\ud83d""#, "\"\u{fffd}\""),
            ("[true,false,null]", "[true,false,null]"),
        ] {
            assert_eq!(form(text), expected, "{text}");
            assert_eq!(form(expected), expected);
        }
        for no_json in ["", "{", "[1,]", "{} {}", "\u{1}"] {
            assert_eq!(canonical_form(no_json), None, "{no_json}");
        }
    }

    #[test]
    fn numbers_are_their_value() {
        for (same, expected) in [
            (
                &["0", "-0", "0.0", "-0e5", "0E-3", "0e99999999999999999999"][..],
                "0",
            ),
            (&["1", "1.0", "10e-1", "0.1e1", "1E+0", "0.001e3"], "1"),
            (&["100", "1e2", "100.0", "1.0E2", "0.1e+3"], "1e2"),
            (&["-2.50", "-25e-1", "-0.25e1"], "-25e-1"),
            (
                &["9007199254740993", "9007199254740993.0"],
                "9007199254740993",
            ),
            (&["1e400", "10e399"], "1e400"),
            (&["1e99999999999999999999"], "1e99999999999999999999"),
            (&["1e9223372036854775807"], "1e9223372036854775807"),
            (&["10e9223372036854775807"], "10e9223372036854775807"),
        ] {
            for text in same {
                assert_eq!(form(text), expected, "{text}");
            }
        }
        assert_ne!(form("9007199254740993"), form("9007199254740992"));
        assert_eq!(form(&format!("1{}", "0".repeat(100_000))), "1e100000");
    }

    #[test]
    fn depth_costs_no_stack_and_is_kept() {
        let nested = |depth: usize, inner: &str| {
            format!("{}{inner}{}", "[ ".repeat(depth), "]".repeat(depth))
        };
        assert_eq!(form(&nested(128, "1.0")), nested(128, "1").replace(' ', ""));
        assert_eq!(
            form(&nested(200_000, "1.0")),
            nested(200_000, "1.0").replace(' ', "")
        );
        assert_ne!(form(&nested(300, "1")), form(&nested(300, "2")));
    }
}
