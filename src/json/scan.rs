//! Strings: finding their end and decoding their escapes.

/// Returns the offset of the first quote, backslash or control character from `from` on; the length if there
/// is no such character.
///
/// Eight bytes at a time: strings are most of a document.
#[inline]
pub(super) fn plain(bytes: &[u8], from: usize) -> usize {
    let mut rest = bytes.get(from..).unwrap_or_default();
    while let Some((word, tail)) = rest.split_first_chunk() {
        let found = special(u64::from_le_bytes(*word));
        if found != 0 {
            let skipped = found.trailing_zeros() >> 3;
            let at = bytes.len().wrapping_sub(rest.len());
            return at.wrapping_add(skipped as usize);
        }
        rest = tail;
    }
    let is_special = |byte: &u8| matches!(*byte, b'"' | b'\\' | 0..0x20);
    let end = rest.iter().position(is_special).unwrap_or(rest.len());
    bytes.len().wrapping_sub(rest.len()).wrapping_add(end)
}

/// Sets the top bit of each byte that is a quote, a backslash or a control character. Bytes after the first one
/// may be marked too.
#[inline]
fn special(word: u64) -> u64 {
    const fn each(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    // With one bit flipped, quotes and control characters are at most 0x20.
    let low = (word ^ each(0x02)).wrapping_sub(each(0x21));
    let slashes = (word ^ each(b'\\')).wrapping_sub(each(0x01));
    (low | slashes) & !word & each(0x80)
}

/// Decodes a string with escapes; an unpaired surrogate becomes U+FFFD.
pub(super) fn unescape(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, tail)) = rest.split_once('\\') {
        decoded.push_str(plain);
        let (code, behind) = escape(tail);
        decoded.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        rest = behind;
    }
    decoded.push_str(rest);
    decoded
}

/// Returns whether a string with escapes contains an unpaired surrogate.
pub(super) fn has_half_pair(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, tail)) = rest.split_once('\\') {
        let (code, behind) = escape(tail);
        if char::from_u32(code).is_none() {
            return true;
        }
        rest = behind;
    }
    false
}

/// Returns the code point of an escape, which can be an unpaired surrogate, and the rest.
fn escape(tail: &str) -> (u32, &str) {
    let mut characters = tail.chars();
    let character = match characters.next() {
        Some('u') => return unicode(characters.as_str()),
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some(other) => other,
        None => char::REPLACEMENT_CHARACTER,
    };
    (character.into(), characters.as_str())
}

fn unicode(tail: &str) -> (u32, &str) {
    let Some((high, rest)) = unit(tail) else {
        return (char::REPLACEMENT_CHARACTER.into(), "");
    };
    let low = match high {
        0xD800..=0xDBFF => rest.strip_prefix("\\u").and_then(unit),
        _ => None,
    };
    match low {
        Some((low @ 0xDC00..=0xDFFF, behind)) => {
            let bits = ((high & 0x3FF) << 10) | (low & 0x3FF);
            (bits.wrapping_add(0x1_0000), behind)
        }
        _ => (high, rest),
    }
}

/// Returns the code unit of four hexadecimal digits, and the rest.
fn unit(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let unit = digits
        .chars()
        .try_fold(0, |unit, digit| Some((unit << 4) | digit.to_digit(16)?))?;
    Some((unit, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_apart_in_every_place() {
        for byte in 0..=u8::MAX {
            let is_special = byte < 0x20 || byte == b'"' || byte == b'\\';
            for length in [1, 7, 8, 9, 24] {
                for place in 0..length {
                    let mut bytes = vec![b'x'; length];
                    bytes[place] = byte;
                    let expected = if is_special { place } else { length };
                    assert_eq!(plain(&bytes, 0), expected, "{byte:#x} in {length}");
                    assert_eq!(plain(&bytes, length), length);
                }
            }
        }
    }

    #[test]
    fn escapes_stand_for_one_character_each() {
        for (text, decoded) in [
            (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r"a\u00e9b\u00E9", "aébé"),
            (r"\ud83d\ude00!", "😀!"),
            (r"\u0000", "\0"),
            (r"\uffff", "\u{ffff}"),
        ] {
            assert_eq!(unescape(text), decoded);
            assert!(!has_half_pair(text), "{text}");
        }
    }

    #[test]
    fn half_pairs_become_the_replacement_character() {
        for (text, decoded) in [
            (r"\ud83d", "\u{fffd}"),
            (r"\ude00", "\u{fffd}"),
            (r"\ud83d x", "\u{fffd} x"),
            (r"\ud83d\n", "\u{fffd}\n"),
            (r"\uDE00\uD83D", "\u{fffd}\u{fffd}"),
            (r"\ud83d\ud83d\ude00", "\u{fffd}😀"),
            (r"\ud83d\u0041", "\u{fffd}A"),
        ] {
            assert_eq!(unescape(text), decoded);
            assert!(has_half_pair(text), "{text}");
        }
    }
}
