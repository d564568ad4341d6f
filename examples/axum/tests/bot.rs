//! Sends requests to the bot as Meta does.

use std::{collections::BTreeSet, fs, process::Command, sync::Mutex};

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use axum_bot::{Bot, router};
use tokio::sync::mpsc;
use tower::ServiceExt;
use whatsapp_webhooks::meta;

const BODY: &str = include_str!("../../../fixtures/meta/text.json");

fn endpoint() -> meta::Endpoint {
    meta::Endpoint::new("the app secret", "the verify token").unwrap()
}

fn bot() -> (Bot, mpsc::Receiver<(String, String)>) {
    let (replies, outbox) = mpsc::channel(8);
    let bot = Bot {
        endpoint: endpoint(),
        replies,
        seen: Mutex::new(BTreeSet::new()),
    };
    (bot, outbox)
}

fn signed(body: &str) -> Request<Body> {
    let signature = endpoint().sign(body.as_bytes()).unwrap();
    Request::post("/webhook")
        .header("X-Hub-Signature-256", signature)
        .body(body.to_owned().into())
        .unwrap()
}

async fn answer(request: Request<Body>) -> Response<Body> {
    router(bot().0).oneshot(request).await.unwrap()
}

#[tokio::test]
async fn a_text_is_answered_once_however_often_it_is_delivered() {
    let (bot, mut outbox) = bot();
    let router = router(bot);
    for _ in 0..2 {
        let response = router.clone().oneshot(signed(BODY)).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
    }
    drop(router);
    let (to, text) = outbox.recv().await.unwrap();
    assert!(BODY.contains(&to), "{to}");
    assert!(text.starts_with("You said: "), "{text}");
    assert_eq!(outbox.recv().await, None);
}

/// Cases: E14.
#[tokio::test]
async fn the_handshake_is_answered_with_the_challenge_or_refused() {
    let get = |query: &str| Request::get(format!("/webhook{query}")).body(Body::empty());
    let good = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=the%20verify%20token";
    let response = answer(get(good).unwrap()).await;
    assert_eq!(response.status(), StatusCode::OK);
    let content_type = response.headers()[header::CONTENT_TYPE].to_str().unwrap();
    assert!(content_type.starts_with("text/plain"), "{content_type}");
    let body = to_bytes(response.into_body(), 1024).await.unwrap();
    assert_eq!(body, "1158201444");

    for query in ["", "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x"] {
        let response = answer(get(query).unwrap()).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{query}");
        let body = to_bytes(response.into_body(), 1024).await.unwrap();
        assert!(body.is_empty(), "{query}");
    }
}

/// Cases: N13.
#[tokio::test]
async fn what_is_not_proven_is_refused() {
    let mut request = signed(BODY);
    *request.body_mut() = format!("{BODY} ").into();
    let changed = answer(request).await;

    let mut request = signed(BODY);
    request.headers_mut().clear();
    for response in [changed, answer(request).await] {
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        let body = to_bytes(response.into_body(), 1024).await.unwrap();
        assert!(body.is_empty(), "the reason is not told");
    }
}

#[tokio::test]
async fn a_body_of_three_megabytes_is_read_and_a_longer_one_is_too_large() {
    let limit = 3 * 1024 * 1024;
    let longest = format!("{BODY}{}", " ".repeat(limit - BODY.len()));
    assert_eq!(answer(signed(&longest)).await.status(), StatusCode::OK);
    let response = answer(signed(&format!("{longest} "))).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_proven_body_that_cannot_be_read_is_not_asked_for_again() {
    assert_eq!(answer(signed("{")).await.status(), StatusCode::OK);
}

/// Cases: A11.
#[test]
fn the_program_does_not_start_without_its_secrets() {
    for (secret, token) in [
        (None, Some("token")),
        (Some(""), Some("token")),
        (Some("secret"), Some(" ")),
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_axum-bot"));
        program.env_remove("APP_SECRET").env_remove("VERIFY_TOKEN");
        program.envs(secret.map(|value| ("APP_SECRET", value)));
        program.envs(token.map(|value| ("VERIFY_TOKEN", value)));
        let output = program.output().unwrap();
        assert!(!output.status.success(), "{secret:?} {token:?}");
        assert!(!output.stderr.is_empty());
    }
}

/// Cases: Q11.
#[test]
fn the_readme_shows_this_bot() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let source = fs::read_to_string(format!("{folder}/src/lib.rs")).unwrap();
    let (_, rest) = source.split_once("// [readme]\n").unwrap();
    let (shown, _) = rest.split_once("// [/readme]").unwrap();
    let readme = fs::read_to_string(format!("{folder}/../../README.md")).unwrap();
    assert!(
        readme.contains(&format!("```rust,ignore\n{shown}```")),
        "README.md does not contain the code between the markers of src/lib.rs"
    );
}
