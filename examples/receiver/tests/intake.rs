//! The public routes, for all five providers.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use receiver::config::{Config, Endpoints, first};
use receiver::intake::{Intake, router};
use receiver::queue::SqliteQueue;
use receiver::store::Store;
use tempfile::TempDir;
use tower::ServiceExt;
use whatsapp_webhooks::{meta, whatzmeapi};

/// The configuration that a first start writes.
struct Bench {
    folder: TempDir,
    store: Store,
    app: axum::Router,
}

impl Bench {
    fn new() -> Self {
        Self::with("")
    }

    fn with(more: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("receiver.toml");
        assert!(first::write(&path).unwrap());
        assert!(!first::write(&path).unwrap(), "what is there stays");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{text}\n{more}")).unwrap();
        let config = Config::load(&path).unwrap();
        let store = Store::open(&config.data, None).unwrap();
        let queue = Arc::new(SqliteQueue::new(
            store.clone(),
            config.worker.longest_backoff,
        ));
        let endpoints = Endpoints::build(&config).unwrap();
        let app = router(Arc::new(Intake::new(
            config,
            endpoints,
            store.clone(),
            queue,
        )));
        Self { folder, store, app }
    }

    fn secret(&self, name: &str) -> String {
        let path = self.folder.path().join("secrets").join(name);
        fs::read_to_string(path).unwrap().trim_end().into()
    }

    async fn send(&self, mut request: Request<Body>) -> (StatusCode, String) {
        let peer = SocketAddr::from(([192, 0, 2, 7], 4711));
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let body = to_bytes(answer.into_body(), 65_536).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    /// A delivery as the provider sends it.
    fn delivery(&self, provider: &str, body: &[u8]) -> Request<Body> {
        let path = format!("/webhooks/{provider}/main");
        let request = match provider {
            "meta" => {
                let endpoint =
                    meta::Endpoint::new(self.secret("meta_app_secret"), "unused").unwrap();
                Request::post(path).header("X-Hub-Signature-256", endpoint.sign(body).unwrap())
            }
            "whatzmeapi" => {
                let endpoint = whatzmeapi::Endpoint::new(self.secret("whatzmeapi_secret")).unwrap();
                Request::post(path).header("X-Signature", endpoint.sign(body).unwrap())
            }
            "engage" => Request::post(path).header("X-Auth-Token", self.secret("engage_header")),
            other => Request::post(format!(
                "{path}/{}",
                self.secret(&format!("{other}_path_secret"))
            )),
        };
        request.body(Body::from(body.to_vec())).unwrap()
    }

    async fn count(&self, table: &'static str) -> i64 {
        let select = format!("SELECT count(*) FROM {table}");
        self.store
            .read(move |connection| connection.query_row(&select, (), |row| row.get(0)))
            .await
            .unwrap()
    }
}

fn fixtures(provider: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures")
        .join(provider);
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .collect();
    paths.sort();
    paths
}

#[tokio::test]
async fn every_fixture_of_every_provider_is_stored_once() {
    let bench = Bench::new();
    for provider in ["meta", "whatzmeapi", "engage", "cooby", "partner"] {
        let before = bench.count("events").await;
        let expected = if provider == "whatzmeapi" {
            r#"{"ok":true}"#
        } else {
            ""
        };
        for path in fixtures(provider) {
            let body = fs::read(&path).unwrap();
            let answer = bench.send(bench.delivery(provider, &body)).await;
            assert_eq!(
                answer,
                (StatusCode::OK, expected.to_owned()),
                "{}",
                path.display()
            );
        }
        let stored = bench.count("events").await;
        assert!(stored > before, "{provider}");
        for path in fixtures(provider) {
            let body = fs::read(&path).unwrap();
            bench.send(bench.delivery(provider, &body)).await;
        }
        assert_eq!(
            bench.count("events").await,
            stored,
            "{provider}: the repeats"
        );
    }
    assert_eq!(bench.count("queue").await, bench.count("events").await);
}

#[tokio::test]
async fn the_body_is_kept_to_the_byte_and_the_event_reads_back() {
    let bench = Bench::new();
    let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"a\u0000b"}}]}}]}]}"#;
    assert_eq!(
        bench.send(bench.delivery("meta", body)).await.0,
        StatusCode::OK
    );
    let kept = bench.store.body(1).await.unwrap().unwrap();
    assert_eq!(
        (kept.body.as_slice(), kept.problem, kept.secret_index),
        (&body[..], None, Some(0))
    );
    let lines = bench
        .store
        .events(receiver::store::read::Filter::default(), 10)
        .await
        .unwrap();
    let event: whatsapp_webhooks::Event = serde_json::from_str(&lines[0].json).unwrap();
    assert_eq!(event.as_message().unwrap().text(), Some("a\0b"));
    assert_eq!(event.dedup_key(), lines[0].key);
}

