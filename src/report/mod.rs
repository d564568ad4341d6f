//! What this version does not know in the bodies that you receive: the first sign that a provider has changed something.
//!
//! A [`Report`] reads bodies as [`parse`](crate::Provider::parse) does and counts what it comes across: keys that
//! nothing reads, values that an enum does not have, items that became [`Unknown`](crate::Event::Unknown) or
//! [`Malformed`](crate::Event::Malformed), and values that are only in
//! [`extra`](crate::event::EventMeta::extra). Nothing of this is lost in the events; the report says what they do not
//! explain.
//!
//! Add the bodies that you keep, each night or as they arrive, and compare with the report of the day before:
//!
//! ```
//! use whatsapp_webhooks::{Provider, report::{FindingKind, Report}};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let body = |word: &str| format!(
//!     r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{
//!         "statuses":[{{"id":"wamid.A","timestamp":"1784000000","status":"{word}"}}]}}}}]}}]}}"#
//! );
//! let mut known = Report::default();
//! known.add(Provider::Meta, body("read"));
//! assert_eq!(known.findings().count(), 0);
//!
//! let mut today = known.clone();
//! today.add(Provider::Meta, body("hovered"));
//! let new = today.new_since(&known);
//! let (finding, seen) = new.findings().next().ok_or("a finding")?;
//! assert_eq!(finding.kind, FindingKind::UnknownValue);
//! assert_eq!((finding.place.as_str(), finding.word.as_str()), ("MessageStatus", "hovered"));
//! assert_eq!(seen.count, 1);
//!
//! println!("{new}");
//! let json = serde_json::to_string(&new)?;
//! assert_eq!(serde_json::from_str::<Report>(&json)?, new);
//! # Ok(())
//! # }
//! ```
//!
//! The example `normalize` makes a report of a folder of bodies: `normalize --report FOLDER`.
//!
//! A report contains names of keys and types, never a value of a message. A key or value with as many digits as a phone
//! number, or longer than any name, is written as `*`. The number of findings is limited to [`MAX_FINDINGS`].

mod finding;
mod table;

pub use self::finding::{Finding, FindingKind, Seen};

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use self::finding::{name, pattern};
use crate::types::Timestamp;
use crate::{Content, Event, ParseError, Provider, json, record};

/// Number of different findings that a report keeps. Further ones are counted in [`Report::omitted`].
pub const MAX_FINDINGS: usize = 10_000;

/// Counts what this version does not know in bodies. See the [module](self).
///
/// `Display` is a table. As JSON it is an object with `bodies`, `events`, `omitted` and the list `findings`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    bodies: u64,
    events: u64,
    omitted: u64,
    findings: BTreeMap<Finding, Seen>,
}

impl Report {
    /// Parses a body, counts what is not known in it, and returns its events.
    ///
    /// # Errors
    ///
    /// Returns the error of [`parse`](Provider::parse), which is counted too.
    pub fn read(
        &mut self,
        provider: Provider,
        body: impl Into<Bytes>,
    ) -> Result<Vec<Event>, ParseError> {
        let body = body.into();
        self.bodies = self.bodies.saturating_add(1);
        let (parsed, record) = record::during(|| provider.parse(body.clone()));
        let finder = Finder {
            report: self,
            provider,
        };
        match &parsed {
            Ok(events) => finder.events(&body, events, &record),
            Err(error) => finder.refused(error),
        }
        parsed
    }

    /// Parses a body and counts what is not known in it. See [`read`](Self::read).
    pub fn add(&mut self, provider: Provider, body: impl Into<Bytes>) {
        // A body that cannot be parsed is a finding.
        let _ = self.read(provider, body);
    }

    /// Adds what another report has counted.
    pub fn merge(&mut self, other: &Self) {
        self.bodies = self.bodies.saturating_add(other.bodies);
        self.events = self.events.saturating_add(other.events);
        self.omitted = self.omitted.saturating_add(other.omitted);
        for (finding, seen) in &other.findings {
            self.count(finding.clone(), seen);
        }
    }

    /// Returns the findings that another report does not have.
    #[must_use]
    pub fn new_since(&self, known: &Self) -> Self {
        let mut new = self.clone();
        new.findings
            .retain(|finding, _| !known.findings.contains_key(finding));
        new
    }

    /// Returns the findings, sorted by provider, kind, topic and place.
    pub fn findings(&self) -> impl Iterator<Item = (&Finding, &Seen)> {
        self.findings.iter()
    }

    /// Returns the number of bodies.
    #[must_use]
    pub fn bodies(&self) -> u64 {
        self.bodies
    }

    /// Returns the number of events.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Returns how many occurrences belong to findings beyond [`MAX_FINDINGS`].
    #[must_use]
    pub fn omitted(&self) -> u64 {
        self.omitted
    }

