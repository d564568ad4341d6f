//! A second reader that shares nothing with the crate, a walk over a tree, agrees with the events: on the places and
//! kinds of items, their ids, times and senders, and on how many there are; for every fixture, and for every fixture
//! with any value dropped or replaced.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test"
)]

mod reader;
mod scalar;
#[path = "../support/mod.rs"]
mod support;

use whatsapp_webhooks::types::{MessageId, Timestamp};
use whatsapp_webhooks::{Event, Provider};

use crate::reader::{Change, Row, changes, rows};
use crate::support::fixtures;
use crate::support::json::Json;

/// What stands in the place of a value.
const OTHERS: &[&str] = &[
    "null",
    "5",
    "1.5",
    "true",
    r#"" x ""#,
    r#""""#,
    "1784000000123",
    r#""2026-05-26T19:21:00-03:00""#,
    r#"["x"]"#,
    r#"{"a":1}"#,
    "[]",
];

fn id(event: &Event) -> Option<&str> {
    match event {
        Event::Message(message) => message.id.as_ref().map(MessageId::as_str),
        Event::Status(status) => status.message_id.as_ref().map(MessageId::as_str),
        Event::PartnerWhatsapp(event) => event.id.as_deref(),
        Event::PartnerBuilder(event) => event.id.as_deref(),
        Event::PartnerOnline(event) => event.id.as_deref(),
        _ => None,
    }
}

fn sender(event: &Event) -> Option<&str> {
    event.as_message()?.from.as_ref()?.id.as_deref()
}

/// What is wrong with the event of an item.
fn difference(row: &Row, event: &Event) -> Option<String> {
    let time = event.occurred_at().map(Timestamp::unix_millis);
    if event.kind() != row.kind {
        return Some(format!("kind {}", event.kind()));
    }
    // Nothing but its bytes and its time is known of what cannot be read.
    let has_id = !matches!(row.kind, "malformed" | "unknown");
    if has_id && id(event) != row.id.as_deref() {
        return Some(format!("id {:?}", id(event)));
    }
    if time != row.time {
        return Some(format!("time {time:?}"));
    }
    match &row.sender {
        Some(expected) if row.kind == "message" && sender(event) != Some(expected) => {
            Some(format!("sender {:?}", sender(event)))
        }
        _ => None,
    }
}

/// What is wrong with the events of a change.
fn of_change(change: &Change, events: &[Event]) -> Result<(), String> {
    let below = format!("{}.", change.path);
    let is_of = |path: &str| path == change.path || path.starts_with(&below);
    let mut count = 0;
    for event in events {
        let meta = event.meta();
        if !is_of(&meta.path.to_string()) {
            continue;
        }
        count += 1;
        let (topic, account) = (meta.topic.as_deref().map(str::trim), &meta.account.id);
        let is_account = change.has_info || *account == change.account;
        if topic != Some(&change.field) || !is_account {
            return Err(format!("{topic:?} of {account:?}: {change:?}"));
        }
    }
    if count == 0 {
        return Err(format!("no event: {change:?}"));
    }
    Ok(())
}

/// Compares both readers on a body; returns the number of items compared.
fn agree(provider: Provider, tree: &Json) -> Result<usize, String> {
    let Ok(events) = provider.parse(tree.to_string()) else {
        return Ok(0);
    };
    let (rows, is_all) = rows(provider, tree);
    for row in &rows {
        let mut of_item = (events.iter()).filter(|event| event.meta().path.to_string() == row.path);
        let event = of_item.next().ok_or_else(|| format!("no event: {row:?}"))?;
        if let Some(difference) = difference(row, event) {
            return Err(format!("{difference}: {row:?}"));
        }
    }
    if provider == Provider::Meta {
        for change in changes(tree) {
            of_change(&change, &events)?;
        }
    }
    if is_all {
        for kind in ["message", "status"] {
            let found = events.iter().filter(|event| event.kind() == kind).count();
            let expected = rows.iter().filter(|row| row.kind == kind).count();
            if found != expected {
                return Err(format!("{found} of kind {kind}, not {expected}"));
            }
        }
    }
    Ok(rows.len())
}

fn agree_on_all(provider: Provider, least: usize) {
    let (mut compared, mut wrong) = (0, Vec::new());
    let mut check = |name: &str, how: &str, tree: &Json| match agree(provider, tree) {
        Ok(count) => compared += count,
        Err(difference) => wrong.push((name.to_owned(), format!("{how}: {difference}: {tree}"))),
    };
    for fixture in fixtures(provider) {
        let tree = fixture.tree();
        check(&fixture.name, "as it is", &tree);
        for place in tree.places() {
            check(&fixture.name, "dropped", &tree.dropped(&place));
            for other in OTHERS {
                let changed = tree.replaced(&place, &Json::parse(other));
                check(&fixture.name, other, &changed);
            }
        }
    }
    let count = wrong.len();
    wrong.dedup_by_key(|(name, _)| name.clone());
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{count} differ: {wrong:#?}");
    println!("{provider}: {compared} items compared");
    assert!(compared >= least, "{compared} items compared");
}

#[test]
fn both_readers_agree_on_meta() {
    agree_on_all(Provider::Meta, 50_000);
}

#[test]
fn both_readers_agree_on_whatzmeapi() {
    agree_on_all(Provider::WhatzMeApi, 20_000);
}

#[test]
fn both_readers_agree_on_engage() {
    agree_on_all(Provider::Engage, 1_000);
}

#[test]
fn both_readers_agree_on_cooby() {
    agree_on_all(Provider::Cooby, 1_000);
}

#[test]
fn both_readers_agree_on_partner() {
    agree_on_all(Provider::Partner, 1_000);
}
