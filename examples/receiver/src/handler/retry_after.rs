//! The header `Retry-After`: seconds, or a date.

use std::time::Duration;

use time::PrimitiveDateTime;
use time::macros::format_description;

/// Reads the header. `now` is in milliseconds since 1970.
pub(super) fn read(value: &str, now: i64) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let format = format_description!(
        "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
    );
    let at = PrimitiveDateTime::parse(value, format)
        .ok()?
        .assume_utc()
        .unix_timestamp();
    let millis = at.saturating_mul(1_000).saturating_sub(now);
    Some(Duration::from_millis(u64::try_from(millis).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read_and_nothing_else() {
        assert_eq!(read("120", 0), Some(Duration::from_secs(120)));
        assert_eq!(
            read("Thu, 01 Jan 1970 00:00:07 GMT", 2_000),
            Some(Duration::from_secs(5))
        );
        assert_eq!(
            read("Thu, 01 Jan 1970 00:00:07 GMT", 9_000),
            Some(Duration::ZERO)
        );
        assert_eq!(read("soon", 0), None);
        assert_eq!(read("-1", 0), None);
    }
}
