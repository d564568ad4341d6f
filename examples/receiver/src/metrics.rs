//! Metrics for Prometheus. No label has a value that a sender can choose freely.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use prometheus::{
    Encoder, Histogram, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, Opts,
    Registry, TextEncoder,
};

use crate::store::Finding;

/// Places and words counted under their own name; more are counted as `other`.
const PLACES: usize = 100;

/// Every metric.
pub struct Metrics {
    registry: Registry,
    /// By endpoint and outcome: stored, repeated, parked, denied, failed, limited.
    pub deliveries: IntCounterVec,
    /// By provider and kind.
    pub events: IntCounterVec,
    /// By endpoint and reason.
    denied: IntCounterVec,
    /// By provider, kind of finding, place and word.
    unknown: IntCounterVec,
    /// By index of the secret that matched.
    pub secrets: IntCounterVec,
    pub answer_seconds: Histogram,
    pub group_size: Histogram,
    /// By outcome.
    pub handler_seconds: HistogramVec,
    pub queue_entries: IntGauge,
    pub queue_oldest_seconds: IntGauge,
    pub dead_letters: IntGauge,
    pub in_work: IntGauge,
    pub store_bytes: IntGauge,
    pub disk_free_bytes: IntGauge,
    pub reloads: IntCounterVec,
    pub clock_jumps: IntCounter,
    places: Mutex<BTreeSet<(String, String)>>,
    /// Refused requests by minute, for the page.
    minutes: Mutex<BTreeMap<i64, i64>>,
}

/// Returns the metrics of the process.
pub fn get() -> &'static Metrics {
    static METRICS: OnceLock<Metrics> = OnceLock::new();
    METRICS.get_or_init(Metrics::new)
}

/// Upper bounds in seconds.
const SECONDS: &[f64] = &[
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0,
];

impl Metrics {
    #[allow(
        clippy::expect_used,
        reason = "names and labels are constants, and every test run checks them"
    )]
    fn new() -> Self {
        let registry = Registry::new();
        let add = |metric: Box<dyn prometheus::core::Collector>| {
            registry.register(metric).expect("one of each name")
        };
        let counters = |name: &str, help: &str, labels: &[&str]| {
            let metric = IntCounterVec::new(Opts::new(format!("receiver_{name}"), help), labels)
                .expect("a valid name");
            add(Box::new(metric.clone()));
            metric
        };
        let gauge = |name: &str, help: &str| {
            let metric = IntGauge::new(format!("receiver_{name}"), help).expect("a valid name");
            add(Box::new(metric.clone()));
            metric
        };
        let histogram = |name: &str, help: &str, buckets: &[f64]| {
            let options =
                HistogramOpts::new(format!("receiver_{name}"), help).buckets(buckets.to_vec());
            let metric = Histogram::with_opts(options).expect("a valid name");
            add(Box::new(metric.clone()));
            metric
        };
        let handler_seconds = {
            let options = HistogramOpts::new(
                "receiver_handler_seconds",
                "Time of one try of the handler.",
            )
            .buckets(SECONDS.to_vec());
            let metric = HistogramVec::new(options, &["outcome"]).expect("a valid name");
            add(Box::new(metric.clone()));
            metric
        };
        let clock_jumps = IntCounter::new(
            "receiver_clock_jumps_total",
            "Times that the wall clock was set.",
        )
        .expect("a valid name");
        add(Box::new(clock_jumps.clone()));
        let group = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];
        Self {
            deliveries: counters(
                "deliveries_total",
                "Deliveries by outcome.",
                &["endpoint", "outcome"],
            ),
            events: counters("events_total", "New events by kind.", &["provider", "kind"]),
            denied: counters(
                "denied_total",
                "Refused requests by reason.",
                &["endpoint", "reason"],
            ),
            unknown: counters(
                "unknown_total",
                "What this version does not know.",
                &["provider", "kind", "place", "word"],
            ),
            secrets: counters(
                "secret_total",
                "Deliveries by the secret that matched.",
                &["endpoint", "index"],
            ),
            reloads: counters(
                "reloads_total",
                "Reloads of the configuration.",
                &["outcome"],
            ),
            answer_seconds: histogram(
                "answer_seconds",
                "Time from the request to the answer.",
                SECONDS,
            ),
            group_size: histogram(
                "group_size",
                "Jobs in one transaction of the store.",
                &group,
            ),
            handler_seconds,
            queue_entries: gauge("queue_entries", "Events that are not handled yet."),
            queue_oldest_seconds: gauge(
                "queue_oldest_seconds",
                "Age of the oldest event that is not handled yet.",
            ),
            dead_letters: gauge("dead_letters", "Events that were given up."),
            in_work: gauge("in_work", "Events that the handler has."),
            store_bytes: gauge("store_bytes", "Size of the store."),
            disk_free_bytes: gauge("disk_free_bytes", "Free space of the store's disk."),
            clock_jumps,
            places: Mutex::default(),
            minutes: Mutex::default(),
            registry,
        }
    }

    /// Counts a refused request.
    pub fn denied(&self, endpoint: &str, reason: &str) {
        self.denied.with_label_values(&[endpoint, reason]).inc();
        let minute = crate::clock::now() / 60_000;
        let mut minutes = self.minutes.lock().unwrap_or_else(PoisonError::into_inner);
        *minutes.entry(minute).or_default() += 1;
        while minutes.len() > 120 {
            minutes.pop_first();
        }
    }

    /// Returns refused requests by minute since 1970, of the last two hours.
    pub fn denied_by_minute(&self) -> BTreeMap<i64, i64> {
        self.minutes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Counts something that this version does not know.
    pub fn unknown(&self, provider: &str, finding: &Finding) {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let name = (finding.place.clone(), finding.word.clone());
        let is_counted = places.contains(&name) || (places.len() < PLACES && places.insert(name));
        let (place, word) = if is_counted {
            (finding.place.as_str(), finding.word.as_str())
        } else {
            ("other", "other")
        };
        self.unknown
            .with_label_values(&[provider, finding.kind, place, word])
            .inc_by(u64::try_from(finding.count).unwrap_or_default());
    }

    /// Writes all of them in Prometheus' text format.
    pub fn text(&self) -> String {
        let mut bytes = Vec::new();
        TextEncoder::new()
            .encode(&self.registry.gather(), &mut bytes)
            .ok();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_beyond_the_limit_are_counted_together() {
        for index in 0..PLACES + 20 {
            let finding = Finding {
                kind: "unknown_item",
                topic: "messages".into(),
                place: "entry[]".into(),
                word: format!("w{index}"),
                count: 1,
            };
            get().unknown("meta", &finding);
        }
        let text = get().text();
        assert!(text.contains(r#"word="w0""#));
        let other = r#"kind="unknown_item",place="other",provider="meta",word="other"} 20"#;
        assert!(text.contains(other), "{text}");
    }

    #[test]
    fn every_metric_of_an_alert_exists() {
        let (alerts, here) = (
            include_str!("../deploy/alerts.yml"),
            include_str!("metrics.rs"),
        );
        let mut names = 0;
        for part in alerts.split("receiver_").skip(1) {
            let end = part.find(|c: char| !c.is_ascii_lowercase() && c != '_');
            let name = part[..end.unwrap_or(part.len())].trim_end_matches("_bucket");
            assert!(here.contains(&format!("\"{name}\",")), "{name}");
            names += 1;
        }
        assert!(names >= 9, "{names}");
    }
}
