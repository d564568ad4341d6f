//! Ids, words and times, read from the tree by the rules that the documentation has.

use crate::support::json::Json;

/// The last value of a key that `read` makes something of.
pub(crate) fn last<T>(object: &Json, key: &str, read: impl Fn(&Json) -> Option<T>) -> Option<T> {
    match object {
        Json::Object(pairs) => pairs
            .iter()
            .rev()
            .filter(|(name, _)| Json::text(name).word().as_deref() == Some(key))
            .find_map(|(_, value)| read(value)),
        _ => None,
    }
}

/// An object, and not an empty list.
pub(crate) fn object<'t>(parent: &'t Json, key: &str) -> Option<&'t Json> {
    match parent {
        Json::Object(pairs) => {
            let mut values = pairs.iter().rev().filter(|(name, _)| name == key);
            values
                .find(|(_, value)| value.is_object())
                .map(|(_, value)| value)
        }
        _ => None,
    }
}

/// A trimmed text or a number; never a boolean.
pub(crate) fn id(object: &Json, key: &str) -> Option<String> {
    last(object, key, |value| {
        let word = value.word()?;
        let is_flag = matches!(value, Json::Word(word) if word == "true" || word == "false");
        let word = word.trim().to_owned();
        (!is_flag && !word.is_empty()).then_some(word)
    })
}

/// A flag: a boolean, 0 or 1, also as text.
pub(crate) fn flag(object: &Json, key: &str) -> Option<bool> {
    last(object, key, |value| match value.word()?.trim() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    })
}

/// Milliseconds since 1970.
pub(crate) fn time(object: &Json, key: &str) -> Option<i64> {
    last(object, key, |value| match value {
        Json::Object(_) => {
            let half = |key| value.get(key)?.word()?.parse::<i64>().ok();
            let (low, high) = (half("low")?, half("high")?);
            unit((high << 32) + (low & 0xFFFF_FFFF))
        }
        _ => moment(value.word()?.trim()),
    })
}

/// A number of seconds, milliseconds or microseconds, told by its size.
fn unit(number: i64) -> Option<i64> {
    match number {
        1..=253_402_300_799 => Some(number * 1000),
        1_000_000_000_000..=999_999_999_999_999 => Some(number),
        1_000_000_000_000_000.. => Some(number / 1000),
        _ => None,
    }
    .filter(|millis| *millis < 253_402_300_800_000)
}

fn moment(text: &str) -> Option<i64> {
    if let Ok(number) = text.parse::<i64>() {
        return unit(number);
    }
    if text.contains([':', 'T']) {
        return date(text);
    }
    let (whole, fraction) = text.split_once('.')?;
    let fraction: String = fraction.chars().chain("000".chars()).take(3).collect();
    let millis: i64 = fraction.parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 1000 + millis)
}

/// `2026-05-26T19:21:00.000Z`, with any offset; none is UTC.
fn date(text: &str) -> Option<i64> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let seconds = number(11, 13)? * 3600 + number(14, 16)? * 60 + number(17, 19)?;
    let rest = text.get(19..)?;
    let (millis, zone) = match rest.strip_prefix('.') {
        Some(rest) => {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let digits: String = rest[..end].chars().chain("000".chars()).take(3).collect();
            (digits.parse::<i64>().ok()?, &rest[end..])
        }
        None => (0, rest),
    };
    let offset = match zone {
        "" | "Z" => 0,
        _ => {
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let hours: i64 = zone.get(1..3)?.parse().ok()?;
            let minutes: i64 = zone.get(4..6)?.parse().ok()?;
            sign * (hours * 3600 + minutes * 60)
        }
    };
    // Days of the months before, counted from March.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days =
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469;
    Some((days * 86_400 + seconds - offset) * 1000 + millis)
}

#[test]
fn times_are_read() {
    for (text, millis) in [
        ("1784000000", Some(1_784_000_000_000)),
        ("1784000000123", Some(1_784_000_000_123)),
        ("1.5", Some(1_500)),
        ("1970-01-01T00:00:00Z", Some(0)),
        ("2000-02-29T12:00:00+02:00", Some(951_818_400_000)),
        ("2026-07-14T03:33:20.5Z", Some(1_784_000_000_500)),
        ("never", None),
    ] {
        assert_eq!(moment(text), millis, "{text}");
    }
}
