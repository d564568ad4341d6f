//! Times, as providers send them and as events write them.

use std::fmt;
use std::num::NonZeroI64;
use std::str::FromStr;
use std::time::SystemTime;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// First second of the year 10000.
const YEAR_10000: i64 = 253_402_300_800;

/// A time in UTC between the years 1970 and 9999, in milliseconds.
///
/// Displayed and serialized in RFC 3339, such as `2026-07-14T03:33:20Z` or `2026-07-14T03:33:20.5Z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(NonZeroI64);

impl Timestamp {
    /// Creates a time from seconds since 1970; `None` for 0, negative numbers, and times after the year 9999.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        Self::from_unix_millis(seconds.checked_mul(1000)?)
    }

    /// Creates a time from milliseconds since 1970; `None` for 0, negative numbers, and times after the year 9999.
    #[must_use]
    pub fn from_unix_millis(millis: i64) -> Option<Self> {
        if millis <= 0 || millis >= YEAR_10000.checked_mul(1000)? {
            return None;
        }
        NonZeroI64::new(millis).map(Self)
    }

    /// Creates a time from a number whose size determines its unit: seconds up to the year 9999, milliseconds from
    /// 10¹² on and microseconds from 10¹⁵ on; `None` for numbers between these ranges, and for 0.
    pub(crate) fn from_unix(number: i64) -> Option<Self> {
        match number {
            1..YEAR_10000 => Self::from_unix_seconds(number),
            1_000_000_000_000..1_000_000_000_000_000 => Self::from_unix_millis(number),
            1_000_000_000_000_000.. => Self::from_unix_millis(number.checked_div(1000)?),
            _ => None,
        }
    }

    /// Reads a number as text, or RFC 3339. A date and time without an offset is UTC.
    pub(crate) fn from_wire(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(number) = text.parse::<i64>() {
            return Self::from_unix(number);
        }
        if text.bytes().any(|byte| matches!(byte, b':' | b'T')) {
            return Self::from_rfc3339(text)
                .or_else(|| Self::from_rfc3339(&format!("{}Z", text.replacen(' ', "T", 1))));
        }
        Self::from_fraction(text)
    }

    /// Reads RFC 3339 with any offset; `None` for other text.
    #[must_use]
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        Self::from_moment(OffsetDateTime::parse(text, &Rfc3339).ok()?)
    }

    fn from_moment(moment: OffsetDateTime) -> Option<Self> {
        let nanos = moment.to_offset(UtcOffset::UTC).unix_timestamp_nanos();
        Self::from_unix_millis(i64::try_from(nanos.checked_div(1_000_000)?).ok()?)
    }

    /// Reads a number with a fraction or an exponent, rounded to the millisecond.
    fn from_fraction(text: &str) -> Option<Self> {
        if !text.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let number: f64 = text.parse().ok()?;
        let whole = format!("{:.0}", number * 1000.0).parse::<i64>().ok()?;
        if number < 253_402_300_800.0 {
            return Self::from_unix_millis(whole);
        }
        Self::from_unix(whole.checked_div(1000)?)
    }

    /// Returns whole seconds since 1970; milliseconds are dropped.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.unix_millis().div_euclid(1000)
    }

    /// Returns milliseconds since 1970.
    #[must_use]
    pub fn unix_millis(self) -> i64 {
        self.0.get()
    }
}

/// Error returned when a text or time is not a [`Timestamp`]. Its message does not contain the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("expected a time between 1970 and 9999, as text in RFC 3339")]
pub struct InvalidTimestamp {}

impl From<Timestamp> for OffsetDateTime {
    fn from(timestamp: Timestamp) -> Self {
        let nanos = i128::from(timestamp.unix_millis()).saturating_mul(1_000_000);
        // Every time between 1970 and 9999 is one.
        Self::from_unix_timestamp_nanos(nanos).unwrap_or(Self::UNIX_EPOCH)
    }
}

impl From<Timestamp> for SystemTime {
    fn from(timestamp: Timestamp) -> Self {
        OffsetDateTime::from(timestamp).into()
    }
}

impl TryFrom<OffsetDateTime> for Timestamp {
    type Error = InvalidTimestamp;

    /// Converts to UTC and drops fractions of a millisecond.
    fn try_from(moment: OffsetDateTime) -> Result<Self, Self::Error> {
        Self::from_moment(moment).ok_or(InvalidTimestamp {})
    }
}

impl TryFrom<SystemTime> for Timestamp {
    type Error = InvalidTimestamp;

    /// Drops fractions of a millisecond.
    fn try_from(time: SystemTime) -> Result<Self, Self::Error> {
        let since = time.duration_since(SystemTime::UNIX_EPOCH).ok();
        since
            .and_then(|since| Self::from_unix_millis(i64::try_from(since.as_millis()).ok()?))
            .ok_or(InvalidTimestamp {})
    }
}

impl FromStr for Timestamp {
    type Err = InvalidTimestamp;

    /// Reads RFC 3339 with any offset.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_rfc3339(text).ok_or(InvalidTimestamp {})
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = OffsetDateTime::from(*self)
            .format(&Rfc3339)
            .map_err(|_| fmt::Error)?;
        f.write_str(&text)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_rfc3339(&text)
            .ok_or_else(|| serde::de::Error::custom("expected a time in RFC 3339"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wire(text: &str) -> String {
        Timestamp::from_wire(text).map_or_else(|| "none".to_owned(), |time| time.to_string())
    }

    /// Cases: H03, H04, H10.
    #[test]
    fn the_size_of_a_number_tells_its_unit() {
        assert_eq!(wire("1784000000"), "2026-07-14T03:33:20Z");
        assert_eq!(wire("1784000000123"), "2026-07-14T03:33:20.123Z");
        assert_eq!(wire("1784000000123456"), "2026-07-14T03:33:20.123Z");
        assert_eq!(wire("253402300799"), "9999-12-31T23:59:59Z");
        for none in [
            "253402300800",
            "0",
            "-0",
            "-1",
            "9223372036854775808",
            "1e29",
        ] {
            assert_eq!(wire(none), "none", "{none}");
        }
    }

    /// Cases: H02.
    #[test]
    fn fractions_and_exponents_keep_the_millisecond() {
        assert_eq!(wire("1687548944.0"), "2023-06-23T19:35:44Z");
        assert_eq!(wire("1687548944.123"), "2023-06-23T19:35:44.123Z");
        assert_eq!(wire("1.687548944e9"), "2023-06-23T19:35:44Z");
        assert_eq!(wire("1e999"), "none");
    }

    /// Cases: H08.
    #[test]
    fn dates_are_read_in_any_zone_and_none_means_utc() {
        assert_eq!(wire("2024-04-24T20:26:40.155Z"), "2024-04-24T20:26:40.155Z");
        assert_eq!(wire("2024-04-24T20:26:40-03:00"), "2024-04-24T23:26:40Z");
        assert_eq!(wire("2024-04-24 20:26:40"), "2024-04-24T20:26:40Z");
        for none in ["", "abc", "2024", "2024-13-01T00:00:00Z", "１６８"] {
            assert_ne!(wire(none).len(), 24, "{none}");
        }
        assert_eq!(wire("Tuesday"), "none");
    }
}
