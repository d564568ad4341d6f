//! Nothing is lost: a key that nobody knows in any object of any fixture, a key that stands twice, another value in the
//! place of any, alone and beside what makes an event of its own, and another element in any list are found in the JSON of
//! the events.

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

/// Paths of the objects of a body, and where they are.
fn objects(tree: &Json) -> Vec<(String, Vec<usize>)> {
    let mut found = Vec::new();
    below(tree, "", &mut Vec::new(), &mut found);
    found
}

fn below(json: &Json, path: &str, place: &mut Vec<usize>, into: &mut Vec<(String, Vec<usize>)>) {
    match json {
        Json::Object(pairs) => {
            into.push((path.to_owned(), place.clone()));
            for (at, (key, value)) in pairs.iter().enumerate() {
                place.push(at);
                below(value, &format!("{path}.{key}"), place, into);
                place.pop();
            }
        }
        Json::List(elements) => {
            for (at, element) in elements.iter().enumerate() {
                place.push(at);
                below(element, &format!("{path}[]"), place, into);
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
fn is_said(provider: Provider, body: &str) -> bool {
    let events = provider.parse(body.to_owned()).unwrap_or_default();
    events.iter().any(|event| written(event).contains(MARK))
}

/// Whether events have the values of a key.
fn is_kept(provider: Provider, key: &str) -> bool {
    let mut secrets = NOT_KEPT.iter().filter(|(of, _, _)| *of == provider);
    secrets.all(|(_, secret, _)| !secret.eq_ignore_ascii_case(key))
}

/// A body that is made of a fixture, and how.
type Made = (String, String);

/// A key that nobody knows, in every object.
fn with_unknown_keys(_: Provider, tree: &Json) -> Vec<Made> {
    let mut made = Vec::new();
    for (path, place) in objects(tree) {
        for value in &values() {
            let body = planted(tree, &place, Where::Last, KEY, value);
            made.push((format!("{path}: {value}"), body));
        }
    }
    made
}

/// Every key of every object twice, with a value that its field accepts or not.
fn with_keys_twice(provider: Provider, tree: &Json) -> Vec<Made> {
    let mut made = Vec::new();
    for (path, place) in objects(tree) {
        let keys = pairs(tree, &place).iter().map(|(key, _)| key);
        for key in keys.filter(|key| is_kept(provider, key)) {
            for value in &values() {
                for at in [Where::First, Where::Last] {
                    let body = planted(tree, &place, at, key, value);
                    made.push((format!("{path}.{key}: {at:?}: {value}"), body));
                }
            }
        }
    }
    made
}

/// Another value in every place, which its field accepts or not.
fn with_other_values(provider: Provider, tree: &Json) -> Vec<Made> {
    let mut made = Vec::new();
    for place in tree.places() {
        let key = tree.at(&place).0.unwrap_or_default();
        if is_kept(provider, key) {
            for value in &values() {
                let body = tree.replaced(&place, value).to_string();
                made.push((format!("{key} {place:?}: {value}"), body));
            }
        }
    }
    made
}

/// Another value in every place, and an unknown object beside it or one level above: what makes an event of its own
/// must not stand in for the value.
fn with_other_values_beside_events(provider: Provider, tree: &Json) -> Vec<Made> {
    let beside = Json::Object(vec![("what".to_owned(), Json::text("x"))]);
    let mut made = Vec::new();
    for place in tree.places() {
        let key = tree.at(&place).0.unwrap_or_default();
        let above = (1..=2).filter_map(|levels| place.get(..place.len().checked_sub(levels)?));
        for object in above.filter(|above| tree.at(above).1.is_object()) {
            for value in values().iter().filter(|_| is_kept(provider, key)) {
                let changed = tree.replaced(&place, value);
                let body = planted(&changed, object, Where::Last, "zz_beside", &beside);
                made.push((format!("{key} {place:?}: {value}: {object:?}"), body));
            }
        }
    }
    made
}

/// One more element in every list, before the others and after them.
fn with_more_elements(_: Provider, tree: &Json) -> Vec<Made> {
    let mut made = Vec::new();
    for place in tree.places() {
        let Json::List(elements) = tree.at(&place).1 else {
            continue;
        };
        for value in &values() {
            for at in [0, elements.len()] {
                let body = tree.inserted(&place, at, value).to_string();
                made.push((format!("{place:?}: {at}: {value}"), body));
            }
        }
    }
    made
}

/// Asserts that the mark is in the events of every body that is made of the provider's fixtures.
fn nothing_is_lost(provider: Provider, make: fn(Provider, &Json) -> Vec<Made>, least: usize) {
    let (mut count, mut lost) = (0, Vec::new());
    for fixture in fixtures(provider) {
        for (how, body) in make(provider, &fixture.tree()) {
            count += 1;
            // Of a body that is refused, the error has all bytes.
            let is_refused = !body.contains(KEY) && provider.parse(body.clone()).is_err();
            if !is_refused && !is_said(provider, &body) {
                lost.push(format!("{}: {how}", fixture.place()));
            }
        }
    }
    println!("{provider}: {count} bodies");
    assert!(lost.is_empty(), "{} lost: {lost:#?}", lost.len());
    assert!(count >= least, "{count} bodies");
}

/// Five tests for each provider, with the least number of bodies of each.
macro_rules! tests {
    ($($name:ident $provider:ident $unknown:literal $twice:literal $other:literal $more:literal)*) => {$(
        mod $name {
            use super::*;

            #[test]
            fn no_unknown_key_is_lost() {
                nothing_is_lost(Provider::$provider, with_unknown_keys, $unknown);
            }

            #[test]
            fn no_key_given_twice_is_lost() {
                nothing_is_lost(Provider::$provider, with_keys_twice, $twice);
            }

            #[test]
            fn no_other_value_is_lost() {
                nothing_is_lost(Provider::$provider, with_other_values, $other);
            }

            #[test]
            fn no_other_value_is_lost_beside_an_event() {
                let make = with_other_values_beside_events;
                nothing_is_lost(Provider::$provider, make, $other);
            }

            #[test]
            fn no_other_element_is_lost() {
                nothing_is_lost(Provider::$provider, with_more_elements, $more);
            }
        }
    )*};
}

tests! {
    meta Meta 10_000 60_000 35_000 10_000
    whatzmeapi WhatzMeApi 6_000 35_000 20_000 2_000
    engage Engage 400 3_000 1_500 18
    cooby Cooby 1_000 8_000 4_500 200
    partner Partner 90 1_000 500 6
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
                assert!(!is_said(*provider, &body), "{}: {key}", fixture.place());
            }
        }
    }
}
