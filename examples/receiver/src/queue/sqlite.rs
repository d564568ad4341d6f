//! The queue in the store's own file. One process at a time works on it, held by a lock of the system: whatever ends
//! that process frees it at once, and no clock is needed to tell that a lease has ended.

use std::fs::File;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use rusqlite::{OptionalExtension, params};
use tokio::sync::Notify;
use tokio::time::timeout;

use super::{DeadLetter, Depth, Leased, Outcome, Queue, QueueError, Settled};
use crate::clock;
use crate::store::{Store, StoreError, Stored, deliveries, lanes, outcomes};

/// Time after which the table is looked at without a call: other processes may have put something there.
const POLL: Duration = Duration::from_millis(500);

/// The queue in the store's own file.
pub struct SqliteQueue {
    store: Store,
    longest_backoff: Duration,
    more: Notify,
    begin: (i64, Instant),
    lock: Mutex<Option<File>>,
}

impl SqliteQueue {
    pub fn new(store: Store, longest_backoff: Duration) -> Self {
        Self {
            store,
            longest_backoff,
            more: Notify::new(),
            begin: (clock::now(), Instant::now()),
            lock: Mutex::default(),
        }
    }

    fn lock(&self) -> Result<(), QueueError> {
        let path = self.store.beside(".worker");
        let taken = |error: String| QueueError::Taken(format!("{}: {error}", path.display()));
        let file = File::options().create(true).append(true).open(&path);
        let file = file.map_err(|error| taken(error.to_string()))?;
        file.try_lock().map_err(|error| taken(error.to_string()))?;
        *self.lock.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
        Ok(())
    }

    /// Returns the time that waits are measured in. It begins as the wall clock does, and is never set.
    fn steady(&self) -> i64 {
        let passed = i64::try_from(self.begin.1.elapsed().as_millis()).unwrap_or(i64::MAX);
        self.begin.0.saturating_add(passed)
    }

    async fn take(&self, max: usize) -> Result<Vec<Leased>, QueueError> {
        let now = self.steady();
        let due = "SELECT EXISTS (SELECT 1 FROM lanes WHERE leased = 0 AND due_at <= ?1)";
        let is_due = move |connection: &rusqlite::Connection| {
            connection
                .prepare_cached(due)?
                .query_row([now], |row| row.get::<_, bool>(0))
        };
        if !self.store.read(is_due).await? {
            return Ok(Vec::new());
        }
        Ok(self
            .store
            .write_lazily(move |connection| lanes::lease(connection, now, max))
            .await?)
    }
}

impl Queue for SqliteQueue {
    fn accept(&self, _: Stored) -> BoxFuture<'_, Result<(), QueueError>> {
        self.more.notify_one();
        async { Ok(()) }.boxed()
    }

    fn start(&self) -> BoxFuture<'_, Result<(), QueueError>> {
        async {
            self.lock()?;
            let longest = i64::try_from(self.longest_backoff.as_millis()).unwrap_or(i64::MAX);
            let latest = self.steady().saturating_add(longest);
            let taken_up = self
                .store
                .write(move |connection| lanes::take_up(connection, latest))
                .await?;
            tracing::info!(taken_up, "leases of the last process ended");
            Ok(())
        }
        .boxed()
    }

    fn lease(&self, max: usize) -> BoxFuture<'_, Result<Vec<Leased>, QueueError>> {
        async move {
            let more = self.more.notified();
            let leased = self.take(max).await?;
            if !leased.is_empty() {
                return Ok(leased);
            }
            timeout(POLL, more).await.ok();
            self.take(max).await
        }
        .boxed()
    }

    fn settle(&self, settled: Vec<Settled>) -> BoxFuture<'_, Result<(), QueueError>> {
        async move {
            let now = self.steady();
            self.store
                .write_lazily(move |connection| {
                    for item in &settled {
                        outcomes::write(connection, item)?;
                        outcomes::remember_status(connection, item)?;
                        let (seq, lane) = (item.leased.seq, &item.leased.entry.lane);
                        match &item.outcome {
                            Outcome::Retry { after, .. } => {
                                let after = i64::try_from(after.as_millis()).unwrap_or(i64::MAX);
                                lanes::postpone(connection, lane, now.saturating_add(after))?;
                            }
                            _ => lanes::finish(connection, seq, lane, now)?,
                        }
                    }
                    Ok(())
                })
                .await?;
            self.more.notify_one();
            Ok(())
        }
        .boxed()
    }

    fn stop(&self) -> BoxFuture<'_, ()> {
        async {
            *self.lock.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        .boxed()
    }

    fn depth(&self) -> BoxFuture<'_, Result<Depth, QueueError>> {
        async { Ok(depth(&self.store).await?) }.boxed()
    }

    fn is_up(&self) -> bool {
        true
    }

    fn dead(&self, limit: usize) -> BoxFuture<'_, Result<Vec<DeadLetter>, QueueError>> {
        async move { Ok(dead(&self.store, limit).await?) }.boxed()
    }

    fn retry_dead<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), QueueError>> {
        async move {
            retry_dead(&self.store, key).await?;
            self.more.notify_one();
            Ok(())
        }
        .boxed()
    }

    fn purge_dead<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), QueueError>> {
        purge_dead(&self.store, key).boxed()
    }
}

