//! What operators call: output, exit codes, and the record of who did what and why.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::Duration;

use receiver::clock;
use receiver::config::{Config, first};
use receiver::entry::Entry;
use receiver::queue::{Leased, Outcome, Queue, Settled, SqliteQueue};
use receiver::store::{NewDelivery, Store};
use serde_json::Value;
use tempfile::TempDir;
use whatsapp_webhooks::meta;

/// A folder with a dead letter, an event that was handled, and a parked body.
struct Bench {
    folder: TempDir,
    store: Store,
    keys: Vec<String>,
}

impl Bench {
    async fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("receiver.toml");
        first::write(&path).unwrap();
        let store = Store::open(&Config::load(&path).unwrap().data, None).unwrap();
        let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[
            {"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"a"}},
            {"from":"16505550000","id":"wamid.B","type":"text","text":{"body":"b"}}]}}]}]}"#;
        let events = meta::parse(&body[..]).unwrap();
        let entries: Vec<Entry> = events
            .iter()
            .map(|event| Entry::new("meta/main", event).unwrap())
            .collect();
        let keys: Vec<String> = entries.iter().map(|entry| entry.key.clone()).collect();
        let mut bench = Self {
            folder,
            store,
            keys: Vec::new(),
        };
        bench.deliver(body, entries, None).await;
        // Written when the parser could not read it yet.
        let readable = br#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[
            {"from":"16505551234","id":"wamid.C","type":"text","text":{"body":"c"}}]}}]}]}"#;
        bench
            .deliver(
                readable,
                Vec::new(),
                Some("an older version could not read it"),
            )
            .await;
        for leased in bench.lease().await {
            let outcome = match leased.entry.key == keys[0] {
                true => Outcome::Dead {
                    reason: "answered with 400".into(),
                },
                false => Outcome::Done,
            };
            bench.settle(leased, outcome).await;
        }
        bench.keys = keys;
        bench
    }

    async fn deliver(&self, body: &'static [u8], entries: Vec<Entry>, problem: Option<&str>) {
        let delivery = NewDelivery {
            received_at: clock::now(),
            endpoint: "meta/main".into(),
            provider: "meta".into(),
            body: body.into(),
            problem: problem.map(str::to_owned),
            secret_index: Some(0),
            entries,
            findings: Vec::new(),
            body_key: format!("body:{}", body.len()),
        };
        self.store.deliver(delivery).await.unwrap();
    }

    /// Leases everything as a worker does.
    async fn lease(&self) -> Vec<Leased> {
        let queue = SqliteQueue::new(self.store.clone(), Duration::from_secs(60));
        queue.start().await.unwrap();
        let leased = queue.lease(100).await.unwrap();
        queue.stop().await;
        leased
    }

    async fn settle(&self, leased: Leased, outcome: Outcome) {
        let queue = SqliteQueue::new(self.store.clone(), Duration::from_secs(60));
        let at = clock::now();
        queue
            .settle(vec![Settled {
                leased,
                outcome,
                at,
            }])
            .await
            .unwrap();
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join("receiver.toml")
    }

    fn call(&self, arguments: &[&str]) -> (i32, Vec<Value>) {
        let Output { status, stdout, .. } = Command::new(env!("CARGO_BIN_EXE_receiver"))
            .arg("--config")
            .arg(self.config())
            .args(arguments)
            .output()
            .unwrap();
        let text = String::from_utf8(stdout).unwrap();
        let lines = text
            .lines()
            .map(|line| serde_json::from_str(line).expect(line));
        (status.code().unwrap(), lines.collect())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dead_letters_are_listed_shown_retried_and_purged() {
    let bench = Bench::new().await;
    let key = bench.keys[0].as_str();
    let (code, lines) = bench.call(&["dead", "list"]);
    assert_eq!((code, lines.len()), (0, 1));
    assert_eq!(
        (&lines[0]["key"], &lines[0]["reason"]),
        (&key.into(), &"answered with 400".into())
    );

    let (code, lines) = bench.call(&["dead", "show", key]);
    assert_eq!(code, 0);
    let shown = lines[0]["event"].to_string();
    assert!(
        !shown.contains("16505551234") && shown.contains("•••••••••34"),
        "{shown}"
    );
    let (_, lines) = bench.call(&["dead", "show", key, "--show-numbers"]);
    assert!(lines[0]["event"].to_string().contains("16505551234"));

    assert_eq!(bench.call(&["dead", "retry", key]).0, 2, "without a reason");
    assert_eq!(bench.call(&["dead", "retry", "nobody", "--why", "x"]).0, 4);
    assert_eq!(
        bench
            .call(&["dead", "retry", key, "--who", "Ada", "--why", "mended"])
            .0,
        0
    );
    assert_eq!(
        bench.call(&["dead", "retry", "--all", "--why", "x"]).0,
        4,
        "none is left"
    );
    let leased = bench.lease().await.remove(0);
    assert_eq!((leased.entry.key.as_str(), leased.replay), (key, false));
    bench
        .settle(
            leased,
            Outcome::Dead {
                reason: "answered with 400".into(),
            },
        )
        .await;
    assert_eq!(
        bench
            .call(&[
                "dead", "purge", "--all", "--who", "Ada", "--why", "hopeless"
            ])
            .0,
        0
    );
    assert_eq!(bench.call(&["dead", "list"]), (0, Vec::new()));

    let (code, lines) = bench.call(&["status"]);
    assert_eq!(code, 0);
    let actions = lines[0]["last_actions"].as_array().unwrap();
    let told: Vec<String> = actions
        .iter()
        .map(|it| format!("{} {} {}", it["who"], it["what"], it["why"]))
        .collect();
    assert_eq!(
        told,
        [
            r#""Ada" "dead purge" "hopeless""#,
            r#""Ada" "dead retry" "mended""#
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replay_is_marked_and_recorded() {
    let bench = Bench::new().await;
    let (code, lines) = bench.call(&["replay", "--from", "1h", "--dry-run", "--why", "a look"]);
    assert_eq!((code, &lines[0]["events"]), (0, &2.into()));
    assert!(bench.lease().await.is_empty());
    let range = [
        "replay",
        "--from",
        "1h",
        "--kind",
        "message",
        "--endpoint",
        "meta/main",
        "--who",
        "Ada",
        "--why",
        "lost there",
    ];
    let (code, lines) = bench.call(&range);
    assert_eq!((code, &lines[0]["events"]), (0, &2.into()));
    let leased = bench.lease().await;
    assert_eq!(leased.len(), 2);
    assert!(leased.iter().all(|item| item.replay));
    for item in leased {
        bench.settle(item, Outcome::Done).await;
    }
    let event = bench.store.event(&bench.keys[1]).await.unwrap().unwrap();
    assert_eq!(
        (event.state.as_str(), event.note.as_deref()),
        ("done", Some("replay"))
    );
    assert_eq!(
        bench
            .call(&[
                "replay",
                "--from",
                "2020-01-01",
                "--to",
                "2020-01-02",
                "--why",
                "x"
            ])
            .0,
        4
    );
    assert_eq!(bench.call(&["replay", "--from", "soon", "--why", "x"]).0, 2);
    assert_eq!(bench.store.actions(10).await.unwrap()[1].what, "replay");
}

#[tokio::test(flavor = "multi_thread")]
async fn parked_bodies_are_read_once_more() {
    let bench = Bench::new().await;
    let (code, lines) = bench.call(&["replay", "--parked", "--why", "upgrade"]);
    assert_eq!(code, 0);
    assert_eq!(
        (&lines[0]["parked"], &lines[0]["read"], &lines[0]["events"]),
        (&1.into(), &1.into(), &1.into())
    );
    let leased = bench.lease().await;
    assert_eq!(leased[0].entry.message.as_deref(), Some("wamid.C"));
    assert!(bench.store.parked(10).await.unwrap().is_empty());
    assert_eq!(bench.call(&["replay", "--parked", "--why", "again"]).0, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_configuration_that_is_refused_has_a_code_of_its_own() {
    let bench = Bench::new().await;
    let (code, lines) = bench.call(&["check-config"]);
    assert_eq!((code, &lines[0]["ok"]), (0, &true.into()));
    for command in [&["check-config"][..], &["serve"], &["work"], &["status"]] {
        fs::write(bench.folder.path().join("secrets/meta_app_secret"), "\n").unwrap();
        assert_eq!(bench.call(command).0, 3, "{command:?}");
    }
}
