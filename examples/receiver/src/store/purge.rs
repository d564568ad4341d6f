//! Deletes what is older, more or larger than the configuration allows. What is not handled yet stays, and so do dead
//! letters.

use rusqlite::{Connection, params};

use super::{Store, StoreError, findings};
use crate::config::Retention;

/// Rows deleted in one transaction: deliveries wait for no longer than that.
const BATCH: i64 = 200;

/// How many rows went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    pub events: usize,
    pub bodies: usize,
    pub keys: usize,
}

impl Store {
    /// Deletes in small transactions until the limits hold.
    pub async fn purge(&self, limits: &Retention, now: i64) -> Result<Purged, StoreError> {
        let millis =
            |duration: std::time::Duration| i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
        let (age, keys) = (millis(limits.age), millis(limits.keys));
        let mut total = Purged::default();
        let events = i64::try_from(limits.events).unwrap_or(i64::MAX);
        let mut too_many = self.read(count).await?.saturating_sub(events);
        let bytes = limits.bytes;
        loop {
            let purged = self
                .write(move |connection| {
                    let too_old = now.saturating_sub(age);
                    let too_large = used_bytes(connection)? > bytes;
                    let by_limit = if too_large {
                        BATCH
                    } else {
                        too_many.clamp(0, BATCH)
                    };
                    let purged = Purged {
                        events: delete_events(connection, too_old, by_limit)?,
                        bodies: delete_bodies(connection, too_old, too_large)?,
                        keys: delete_keys(connection, now.saturating_sub(keys))?,
                    };
                    connection.execute_batch("PRAGMA incremental_vacuum(256)")?;
                    Ok(purged)
                })
                .await?;
            too_many = too_many.saturating_sub(i64::try_from(purged.events).unwrap_or(i64::MAX));
            total.events += purged.events;
            total.bodies += purged.bodies;
            total.keys += purged.keys;
            if purged == Purged::default() {
                return Ok(total);
            }
            tokio::task::yield_now().await;
        }
    }
}

fn count(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT count(*) FROM events", (), |row| row.get(0))
}

fn used_bytes(connection: &Connection) -> rusqlite::Result<u64> {
    let pragma = |name: &str| {
        connection.query_row(&format!("PRAGMA {name}"), (), |row| row.get::<_, u64>(0))
    };
    Ok((pragma("page_count")? - pragma("freelist_count")?) * pragma("page_size")?)
}

/// What is in the queue is `queued` or `retry`, a replay too.
const SETTLED: &str = "state IN ('done', 'superseded', 'purged')";

fn delete_events(connection: &Connection, too_old: i64, by_limit: i64) -> rusqlite::Result<usize> {
    let by_age = format!(
        "DELETE FROM events WHERE id IN
         (SELECT id FROM events WHERE received_at < ?1 AND {SETTLED} LIMIT ?2)"
    );
    let old = connection
        .prepare_cached(&by_age)?
        .execute(params![too_old, BATCH])?;
    let oldest = format!(
        "DELETE FROM events WHERE id IN (SELECT id FROM events WHERE {SETTLED} ORDER BY id LIMIT ?1)"
    );
    let over = connection.prepare_cached(&oldest)?.execute([by_limit])?;
    Ok(old + over)
}

/// Bodies whose events are gone; parked ones by age, or when the file is too large and nothing else is left.
fn delete_bodies(
    connection: &Connection,
    too_old: i64,
    too_large: bool,
) -> rusqlite::Result<usize> {
    let empty = "DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries d
        WHERE (problem IS NULL OR received_at < ?1) AND NOT EXISTS (SELECT 1 FROM events WHERE delivery = d.id)
        AND (received_at < ?1 OR ?2) ORDER BY id LIMIT ?3)";
    connection
        .prepare_cached(empty)?
        .execute(params![too_old, too_large, BATCH])
}

fn delete_keys(connection: &Connection, too_old: i64) -> rusqlite::Result<usize> {
    let keys = "DELETE FROM keys WHERE key IN (SELECT key FROM keys WHERE at < ?1
        AND NOT EXISTS (SELECT 1 FROM events WHERE key = keys.key) LIMIT ?2)";
    let keys = connection
        .prepare_cached(keys)?
        .execute(params![too_old, BATCH])?;
    let statuses =
        "DELETE FROM statuses WHERE lane IN (SELECT lane FROM statuses WHERE at < ?1 LIMIT ?2)";
    let statuses = connection
        .prepare_cached(statuses)?
        .execute(params![too_old, BATCH])?;
    let findings = findings::delete(connection, too_old)?;
    Ok(keys + statuses + findings)
}
