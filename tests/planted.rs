//! Nothing is lost: a key that nobody knows, planted into any object of any fixture, is found in the JSON of the events.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::format_collect,
    reason = "a test"
)]

#[path = "support/mod.rs"]
mod support;

use whatsapp_webhooks::Provider;

use crate::support::json::Json;
use crate::support::{fixtures, written};

/// The key that is planted, and what stands in its values.
const KEY: &str = "zz_planted";
const MARK: &str = "zz 7f3a91";

/// Keys beside the items whose values no event has, and why.
const NOT_KEPT: &[(Provider, &str, &str)] = &[
    (Provider::WhatzMeApi, "apikey", "a secret of the gateway"),
    (Provider::WhatzMeApi, "apiKey", "a secret of the gateway"),
    (Provider::WhatzMeApi, "token", "a secret of the gateway"),
    (
        Provider::WhatzMeApi,
        "webhookVerifyToken",
        "a secret of the gateway",
    ),
];

/// Paths of the objects below a value, and where they are.
fn objects(json: &Json, path: &str, place: &mut Vec<usize>, into: &mut Vec<(String, Vec<usize>)>) {
    match json {
        Json::Object(pairs) => {
            into.push((path.to_owned(), place.clone()));
            for (at, (key, value)) in pairs.iter().enumerate() {
                place.push(at);
                objects(value, &format!("{path}.{key}"), place, into);
                place.pop();
            }
        }
        Json::List(elements) => {
            for (at, element) in elements.iter().enumerate() {
                place.push(at);
                objects(element, &format!("{path}[]"), place, into);
                place.pop();
            }
        }
        _ => {}
    }
}

/// The fixture with one more key in the object at a place.
fn planted(tree: &Json, place: &[usize], key: &str, value: &Json) -> String {
    let Json::Object(pairs) = tree.at(place).1 else {
        panic!("an object");
    };
    let mut pairs = pairs.clone();
    pairs.push((key.to_owned(), value.clone()));
    let object = Json::Object(pairs);
    if place.is_empty() {
        object.to_string()
    } else {
        tree.replaced(place, &object).to_string()
    }
}

/// Whether any event of the body says the value.
fn is_said(provider: Provider, body: String) -> bool {
    let events = provider.parse(body).unwrap_or_default();
    events.iter().any(|event| written(event).contains(MARK))
}

fn nothing_is_lost(provider: Provider) {
    let values = [
        Json::text(MARK),
        Json::Object(vec![("what".to_owned(), Json::text(MARK))]),
        Json::List(vec![Json::text(MARK)]),
    ];
    let (mut count, mut lost) = (0, Vec::new());
    for fixture in fixtures(provider) {
        let tree = fixture.tree();
        let mut places = Vec::new();
        objects(&tree, "", &mut Vec::new(), &mut places);
        for (path, place) in &places {
            for value in &values {
                count += 1;
                if !is_said(provider, planted(&tree, place, KEY, value)) {
                    lost.push(format!("{}: {path}: {value}", fixture.place()));
                }
            }
        }
    }
    println!("{provider}: {count} planted");
    assert!(lost.is_empty(), "{} lost: {lost:#?}", lost.len());
    assert!(count > 50, "{count} planted");
}

#[test]
fn what_is_not_kept_is_listed_rightly() {
    for (provider, key, reason) in NOT_KEPT {
        assert!(!reason.is_empty());
        for fixture in fixtures(*provider) {
            let kept_whole = |body: &str| {
                let events = provider.parse(body.to_owned()).unwrap();
                events
                    .iter()
                    .any(|event| event.raw().as_str() == Some(body))
            };
            let body = planted(&fixture.tree(), &[], key, &Json::text(MARK));
            if !kept_whole(&body) {
                assert!(!is_said(*provider, body), "{}: {key}", fixture.place());
            }
        }
    }
}

#[test]
fn no_planted_key_of_whatzmeapi_is_lost() {
    nothing_is_lost(Provider::WhatzMeApi);
}

#[test]
fn no_planted_key_of_meta_is_lost() {
    nothing_is_lost(Provider::Meta);
}

#[test]
fn no_planted_key_of_engage_is_lost() {
    nothing_is_lost(Provider::Engage);
}

#[test]
fn no_planted_key_of_cooby_is_lost() {
    nothing_is_lost(Provider::Cooby);
}

#[test]
fn no_planted_key_of_partner_is_lost() {
    nothing_is_lost(Provider::Partner);
}
