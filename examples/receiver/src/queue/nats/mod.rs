//! The queue in NATS JetStream, for work on several machines.
//!
//! Chats are divided into partitions, one subject each. A partition belongs to one worker at a time, which holds a lock
//! in a bucket whose entries expire. Whoever takes a partition over deletes the consumer of the last owner and makes a
//! new one: it gets everything that is not acknowledged, in order, and the last owner can no longer acknowledge
//! anything. Within a partition, the worker keeps the order of each chat itself, so that one that waits for another
//! try holds no other.

mod dead;
mod hub;
mod outbox;
mod outcomes;
mod setup;
mod share;
mod tries;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use async_nats::connection;
use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, join_all, try_join_all};
use serde::{Deserialize, Serialize};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use self::hub::{Head, Hub};
use self::outbox::Outbox;
use self::setup::{Broker, broken};
use self::share::Share;
use super::{DeadLetter, Depth, Leased, Outcome, Queue, QueueError, Settled};
use crate::config::Config;
use crate::entry::{Entry, supersedes};
use crate::store::{Store, Stored};

/// Time after which a worker without anything to do looks again.
const POLL: Duration = Duration::from_millis(500);

/// An event on its way through the broker.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Parcel {
    entry: Entry,
    received_at: i64,
    #[serde(default)]
    replay: bool,
}

/// The queue in NATS JetStream.
pub struct NatsQueue {
    broker: Broker,
    hub: Arc<Hub>,
    /// Absent on a machine that only works.
    outbox: Option<Arc<Outbox>>,
    store: Option<Store>,
    share: Mutex<Option<Share>>,
    background: Vec<JoinHandle<()>>,
}

impl NatsQueue {
    /// Connects, and creates streams and buckets that are missing.
    pub async fn connect(config: &Config, store: Option<Store>) -> Result<Self, QueueError> {
        let broker = Broker::connect(config).await?;
        let mut background = Vec::new();
        let mut outbox = None;
        if let Some(store) = &store {
            let box_ = Arc::new(Outbox::new(broker.clone(), store.clone()));
            background.push(tokio::spawn(outbox::run(box_.clone())));
            background.push(tokio::spawn(outcomes::run(broker.clone(), store.clone())));
            outbox = Some(box_);
        }
        Ok(Self {
            broker,
            hub: Arc::default(),
            outbox,
            store,
            share: Mutex::default(),
            background,
        })
    }

    /// Reads what a lease needs: the event again if it was let go of, and the last status of its message.
    async fn complete(&self, head: &Head) -> Result<Leased, QueueError> {
        let held = &head.held;
        let payload = match &held.payload {
            Some(payload) => payload.clone(),
            None => {
                self.broker
                    .events
                    .get_raw_message(held.seq)
                    .await
                    .map_err(broken)?
                    .payload
            }
        };
        let parcel: Parcel = serde_json::from_slice(&payload)
            .map_err(|_| QueueError::Broker("an entry cannot be read".into()))?;
        let current_status = match &parcel.entry.status {
            Some(_) => {
                let known = self.broker.statuses.get(&head.lane).await.map_err(broken)?;
                known.and_then(|status| String::from_utf8(status.to_vec()).ok())
            }
            None => None,
        };
        Ok(Leased {
            seq: head.lease,
            tries: head.tries,
            received_at: parcel.received_at,
            replay: parcel.replay,
            current_status,
            entry: parcel.entry,
        })
    }

    /// Ends a lease that did not come about.
    fn give_back(&self, head: &Head) {
        let due = Instant::now() + POLL;
        self.hub.give_back(&head.lane, head.lease, due);
    }

    async fn settle_one(&self, settled: &Settled) -> Result<(), QueueError> {
        let (lane, lease) = (&settled.leased.entry.lane, settled.leased.seq);
        let Some(held) = self.hub.head(lane, lease) else {
            // The partition was lost meanwhile: whoever has it now handles the event again.
            return Ok(());
        };
        match &settled.outcome {
            Outcome::Retry { after, .. } => {
                let tries = settled.leased.tries;
                tries::wait(&self.broker, held.partition, held.seq, tries).await?;
                self.broker.report(settled).await?;
                self.hub.postpone(lane, lease, Instant::now() + *after);
                return Ok(());
            }
            Outcome::Dead { .. } => dead::bury(&self.broker, settled).await?,
            Outcome::Done => self.remember_status(settled).await?,
            Outcome::Superseded => {}
        }
        self.broker.report(settled).await?;
        held.acker.double_ack().await.map_err(broken)?;
        self.hub.finish(lane, lease);
        if settled.leased.tries > 1 {
            // Left behind, it would do no harm: its number never comes again.
            tries::forget(&self.broker, held.partition, held.seq)
                .await
                .ok();
        }
        Ok(())
    }

    async fn remember_status(&self, settled: &Settled) -> Result<(), QueueError> {
        let leased = &settled.leased;
        if let Some(status) = &leased.entry.status
            && leased
                .current_status
                .as_ref()
                .is_none_or(|current| supersedes(status, current))
        {
            let value = Bytes::from(status.clone());
            self.broker
                .statuses
                .put(&leased.entry.lane, value)
                .await
                .map_err(broken)?;
        }
        Ok(())
    }
}

