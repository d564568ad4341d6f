//! From the store's table `queue` to the broker, in order within each lane.

use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::future::join_all;
use rusqlite::Row;
use tokio::sync::{Notify, watch};
use tokio::time::{sleep, timeout};

use super::super::QueueError;
use super::Parcel;
use super::setup::Broker;
use crate::clock;
use crate::store::{Store, StoreError, lanes};

/// Rows moved together at most.
const TOGETHER: i64 = 512;

/// Time after which the table is looked at without a call: commands put something there too.
const POLL: Duration = Duration::from_millis(500);

/// Why an event stays in the store.
pub(super) const TOO_LARGE: &str = "larger than the broker accepts";

/// The way from the store to the broker.
pub(super) struct Outbox {
    broker: Broker,
    store: Store,
    more: Notify,
    /// Everything up to this row is in the broker.
    published: watch::Sender<i64>,
}

struct Waiting {
    seq: i64,
    event: i64,
    parcel: Parcel,
}

impl Outbox {
    pub(super) fn new(broker: Broker, store: Store) -> Self {
        Self {
            broker,
            store,
            more: Notify::new(),
            published: watch::channel(0).0,
        }
    }

    /// Returns once everything up to this row is in the broker.
    pub(super) async fn wait_for(&self, seq: i64) -> Result<(), QueueError> {
        let mut published = self.published.subscribe();
        self.more.notify_one();
        let done = published.wait_for(|published| *published >= seq).await;
        done.map(drop)
            .map_err(|_| QueueError::Broker("stopped".into()))
    }

    async fn rows(&self) -> Result<Vec<Waiting>, StoreError> {
        let select = format!(
            "SELECT {}, q.seq, q.event, q.replay FROM queue q JOIN events e ON e.id = q.event ORDER BY q.seq LIMIT ?1",
            lanes::ENTRY
        );
        let read = |row: &Row<'_>| {
            let (entry, received_at) = lanes::entry(row)?;
            Ok(Waiting {
                seq: row.get(11)?,
                event: row.get(12)?,
                parcel: Parcel {
                    entry,
                    received_at,
                    replay: row.get(13)?,
                },
            })
        };
        self.store
            .read(move |connection| {
                let mut select = connection.prepare_cached(&select)?;
                select.query_map([TOGETHER], read)?.collect()
            })
            .await
    }

    /// Publishes the rows of one lane one after the other, up to the first failure.
    async fn publish(&self, rows: Vec<&Waiting>) -> (Vec<i64>, Vec<i64>, Option<QueueError>) {
        let (mut published, mut too_large) = (Vec::new(), Vec::new());
        for row in rows {
            if row.parcel.entry.json.len() * 6 / 5 + 4_096 > self.broker.max_payload() {
                too_large.push(row.seq);
                continue;
            }
            let key = &row.parcel.entry.key;
            let id = if row.parcel.replay {
                format!("{key}#{}", row.seq)
            } else {
                key.clone()
            };
            match self.broker.publish(&row.parcel, &id).await {
                Ok(()) => published.push(row.seq),
                Err(error) => return (published, too_large, Some(error)),
            }
        }
        (published, too_large, None)
    }

    /// Moves what waits. Returns whether there was anything.
    async fn turn(&self) -> Result<bool, QueueError> {
        let rows = self.rows().await?;
        let Some(last) = rows.last().map(|row| row.seq) else {
            return Ok(false);
        };
        let mut by_lane: BTreeMap<&str, Vec<&Waiting>> = BTreeMap::new();
        for row in &rows {
            by_lane.entry(&row.parcel.entry.lane).or_default().push(row);
        }
        let mut moved = Vec::with_capacity(rows.len());
        let mut too_large = Vec::new();
        let mut failure = None;
        for (published, refused, error) in
            join_all(by_lane.into_values().map(|rows| self.publish(rows))).await
        {
            moved.extend(published);
            too_large.extend(refused);
            failure = error.or(failure);
        }
        if failure.is_none() {
            self.published.send_replace(last);
        }
        let event = |seq: &i64| rows.iter().find(|row| row.seq == *seq).map(|row| row.event);
        let buried: Vec<i64> = too_large.iter().filter_map(event).collect();
        let gone: Vec<i64> = moved.into_iter().chain(too_large).collect();
        let remove = move |connection: &rusqlite::Connection| {
            for seq in &gone {
                connection
                    .prepare_cached("DELETE FROM queue WHERE seq = ?1")?
                    .execute([seq])?;
            }
            connection.execute(
                "DELETE FROM lanes WHERE lane NOT IN (SELECT lane FROM queue)",
                (),
            )?;
            let bury = "UPDATE events SET state = 'dead', settled_at = ?2, note = ?3 WHERE id = ?1";
            for event in &buried {
                connection.execute(bury, rusqlite::params![event, clock::now(), TOO_LARGE])?;
            }
            Ok(())
        };
        self.store.write(remove).await?;
        failure.map_or(Ok(true), Err)
    }
}

/// Runs until it is dropped.
pub(super) async fn run(outbox: std::sync::Arc<Outbox>) {
    loop {
        let more = outbox.more.notified();
        match outbox.turn().await {
            Ok(true) => {}
            Ok(false) => drop(timeout(POLL, more).await),
            Err(error) => {
                tracing::warn!(%error, "events wait for the broker");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
}