#[tokio::test]
async fn what_a_proven_sender_sends_is_parked_if_it_cannot_be_read() {
    let bench = Bench::new();
    for body in [&b"{"[..], b"", b"\xff\0", b"[]"] {
        for _ in 0..2 {
            assert_eq!(
                bench.send(bench.delivery("meta", body)).await.0,
                StatusCode::OK,
                "{body:?}"
            );
        }
    }
    let parked = bench.store.parked(10).await.unwrap();
    let bodies: Vec<&[u8]> = parked
        .iter()
        .rev()
        .map(|body| body.body.as_slice())
        .collect();
    assert_eq!(bodies, [&b"{"[..], b"", b"\xff\0", b"[]"]);
    assert!(parked.iter().all(|body| body.repeats == 1));
    assert_eq!(bench.count("events").await, 0);
}

#[tokio::test]
async fn what_is_not_known_is_counted_once_for_each_delivery() {
    let bench = Bench::new();
    let body = |id: &str| {
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","shards":7,"changes":[{{"field":"messages","value":{{
                "statuses":[{{"id":"{id}","status":"dreamt","timestamp":"1784000000"}}]}}}}]}}]}}"#
        )
    };
    for id in ["wamid.A", "wamid.B", "wamid.A"] {
        let answer = bench.send(bench.delivery("meta", body(id).as_bytes()));
        assert_eq!(answer.await.0, StatusCode::OK);
    }
    let drift = bench.store.drift().await.unwrap();
    let found: Vec<_> = drift
        .iter()
        .map(|it| (it.kind.as_str(), it.place.as_str(), it.word.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("extra", "entry[].shards", ""),
            ("unknown_value", "MessageStatus", "dreamt"),
        ]
    );
    for it in drift {
        assert_eq!((it.count, it.delivery, it.days.len()), (2, 2, 1));
    }
}

#[tokio::test]
async fn who_proves_nothing_leaves_nothing() {
    let bench = Bench::new();
    let body = fs::read(&fixtures("meta")[0]).unwrap();
    let post = |path: &str| {
        Request::post(path.to_owned())
            .body(Body::from(body.clone()))
            .unwrap()
    };
    let mut changed = bench.delivery("meta", &body);
    *changed.body_mut() = Body::from([&body[..], b" "].concat());
    for (request, expected) in [
        (post("/webhooks/meta/main"), 401),
        (changed, 401),
        (post("/webhooks/whatzmeapi/main"), 401),
        (post("/webhooks/engage/main"), 401),
        (post("/webhooks/cooby/main"), 401),
        (post("/webhooks/cooby/main/a-guessed-secret"), 401),
        (post("/webhooks/partner/main"), 401),
        (post("/webhooks/meta/other"), 404),
        (post("/webhooks/telegram/main"), 404),
    ] {
        let what = format!("{:?}", request.uri());
        let (status, text) = bench.send(request).await;
        assert_eq!((status.as_u16(), text.as_str()), (expected, ""), "{what}");
    }
    for table in ["deliveries", "events", "keys", "queue"] {
        assert_eq!(bench.count(table).await, 0, "{table}");
    }
}

#[tokio::test]
async fn the_handshake_is_answered_where_there_is_one() {
    let bench = Bench::new();
    let get = |path: String| Request::get(path).body(Body::empty()).unwrap();
    let token = bench.secret("meta_verify_token");
    let good = format!(
        "/webhooks/meta/main?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={token}"
    );
    assert_eq!(
        bench.send(get(good)).await,
        (StatusCode::OK, "1158201444".into())
    );
    let wrong =
        "/webhooks/meta/main?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x".to_owned();
    assert_eq!(
        bench.send(get(wrong)).await,
        (StatusCode::FORBIDDEN, String::new())
    );
    assert_eq!(
        bench.send(get("/webhooks/engage/main".into())).await.0,
        StatusCode::METHOD_NOT_ALLOWED
    );
    assert_eq!(
        bench.send(get("/webhooks/meta/nobody".into())).await.0,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn three_mebibytes_are_taken_and_more_is_too_large() {
    let bench = Bench::new();
    let body = fs::read(&fixtures("meta")[0]).unwrap();
    let padded = |len: usize| [&body[..], &vec![b' '; len - body.len()]].concat();
    let largest = padded(3 * 1024 * 1024);
    assert_eq!(
        bench.send(bench.delivery("meta", &largest)).await.0,
        StatusCode::OK
    );
    let larger = padded(3 * 1024 * 1024 + 64 * 1024 + 1);
    assert_eq!(
        bench.send(bench.delivery("meta", &larger)).await.0,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn who_is_refused_too_often_gets_429() {
    let bench = Bench::with("[limits]\nrefused_per_minute = 3");
    let bad = || {
        Request::post("/webhooks/meta/main")
            .body(Body::from("{}"))
            .unwrap()
    };
    for _ in 0..3 {
        assert_eq!(bench.send(bad()).await.0, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(bench.send(bad()).await.0, StatusCode::TOO_MANY_REQUESTS);
}