    fn count(&mut self, finding: Finding, seen: &Seen) {
        let is_full = self.findings.len() >= MAX_FINDINGS;
        if let Some(known) = self.findings.get_mut(&finding) {
            known.merge(seen);
        } else if is_full {
            self.omitted = self.omitted.saturating_add(seen.count);
        } else {
            self.findings.insert(finding, *seen);
        }
    }
}

/// Finds what is not known in one body.
struct Finder<'r> {
    report: &'r mut Report,
    provider: Provider,
}

impl Finder<'_> {
    fn events(mut self, body: &Bytes, events: &[Event], record: &record::Record) {
        let count = u64::try_from(events.len()).unwrap_or(u64::MAX);
        self.report.events = self.report.events.saturating_add(count);
        // What is not of one event is of the last time that the body names.
        let time = events.iter().filter_map(Event::occurred_at).max();
        for event in events {
            self.event(event);
        }
        let topic = events.first().and_then(topic).unwrap_or_default();
        for path in json::unread(body, events, record) {
            self.found(FindingKind::UnreadKey, topic, &pattern(&path), "", time);
        }
        // One value may be looked at more than once.
        let words: BTreeSet<_> = record.words().iter().collect();
        for (of, word) in words {
            self.found(FindingKind::UnknownValue, "", of, word, time);
        }
    }

    fn event(&mut self, event: &Event) {
        let time = event.occurred_at();
        let topic = topic(event).unwrap_or_default();
        let meta = event.meta();
        let place = pattern(&meta.path.to_string());
        match event {
            Event::Unknown(unknown) => {
                self.found(FindingKind::UnknownItem, topic, &place, &unknown.kind, time);
            }
            Event::Malformed(malformed) => {
                let place = pattern(&malformed.error.path);
                let reason = &malformed.error.reason;
                self.found(FindingKind::MalformedItem, topic, &place, reason, time);
            }
            Event::Message(message) => match &message.content {
                Content::Unknown(unknown) => {
                    let kind = unknown.kind.as_deref().unwrap_or_default();
                    self.found(FindingKind::UnknownItem, topic, &place, kind, time);
                }
                Content::Malformed(malformed) => {
                    let place = pattern(&malformed.path);
                    let reason = &malformed.reason;
                    self.found(FindingKind::MalformedItem, topic, &place, reason, time);
                }
                _ => {}
            },
            _ => {}
        }
        for (path, _) in meta.extra.iter() {
            let place = pattern(&path.to_string());
            self.found(FindingKind::Extra, topic, &place, "", time);
        }
    }

    fn refused(mut self, error: &ParseError) {
        let reason = error.kind.to_string();
        self.found(FindingKind::RefusedBody, "", "", &reason, None);
    }

    fn found(
        &mut self,
        kind: FindingKind,
        topic: &str,
        place: &str,
        word: &str,
        time: Option<Timestamp>,
    ) {
        let word = match kind {
            FindingKind::MalformedItem | FindingKind::RefusedBody => word.to_owned(),
            _ => name(word),
        };
        let finding = Finding {
            provider: self.provider,
            kind,
            topic: name(topic),
            place: place.to_owned(),
            word,
        };
        self.report.count(finding, &Seen::once(time));
    }
}

fn topic(event: &Event) -> Option<&str> {
    event.meta().topic.as_deref()
}

/// The JSON of a report.
#[derive(Serialize, Deserialize)]
struct Written {
    bodies: u64,
    events: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    omitted: u64,
    findings: Vec<Row>,
}

/// A finding, and how often and when it was seen.
#[derive(Serialize, Deserialize)]
struct Row {
    provider: Provider,
    kind: FindingKind,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    topic: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    word: String,
    count: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<Timestamp>,
}

impl Row {
    fn new(finding: &Finding, seen: Seen) -> Self {
        let Finding {
            provider,
            kind,
            topic,
            place,
            word,
        } = finding.clone();
        let Seen { count, first, last } = seen;
        Self {
            provider,
            kind,
            topic,
            place,
            word,
            count,
            first,
            last,
        }
    }

    fn parts(self) -> (Finding, Seen) {
        let Self {
            provider,
            kind,
            topic,
            place,
            word,
            count,
            first,
            last,
        } = self;
        let finding = Finding {
            provider,
            kind,
            topic,
            place,
            word,
        };
        (finding, Seen { count, first, last })
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde wants it")]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.findings.iter();
        let rows = rows.map(|(finding, seen)| Row::new(finding, *seen));
        let written = Written {
            bodies: self.bodies,
            events: self.events,
            omitted: self.omitted,
            findings: rows.collect(),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written {
            bodies,
            events,
            omitted,
            findings,
        } = Written::deserialize(deserializer)?;
        Ok(Self {
            bodies,
            events,
            omitted,
            findings: findings.into_iter().map(Row::parts).collect(),
        })
    }
}
