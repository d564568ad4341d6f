//! What is read again is what would have been read, with the mark of a replay.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

mod support;

use std::sync::Arc;

use serde_json::Value;
use whatsapp_webhooks::event::{EventMeta, Unknown};
use whatsapp_webhooks::types::Timestamp;
use whatsapp_webhooks::{Event, Provider, meta, replay};

use self::support::all_fixtures;

/// The same JSON without what tells a replay from a delivery.
fn unmarked(event: &Event) -> Value {
    let mut json = serde_json::to_value(event).unwrap();
    let meta = json[event.kind()]["meta"].as_object_mut().unwrap();
    assert_eq!(meta.remove("replayed"), Some(Value::Bool(true)));
    json
}

#[test]
fn a_body_read_again_gives_the_same_events_with_a_mark() {
    for fixture in all_fixtures() {
        let Ok(live) = fixture.provider.parse(fixture.body.clone()) else {
            replay::body(fixture.provider, fixture.body.clone()).unwrap_err();
            continue;
        };
        let again = replay::body(fixture.provider, fixture.body.clone()).unwrap();
        assert_eq!(again.len(), live.len(), "{}", fixture.place());
        for (again, live) in again.iter().zip(&live) {
            let json = serde_json::to_value(live).unwrap();
            assert_eq!(unmarked(again), json, "{}", fixture.place());
            assert_eq!(again.dedup_key(), live.dedup_key());
            assert!(!json.to_string().contains("\"replayed\""));
        }
    }
}

#[test]
fn what_is_known_or_still_unknown_gives_nothing() {
    let mut unread = 0;
    for fixture in all_fixtures() {
        for event in fixture
            .provider
            .parse(fixture.body.clone())
            .unwrap_or_default()
        {
            unread += usize::from(event.as_unknown().is_some() || event.as_malformed().is_some());
            assert_eq!(replay::event(&event), None, "{}", fixture.place());
        }
    }
    assert!(unread > 50, "{unread}");
}

/// Every change of every fixture, as a version without its field has stored it.
#[test]
fn a_field_that_was_unknown_is_read_with_its_account_and_time() {
    let mut count = 0;
    for fixture in all_fixtures().filter(|fixture| fixture.provider == Provider::Meta) {
        let Ok(body) = serde_json::from_slice::<Value>(&fixture.body) else {
            continue;
        };
        let (Some(id), Some(change)) = (
            body["entry"][0]["id"].as_str(),
            body["entry"][0].pointer("/changes/0"),
        ) else {
            continue;
        };
        let whole = serde_json::json!({"object": "whatsapp_business_account",
            "entry": [{"id": id, "time": 1_784_000_000.25, "changes": [change]}]});
        let live = meta::parse(whole.to_string()).unwrap();
        let is_unread =
            |event: &Event| event.as_unknown().is_some() || event.as_malformed().is_some();
        if live.iter().any(is_unread) {
            continue;
        }
        count += 1;
        let mut kept = EventMeta::new(Provider::Meta);
        // Of an unknown field nothing is read but the ID of its entry.
        Arc::make_mut(&mut kept.account).id = Some(id.to_owned());
        kept.path = "entry[3].changes[12]".into();
        kept.occurred_at = Timestamp::from_unix_millis(1_784_000_000_250);
        let raw = change.to_string();
        let unknown = Event::Unknown(Box::new(Unknown::new(kept, "field".into(), raw.into())));
        // As it comes out of a database.
        let stored: Event =
            serde_json::from_str(&serde_json::to_string(&unknown).unwrap()).unwrap();
        let again = replay::event(&stored).unwrap_or_else(|| panic!("{}", fixture.place()));
        assert_eq!(again.len(), live.len());
        for (again, live) in again.iter().zip(&live) {
            assert_eq!(again.dedup_key(), live.dedup_key(), "{}", fixture.place());
            let json = serde_json::to_value(live).unwrap();
            assert_eq!(unmarked(again), json, "{}", fixture.place());
        }
    }
    assert!(count > 150, "{count}");
}

#[test]
fn what_needs_the_rest_of_its_body_is_not_guessed() {
    let raw = r#"{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"Hi"}}"#;
    for path in [
        "entry[0].changes[0].value.messages[0]",
        "entry[0].changes[0].value",
        "entry[x].changes[0]",
        "entry.changes[0]",
        "other[0].changes[0]",
    ] {
        let mut kept = EventMeta::new(Provider::Meta);
        kept.path = path.into();
        let unknown = Unknown::new(kept, "text".into(), raw.into());
        assert_eq!(
            replay::event(&Event::Unknown(Box::new(unknown))),
            None,
            "{path}"
        );
    }
    let gone = Unknown::new(
        EventMeta::new(Provider::Partner),
        "builder".into(),
        "".into(),
    );
    assert_eq!(replay::event(&Event::Unknown(Box::new(gone))), None);
}
