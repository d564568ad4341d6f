//! What a delivery says stands in its events: every value of every fixture, or its path is in `gaps.txt`, with a
//! reason.
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
#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use serde::de::IgnoredAny;
use whatsapp_webhooks::{Event, Provider};

use crate::forms::{base64, bytes, forms, long};
use crate::support::gaps::{Gap, Kind, fits, gaps};
use crate::support::json::Json;
use crate::support::{fixtures, written};

/// Least share of a provider's values that stand in its events, those with an [`EXCUSED`] reason aside.
const LEAST_SHARE: f64 = 0.97;

/// Words that a reason of a row begins with when the value is not missed: keys and thumbnails, the gateway's own
/// affairs, keys that a fixture invents, and what the event says by being what it is.
const EXCUSED: &[&str] = &["bytes", "gateway", "invented extra key", "implied"];

/// Whether a row is about the value at a path: of an unread key, about all that stands below it.
fn is_about(gap: &Gap, path: &str) -> bool {
    let mut ends = path.match_indices(['.', '[']).map(|(end, _)| &path[..end]);
    fits(gap.path, path) || (gap.kind == Kind::Unread && ends.any(|above| fits(gap.path, above)))
}

/// The values of a provider's fixtures: how many, and those that stand in no event, by path.
#[derive(Default)]
struct Found {
    said: usize,
    missing: Vec<(String, String)>,
}

fn found(provider: Provider) -> Found {
    let mut found = Found::default();
    for fixture in fixtures(provider) {
        let events = fixture.events();
        let unread: Vec<String> = events
            .iter()
            .filter(|event| matches!(event, Event::Unknown(_) | Event::Malformed(_)))
            .map(|event| event.meta().path.to_string().replace("[0]", ""))
            .collect();
        let mut said = BTreeSet::new();
        for event in &events {
            collect(&Json::parse(&written(event)).without(&["raw"]), &mut said);
        }
        walk(&fixture.tree(), &Place::default(), &mut |place, value| {
            let path = place.path.as_str();
            let exact = place.exact.replace("[0]", "");
            if unread.iter().any(|item| is_in(&exact, item)) {
                return;
            }
            if forms(path, value).iter().any(|form| said.contains(form)) {
                found.said += 1;
            } else {
                let example = format!("{}: {value}", fixture.name);
                found.missing.push((path.to_owned(), example));
            }
        });
    }
    found
}

/// Every form of everything that the events say: values, names of keys, and JSON inside texts, as `extra` has it.
fn collect(value: &Json, said: &mut BTreeSet<String>) {
    match value {
        Json::Object(pairs) => {
            for (key, value) in pairs {
                said.insert(key.to_lowercase());
                collect(value, said);
            }
        }
        Json::List(list) => list.iter().for_each(|value| collect(value, said)),
        _ => {
            let text = value.word().unwrap_or_default();
            said.extend(forms("", &text));
            if text.starts_with(['{', '[', '"'])
                && serde_json::from_str::<IgnoredAny>(&text).is_ok()
            {
                collect(&Json::parse(&text), said);
            }
        }
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
fn walk(value: &Json, place: &Place, see: &mut impl FnMut(&Place, &str)) {
    if let Some(whole) = bytes(value).or_else(|| long(value).map(|long| long.to_string())) {
        return see(place, &whole);
    }
    match value {
        Json::List(list) => {
            for (at, value) in list.iter().enumerate() {
                walk(value, &place.element(at), see);
            }
        }
        Json::Object(pairs) => {
            for (key, value) in pairs {
                walk(value, &place.key(key), see);
            }
        }
        _ => {
            if let Some(text) = value.word() {
                see(place, &text);
            }
        }
    }
}

#[test]
fn what_a_delivery_says_stands_in_its_events() {
    let gaps = gaps();
    let mut wrong = Vec::new();
    for provider in Provider::ALL {
        let Found { said, missing } = found(*provider);
        let mut rows: Vec<&Gap> = gaps.iter().filter(|it| it.provider == *provider).collect();
        let (mut missed, mut unlisted) = (0, BTreeMap::new());
        for (path, example) in &missing {
            match rows.iter().find(|gap| is_about(gap, path)) {
                Some(gap) if EXCUSED.iter().any(|word| gap.reason.starts_with(word)) => {}
                row => {
                    missed += 1;
                    if row.is_none() {
                        unlisted.entry(path).or_insert(example);
                    }
                }
            }
        }
        // The crate's own test asks whether a key is still unread.
        rows.retain(|gap| gap.kind == Kind::Unsaid);
        rows.retain(|gap| !missing.iter().any(|(path, _)| is_about(gap, path)));
        let share = said as f64 / (said + missed) as f64;
        println!(
            "{provider}: {share:.4} of {} values; {} are nobody's loss",
            said + missed,
            missing.len() - missed
        );
        for (path, example) in &unlisted {
            println!("  {provider} | unsaid | {path} | {example}");
        }
        if share < LEAST_SHARE {
            wrong.push(format!("{provider}: {share:.4} is less than {LEAST_SHARE}"));
        }
        if !unlisted.is_empty() {
            wrong.push(format!("{provider}: missing without a row: {unlisted:?}"));
        }
        if !rows.is_empty() {
            wrong.push(format!(
                "{provider}: rows without a missing value: {rows:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn patterns_fit_whole_paths() {
    assert!(fits("a[].b", "a[].b") && !fits("a[].b", "a[].bc"));
    assert!(fits("*.b", "a[].b") && fits("a*", "a") && !fits("*.b", "b"));
    assert_eq!(base64(b"any carnal"), "YW55IGNhcm5hbA");
}
