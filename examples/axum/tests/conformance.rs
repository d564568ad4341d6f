//! Tests a handler with `whatsapp_webhooks::testing`: every fixture, forged and repeated deliveries, broken bodies.

use std::{collections::BTreeSet, sync::Mutex};

use axum::body::Body;
use axum::http::StatusCode;
use axum::{Router, http::Request};
use axum_bot::{Bot, router};
use tokio::sync::mpsc;
use tower::ServiceExt;
use whatsapp_webhooks::testing::{self, Sender, Sent};
use whatsapp_webhooks::{Event, Provider, meta};

fn bot() -> (Router, mpsc::Receiver<(String, String)>) {
    let (replies, outbox) = mpsc::channel(4096);
    let bot = Bot {
        endpoint: meta::Endpoint::new(testing::SECRET, testing::TOKEN).unwrap(),
        replies,
        seen: Mutex::new(BTreeSet::new()),
    };
    (router(bot), outbox)
}

fn sender() -> Sender {
    Sender::of(Provider::Meta).with_path("/webhook")
}

async fn answer(router: &Router, sent: Sent) -> StatusCode {
    let request: Request<Body> = sent.into_http().unwrap().map(Body::from);
    router.clone().oneshot(request).await.unwrap().status()
}

#[tokio::test]
async fn every_fixture_is_answered_with_200_and_each_text_once() {
    let (router, mut outbox) = bot();
    let mut texts = BTreeSet::new();
    for fixture in testing::fixtures(Provider::Meta) {
        for sent in sender().duplicate(fixture.body()) {
            assert_eq!(answer(&router, sent).await, StatusCode::OK, "{fixture:?}");
        }
        let events = fixture.events().unwrap();
        let to_reply = |event: &&Event| {
            let message = event.as_message();
            message.is_some_and(|it| it.reply_to().is_some() && it.text().is_some())
        };
        texts.extend(events.iter().filter(to_reply).map(Event::dedup_key));
    }
    drop(router);
    let mut replies = 0;
    while outbox.recv().await.is_some() {
        replies += 1;
    }
    assert!(replies > 0);
    assert_eq!(replies, texts.len());
}

#[tokio::test]
async fn forged_deliveries_are_refused() {
    let (router, mut outbox) = bot();
    let body = testing::fixtures(Provider::Meta)[0].body();
    for sent in [
        sender().wrong_signature(body.clone()),
        sender().missing_signature(body.clone()),
        sender().truncated(body),
    ] {
        let status = answer(&router, sent).await;
        assert!(matches!(status.as_u16(), 401 | 403), "{status}");
    }
    drop(router);
    assert_eq!(outbox.recv().await, None);
}

#[tokio::test]
async fn broken_bodies_are_never_a_fault_of_the_server() {
    let (router, _outbox) = bot();
    let text = testing::fixtures(Provider::Meta)
        .iter()
        .find(|it| it.name() == "text");
    for mutant in testing::mutants(text.unwrap().body()) {
        let status = answer(&router, sender().good(mutant.body.clone())).await;
        assert!(!status.is_server_error(), "{mutant:?}: {status}");
        assert_ne!(status, StatusCode::UNAUTHORIZED, "{mutant:?}");
    }
}
