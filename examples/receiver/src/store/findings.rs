//! What this version does not know of the bodies: one row for each finding and day.

use std::collections::BTreeMap;

use bytes::Bytes;
use rusqlite::{Connection, params};
use whatsapp_webhooks::report::Report;
use whatsapp_webhooks::{Event, ParseError, Provider};

use super::{Store, StoreError};
use crate::clock::DAY;

/// Findings kept of one body.
const MOST: usize = 100;

/// Rows read for a page.
const ROWS: u32 = 20_000;

/// Something that this version does not know, and how often it stood in one body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Such as `unread_key` or `unknown_item`.
    pub kind: &'static str,
    /// Topic of the event, such as `messages`.
    pub topic: String,
    /// Path without indexes, or the name of an enum.
    pub place: String,
    /// Word that is not known.
    pub word: String,
    pub count: i64,
}

impl Finding {
    /// Parses a body, and lists what is not known in it.
    pub fn parse(provider: Provider, body: Bytes) -> (Result<Vec<Event>, ParseError>, Vec<Self>) {
        let mut report = Report::default();
        let parsed = report.read(provider, body);
        let findings = report.findings().take(MOST);
        let findings = findings
            .map(|(finding, seen)| Self {
                kind: finding.kind.as_str(),
                topic: finding.topic.clone(),
                place: finding.place.clone(),
                word: finding.word.clone(),
                count: i64::try_from(seen.count).unwrap_or(i64::MAX),
            })
            .collect();
        (parsed, findings)
    }
}

/// A finding over all the days that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    pub provider: String,
    pub kind: String,
    pub topic: String,
    pub place: String,
    pub word: String,
    pub count: i64,
    pub first_at: i64,
    pub last_at: i64,
    /// Delivery that had it last.
    pub delivery: i64,
    /// Counts by day since 1970.
    pub days: BTreeMap<i64, i64>,
}

pub(super) fn insert(
    connection: &Connection,
    provider: &str,
    findings: &[Finding],
    delivery: i64,
    at: i64,
) -> rusqlite::Result<()> {
    let insert = "INSERT INTO findings (provider, kind, topic, place, word, day, count, first_at, last_at, delivery)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9)
        ON CONFLICT DO UPDATE SET count = count + ?7, last_at = ?8, delivery = ?9";
    let mut insert = connection.prepare_cached(insert)?;
    for finding in findings {
        insert.execute(params![
            provider,
            finding.kind,
            finding.topic,
            finding.place,
            finding.word,
            at.div_euclid(DAY),
            finding.count,
            at,
            delivery
        ])?;
    }
    Ok(())
}

pub(super) fn delete(connection: &Connection, too_old: i64) -> rusqlite::Result<usize> {
    let delete = "DELETE FROM findings WHERE last_at < ?1";
    connection.prepare_cached(delete)?.execute([too_old])
}

impl Store {
    /// Lists what is not known, the newest first.
    pub async fn drift(&self) -> Result<Vec<Drift>, StoreError> {
        self.read(|connection| {
            let select = format!(
                "SELECT provider, kind, topic, place, word, day, count, first_at, last_at, delivery
                 FROM findings ORDER BY day DESC LIMIT {ROWS}"
            );
            let mut select = connection.prepare_cached(&select)?;
            let rows = select.query_map((), |row| {
                let count = row.get(6)?;
                Ok(Drift {
                    provider: row.get(0)?,
                    kind: row.get(1)?,
                    topic: row.get(2)?,
                    place: row.get(3)?,
                    word: row.get(4)?,
                    count,
                    first_at: row.get(7)?,
                    last_at: row.get(8)?,
                    delivery: row.get(9)?,
                    days: BTreeMap::from([(row.get(5)?, count)]),
                })
            })?;
            let mut all: BTreeMap<[String; 5], Drift> = BTreeMap::new();
            for row in rows {
                let row = row?;
                let parts = [&row.provider, &row.kind, &row.topic, &row.place, &row.word];
                let name = parts.map(String::clone);
                match all.get_mut(&name) {
                    // An earlier day: the newest one came first.
                    Some(known) => {
                        known.count += row.count;
                        known.first_at = row.first_at;
                        known.days.extend(row.days);
                    }
                    None => {
                        all.insert(name, row);
                    }
                }
            }
            let mut all: Vec<Drift> = all.into_values().collect();
            all.sort_by_key(|drift| std::cmp::Reverse(drift.last_at));
            Ok(all)
        })
        .await
    }
}
