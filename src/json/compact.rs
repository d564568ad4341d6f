//! Preparation of raw bytes for the JSON of an event.

use std::borrow::Cow;

use super::check::{Document, check};
use super::scan;
use super::token::Mark;

/// Maximum nesting of raw JSON in an event: many readers of JSON stop at 128 levels.
const MAX_WRITTEN_DEPTH: usize = 100;

/// Drops white space outside strings.
pub(crate) fn compact(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut kept = Vec::new();
    let mut copied_to = 0_usize;
    let mut in_string = false;
    let mut escaped = false;
    for (at, &byte) in bytes.iter().enumerate() {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
        } else if byte == b'"' {
            in_string = true;
        } else if matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
            kept.extend_from_slice(bytes.get(copied_to..at).unwrap_or_default());
            copied_to = at.saturating_add(1);
        }
    }
    if copied_to == 0 {
        return Cow::Borrowed(bytes);
    }
    kept.extend_from_slice(bytes.get(copied_to..).unwrap_or_default());
    Cow::Owned(kept)
}

/// Prefix of the keys to which `serde_json` gives a special meaning.
const RESERVED: &str = "$serde_json::private";

/// Returns whether every reader of JSON accepts this text as part of a document.
pub(crate) fn is_portable(text: &str) -> bool {
    !text.starts_with('"') && is_portable_value(text)
}

/// As [`is_portable`], for a text that may be a bare string.
pub(crate) fn is_portable_value(text: &str) -> bool {
    check(text, 0).is_ok_and(|document| holds_nothing_odd(&document))
}

/// Whether every value is text, a finite number or a list, every key is its own, and no level is too deep.
fn holds_nothing_odd(document: &Document<'_>) -> bool {
    let mut depth = 0_usize;
    let mut keys = Vec::new();
    document.tokens().iter().enumerate().all(|(at, token)| {
        match token.mark() {
            Mark::Bool | Mark::Plain => return true,
            Mark::Null => return document.value(at) == "null",
            Mark::Number => {
                let number = document.value(at).parse();
                return number.is_ok_and(|number: f64| number.is_finite());
            }
            Mark::Escaped => {
                let inner = document.text().get(token.inner());
                return inner.is_some_and(|inner| !scan::has_half_pair(inner));
            }
            Mark::End => depth = depth.saturating_sub(1),
            Mark::Array | Mark::Object => depth = depth.saturating_add(1),
        }
        depth <= MAX_WRITTEN_DEPTH
            && (token.mark() != Mark::Object || has_keys_of_its_own(document, at, &mut keys))
    })
}

/// Returns whether no key of the object at `at` is repeated or reserved. `keys` is a buffer.
fn has_keys_of_its_own<'a>(
    document: &Document<'a>,
    at: usize,
    keys: &mut Vec<Cow<'a, str>>,
) -> bool {
    keys.clear();
    keys.extend(document.members(at).map(|(key, _)| key));
    keys.sort_unstable();
    let twice = keys.windows(2).any(|pair| pair.first() == pair.last());
    !twice && !keys.iter().any(|key| key.starts_with(RESERVED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_goes_outside_strings_only() {
        assert_eq!(
            &*compact(b"{ \"a b\\\" c\" :\r\n\t1 }"),
            b"{\"a b\\\" c\":1}"
        );
        assert!(matches!(compact(b"[1,2]"), Cow::Borrowed(_)));
    }

    fn nested(depth: usize) -> String {
        format!("{}{}", "[".repeat(depth), "]".repeat(depth))
    }

    #[test]
    fn portable_means_that_no_reader_stumbles() {
        for good in [
            "{}",
            "[]",
            "null",
            "1e300",
            r#"{"a":[1,{"b":"x","a":2}],"c":null}"#,
            r#"{"a":{"b":1,"c":2},"b":[{"a":1},{"a":1}],"":0}"#,
            r#"{"a":"$serde_json::private::RawValue"}"#,
            r#"{"a":"\u0024serde_json::private::RawValue \ud83d\ude00"}"#,
            &nested(100),
        ] {
            assert!(is_portable(good), "{good}");
        }
        for bad in [
            "",
            "{",
            "[1e400]",
            r#"["\ud83d"]"#,
            r#""x""#,
            "{} {}",
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"b":{"a":1},"\u0061":2}"#,
            r#"[{"c":[{"a":1,"c":0,"b":2,"c":3}]}]"#,
            r#"{"$serde_json::private::RawValue":"[1"}"#,
            r#"[{"\u0024serde_json::private::RawValue":"[1"}]"#,
            r#"{"a":{"$serde_json::private::Num\u0062er":"1"}}"#,
            r#"{"\ud83d":1}"#,
            &nested(101),
            &nested(300),
        ] {
            assert!(!is_portable(bad), "{bad}");
        }
    }
}
