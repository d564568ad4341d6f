//! Nothing is lost: a key that nobody knows, planted into any object of any fixture, a key that stands twice, and another
//! value in the place of any, are found in the JSON of the events.

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
    (Provider::WhatzMeApi, "api_key", "a secret of the gateway"),
    (Provider::WhatzMeApi, "token", "a secret of the gateway"),
    (
        Provider::WhatzMeApi,
        "instanceToken",
        "a secret of the gateway",
    ),
    (
        Provider::WhatzMeApi,
        "webhookVerifyToken",
        "a secret of the gateway",
    ),
];

#[derive(Clone, Copy, Debug)]
enum Where {
    First,
    Last,
}

/// What is planted: a text, and what no field for a text accepts.
fn values() -> [Json; 3] {
    [
        Json::text(MARK),
        Json::Object(vec![("what".to_owned(), Json::text(MARK))]),
        Json::List(vec![Json::text(MARK)]),
    ]
}

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

/// The keys of the object at a place, with their values.
fn pairs<'t>(tree: &'t Json, place: &[usize]) -> &'t [(String, Json)] {
    match tree.at(place).1 {
        Json::Object(pairs) => pairs,
        other => panic!("an object: {other}"),
    }
}

/// The fixture with one more key in the object at a place, before the others or after them.
fn planted(tree: &Json, place: &[usize], at: Where, key: &str, value: &Json) -> String {
    let mut pairs = pairs(tree, place).to_vec();
    let pair = (key.to_owned(), value.clone());
    match at {
        Where::First => pairs.insert(0, pair),
        Where::Last => pairs.push(pair),
    }
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
    let values = values();
    let (mut count, mut lost) = (0, Vec::new());
    for fixture in fixtures(provider) {
        let tree = fixture.tree();
        let mut places = Vec::new();
        objects(&tree, "", &mut Vec::new(), &mut places);
        for (path, place) in &places {
            for value in &values {
                count += 1;
                if !is_said(provider, planted(&tree, place, Where::Last, KEY, value)) {
                    lost.push(format!("{}: {path}: {value}", fixture.place()));
                }
            }
        }
    }
    println!("{provider}: {count} planted");
    assert!(lost.is_empty(), "{} lost: {lost:#?}", lost.len());
    assert!(count > 50, "{count} planted");
}

/// Whether events have the values of a key.
fn is_kept(provider: Provider, key: &str) -> bool {
    let mut secrets = NOT_KEPT.iter().filter(|(of, _, _)| *of == provider);
    secrets.all(|(_, secret, _)| !secret.eq_ignore_ascii_case(key))
}

/// Every key of every object stands twice, with a value that its field accepts or not.
fn nothing_repeated_is_lost(provider: Provider) {
    let (mut count, mut lost) = (0, Vec::new());
    for fixture in fixtures(provider) {
        let tree = fixture.tree();
        let mut places = Vec::new();
        objects(&tree, "", &mut Vec::new(), &mut places);
        for (path, place) in &places {
            let keys = pairs(&tree, place).iter().map(|(key, _)| key);
            for key in keys.filter(|key| is_kept(provider, key)) {
                for (value, at) in values()
                    .iter()
                    .flat_map(|it| [(it, Where::First), (it, Where::Last)])
                {
                    count += 1;
                    let body = planted(&tree, place, at, key, value);
                    // The error has the body.
                    if provider.parse(body.clone()).is_ok() && !is_said(provider, body) {
                        lost.push(format!(
                            "{}: {path}.{key}: {at:?}: {value}",
                            fixture.place()
                        ));
                    }
                }
            }
        }
    }
    println!("{provider}: {count} repeated");
    assert!(lost.is_empty(), "{} lost: {lost:#?}", lost.len());
    assert!(count > 500, "{count} repeated");
}

/// Every value of every fixture is another one, which its field accepts or not.
fn nothing_replaced_is_lost(provider: Provider) {
    let (mut count, mut lost) = (0, Vec::new());
    for fixture in fixtures(provider) {
        let tree = fixture.tree();
        for place in tree.places() {
            let key = tree.at(&place).0.unwrap_or_default();
            if !is_kept(provider, key) {
                continue;
            }
            for value in &values() {
                count += 1;
                let body = tree.replaced(&place, value).to_string();
                // The error has the body.
                if provider.parse(body.clone()).is_ok() && !is_said(provider, body) {
                    lost.push(format!("{}: {key} {place:?}: {value}", fixture.place()));
                }
            }
        }
    }
    println!("{provider}: {count} replaced");
    assert!(lost.is_empty(), "{} lost: {lost:#?}", lost.len());
    assert!(count > 500, "{count} replaced");
}

#[test]
fn no_replaced_value_is_lost() {
    for provider in [
        Provider::Engage,
        Provider::Cooby,
        Provider::Partner,
        Provider::Meta,
        Provider::WhatzMeApi,
    ] {
        nothing_replaced_is_lost(provider);
    }
}

#[test]
fn no_repeated_key_of_meta_is_lost() {
    nothing_repeated_is_lost(Provider::Meta);
}

#[test]
fn no_repeated_key_of_whatzmeapi_is_lost() {
    nothing_repeated_is_lost(Provider::WhatzMeApi);
}

#[test]
fn no_repeated_key_of_engage_cooby_and_partner_is_lost() {
    for provider in [Provider::Engage, Provider::Cooby, Provider::Partner] {
        nothing_repeated_is_lost(provider);
    }
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
            let body = planted(&fixture.tree(), &[], Where::Last, key, &Json::text(MARK));
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
