//! The wall clock, and whether it can be trusted.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::knobs;

/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;

/// Difference between the wall clock and the steady one, above which the wall clock was set.
const JUMP: i64 = 2_000;

/// Jump forward from which nothing is deleted by age any more.
const DISTRUST: i64 = 3_600_000;

/// Returns the milliseconds since 1970.
pub fn now() -> i64 {
    #[allow(
        clippy::disallowed_methods,
        reason = "the only place that reads the wall clock"
    )]
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let millis = since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    });
    millis.saturating_add(knobs::clock_offset())
}

/// Writes milliseconds since 1970 as RFC 3339.
pub fn rfc3339(millis: i64) -> String {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000)
        .ok()
        .and_then(|time| time.format(&Rfc3339).ok())
        .unwrap_or_else(|| millis.to_string())
}

/// Reads a time in RFC 3339, a date, or a duration before `now` such as `90m`, `36h` or `7d`.
pub fn parse(text: &str, now: i64) -> Option<i64> {
    if let Some(duration) = duration(text) {
        return now.checked_sub(i64::try_from(duration.as_millis()).ok()?);
    }
    let whole = if text.len() == "2026-01-01".len() {
        format!("{text}T00:00:00Z")
    } else {
        text.to_owned()
    };
    let time = OffsetDateTime::parse(&whole, &Rfc3339).ok()?;
    i64::try_from(time.unix_timestamp_nanos() / 1_000_000).ok()
}

/// Reads a duration such as `30s`, `90m`, `36h` or `7d`.
pub fn duration(text: &str) -> Option<Duration> {
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let count: u64 = digits.parse().ok()?;
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => return None,
    };
    count.checked_mul(seconds).map(Duration::from_secs)
}

/// Compares the wall clock with the steady one.
#[derive(Debug)]
pub struct Watch {
    last: Mutex<(i64, Instant)>,
    distrusted: AtomicBool,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            last: Mutex::new((now(), Instant::now())),
            distrusted: AtomicBool::new(false),
        }
    }
}

impl Watch {
    /// Returns by how many milliseconds the wall clock was set since the last call, if it was.
    pub fn jump(&self) -> Option<i64> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (wall, steady) = (now(), Instant::now());
        let passed = i64::try_from(steady.duration_since(last.1).as_millis()).unwrap_or(i64::MAX);
        let jump = wall.saturating_sub(last.0).saturating_sub(passed);
        *last = (wall, steady);
        if jump > DISTRUST {
            self.distrusted.store(true, Ordering::Relaxed);
        }
        (jump.abs() > JUMP).then_some(jump)
    }

    /// Returns whether the clock jumped so far ahead that ages cannot be believed.
    pub fn is_distrusted(&self) -> bool {
        self.distrusted.load(Ordering::Relaxed)
    }

    /// Believes the clock again: an operator said so.
    pub fn trust(&self) {
        self.distrusted.store(false, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_dates_instants_or_ages() {
        assert_eq!(parse("1970-01-02", 0), Some(86_400_000));
        assert_eq!(parse("1970-01-01T00:00:01Z", 0), Some(1_000));
        assert_eq!(parse("2h", 7_200_001), Some(1));
        assert_eq!(parse("soon", 0), None);
        assert_eq!(duration("7d"), Some(Duration::from_secs(604_800)));
        assert_eq!(duration(""), None);
        assert_eq!(rfc3339(1_000), "1970-01-01T00:00:01Z");
    }
}
