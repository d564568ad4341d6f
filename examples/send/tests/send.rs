//! Runs the program against servers on loopback.

use std::process::Output;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::{collections::BTreeSet, net::SocketAddr};

use axum::body::Bytes;
use axum::http::{StatusCode, Uri};
use axum::response::Redirect;
use axum::{Router, routing::post};
use axum_bot::Bot;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::sync::mpsc;
use whatsapp_webhooks::testing;
use whatsapp_webhooks::{Provider, Request, cooby, engage, meta, whatzmeapi};

async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, router).await });
    address
}

/// The bot of the README, with this secret; the URL of its webhook.
async fn bot(secret: &str) -> (String, mpsc::Receiver<(String, String)>) {
    let (replies, outbox) = mpsc::channel(4096);
    let router = axum_bot::router(Bot {
        endpoint: meta::Endpoint::new(secret, testing::TOKEN).unwrap(),
        replies,
        seen: Mutex::new(BTreeSet::new()),
    });
    (format!("http://{}/webhook", serve(router).await), outbox)
}

async fn send(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_send"));
    program.env_remove("APP_SECRET").args(arguments);
    program.output().await.unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = str::from_utf8(&output.stdout).unwrap();
    let read = |line| serde_json::from_str(line).unwrap();
    text.lines().map(read).collect()
}