/// How much waits in the store.
pub(super) async fn depth(store: &Store) -> Result<Depth, StoreError> {
    store
        .read(|connection| {
            let queue = "SELECT count(*), (SELECT received_at FROM events WHERE id =
                (SELECT event FROM queue WHERE replay = 0 ORDER BY seq LIMIT 1)) FROM queue";
            let (entries, oldest) = connection
                .prepare_cached(queue)?
                .query_row((), |row| Ok((row.get(0)?, row.get(1)?)))?;
            let dead = "SELECT count(*) FROM events WHERE state = 'dead'";
            let dead = connection
                .prepare_cached(dead)?
                .query_row((), |row| row.get(0))?;
            Ok(Depth {
                entries,
                oldest,
                dead,
            })
        })
        .await
}

/// Dead letters of the store, the newest first.
pub(super) async fn dead(store: &Store, limit: usize) -> Result<Vec<DeadLetter>, StoreError> {
    store
        .read(move |connection| {
            let select = format!(
                "SELECT {}, e.settled_at, e.tries, e.note FROM events e WHERE e.state = 'dead'
                 ORDER BY e.settled_at DESC LIMIT ?1",
                lanes::ENTRY
            );
            let mut select = connection.prepare_cached(&select)?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let rows = select.query_map([limit], |row| {
                let (entry, received_at) = lanes::entry(row)?;
                Ok(DeadLetter {
                    entry,
                    received_at,
                    died_at: row.get::<_, Option<i64>>(11)?.unwrap_or_default(),
                    tries: row.get(12)?,
                    reason: row.get::<_, Option<String>>(13)?.unwrap_or_default(),
                })
            })?;
            rows.collect()
        })
        .await
}

pub(super) async fn retry_dead(store: &Store, key: &str) -> Result<(), QueueError> {
    let key = key.to_owned();
    let found = store.write(move |connection| {
        let select = "SELECT id, lane FROM events WHERE key = ?1 AND state = 'dead'";
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?));
        let found = connection.query_row(select, [&key], read).optional()?;
        if let Some((event, lane)) = &found {
            let queued = "UPDATE events SET state = 'queued', note = NULL WHERE id = ?1";
            connection.execute(queued, [event])?;
            deliveries::enqueue(connection, *event, lane, false)?;
        }
        Ok(found.is_some())
    });
    if found.await? {
        Ok(())
    } else {
        Err(QueueError::NotFound)
    }
}

pub(super) async fn purge_dead(store: &Store, key: &str) -> Result<(), QueueError> {
    let key = key.to_owned();
    let purged = store.write(move |connection| {
        let update =
            "UPDATE events SET state = 'purged', settled_at = ?2 WHERE key = ?1 AND state = 'dead'";
        connection.execute(update, params![key, clock::now()])
    });
    if purged.await? == 0 {
        Err(QueueError::NotFound)
    } else {
        Ok(())
    }
}
