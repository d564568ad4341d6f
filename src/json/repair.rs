//! Mends what the tokenizer refuses although it is JSON, in a copy of the same length.
//!
//! Offsets stay valid, so raw slices are still taken from the original. Three things are mended: half
//! a surrogate pair becomes U+FFFD, and a part nested too deep or a number too long becomes `null` and
//! blanks. None of them can then cost the items beside it.

/// Levels of arrays and objects that are read.
pub(crate) const MAX_DEPTH: usize = 128;

/// Digits of a number that are read.
const MAX_DIGITS: usize = 4000;

/// Returns a readable copy of `text`, or `None` where there is nothing to mend.
pub(crate) fn repair(text: &str) -> Option<String> {
    let mut copy = text.as_bytes().to_vec();
    let mut changed = false;
    let mut depth = 0_usize;
    let mut deep_from = None;
    let mut at = 0_usize;
    while let Some(&byte) = text.as_bytes().get(at) {
        let mut end = at.saturating_add(1);
        match byte {
            b'"' => end = repair_string(text, &mut copy, at, &mut changed),
            b'[' | b'{' => {
                depth = depth.saturating_add(1);
                if depth > MAX_DEPTH && deep_from.is_none() {
                    deep_from = Some(at);
                }
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == MAX_DEPTH
                    && let Some(start) = deep_from.take()
                {
                    changed |= blank(&mut copy, start, end);
                }
            }
            b'-' | b'0'..=b'9' => {
                end = number_end(text, at);
                if end.saturating_sub(at) > MAX_DIGITS {
                    changed |= blank(&mut copy, at, end);
                }
            }
            _ => {}
        }
        at = end;
    }
    if changed {
        String::from_utf8(copy).ok()
    } else {
        None
    }
}

/// Walks over the string that starts at `start`; returns the offset behind it.
fn repair_string(text: &str, copy: &mut [u8], start: usize, changed: &mut bool) -> usize {
    let mut at = start.saturating_add(1);
    while let Some(&byte) = text.as_bytes().get(at) {
        match byte {
            b'"' => return at.saturating_add(1),
            b'\\' => match unit(text, at) {
                Some(0xD800..=0xDBFF)
                    if matches!(unit(text, at.saturating_add(6)), Some(0xDC00..=0xDFFF)) =>
                {
                    at = at.saturating_add(12);
                }
                Some(0xD800..=0xDFFF) => {
                    let digits = at.saturating_add(2)..at.saturating_add(6);
                    if let Some(digits) = copy.get_mut(digits) {
                        digits.copy_from_slice(b"fffd");
                        *changed = true;
                    }
                    at = at.saturating_add(6);
                }
                _ => at = at.saturating_add(2),
            },
            _ => at = at.saturating_add(1),
        }
    }
    at
}

/// The code unit of the escape `\uXXXX` at `at`.
fn unit(text: &str, at: usize) -> Option<u16> {
    let digits = text.get(at..at.saturating_add(6))?.strip_prefix("\\u")?;
    if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        u16::from_str_radix(digits, 16).ok()
    } else {
        None
    }
}

fn number_end(text: &str, start: usize) -> usize {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let length = rest
        .iter()
        .take_while(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'))
        .count();
    start.saturating_add(length.max(1))
}

/// Writes `null` and blanks over a part. A part too short for that is no deeper than one level.
fn blank(copy: &mut [u8], start: usize, end: usize) -> bool {
    let Some(part) = copy.get_mut(start..end) else {
        return false;
    };
    let Some((word, rest)) = part.split_at_mut_checked(4) else {
        return false;
    };
    word.copy_from_slice(b"null");
    rest.fill(b' ');
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_text_is_left_alone() {
        assert_eq!(repair(r#"{"a":"\ud83d\ude00 \\ud83d","b":[1.5e3]}"#), None);
    }

    #[test]
    fn half_pairs_become_the_replacement_character() {
        for (broken, mended) in [
            (r#"["\ud83d"]"#, r#"["\ufffd"]"#),
            (r#"["\ud83d\n"]"#, r#"["\ufffd\n"]"#),
            (r#"["\uDE00\uD83D"]"#, r#"["\ufffd\ufffd"]"#),
            (r#"["\ud83d\ud83d\ude00"]"#, r#"["\ufffd\ud83d\ude00"]"#),
            (r#"{"\udc00":1}"#, r#"{"\ufffd":1}"#),
        ] {
            assert_eq!(repair(broken).as_deref(), Some(mended));
        }
    }

    #[test]
    fn deep_parts_become_null_and_keep_their_length() {
        let deep = format!(r#"{{"a":{}"x"{},"b":1}}"#, "[".repeat(200), "]".repeat(200));
        let mended = repair(&deep).unwrap();
        assert_eq!(mended.len(), deep.len());
        assert!(mended.contains("null"));
        assert!(mended.ends_with(r#","b":1}"#));
        assert_eq!(mended.matches('[').count(), MAX_DEPTH - 1);
    }

    #[test]
    fn endless_numbers_become_null() {
        let long = format!("[{},1]", "9".repeat(5000));
        let mended = repair(&long).unwrap();
        assert_eq!(mended.len(), long.len());
        assert!(mended.starts_with("[null ") && mended.ends_with(",1]"));
    }
}
