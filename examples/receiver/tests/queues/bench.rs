//! A store with a queue of either kind.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use receiver::config::Config;
use receiver::entry::Entry;
use receiver::queue::{Leased, NatsQueue, Outcome, Queue, Settled, SqliteQueue};
use receiver::store::{NewDelivery, Store};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::broker;

#[derive(Clone, Copy)]
pub enum Kind {
    Sqlite,
    Nats,
}

/// A store with a queue.
pub struct Bench {
    pub kind: Kind,
    pub config: Config,
    pub store: Store,
    pub queue: Arc<dyn Queue>,
    _folder: TempDir,
}

/// One server for all tests, with streams of their own.
pub fn server() -> Option<&'static str> {
    static SERVER: OnceLock<Option<(broker::Broker, String)>> = OnceLock::new();
    let server = SERVER.get_or_init(|| {
        let folder = TempDir::new().unwrap().keep();
        let broker = broker::Broker::start(&folder).unwrap()?;
        let url = broker.url();
        Some((broker, url))
    });
    server.as_ref().map(|(_, url)| url.as_str())
}

pub async fn open(kind: Kind, config: &Config, store: &Store) -> Arc<dyn Queue> {
    let queue: Arc<dyn Queue> = match kind {
        Kind::Sqlite => Arc::new(SqliteQueue::new(store.clone(), Duration::from_secs(60))),
        Kind::Nats => Arc::new(
            NatsQueue::connect(config, Some(store.clone()))
                .await
                .unwrap(),
        ),
    };
    queue.start().await.unwrap();
    queue
}

impl Bench {
    pub async fn new(kind: Kind) -> Option<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let url = match kind {
            Kind::Sqlite => "sqlite",
            Kind::Nats => match server() {
                Some(url) => url,
                None => {
                    eprintln!("SKIPPED: nats-server is not installed");
                    return None;
                }
            },
        };
        let toml = format!(
            "queue = \"{url}\"\n[nats]\nprefix = \"t{count}\"\npartitions = 4\ntakeover = \"2s\""
        );
        let config: Config = toml::from_str(&toml).unwrap();
        let folder = TempDir::new().unwrap();
        let store = Store::open(&folder.path().join("store.db"), None).unwrap();
        let queue = open(kind, &config, &store).await;
        Some(Self {
            kind,
            config,
            store,
            queue,
            _folder: folder,
        })
    }

    /// Delivers events, given as lane and name.
    pub async fn deliver(&self, events: &[(&str, &str)]) {
        let entries: Vec<Entry> = events
            .iter()
            .map(|(lane, name)| entry(lane, name, None))
            .collect();
        self.deliver_entries(entries).await;
    }

    pub async fn deliver_entries(&self, entries: Vec<Entry>) {
        let delivery = NewDelivery {
            received_at: receiver::clock::now(),
            endpoint: "meta/main".into(),
            provider: "meta".into(),
            body: "{}".into(),
            problem: None,
            secret_index: None,
            entries,
            findings: Vec::new(),
            body_key: "body".into(),
        };
        let stored = self.store.deliver(delivery).await.unwrap();
        self.queue.accept(stored).await.unwrap();
    }

    /// Leases until there are that many.
    pub async fn lease(&self, count: usize) -> Vec<Leased> {
        let begin = Instant::now();
        let mut leased = Vec::new();
        while leased.len() < count {
            assert!(
                begin.elapsed() < Duration::from_secs(20),
                "only {:?}",
                names(&leased)
            );
            leased.extend(self.queue.lease(100).await.unwrap());
        }
        leased.sort_by(|a, b| a.entry.key.cmp(&b.entry.key));
        leased
    }

    /// Leases nothing for a while.
    pub async fn nothing(&self) {
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_millis(700) {
            let leased = self.queue.lease(100).await.unwrap();
            assert!(leased.is_empty(), "{:?}", names(&leased));
        }
    }

    pub async fn settle(&self, leased: Leased, outcome: Outcome) {
        let at = receiver::clock::now();
        self.queue
            .settle(vec![Settled {
                leased,
                outcome,
                at,
            }])
            .await
            .unwrap();
    }

    pub async fn state(&self, key: &str) -> String {
        let key = key.to_owned();
        let select = "SELECT state FROM events WHERE key = ?1";
        self.store
            .read(move |connection| connection.query_row(select, [key], |row| row.get(0)))
            .await
            .unwrap()
    }

    /// The outcome reaches the store of the receiver, in its time.
    pub async fn becomes(&self, key: &str, state: &str) {
        let begin = Instant::now();
        while self.state(key).await != state {
            assert!(
                begin.elapsed() < Duration::from_secs(10),
                "{key} is {}",
                self.state(key).await
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

pub fn entry(lane: &str, name: &str, status: Option<&str>) -> Entry {
    Entry {
        key: name.into(),
        endpoint: "meta/main".into(),
        provider: "meta".into(),
        kind: "message".into(),
        detail: "text".into(),
        lane: lane_of(lane),
        message: None,
        status: status.map(str::to_owned),
        occurred_at: None,
        json: "{\"message\":{}}".into(),
    }
}

/// A hash, as real lanes are: the partitions follow from its first digits.
fn lane_of(name: &str) -> String {
    let digest = Sha256::digest(name);
    digest[..12]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

pub fn names(leased: &[Leased]) -> Vec<&str> {
    leased
        .iter()
        .map(|leased| leased.entry.key.as_str())
        .collect()
}

pub fn one(mut leased: Vec<Leased>) -> Leased {
    assert_eq!(leased.len(), 1, "{:?}", names(&leased));
    leased.remove(0)
}
