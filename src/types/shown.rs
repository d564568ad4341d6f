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

/// Writes a text without its digits: what a provider words may quote a number.
pub(crate) fn masked(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mask = |c: char| if c.is_numeric() { '*' } else { c };
    fmt::Debug::fmt(&text.chars().map(mask).collect::<String>(), f)
}