/// Names of the deliveries that were answered, in order.
fn names(output: &Output) -> Vec<String> {
    let lines = lines(output);
    let name = |line: &Value| Some(line["answer"]["fixture"].as_str()?.to_owned());
    lines.iter().filter_map(name).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fixture_is_sent_and_counted() {
    let (url, mut outbox) = bot(testing::SECRET).await;
    let output = send(&["--json", "--concurrency", "4", &url]).await;
    assert!(output.status.success());
    let lines = lines(&output);
    let count = testing::fixtures(Provider::Meta).len();
    let summary = &lines.last().unwrap()["summary"];
    assert_eq!(lines.len(), count + 1);
    assert_eq!(summary["answers"], count);
    assert_eq!(summary["statuses"]["200"], count);
    assert_eq!(summary["unexpected"], 0);
    let times: Vec<u64> = ["min_us", "p50_us", "p90_us", "p99_us", "max_us"]
        .map(|name| summary[name].as_u64().unwrap())
        .into();
    assert!(times[0] > 0 && times.is_sorted(), "{times:?}");
    assert!(outbox.try_recv().is_ok(), "the bot has read them");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_delivery_must_be_refused() {
    let (url, mut outbox) = bot(testing::SECRET).await;
    let arguments = ["--json", "--fixture", "text", "--bad-signature"];
    let output = send(&[&arguments[..], &[&url]].concat()).await;
    assert!(output.status.success());
    assert_eq!(lines(&output)[0]["answer"]["status"], 401);
    assert!(outbox.try_recv().is_err());
    // A server that lets everybody in, and one that answers nothing but 401.
    let open = serve(Router::new().fallback(|| async { StatusCode::OK })).await;
    let output = send(&[&arguments[..], &[&format!("http://{open}")]].concat()).await;
    assert_eq!(output.status.code(), Some(1));
    let closed = serve(Router::new().fallback(|| async { StatusCode::UNAUTHORIZED })).await;
    let output = send(&["--fixture", "text", &format!("http://{closed}")]).await;
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.starts_with("401 ") && text.contains("text  NOT 2xx"),
        "{text}"
    );
    assert!(text.contains("1 not as expected"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn deliveries_are_repeated_reordered_and_counted() {
    let (url, mut outbox) = bot(testing::SECRET).await;
    let two = ["--json", "--fixture", "text", "--fixture", "status_read"];
    let output = send(&[&two[..], &["--reorder", "--duplicate", &url]].concat()).await;
    assert!(output.status.success());
    assert_eq!(
        names(&output),
        ["status_read", "status_read", "text", "text"]
    );
    assert!(outbox.try_recv().is_ok());
    assert!(outbox.try_recv().is_err(), "one reply");
    let output = send(&[&two[..], &["--count", "3", &url]].concat()).await;
    assert_eq!(names(&output), ["text", "status_read", "text"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rate_and_a_count_are_positive() {
    let (url, _outbox) = bot(testing::SECRET).await;
    let output = send(&[
        "--json",
        "--fixture",
        "text",
        "--count",
        "5",
        "--rate",
        "50",
        &url,
    ])
    .await;
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines.last().unwrap()["summary"]["answers"], 5);
    for wrong in [["--rate", "0"], ["--rate", "nan"], ["--count", "0"]] {
        let output = send(&[&wrong[..], &[&url]].concat()).await;
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mutants_are_answered_without_fault() {
    let (url, _outbox) = bot(testing::SECRET).await;
    let output = send(&["--json", "--fixture", "status_read", "--mutants", &url]).await;
    assert!(output.status.success());
    let names = names(&output);
    assert!(names.len() > 100);
    assert!(names.iter().any(|name| name.contains(": cut after")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_is_an_option_or_in_the_environment() {
    let (url, _outbox) = bot("another secret").await;
    let text = ["--fixture", "text", url.as_str()];
    assert_eq!(send(&text).await.status.code(), Some(1));
    let secret = ["--secret", "another secret"];
    assert!(send(&[&secret[..], &text].concat()).await.status.success());
    let mut program = Command::new(env!("CARGO_BIN_EXE_send"));
    let program = program.args(text).env("APP_SECRET", "another secret");
    assert!(program.status().await.unwrap().success());
    let empty = send(&[&["--secret", " "][..], &text].concat()).await;
    assert_eq!(empty.status.code(), Some(2));
    let help = send(&["--help"]).await;
    assert!(!String::from_utf8_lossy(&help.stdout).contains("another"));
}

/// Every provider's own endpoint lets its deliveries in, and forged ones not.
#[tokio::test(flavor = "multi_thread")]
async fn other_providers_prove_themselves() {
    let secret = testing::SECRET;
    let whatzmeapi = whatzmeapi::Endpoint::new(secret).unwrap();
    let engage = engage::Endpoint::new(testing::ENGAGE_HEADER, secret).unwrap();
    let query = cooby::Endpoint::by_query_secret(testing::QUERY_PARAMETER, secret).unwrap();
    let path = cooby::Endpoint::by_path_secret("p4th").unwrap();
    macro_rules! answer {
        ($endpoint:ident) => {
            post(
                move |uri: Uri, headers: axum::http::HeaderMap, body: Bytes| async move {
                    let headers = headers.iter().map(|(name, value)| (name.as_str(), value));
                    let pairs: Vec<(&str, &[u8])> = headers
                        .map(|(name, value)| (name, value.as_bytes()))
                        .collect();
                    let request = Request::from_pairs(pairs)
                        .with_path(uri.path())
                        .with_query(uri.query().unwrap_or_default());
                    match $endpoint.receive(&request, body) {
                        Ok(_) => StatusCode::OK,
                        Err(error) => StatusCode::from_u16(error.suggested_status()).unwrap(),
                    }
                },
            )
        };
    }
    let router = Router::new()
        .route("/whatzmeapi", answer!(whatzmeapi))
        .route("/engage", answer!(engage))
        .route("/query", answer!(query))
        .route("/path/{secret}", answer!(path));
    let address = serve(router).await;
    for (provider, path, option) in [
        ("whatzmeapi", "whatzmeapi", "--json"),
        ("engage", "engage", "--json"),
        ("cooby", "query", "--json"),
        ("cooby", "query?tenant=7", "--json"),
        ("cooby", "path/p4th", "--path-secret"),
        ("cooby", "path/p4th?tenant=7", "--path-secret"),
    ] {
        let url = format!("http://{address}/{path}");
        let arguments = ["--provider", provider, "--count", "3", option, &url];
        let output = send(&arguments).await;
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{path}: {text}");
        assert!(!text.contains(secret), "{text}");
        let forged = send(&[&["--bad-signature"][..], &arguments].concat()).await;
        let text = String::from_utf8_lossy(&forged.stdout);
        assert!(forged.status.success(), "{path}: {text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn other_machines_and_redirects_are_not_sent_to() {
    for url in [
        "http://192.0.2.1/",
        "http://[2001:db8::1]/",
        "https://127.0.0.1/",
    ] {
        let output = send(&["--fixture", "text", url]).await;
        assert_eq!(output.status.code(), Some(2), "{url}");
        assert!(output.stdout.is_empty(), "{url}");
        assert!(!output.stderr.is_empty(), "{url}");
    }
    let hits = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&hits);
    let target = serve(Router::new().fallback(move || async move {
        count.fetch_add(1, Ordering::SeqCst);
    }))
    .await;
    let to = format!("http://{target}/");
    let redirect = Router::new().fallback(move || async move { Redirect::temporary(&to) });
    let url = format!("http://{}/", serve(redirect).await);
    let output = send(&["--fixture", "text", &url]).await;
    assert_eq!(output.status.code(), Some(1), "a redirect is no 2xx");
    assert_eq!(hits.load(Ordering::SeqCst), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_answer_is_told_without_the_url() {
    // Bound and closed: nobody listens there.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/?key=s3cret", listener.local_addr().unwrap());
    drop(listener);
    let output = send(&["--fixture", "text", &url]).await;
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("no answer") && text.contains("1 missing"),
        "{text}"
    );
    assert!(!text.contains("s3cret"), "{text}");
}

#[tokio::test]
async fn the_list_has_kinds_and_needs_no_url() {
    let output = send(&["--list", "--kind", "status"]).await;
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.lines().any(|line| line == "status_read  status"),
        "{text}"
    );
    assert!(!text.contains("\ntext  "), "{text}");
    let output = send(&["--list", "--json", "--provider", "cooby", "--kind", "text"]).await;
    let lines = lines(&output);
    assert!(!lines.is_empty());
    let kinds = lines[0]["kinds"].as_array().unwrap();
    assert!(kinds.contains(&"message/text".into()), "{kinds:?}");
    for wrong in [["--fixture", "no such"], ["--kind", "no such"]] {
        let output = send(&[&wrong[..], &["--list"]].concat()).await;
        assert_eq!(output.status.code(), Some(2));
    }
    assert_eq!(send(&[]).await.status.code(), Some(2));
}
