//! Requests, deliveries and endpoints as a server holds them.

use std::fmt::Debug;
use std::future::Future;

use whatsapp_webhooks::verify::{AppSecret, VerifyToken};
use whatsapp_webhooks::{
    ConfigError, Delivery, Event, ReceiveError, Request, Verified, VerifyError, cooby, engage,
    meta, partner, whatzmeapi,
};

const BODY: &str = r#"{"object":"whatsapp_business_account","entry":[{"id":"102030405060708","changes":[
    {"field":"messages","value":{"metadata":{"phone_number_id":"104857600123456"},"messages":[{"from":
    "16505551234","id":"wamid.HBgL","timestamp":"1784000000","type":"text","text":{"body":"Hello"}}],
    "statuses":[{"id":"wamid.HBgM","status":"sent","timestamp":"1784000001","recipient_id":
    "16505551234"}]}}]}]}"#;

fn endpoint() -> meta::Endpoint {
    meta::Endpoint::new("app-secret-8271", "verify-token-5533").unwrap()
}

fn signed(endpoint: &meta::Endpoint) -> Request<'static> {
    Request::from_pairs([(
        "X-Hub-Signature-256",
        endpoint.sign(BODY.as_bytes()).unwrap(),
    )])
}

/// Cases: N01.
#[test]
fn what_a_server_holds_goes_to_other_threads_and_is_cloned_and_printed() {
    fn shared<T: Send + Sync + Clone + Debug + Unpin + 'static>() {}
    fn error<T: std::error::Error + Send + Sync + 'static>() {}

    shared::<meta::Endpoint>();
    shared::<engage::Endpoint>();
    shared::<whatzmeapi::Endpoint>();
    shared::<cooby::Endpoint>();
    shared::<partner::Endpoint>();
    shared::<AppSecret>();
    shared::<VerifyToken>();
    shared::<Request<'static>>();
    shared::<Delivery>();
    shared::<Verified>();
    shared::<ConfigError>();
    shared::<VerifyError>();
    shared::<ReceiveError>();
    error::<ConfigError>();
    error::<VerifyError>();
    error::<ReceiveError>();

    let shown = format!("{:?} {:#?}", endpoint(), endpoint());
    assert!(
        !shown.contains("8271") && !shown.contains("5533"),
        "{shown}"
    );
}

#[test]
fn a_request_lives_across_an_await() {
    async fn store(_: Event) {
        std::future::ready(()).await;
    }

    /// Each way in, borrowed from what a handler owns.
    async fn handler(headers: Vec<(String, Vec<u8>)>, path: String) -> Result<(), ReceiveError> {
        let endpoint = endpoint();
        let pairs = Request::from_pairs(&headers).with_path(&path);
        let closure = Request::from_fn(|name| {
            let same = headers
                .iter()
                .filter(move |(given, _)| given.eq_ignore_ascii_case(name));
            same.map(|(_, value)| value).collect::<Vec<_>>()
        });
        for request in [&pairs, &closure] {
            for event in endpoint.receive(request, BODY)?.events {
                store(event).await;
            }
            for event in endpoint.receive(request, BODY)? {
                store(event).await;
            }
        }
        store_all(&endpoint.receive(&pairs, BODY)?).await;
        drop((pairs, closure));
        Ok(())
    }

    async fn store_all(delivery: &Delivery) {
        for event in delivery {
            store(event.clone()).await;
        }
    }

    fn spawned<T: Future + Send + 'static>(_: &T) {}
    spawned(&handler(Vec::new(), String::new()));
}

#[cfg(feature = "http")]
#[test]
fn a_request_of_the_http_crate_lives_across_an_await() {
    async fn handler(request: http::Request<Vec<u8>>) {
        let whole = Request::from(&request);
        let (parts, body) = request.into_parts();
        let by_parts = Request::from(&parts);
        let by_headers = Request::from(&parts.headers).with_uri(&parts.uri);
        drop(parts);
        for seen in [&whole, &by_parts, &by_headers] {
            let _ = endpoint().receive(seen, body.clone());
            std::future::ready(()).await;
        }
    }

    fn spawned<T: Future + Send + 'static>(_: &T) {}
    spawned(&handler(http::Request::new(Vec::new())));
}

/// Cases: Q12.
#[test]
fn pairs_come_owned_or_borrowed_from_anything_that_iterates() {
    let endpoint = endpoint();
    let value = endpoint.sign(BODY.as_bytes()).unwrap();
    let name = "x-hub-signature-256";
    let owned = vec![(name.to_owned(), value.clone())];
    let bytes = [(name, value.as_bytes())];
    for request in [
        Request::from_pairs([(name, &value)]),
        Request::from_pairs(&owned),
        Request::from_pairs(owned.iter().map(|(name, value)| (name, value))),
        Request::from_pairs(owned.clone()),
        Request::from_pairs(bytes),
        Request::from_pairs(&bytes[..]),
        Request::from_pairs(std::iter::once((
            name.to_owned(),
            value.clone().into_bytes(),
        ))),
        Request::from_fn(|_| [&value]),
    ] {
        let delivery = endpoint.receive(&request, BODY).unwrap();
        assert_eq!(delivery.verified.secret_index(), Some(0));
    }
}

#[test]
fn a_delivery_iterates_and_says_what_proved_it() {
    let endpoint = endpoint();
    let delivery = endpoint.receive(&signed(&endpoint), BODY).unwrap();
    assert!(delivery.verified.is_proven());
    assert_eq!(delivery.verified.secret_index(), Some(0));
    assert_eq!((delivery.len(), delivery.is_empty()), (2, false));
    let texts: Vec<_> = delivery.messages().map(|it| it.content.text()).collect();
    assert_eq!(texts, [Some("Hello")]);
    let statuses: Vec<_> = delivery.statuses().map(|it| it.status.as_str()).collect();
    assert_eq!(statuses, ["sent"]);
    let kinds: Vec<_> = (&delivery).into_iter().map(Event::kind).collect();
    assert_eq!(kinds, ["message", "status"]);
    assert_eq!(delivery.iter().count(), 2);
    let events = delivery.events.clone();
    assert_eq!(delivery.into_iter().collect::<Vec<_>>(), events);
}

/// Cases: A12, F17.
#[test]
fn an_unverified_endpoint_says_so_in_its_delivery() {
    let open = meta::Endpoint::unverified();
    let delivery = open.receive(&Request::default(), BODY).unwrap();
    assert!(!delivery.verified.is_proven());
    assert_eq!(delivery.verified.secret_index(), None);

    let closed = open.and_path_secret("p4th").unwrap();
    let request = Request::default().with_path("/hook/p4th");
    let delivery = closed.receive(&request, BODY).unwrap();
    assert!(delivery.verified.is_proven());
    assert_eq!(delivery.verified.secret_index(), None);
}

/// Cases: D02.
#[test]
fn the_secret_that_matched_tells_tenants_apart() {
    let secrets = ["one", "two", "three"].map(|secret| AppSecret::new(secret).unwrap());
    let endpoint = meta::Endpoint::with_secrets(secrets.clone(), "token").unwrap();
    for (index, secret) in secrets.iter().enumerate() {
        let header = secret.sign(BODY.as_bytes());
        let request = Request::from_pairs([("X-Hub-Signature-256", header)]);
        let delivery = endpoint.receive(&request, BODY).unwrap();
        assert_eq!(delivery.verified.secret_index(), Some(index));
    }
}
