//! Sends requests to the server over a connection, as Meta does.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use hyper_server::{App, serve};
use reqwest::{Client, Response};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use whatsapp_webhooks::testing::{self, Sender, Sent};
use whatsapp_webhooks::{Event, Provider, meta};

struct Server {
    client: Client,
    url: String,
    events: mpsc::Receiver<Event>,
}

impl Server {
    async fn start() -> Self {
        let (sender, events) = mpsc::channel(4096);
        let app = App {
            endpoint: meta::Endpoint::new(testing::SECRET, testing::TOKEN).unwrap(),
            events: sender,
            seen: Mutex::new(BTreeSet::new()),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/webhook", listener.local_addr().unwrap());
        tokio::spawn(serve(listener, Arc::new(app)));
        let client = Client::builder().no_proxy().build().unwrap();
        Self {
            client,
            url,
            events,
        }
    }

    async fn post(&self, sent: Sent) -> u16 {
        let mut request = self.client.post(&self.url).body(sent.body);
        for (name, value) in sent.headers {
            request = request.header(name, value);
        }
        request.send().await.unwrap().status().as_u16()
    }

    async fn get(&self, query: &str) -> Response {
        let url = format!("{}?{query}", self.url);
        self.client.get(url).send().await.unwrap()
    }
}

fn text() -> testing::Fixture {
    let mut fixtures = testing::fixtures(Provider::Meta).iter();
    *fixtures.find(|fixture| fixture.name() == "text").unwrap()
}

#[tokio::test]
async fn a_delivery_is_handled_once_and_a_forged_one_never() {
    let mut server = Server::start().await;
    let sender = Sender::of(Provider::Meta);
    for sent in sender.duplicate(text().body()) {
        assert_eq!(server.post(sent).await, 200);
    }
    for sent in [
        sender.wrong_signature(text().body()),
        sender.missing_signature(text().body()),
        sender.truncated(text().body()),
    ] {
        assert_eq!(server.post(sent).await, 401);
    }
    assert_eq!(server.post(sender.unreadable(text().body())).await, 200);
    let events: Vec<Event> = std::iter::from_fn(|| server.events.try_recv().ok()).collect();
    assert_eq!(Some(events), text().events());
}

#[tokio::test]
async fn a_body_of_three_mebibytes_is_read_and_a_longer_one_is_too_large() {
    let server = Server::start().await;
    let mut body = text().body().to_vec();
    body.resize(3 * 1024 * 1024, b' ');
    let sender = Sender::of(Provider::Meta);
    assert_eq!(server.post(sender.good(body.clone())).await, 200);
    body.push(b' ');
    assert_eq!(server.post(sender.good(body)).await, 413);
}

#[tokio::test]
async fn a_handshake_over_a_connection_is_answered_or_refused() {
    let server = Server::start().await;
    let good = server.get(&testing::handshake(testing::TOKEN, "115")).await;
    assert_eq!(good.status(), 200);
    let content_type = good.headers()["content-type"].to_str().unwrap();
    assert!(content_type.starts_with("text/plain"), "{content_type}");
    assert_eq!(good.text().await.unwrap(), "115");
    let bad = server.get(&testing::handshake("guess", "115")).await;
    assert_eq!(bad.status(), 403);
    assert_eq!(bad.text().await.unwrap(), "");
}

#[tokio::test]
async fn a_delivery_that_nobody_handles_is_asked_for_again() {
    let mut server = Server::start().await;
    server.events.close();
    let sent = Sender::of(Provider::Meta).good(text().body());
    for sent in [sent.clone(), sent] {
        assert_eq!(server.post(sent).await, 503);
    }
}
