//! What raw bytes need before they can stand in an event written as JSON.

use std::borrow::Cow;

use super::reader::{Kind, Reader};
use crate::json::RawSlice;

/// Levels that a written event hands on: readers of JSON commonly stop at 128.
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

/// Whether any reader of JSON can be handed this text as part of a document.
pub(crate) fn is_portable(text: &str) -> bool {
    !text.starts_with('"') && !text.contains("$serde_json::private") && walk(text) == Some(())
}

/// Walks over every value, without recursion; `None` where one of them is not portable.
fn walk(text: &str) -> Option<()> {
    let mut reader = Reader::new(RawSlice::new(text, 0));
    let mut open: Vec<Kind> = Vec::new();
    loop {
        let kind = reader.kind().ok()?;
        let entered = match kind {
            Kind::Object => reader.first_key().ok()?.is_some(),
            Kind::Array => reader.first_element().ok()?,
            Kind::Number => {
                let number: f64 = reader.number().ok()?.parse().ok()?;
                number.is_finite().then_some(false)?
            }
            Kind::String | Kind::Bool | Kind::Null => {
                reader.skip().ok()?;
                false
            }
        };
        if entered {
            open.push(kind);
            if open.len() > MAX_WRITTEN_DEPTH {
                return None;
            }
            continue;
        }
        loop {
            let more = match open.last() {
                None => return reader.finish().ok(),
                Some(Kind::Object) => reader.next_key().ok()?.is_some(),
                Some(_) => reader.next_element().ok()?,
            };
            if more {
                break;
            }
            open.pop();
        }
    }
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

    #[test]
    fn portable_means_that_no_reader_stumbles() {
        for good in [
            "{}",
            "[]",
            "null",
            "1e300",
            r#"{"a":[1,{"b":"x"}],"c":null}"#,
        ] {
            assert!(is_portable(good), "{good}");
        }
        let deep = format!("{}{}", "[".repeat(102), "]".repeat(102));
        for bad in [
            "",
            "{",
            "[1e400]",
            r#"["\ud83d"]"#,
            r#""x""#,
            "{} {}",
            &deep,
        ] {
            assert!(!is_portable(bad), "{bad}");
        }
    }
}
