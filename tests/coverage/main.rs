//! What a delivery says stands in its events: every value of every fixture, or its path is in
//! `coverage_gaps.txt`, with a reason.
//!
//! `cargo test --test coverage -- --nocapture` prints the share that stands there, by provider, and what is
//! missing without a row.
//!
//! A value counts as said where the events, without `raw`, hold it in any of its forms: a number as text, a
//! time as RFC 3339, a phone without `+`, an address with or without its server, bytes as base64, a word in any
//! case or as the name of a key. Where an event is `Unknown` or `Malformed`, its bytes are what it says, and its
//! item is left out here. Booleans and small numbers are found easily that way; the goldens are what
//! pins them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    reason = "a test"
)]

mod forms;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;
use whatsapp_webhooks::{Event, Provider};

use crate::forms::{base64, bytes, forms, long};

/// What a provider is held to.
struct Held {
    provider: Provider,
    /// Least share of values that stand in the events, those with an [`EXCUSED`] reason aside.
    floor: f64,
    /// Whether a missing value without a row fails, and a row without a missing value.
    strict: bool,
}

const HELD: &[Held] = &[
    Held {
        provider: Provider::Meta,
        floor: 0.97,
        strict: true,
    },
    Held {
        provider: Provider::Engage,
        floor: 0.97,
        strict: true,
    },
    Held {
        provider: Provider::WhatzMeApi,
        floor: 0.97,
        strict: true,
    },
    Held {
        provider: Provider::Cooby,
        floor: 0.97,
        strict: true,
    },
    Held {
        provider: Provider::Partner,
        floor: 0.97,
        strict: true,
    },
];

/// Words that a reason of a row begins with when the value is not missed: keys and thumbnails, the gateway's own
/// affairs, keys that a fixture invents, and what the event says by being what it is.
const EXCUSED: &[&str] = &["bytes", "gateway", "invented extra key", "implied"];

/// A row of `coverage_gaps.txt`.
struct Gap {
    provider: &'static str,
    path: &'static str,
    reason: &'static str,
}

fn gaps() -> Vec<Gap> {
    include_str!("../coverage_gaps.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let parts: Vec<&str> = line.splitn(3, " | ").map(str::trim).collect();
            let [provider, path, reason] = parts[..] else {
                panic!("three parts: {line}")
            };
            assert!(provider.parse::<Provider>().is_ok(), "a provider: {line}");
            assert!(!reason.is_empty(), "a reason: {line}");
            Gap {
                provider,
                path,
                reason,
            }
        })
        .collect()
}

/// The values of a provider's fixtures: how many, and those that stand in no event, by path.
#[derive(Default)]
struct Found {
    said: usize,
    missing: Vec<(String, String)>,
}

fn found(provider: Provider) -> Found {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(provider.as_str());
    let mut found = Found::default();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(case) = name.strip_suffix(".json") else {
            continue;
        };
        let body = fs::read(&path).unwrap();
        // What is refused, or no JSON to others, says nothing here.
        let (Ok(events), Ok(tree)) = (
            provider.parse(body.clone()),
            serde_json::from_slice::<Value>(&body),
        ) else {
            continue;
        };
        let unread: Vec<String> = events
            .iter()
            .filter(|event| matches!(event, Event::Unknown(_) | Event::Malformed(_)))
            .map(|event| event.meta().path.replace("[0]", ""))
            .collect();
        let mut events = serde_json::to_value(&events).unwrap();
        drop_raw(&mut events);
        let mut said = BTreeSet::new();
        collect(&events, &mut said);
        walk(&tree, &Place::default(), &mut |place, value| {
            let path = place.path.as_str();
            let exact = place.exact.replace("[0]", "");
            if unread.iter().any(|item| is_in(&exact, item)) {
                return;
            }
            if forms(path, value).iter().any(|form| said.contains(form)) {
                found.said += 1;
            } else {
                found
                    .missing
                    .push((path.to_owned(), format!("{case}: {value}")));
            }
        });
    }
    found
}

fn drop_raw(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.remove("raw");
            object.values_mut().for_each(drop_raw);
        }
        Value::Array(list) => list.iter_mut().for_each(drop_raw),
        _ => {}
    }
}

