//! Strict on both sides: only JSON is taken, and what is written is JSON that any reader takes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::format_collect,
    reason = "a test"
)]

mod cases;
mod suite;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use whatsapp_webhooks::{Event, ParseErrorKind, Provider};

use crate::support::all_fixtures;

/// A message of Meta with more keys, and with another body of the text.
fn message(more: &str, text: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"messages":[{{"id":"a","from":"1","type":"text","text":{{"body":{text}}}{more}}}]}}}}]}}]}}"#
    )
}

/// A document in which no object has a key twice.
struct Unambiguous;

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Unambiguous {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self, A::Error> {
        while list.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        let mut keys = BTreeSet::new();
        while let Some((key, _)) = map.next_entry::<String, Self>()? {
            if !keys.insert(key) {
                return Err(serde::de::Error::custom("a key twice"));
            }
        }
        Ok(self)
    }
}

/// Writes the events of a body and reads them back in three ways.
fn assert_portable(name: &str, provider: Provider, body: &[u8]) -> Vec<Event> {
    let events = provider.parse(body.to_vec()).unwrap();
    for event in &events {
        let json = serde_json::to_string(event).unwrap();
        let tree: Value =
            serde_json::from_str(&json).unwrap_or_else(|error| panic!("{name}: {error}: {json}"));
        assert!(tree.is_object());
        serde_json::to_value(event).unwrap_or_else(|error| panic!("{name}: {error}"));
        serde_json::from_str::<Unambiguous>(&json)
            .unwrap_or_else(|error| panic!("{name}: {error}: {json}"));
        assert_eq!(
            &serde_json::from_str::<Event>(&json).unwrap(),
            event,
            "{name}"
        );
    }
    events
}

/// Cases: P07.
#[test]
fn every_event_is_written_so_that_any_reader_takes_it() {
    for fixture in all_fixtures() {
        assert_portable(&fixture.place(), fixture.provider, &fixture.body);
    }
}

/// Cases: G23, P07.
#[test]
fn reserved_keys_and_keys_that_stand_twice_do_not_reach_the_readers_of_events() {
    let reserved = r#"{"\u0024serde_json::private::RawValue":"[1"}"#;
    let escaped: String = "$serde_json::private::RawValue"
        .chars()
        .map(|letter| format!("\\u{:04x}", u32::from(letter)))
        .collect();
    for (provider, body) in [
        (
            Provider::Meta,
            message(&format!(r#","new":{reserved}"#), r#""x""#),
        ),
        (
            Provider::Meta,
            message(r#","new":{"$serde_json::private::Number":"x"}"#, r#""x""#),
        ),
        (Provider::Meta, message(r#","id":"b""#, r#""x""#)),
        (
            Provider::Meta,
            message(r#","new":[{"k":1,"j":2,"\u006b":3}]"#, r#""x""#),
        ),
        (
            Provider::Cooby,
            format!(
                r#"{{"chat_id":"447700900455_5511900000721@c.us","chat_type":"individual","sender":{{"phone":"5511900000721","wa_name":{{"{escaped}":"[1"}}}},"user_phone":"447700900455","direction":"received","message_id":"m1","timestamp":"1779811281","message":{{"type":"chat","text":"x"}}}}"#
            ),
        ),
    ] {
        let events = assert_portable(&body, provider, body.as_bytes());
        assert_eq!(events.len(), 1, "{body}");
        let json = serde_json::to_value(&events[0]).unwrap();
        let written = json.as_object().unwrap().values().next().unwrap();
        assert!(written["raw"].is_string(), "{json}");
    }
}

#[test]
fn text_in_a_value_that_looks_reserved_is_no_reason_to_hide_the_rest() {
    let body = message("", r#""$serde_json::private::RawValue""#);
    let events = assert_portable("value", Provider::Meta, body.as_bytes());
    let json = serde_json::to_value(&events[0]).unwrap();
    assert!(json["message"]["raw"].is_object(), "{json}");
}

/// Whether a body is taken for JSON, whatever it may be a delivery of.
fn is_json(body: &[u8]) -> bool {
    match Provider::Meta.parse(body.to_vec()) {
        Ok(_) => true,
        Err(error) => matches!(
            error.kind,
            ParseErrorKind::WrongEnvelope { .. } | ParseErrorKind::TooManyItems
        ),
    }
}

#[test]
fn a_body_is_json_at_every_depth_and_beside_every_oddity() {
    let nested = |depth: usize, inner: &str| {
        format!(
            r#","new":{}{inner}{}"#,
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    for depth in [1, 100, 127, 200, 5000] {
        assert!(
            is_json(message(&nested(depth, ""), r#""x""#).as_bytes()),
            "{depth}"
        );
        for inner in [
            "nonsense", "01", "1-e+.", "\"\\x\"", "\u{1}", "{1:2}", "{]", ",",
        ] {
            let body = message(&nested(depth, inner), r#""x""#);
            assert!(!is_json(body.as_bytes()), "{inner} at {depth}");
        }
    }
    let number = "1-e+.".repeat(1000);
    let beside_half_a_pair = message(&format!(r#","new":{number}"#), r#""\ud83d""#);
    assert!(!is_json(beside_half_a_pair.as_bytes()));
    let whole = message(&format!(r#","new":{}"#, "7".repeat(5000)), r#""\ud83d""#);
    assert!(is_json(whole.as_bytes()));
}

/// Half pairs, long numbers and deep parts cost nothing beside them, and are kept.
///
/// Cases: P06.
#[test]
fn what_few_readers_take_costs_no_item() {
    let deep = format!("{}1{}", "[".repeat(300), "]".repeat(300));
    let digits = "7".repeat(5000);
    let more = format!(r#","new":{deep},"more":{digits},"timestamp":"1795010400""#);
    let body = message(&more, r#""a\ud83db""#);
    let events = assert_portable("odd", Provider::Meta, body.as_bytes());
    let Event::Message(message) = &events[0] else {
        panic!("{events:?}");
    };
    assert_eq!(message.content.text(), Some("a\u{fffd}b"));
    assert!(message.meta.occurred_at.is_some());
    let raw = message.raw.as_str().unwrap();
    assert!(raw.contains(&deep) && raw.contains(&digits) && raw.contains(r"\ud83d"));
}
