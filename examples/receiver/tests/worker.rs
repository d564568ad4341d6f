//! The worker with a handler of our own.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use receiver::clock;
use receiver::config::{self, Config};
use receiver::entry::Entry;
use receiver::handler::{Failure, Handler};
use receiver::queue::{Leased, Queue, SqliteQueue};
use receiver::store::{NewDelivery, Store};
use receiver::worker::{Pulse, Worker};
use tempfile::TempDir;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Does what the name of an event says, and keeps the names in the order in which it got them.
#[derive(Default)]
struct Odd(Mutex<Vec<String>>);

impl Handler for Odd {
    fn handle<'a>(&'a self, leased: &'a Leased) -> BoxFuture<'a, Result<(), Failure>> {
        self.0
            .lock()
            .unwrap()
            .push(format!("{} {}", leased.entry.key, leased.tries));
        let (name, tries) = (leased.entry.key.clone(), leased.tries);
        async move {
            match name.split('-').next().unwrap() {
                "panic" => panic!("odd"),
                "hang" => std::future::pending().await,
                "refuse" => Err(Failure::Permanent {
                    reason: "no".into(),
                }),
                "twice" if tries == 1 => Err(Failure::Retry {
                    reason: "not yet".into(),
                    after: None,
                }),
                _ => Ok(()),
            }
        }
        .boxed()
    }
}

struct Bench {
    _folder: TempDir,
    store: Store,
    odd: Arc<Odd>,
    stop: watch::Sender<bool>,
    worker: JoinHandle<()>,
}

impl Bench {
    async fn new(more: &str) -> Self {
        let toml = format!(
            "[worker]\nbackoff = 20\nlongest_backoff = 50\ntimeout = 200\ntries = 3\n{more}"
        );
        let config: Config = toml::from_str(&toml).unwrap();
        let folder = TempDir::new().unwrap();
        let store = Store::open(&folder.path().join("store.db"), None).unwrap();
        Self::start(folder, store, config.worker).await
    }

    async fn start(folder: TempDir, store: Store, limits: config::Worker) -> Self {
        let queue: Arc<dyn Queue> =
            Arc::new(SqliteQueue::new(store.clone(), limits.longest_backoff));
        queue.start().await.unwrap();
        let odd = Arc::<Odd>::default();
        let handler: Arc<dyn Handler> = odd.clone();
        let (stop, stopped) = watch::channel(false);
        let worker = Worker {
            queue,
            handler: Arc::new(ArcSwap::from_pointee(handler)),
            limits,
            pulse: Arc::<Pulse>::default(),
        };
        let worker = tokio::spawn(worker.run(stopped, Duration::from_secs(2)));
        Self {
            _folder: folder,
            store,
            odd,
            stop,
            worker,
        }
    }

    async fn deliver(&self, events: &[(&str, &str, Option<&str>)]) {
        let entry = |(lane, key, status): &(&str, &str, Option<&str>)| Entry {
            key: (*key).into(),
            endpoint: "meta/main".into(),
            provider: "meta".into(),
            kind: "message".into(),
            detail: "text".into(),
            lane: (*lane).into(),
            message: None,
            status: status.map(str::to_owned),
            occurred_at: None,
            json: "{}".into(),
        };
        let delivery = NewDelivery {
            received_at: clock::now(),
            endpoint: "meta/main".into(),
            provider: "meta".into(),
            body: "{}".into(),
            problem: None,
            secret_index: None,
            entries: events.iter().map(entry).collect(),
            findings: Vec::new(),
            body_key: "body".into(),
        };
        self.store.deliver(delivery).await.unwrap();
    }

