//! Numbers about all answers.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use hdrhistogram::Histogram;
use serde::Serialize;

use crate::post::Answer;

/// Longest time that the percentiles tell apart from longer ones: an hour.
const LONGEST: u64 = 3_600_000_000;

/// Counts and times.
pub struct Tally {
    times: Histogram<u64>,
    statuses: BTreeMap<u16, u64>,
    missing: u64,
    unexpected: u64,
}

impl Tally {
    /// Creates an empty one.
    ///
    /// # Errors
    ///
    /// None for the bounds that it has.
    pub fn new() -> Result<Self, hdrhistogram::CreationError> {
        Ok(Self {
            times: Histogram::new_with_bounds(1, LONGEST, 3)?,
            statuses: BTreeMap::new(),
            missing: 0,
            unexpected: 0,
        })
    }

    pub fn add(&mut self, answer: &Answer) {
        match answer.status {
            Ok(status) => {
                *self.statuses.entry(status).or_default() += 1;
                self.times.saturating_record(micros(answer.time));
            }
            Err(_) => self.missing += 1,
        }
        if !answer.is_expected {
            self.unexpected += 1;
        }
    }

    /// The numbers, after all this time.
    pub fn summary(&self, elapsed: Duration) -> Summary {
        let answers = self.times.len();
        let at = |percentile| self.times.value_at_percentile(percentile);
        Summary {
            answers,
            unexpected: self.unexpected,
            missing: self.missing,
            statuses: self.statuses.clone(),
            seconds: elapsed.as_secs_f64(),
            per_second: answers as f64 / elapsed.as_secs_f64().max(f64::EPSILON),
            min_us: self.times.min(),
            p50_us: at(50.0),
            p90_us: at(90.0),
            p99_us: at(99.0),
            max_us: self.times.max(),
        }
    }
}

/// Numbers about all answers; times are in microseconds, of the answers that arrived.
#[derive(Serialize)]
pub struct Summary {
    answers: u64,
    pub unexpected: u64,
    missing: u64,
    statuses: BTreeMap<u16, u64>,
    seconds: f64,
    per_second: f64,
    min_us: u64,
    p50_us: u64,
    p90_us: u64,
    p99_us: u64,
    max_us: u64,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            answers,
            unexpected,
            missing,
            seconds,
            per_second,
            ..
        } = self;
        writeln!(
            f,
            "{answers} answers in {seconds:.2} s, {per_second:.1} a second; {missing} missing, {unexpected} not as \
             expected"
        )?;
        for (name, time) in [
            ("min", self.min_us),
            ("50 %", self.p50_us),
            ("90 %", self.p90_us),
            ("99 %", self.p99_us),
            ("max", self.max_us),
        ] {
            write!(f, "{name} {}  ", millis(time))?;
        }
        let statuses = self.statuses.iter();
        let statuses: Vec<String> = statuses
            .map(|(status, n)| format!("{status}: {n}"))
            .collect();
        write!(f, "| {}", statuses.join(", "))
    }
}

/// Microseconds, rounded down.
pub fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// Microseconds as text, in milliseconds.
pub fn millis(micros: u64) -> String {
    format!("{}.{:03} ms", micros / 1000, micros % 1000)
}