/// Every form of everything that the events say: values, names of keys, and JSON inside texts.
fn collect(value: &Value, said: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                said.insert(key.to_lowercase());
                collect(value, said);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| collect(value, said)),
        Value::String(text) if text.starts_with(['{', '[']) => {
            said.extend(forms("", value));
            if let Ok(inner) = serde_json::from_str(text) {
                collect(&inner, said);
            }
        }
        _ => said.extend(forms("", value)),
    }
}

/// Whether a path leads to an item or into it.
fn is_in(path: &str, item: &str) -> bool {
    let rest = path.strip_prefix(item);
    rest.is_some_and(|rest| item.is_empty() || rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The way to a value.
#[derive(Default)]
struct Place {
    /// `entry[].changes[].field`.
    path: String,
    /// `entry[0].changes[2].field`.
    exact: String,
}

impl Place {
    fn key(&self, key: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            path: format!("{}{dot}{key}", self.path),
            exact: format!("{}{dot}{key}", self.exact),
        }
    }

    fn element(&self, at: usize) -> Self {
        Self {
            path: format!("{}[]", self.path),
            exact: format!("{}[{at}]", self.exact),
        }
    }
}

/// Calls `see` for every value that says something.
fn walk(value: &Value, place: &Place, see: &mut impl FnMut(&Place, &Value)) {
    match value {
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        _ if bytes(value).is_some() => see(place, &Value::String(bytes(value).unwrap())),
        _ if long(value).is_some() => see(place, &Value::from(long(value).unwrap())),
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                walk(value, &place.element(at), see);
            }
        }
        Value::Object(object) => {
            for (key, value) in object {
                walk(value, &place.key(key), see);
            }
        }
        _ => see(place, value),
    }
}

/// Whether a pattern, in which `*` is any run of characters, fits the whole path.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((front, rest)) => path.strip_prefix(front).is_some_and(|tail| {
            (0..=tail.len())
                .filter(|&at| tail.is_char_boundary(at))
                .any(|at| fits(rest, &tail[at..]))
        }),
    }
}

#[test]
fn what_a_delivery_says_stands_in_its_events() {
    let gaps = gaps();
    let mut wrong = Vec::new();
    for held in HELD {
        let name = held.provider.as_str();
        let Found { said, missing } = found(held.provider);
        let rows: Vec<&Gap> = gaps.iter().filter(|gap| gap.provider == name).collect();
        let (mut missed, mut unlisted) = (0, BTreeMap::new());
        for (path, example) in &missing {
            match rows.iter().find(|gap| fits(gap.path, path)) {
                Some(gap) if EXCUSED.iter().any(|word| gap.reason.starts_with(word)) => {}
                row => {
                    missed += 1;
                    if row.is_none() {
                        unlisted.entry(path).or_insert(example);
                    }
                }
            }
        }
        let stale: Vec<&str> = rows
            .iter()
            .map(|gap| gap.path)
            .filter(|pattern| !missing.iter().any(|(path, _)| fits(pattern, path)))
            .collect();
        let share = said as f64 / (said + missed) as f64;
        println!(
            "{name}: {share:.4} of {} values; {} are nobody's loss",
            said + missed,
            missing.len() - missed
        );
        for (path, example) in &unlisted {
            println!("  {name} | {path} | {example}");
        }
        if share < held.floor {
            wrong.push(format!("{name}: {share:.4} is less than {}", held.floor));
        }
        if held.strict && !unlisted.is_empty() {
            wrong.push(format!("{name}: missing without a row: {unlisted:?}"));
        }
        if held.strict && !stale.is_empty() {
            wrong.push(format!("{name}: rows without a missing value: {stale:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_provider_is_held_to_something_and_patterns_fit_whole_paths() {
    let held: Vec<Provider> = HELD.iter().map(|held| held.provider).collect();
    assert_eq!(held, Provider::ALL);
    assert!(fits("a[].b", "a[].b") && !fits("a[].b", "a[].bc"));
    assert!(fits("*.b", "a[].b") && fits("a*", "a") && !fits("*.b", "b"));
    assert_eq!(base64(b"any carnal"), "YW55IGNhcm5hbA");
}