    /// Waits until nothing is left, and returns state, tries and note of each event.
    async fn settled(&self) -> Vec<(String, String, u32, Option<String>)> {
        let begin = Instant::now();
        while self.store.counts().await.unwrap().waiting > 0 {
            assert!(begin.elapsed() < Duration::from_secs(20));
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let mut lines = self
            .store
            .events(receiver::store::read::Filter::default(), 100)
            .await
            .unwrap();
        lines.reverse();
        lines
            .into_iter()
            .map(|line| (line.key, line.state, line.tries, line.note))
            .collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_handler_does_ends_in_an_outcome() {
    let bench = Bench::new("").await;
    bench
        .deliver(&[
            ("a", "panic-1", None),
            ("b", "hang-1", None),
            ("c", "refuse-1", None),
            ("d", "twice-1", None),
        ])
        .await;
    bench
        .deliver(&[
            ("a", "fine-a", None),
            ("b", "fine-b", None),
            ("c", "fine-c", None),
            ("d", "fine-d", None),
        ])
        .await;
    let settled = bench.settled().await;
    let told = |key: &str, state: &str, tries, note: Option<&str>| {
        (key.into(), state.into(), tries, note.map(str::to_owned))
    };
    assert_eq!(
        settled,
        [
            told("panic-1", "dead", 3, Some("the handler panicked")),
            told("hang-1", "dead", 3, Some("the handler did not end in time")),
            told("refuse-1", "dead", 1, Some("no")),
            told("twice-1", "done", 2, None),
            told("fine-a", "done", 1, None),
            told("fine-b", "done", 1, None),
            told("fine-c", "done", 1, None),
            told("fine-d", "done", 1, None),
        ]
    );
    let order = bench.odd.0.lock().unwrap().clone();
    let at = |name: &str| order.iter().position(|it| it == name).unwrap();
    // What comes after in a chat waits; other chats do not.
    assert!(at("panic-1 3") < at("fine-a 1"));
    assert!(at("twice-1 2") < at("fine-d 1"));
    assert!(at("fine-c 1") < at("hang-1 3"));
}

#[tokio::test(flavor = "multi_thread")]
async fn statuses_never_move_backwards() {
    let bench = Bench::new("").await;
    for (key, status) in [
        ("s1", "sent"),
        ("s2", "read"),
        ("s3", "delivered"),
        ("s4", "failed"),
        ("s5", "played"),
    ] {
        bench.deliver(&[("m", key, Some(status))]).await;
    }
    let states: Vec<String> = bench
        .settled()
        .await
        .into_iter()
        .map(|(_, state, ..)| state)
        .collect();
    assert_eq!(states, ["done", "done", "superseded", "superseded", "done"]);
    assert_eq!(*bench.odd.0.lock().unwrap(), ["s1 1", "s2 1", "s5 1"]);

    let bench = Bench::new("hand_over_stale = true").await;
    bench
        .deliver(&[("m", "s1", Some("read")), ("m", "s2", Some("sent"))])
        .await;
    bench.settled().await;
    assert_eq!(bench.odd.0.lock().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_ends_the_process_each_time_is_given_up() {
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("store.db"), None).unwrap();
    let limits = config::Worker {
        tries: 2,
        ..config::Worker::default()
    };
    let bench = Bench::start(folder, store.clone(), limits).await;
    bench.worker.abort();
    bench.deliver(&[("a", "fine-1", None)]).await;
    // As if two processes had ended while they had it.
    let tries = "UPDATE lanes SET tries = 2, leased = 1";
    store
        .write(move |connection| connection.execute(tries, ()))
        .await
        .unwrap();
    let Bench {
        _folder,
        store,
        odd,
        stop,
        worker,
    } = bench;
    drop((worker.await, odd, stop));
    let limits = config::Worker {
        tries: 2,
        ..config::Worker::default()
    };
    let bench = Bench::start(_folder, store, limits).await;
    let settled = bench.settled().await;
    assert_eq!((settled[0].1.as_str(), settled[0].2), ("dead", 3));
    assert_eq!(
        settled[0].3.as_deref(),
        Some("in work each time the process ended")
    );
    assert!(bench.odd.0.lock().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_lets_what_is_in_work_end() {
    let bench = Bench::new("").await;
    let names: Vec<String> = (0..200).map(|index| format!("fine-{index}")).collect();
    let events: Vec<(&str, &str, Option<&str>)> = names
        .iter()
        .map(|name| (name.as_str(), name.as_str(), None))
        .collect();
    bench.deliver(&events).await;
    tokio::time::sleep(Duration::from_millis(30)).await;
    bench.stop.send_replace(true);
    bench.worker.await.unwrap();
    let handled = bench.odd.0.lock().unwrap().len();
    let done = bench.store.read(|connection| {
        connection.query_row(
            "SELECT count(*) FROM events WHERE state = 'done'",
            (),
            |row| row.get::<_, usize>(0),
        )
    });
    assert_eq!(
        done.await.unwrap(),
        handled,
        "each that was handed over is settled"
    );
}
