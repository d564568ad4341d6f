//! What the providers' pages say a body means, written down by hand: no goldens, so that a wrong golden is seen.
//!
//! Each line of a case is a place in the JSON of the events and what must stand there; `-` is nothing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test"
)]

mod cooby;
mod engage;
mod meta;
mod meta_fields;
mod partner;
mod whatzmeapi;

use serde_json::Value;
use whatsapp_webhooks::Provider;

/// Asserts what the events of a body say.
///
/// A place is the number of the event and the keys that lead to the value: `0 message from phone`.
#[track_caller]
fn says(provider: Provider, body: &str, expected: &[(&str, &str)]) {
    let events = provider.parse(body.to_owned()).unwrap();
    let events = serde_json::to_value(&events).unwrap();
    for (place, value) in expected {
        let pointer = format!("/{}", place.replace(' ', "/"));
        let found = match events.pointer(&pointer) {
            None => "-".to_owned(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        assert_eq!(found, *value, "{place} of {events:#}");
    }
    let count = expected.iter().filter_map(|row| row.0.split(' ').next());
    let count = count.max().and_then(|last| last.parse::<usize>().ok());
    let events = events.as_array().map(Vec::len);
    assert_eq!(
        events,
        count.map(|last| last + 1),
        "all events are looked at"
    );
}
