//! The feature `testing`, used as an application uses it.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;

use whatsapp_webhooks::testing::{self, Sender, Sent, fixtures, mutants};
use whatsapp_webhooks::{
    Delivery, Event, Provider, ReceiveError, VerifyError, cooby, engage, meta, partner, whatzmeapi,
};

/// A handler: what an endpoint makes of a request.
type Handler = Box<dyn Fn(&Sent) -> Result<Delivery, ReceiveError>>;

fn handler(provider: Provider) -> Handler {
    macro_rules! receives {
        ($endpoint:expr) => {{
            let endpoint = $endpoint.unwrap();
            Box::new(move |sent: &Sent| endpoint.receive(&sent.request(), sent.body.clone()))
        }};
    }
    match provider {
        Provider::Meta => receives!(meta::Endpoint::new(testing::SECRET, testing::TOKEN)),
        Provider::WhatzMeApi => receives!(whatzmeapi::Endpoint::new(testing::SECRET)),
        Provider::Engage => {
            receives!(engage::Endpoint::new(
                testing::ENGAGE_HEADER,
                testing::SECRET
            ))
        }
        Provider::Cooby => receives!(cooby::Endpoint::by_query_secret(
            testing::QUERY_PARAMETER,
            testing::SECRET
        )),
        Provider::Partner => receives!(
            partner::Endpoint::by_address()
                .and_query_secret(testing::QUERY_PARAMETER, testing::SECRET)
        ),
        _ => unreachable!("all providers"),
    }
}

#[test]
fn every_fixture_is_accepted_and_gives_its_events() {
    for provider in Provider::ALL {
        let (sender, receive) = (Sender::of(*provider), handler(*provider));
        let mut names = BTreeSet::new();
        for fixture in fixtures(*provider) {
            let sent = sender.good(fixture.body());
            assert_eq!(sent.headers, fixture.headers());
            match receive(&sent) {
                Ok(delivery) => {
                    assert_eq!(
                        fixture.events(),
                        Some(Vec::from_iter(delivery)),
                        "{fixture:?}"
                    );
                }
                Err(ReceiveError::Parse(_)) => assert_eq!(fixture.events(), None, "{fixture:?}"),
                Err(error) => panic!("{fixture:?}: {error}"),
            }
            assert_eq!(fixture.provider(), *provider);
            assert!(names.insert(fixture.name()), "{fixture:?} twice");
        }
        assert!(!names.is_empty(), "{provider}");
    }
}

#[test]
fn what_proves_nothing_is_refused() {
    for provider in Provider::ALL {
        let (sender, receive) = (Sender::of(*provider), handler(*provider));
        let body = fixtures(*provider)[0].body();
        for sent in [
            sender.wrong_signature(body.clone()),
            sender.missing_signature(body),
        ] {
            let error = receive(&sent).unwrap_err();
            assert!(matches!(error, ReceiveError::Verify(_)), "{provider}");
        }
    }
}

#[test]
fn cut_bodies_are_forged_or_unreadable() {
    for provider in Provider::ALL {
        let (sender, receive) = (Sender::of(*provider), handler(*provider));
        let body = fixtures(*provider)[0].body();
        let unreadable = receive(&sender.unreadable(body.clone())).unwrap_err();
        assert!(matches!(unreadable, ReceiveError::Parse(_)), "{provider}");
        let signs = matches!(provider, Provider::Meta | Provider::WhatzMeApi);
        let error = receive(&sender.truncated(body)).unwrap_err();
        assert_eq!(
            matches!(error, ReceiveError::Verify(VerifyError::Mismatch { .. })),
            signs,
            "{provider}"
        );
    }
}

#[test]
fn repeated_deliveries_have_the_keys_of_the_first() {
    let keys = |delivery: &Delivery| delivery.iter().map(Event::dedup_key).collect::<Vec<_>>();
    for provider in Provider::ALL {
        let (sender, receive) = (Sender::of(*provider), handler(*provider));
        let bodies = || fixtures(*provider).iter().map(testing::Fixture::body);
        let [first, second] = sender.duplicate(bodies().next().unwrap());
        assert_eq!(
            keys(&receive(&first).unwrap()),
            keys(&receive(&second).unwrap())
        );
        let burst = sender.burst(bodies(), 1000);
        assert_eq!(burst.len(), 1000);
        let mut reordered = sender.reordered(bodies());
        reordered.reverse();
        let count = reordered.len().min(1000);
        assert_eq!(burst[..count], reordered[..count]);
    }
    assert!(Sender::unsigned().burst([""; 0], 3).is_empty());
}

/// Every body that is JSON and an object is answered with events or with an error that holds it.
#[test]
fn mutants_are_accepted_and_lose_nothing() {
    for provider in Provider::ALL {
        let (sender, receive) = (Sender::of(*provider), handler(*provider));
        let body = fixtures(*provider)[0].body();
        let mut count = 0;
        for mutant in mutants(body) {
            match receive(&sender.good(mutant.body.clone())) {
                Ok(_) => {}
                Err(ReceiveError::Parse(error)) => {
                    assert_eq!(error.body.as_bytes(), &mutant.body[..]);
                }
                Err(error) => panic!("{mutant:?}: {error}"),
            }
            count += 1;
        }
        assert!(count > 50, "{provider}: {count}");
    }
    let names: Vec<String> = mutants(r#"{"a":{}}"#).map(|it| it.name).collect();
    assert!(names.contains(&"a: null".to_owned()) && names.contains(&"a: twice".to_owned()));
    let valid = mutants(r#"{"a":{},"b":[1]}"#).filter(|it| !it.name.starts_with("cut"));
    for mutant in valid {
        let value = serde_json::from_slice::<serde_json::Value>(&mutant.body);
        assert!(value.is_ok(), "{mutant:?}");
    }
}

#[test]
fn other_proofs_are_sent_as_endpoints_expect_them() {
    let endpoint = whatzmeapi::Endpoint::by_basic("user", "pass word").unwrap();
    let sender = Sender::unsigned().with_basic("user", "pass word");
    assert!(endpoint.verify(&sender.good("{}").request(), b"{}").is_ok());
    let endpoint = whatzmeapi::Endpoint::by_bearer("token").unwrap();
    let sender = Sender::unsigned().with_bearer("token");
    assert!(endpoint.verify(&sender.good("{}").request(), b"{}").is_ok());
    let endpoint = cooby::Endpoint::by_path_secret("0123456789abcdef").unwrap();
    let sender = Sender::unsigned().with_path("/hooks/0123456789abcdef");
    assert!(endpoint.verify(&sender.good("{}").request(), b"{}").is_ok());
    let wrong = sender.wrong_signature("{}");
    assert!(endpoint.verify(&wrong.request(), b"{}").is_err());
    assert!(!format!("{sender:?} {wrong:?}").contains("abcdef"));
    let meta = Sender::meta("another secret").unwrap().good("{}");
    assert!(
        meta::Endpoint::new("another secret", "token")
            .unwrap()
            .verify(&meta.request(), b"{}")
            .is_ok()
    );
    assert!(Sender::whatzmeapi("").is_err());
}

#[cfg(feature = "http")]
#[test]
fn a_request_of_http_has_everything_but_the_peer() {
    let sent = Sender::of(Provider::Partner)
        .with_path("/partner")
        .good("{}");
    let request = sent.clone().into_http().unwrap();
    assert_eq!(request.uri().path(), "/partner");
    assert_eq!(request.uri().query(), Some(sent.query.as_str()));
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.method(), "POST");
    assert_eq!(request.into_body(), "{}");
}