/// Counts the events that the broker does not take.
async fn too_large(store: &Store) -> Result<u64, QueueError> {
    let count = "SELECT count(*) FROM events WHERE state = 'dead' AND note = ?1";
    let count = store
        .read(move |connection| connection.query_row(count, [outbox::TOO_LARGE], |row| row.get(0)));
    Ok(count.await?)
}

impl Drop for NatsQueue {
    fn drop(&mut self) {
        self.background.iter().for_each(JoinHandle::abort);
    }
}

impl Queue for NatsQueue {
    fn accept(&self, stored: Stored) -> BoxFuture<'_, Result<(), QueueError>> {
        async move {
            match &self.outbox {
                Some(outbox) => outbox.wait_for(stored.last).await,
                None => Ok(()),
            }
        }
        .boxed()
    }

    fn start(&self) -> BoxFuture<'_, Result<(), QueueError>> {
        async {
            let share = Share::start(self.broker.clone(), self.hub.clone());
            *self.share.lock().unwrap_or_else(PoisonError::into_inner) = Some(share);
            Ok(())
        }
        .boxed()
    }

    fn lease(&self, max: usize) -> BoxFuture<'_, Result<Vec<Leased>, QueueError>> {
        async move {
            let more = self.hub.more.notified();
            let mut heads = self.hub.take(max, Instant::now());
            if heads.is_empty() {
                let wait = self.hub.next_due().map_or(POLL, |due| {
                    due.saturating_duration_since(Instant::now()).min(POLL)
                });
                timeout(wait, more).await.ok();
                heads = self.hub.take(max, Instant::now());
            }
            if !heads.is_empty()
                && let Err(problem) = tries::begin(&self.broker, &self.hub, &heads).await
            {
                for head in &heads {
                    self.give_back(head);
                }
                return Err(problem);
            }
            let complete = heads.iter().map(|head| self.complete(head));
            let mut leased = Vec::with_capacity(heads.len());
            let mut error = None;
            for (result, head) in join_all(complete).await.into_iter().zip(&heads) {
                match result {
                    Ok(item) => leased.push(item),
                    Err(problem) => {
                        self.give_back(head);
                        error = Some(problem);
                    }
                }
            }
            match error {
                Some(error) if leased.is_empty() => Err(error),
                _ => Ok(leased),
            }
        }
        .boxed()
    }

    fn settle(&self, settled: Vec<Settled>) -> BoxFuture<'_, Result<(), QueueError>> {
        async move {
            try_join_all(settled.iter().map(|item| self.settle_one(item))).await?;
            Ok(())
        }
        .boxed()
    }

    fn stop(&self) -> BoxFuture<'_, ()> {
        async {
            let share = self
                .share
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take();
            if let Some(share) = share {
                share.stop().await;
            }
        }
        .boxed()
    }

    fn depth(&self) -> BoxFuture<'_, Result<Depth, QueueError>> {
        async {
            let mut depth = self.broker.depth().await?;
            if let Some(store) = &self.store {
                let local = super::sqlite::depth(store).await?;
                depth.entries += local.entries;
                depth.dead += too_large(store).await?;
                depth.oldest = match (depth.oldest, local.oldest) {
                    (Some(there), Some(here)) => Some(there.min(here)),
                    (there, here) => there.or(here),
                };
            }
            Ok(depth)
        }
        .boxed()
    }

    fn is_up(&self) -> bool {
        self.broker.client.connection_state() == connection::State::Connected
    }

    fn dead(&self, limit: usize) -> BoxFuture<'_, Result<Vec<DeadLetter>, QueueError>> {
        async move {
            let mut dead = dead::list(&self.broker, limit).await?;
            if let Some(store) = &self.store {
                // What is too large for the broker is kept here.
                let local = super::sqlite::dead(store, limit).await?;
                let is_new = |letter: &DeadLetter| {
                    dead.iter().all(|known| known.entry.key != letter.entry.key)
                };
                let local: Vec<_> = local.into_iter().filter(is_new).collect();
                dead.extend(local);
            }
            dead.sort_by_key(|letter| std::cmp::Reverse(letter.died_at));
            dead.truncate(limit);
            Ok(dead)
        }
        .boxed()
    }

    fn retry_dead<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), QueueError>> {
        async move {
            match (dead::retry(&self.broker, key).await, &self.store) {
                (Err(QueueError::NotFound), Some(store)) => {
                    super::sqlite::retry_dead(store, key).await
                }
                (result, _) => result,
            }
        }
        .boxed()
    }

    fn purge_dead<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), QueueError>> {
        async move {
            match (dead::purge(&self.broker, key).await, &self.store) {
                (Err(QueueError::NotFound), Some(store)) => {
                    super::sqlite::purge_dead(store, key).await
                }
                (result, _) => result,
            }
        }
        .boxed()
    }
}
