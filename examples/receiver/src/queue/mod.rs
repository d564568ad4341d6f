//! What waits to be handled. One trait, two queues.

pub mod nats;
pub mod sqlite;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::entry::Entry;
use crate::store::{Store, StoreError, Stored};

pub use self::nats::NatsQueue;
pub use self::sqlite::SqliteQueue;

/// Why a queue did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the broker: {0}")]
    Broker(String),
    #[error("another process works on this queue: {0}")]
    Taken(String),
    #[error("no event with this key")]
    NotFound,
}

/// An event that is leased to a worker: no other worker has an event of its lane.
#[derive(Clone, Debug)]
pub struct Leased {
    /// The queue's own number of the entry.
    pub seq: u64,
    pub entry: Entry,
    /// Which try this is, counted from 1.
    pub tries: u32,
    pub received_at: i64,
    pub replay: bool,
    /// The last status of the message that was handled, if the event is a status.
    pub current_status: Option<String>,
}

/// How a try ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// A status that does not supersede the last one, and was not handed over.
    Superseded,
    Retry {
        after: Duration,
        reason: String,
    },
    Dead {
        reason: String,
    },
}

impl Outcome {
    /// Returns the state of the event that follows.
    pub fn state(&self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Superseded => "superseded",
            Self::Retry { .. } => "retry",
            Self::Dead { .. } => "dead",
        }
    }

    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Retry { reason, .. } | Self::Dead { reason } => Some(reason),
            Self::Done | Self::Superseded => None,
        }
    }
}

/// A leased event with the outcome of its try.
#[derive(Clone, Debug)]
pub struct Settled {
    pub leased: Leased,
    pub outcome: Outcome,
    pub at: i64,
}

/// How much waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Depth {
    /// Entries, those in work included.
    pub entries: u64,
    /// Milliseconds since 1970 at which the oldest was received.
    pub oldest: Option<i64>,
    pub dead: u64,
}

/// An event that was given up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeadLetter {
    pub entry: Entry,
    pub received_at: i64,
    pub died_at: i64,
    pub tries: u32,
    pub reason: String,
}

/// A queue of events, in order within each lane.
///
/// The store is the source: an event stands in its table `queue` from the transaction of its delivery on. A queue works
/// that table off, or moves it to a broker.
pub trait Queue: Send + Sync + 'static {
    /// Returns once the queue itself keeps all that a delivery brought: only then is the sender answered.
    fn accept(&self, stored: Stored) -> BoxFuture<'_, Result<(), QueueError>>;

    /// Begins to lease: takes up what was in work when the last worker ended.
    fn start(&self) -> BoxFuture<'_, Result<(), QueueError>>;

    /// Leases the first event of up to `max` lanes. Waits a moment if there is none, and may then return none.
    fn lease(&self, max: usize) -> BoxFuture<'_, Result<Vec<Leased>, QueueError>>;

    /// Settles what was leased; the next events of those lanes can be leased then.
    fn settle(&self, settled: Vec<Settled>) -> BoxFuture<'_, Result<(), QueueError>>;

    /// Stops leasing, so that others can take over.
    fn stop(&self) -> BoxFuture<'_, ()>;

    fn depth(&self) -> BoxFuture<'_, Result<Depth, QueueError>>;

    /// Returns whether the queue can be reached.
    fn is_up(&self) -> bool;

    /// Lists dead letters, the newest first.
    fn dead(&self, limit: usize) -> BoxFuture<'_, Result<Vec<DeadLetter>, QueueError>>;

    /// Puts a dead letter at the end of its lane again.
    fn retry_dead<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), QueueError>>;

    /// Removes a dead letter for good.
    fn purge_dead<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), QueueError>>;
}

/// Opens the queue that the configuration names.
pub async fn open(config: &Config, store: &Store) -> Result<Arc<dyn Queue>, QueueError> {
    Ok(if config.is_nats() {
        Arc::new(NatsQueue::connect(config, Some(store.clone())).await?)
    } else {
        Arc::new(SqliteQueue::new(
            store.clone(),
            config.worker.longest_backoff,
        ))
    })
}
