//! Sends requests to the bot over a connection.

use std::{collections::BTreeSet, sync::Mutex};

use axum_bot::{Bot, router};
use reqwest::Client;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use whatsapp_webhooks::testing::{self, Sender};
use whatsapp_webhooks::{Provider, meta};

#[tokio::test]
async fn a_client_is_answered_over_a_connection() {
    let (replies, mut outbox) = mpsc::channel(8);
    let bot = Bot {
        endpoint: meta::Endpoint::new(testing::SECRET, testing::TOKEN).unwrap(),
        replies,
        seen: Mutex::new(BTreeSet::new()),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/webhook", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, router(bot)).await });
    let client = Client::builder().no_proxy().build().unwrap();

    let handshake = format!("{url}?{}", testing::handshake(testing::TOKEN, "115"));
    let response = client.get(handshake).send().await.unwrap();
    assert_eq!(response.text().await.unwrap(), "115");

    // As long as Meta's deliveries get.
    let fixtures = testing::fixtures(Provider::Meta);
    let text = fixtures.iter().find(|it| it.name() == "text").unwrap();
    let mut body = text.body().to_vec();
    body.resize(3 * 1024 * 1024, b' ');
    let sender = Sender::of(Provider::Meta);
    for (sent, expected) in [
        (sender.good(body.clone()), 200),
        (sender.good(body.clone()), 200),
        (sender.wrong_signature(body), 401),
    ] {
        let mut request = client.post(&url).body(sent.body);
        for (name, value) in sent.headers {
            request = request.header(name, value);
        }
        assert_eq!(request.send().await.unwrap().status(), expected);
    }
    assert!(outbox.try_recv().is_ok());
    assert!(outbox.try_recv().is_err(), "one reply");
}
