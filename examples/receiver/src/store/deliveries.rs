//! What one delivery leaves behind: body, events, keys and queue, in one transaction.

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension, params};

use super::findings::{self, Finding};
use super::{Store, StoreError};
use crate::entry::Entry;

/// A proven delivery.
#[derive(Clone, Debug)]
pub struct NewDelivery {
    pub received_at: i64,
    pub endpoint: String,
    pub provider: String,
    /// The bytes as received.
    pub body: Bytes,
    /// Why the body could not be read; such a body is parked.
    pub problem: Option<String>,
    pub secret_index: Option<usize>,
    pub entries: Vec<Entry>,
    /// What this version does not know of the body.
    pub findings: Vec<Finding>,
    /// Stands for the body in the table of keys if there is no event to do so.
    pub body_key: String,
}

/// What became of a delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    pub delivery: i64,
    /// Events that were not known before.
    pub new: usize,
    pub known: usize,
    /// Last entry of the queue at the commit.
    pub last: i64,
}

impl Store {
    /// Stores a delivery. What is known already is not stored again.
    pub async fn deliver(&self, delivery: NewDelivery) -> Result<Stored, StoreError> {
        self.write(move |connection| insert(connection, &delivery))
            .await
    }
}

fn insert(connection: &Connection, delivery: &NewDelivery) -> rusqlite::Result<Stored> {
    let mut stored = Stored::default();
    let mut known_delivery = None;
    let body_key = delivery.entries.is_empty().then_some(&delivery.body_key);
    let keys = delivery
        .entries
        .iter()
        .map(|entry| &entry.key)
        .chain(body_key);
    let mut fresh = Vec::with_capacity(delivery.entries.len());
    let mut claim = connection.prepare_cached(
        "INSERT INTO keys (key, delivery, at) VALUES (?1, 0, ?2) ON CONFLICT DO NOTHING",
    )?;
    for key in keys {
        let is_new = claim.execute(params![key, delivery.received_at])? == 1;
        fresh.push(is_new);
        if !is_new && known_delivery.is_none() {
            let find = "SELECT delivery FROM keys WHERE key = ?1";
            let found = connection
                .prepare_cached(find)?
                .query_row([key], |row| row.get::<_, i64>(0));
            // 0 is an event that stands twice in this very body.
            known_delivery = found.optional()?.filter(|id| *id != 0);
        }
    }
    if fresh.contains(&true) || known_delivery.is_none() {
        let at = delivery.received_at;
        stored.delivery = insert_body(connection, delivery)?;
        findings::insert(
            connection,
            &delivery.provider,
            &delivery.findings,
            stored.delivery,
            at,
        )?;
        if let Some(key) = body_key {
            keep(connection, key, stored.delivery)?;
        }
        for (entry, is_new) in delivery.entries.iter().zip(&fresh) {
            if *is_new {
                insert_event(connection, entry, stored.delivery, at)?;
                stored.new += 1;
            } else {
                stored.known += 1;
            }
        }
    } else if let Some(id) = known_delivery {
        let repeat = "UPDATE deliveries SET repeats = repeats + 1 WHERE id = ?1";
        connection.prepare_cached(repeat)?.execute([id])?;
        stored.delivery = id;
        stored.known = delivery.entries.len();
    }
    let last = "SELECT coalesce(max(seq), 0) FROM queue";
    stored.last = connection
        .prepare_cached(last)?
        .query_row((), |row| row.get(0))?;
    Ok(stored)
}

fn insert_body(connection: &Connection, delivery: &NewDelivery) -> rusqlite::Result<i64> {
    let insert =
        "INSERT INTO deliveries (received_at, endpoint, provider, body, problem, secret_index)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    connection.prepare_cached(insert)?.insert(params![
        delivery.received_at,
        delivery.endpoint,
        delivery.provider,
        &delivery.body[..],
        delivery.problem,
        delivery
            .secret_index
            .and_then(|index| i64::try_from(index).ok()),
    ])
}

fn keep(connection: &Connection, key: &str, delivery: i64) -> rusqlite::Result<()> {
    let update = "UPDATE keys SET delivery = ?2 WHERE key = ?1";
    connection
        .prepare_cached(update)?
        .execute(params![key, delivery])
        .map(drop)
}

fn insert_event(
    connection: &Connection,
    entry: &Entry,
    delivery: i64,
    at: i64,
) -> rusqlite::Result<()> {
    keep(connection, &entry.key, delivery)?;
    let insert = "INSERT INTO events
        (key, delivery, received_at, occurred_at, endpoint, provider, kind, detail, lane, message, status, json)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let event = connection.prepare_cached(insert)?.insert(params![
        entry.key,
        delivery,
        at,
        entry.occurred_at,
        entry.endpoint,
        entry.provider,
        entry.kind,
        entry.detail,
        entry.lane,
        entry.message,
        entry.status,
        entry.json,
    ])?;
    enqueue(connection, event, &entry.lane, false)
}

/// Puts an event at the end of its lane.
pub(crate) fn enqueue(
    connection: &Connection,
    event: i64,
    lane: &str,
    replay: bool,
) -> rusqlite::Result<()> {
    let queue = "INSERT INTO queue (event, lane, replay) VALUES (?1, ?2, ?3)";
    connection
        .prepare_cached(queue)?
        .execute(params![event, lane, replay])?;
    // Due at 0, which is at once whatever the clock says.
    let lanes = "INSERT INTO lanes (lane, due_at) VALUES (?1, 0) ON CONFLICT DO NOTHING";
    connection.prepare_cached(lanes)?.execute([lane]).map(drop)
}
