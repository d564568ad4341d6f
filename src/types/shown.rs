//! Texts as `Debug` may show them.

use std::fmt;

/// Writes the last characters of a text, without control characters: `…7711`.
pub(crate) fn tail(text: &str, count: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let skipped = text.chars().count().saturating_sub(count);
    let start = text
        .char_indices()
        .nth(skipped)
        .map_or(text.len(), |(start, _)| start);
    write!(
        f,
        "…{}",
        text.get(start..).unwrap_or_default().escape_debug()
    )
}

/// Digits of the shortest phone number.
const MIN_PHONE_DIGITS: usize = 7;

/// Whether a text has as many digits as a phone number.
pub(crate) fn may_hold_number(text: &str) -> bool {
    text.chars().filter(|c| c.is_numeric()).count() >= MIN_PHONE_DIGITS
}

/// Writes a word of the provider: without its digits, if it has as many as a phone number.
pub(crate) fn word(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if may_hold_number(text) {
        masked(text, f)
    } else {
        fmt::Debug::fmt(text, f)
    }
}

/// Writes the path of an item: without the digits of a key that has as many as a phone number.
pub(crate) fn path(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let steps = text.split('.').map(|step| {
        let (key, indexes) = step.split_at(step.rfind('[').unwrap_or(step.len()));
        if may_hold_number(key) {
            format!("{}{indexes}", without_digits(key))
        } else {
            step.to_owned()
        }
    });
    fmt::Debug::fmt(&steps.collect::<Vec<_>>().join("."), f)
}

/// Writes a text without its digits: what a provider words may quote a number.
pub(crate) fn masked(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(&without_digits(text), f)
}

fn without_digits(text: &str) -> String {
    let mask = |c: char| if c.is_numeric() { '*' } else { c };
    text.chars().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows a text in one of the ways.
    struct Shown<'a>(&'a str, fn(&str, &mut fmt::Formatter<'_>) -> fmt::Result);

    impl fmt::Debug for Shown<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.1(self.0, f)
        }
    }

    #[test]
    fn keys_lose_a_number_and_indexes_stay() {
        for (text, shown) in [
            (
                "entry[0].changes[12345678].value",
                "entry[0].changes[12345678].value",
            ),
            ("data.5215533007711", "data.*************"),
            ("data.5215533007711@lid[3].x", "data.*************@lid[3].x"),
            ("+52 1 55 3300 7711", "+** * ** **** ****"),
            ("value(2).v19.tier_1000", "value(2).v19.tier_1000"),
            ("", ""),
        ] {
            assert_eq!(format!("{:?}", Shown(text, path)), format!("{shown:?}"));
        }
        assert_eq!(format!("{:?}", Shown("TIER_500K", word)), "\"TIER_500K\"");
        assert_eq!(
            format!("{:?}", Shown("for 5533007711", word)),
            "\"for **********\""
        );
    }
}
