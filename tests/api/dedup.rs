//! The key that tells a repeated delivery from a new event.

use sha2::{Digest, Sha256};
use whatsapp_webhooks::{Event, Provider};

use crate::support::json::Json;
use crate::support::{all_fixtures, fixture};

/// The key of the only event of a body.
pub(crate) fn key(provider: Provider, body: &str) -> String {
    let events = provider.parse(body.to_owned()).unwrap();
    assert_eq!(events.len(), 1, "{body}");
    events[0].dedup_key()
}

pub(crate) fn meta(account: &str, list: &str, items: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"metadata":{{"phone_number_id":"{account}"}},"{list}":[{items}]}}}}]}}]}}"#
    )
}

/// A delivery of one text of WhatzMeAPI; `more` is the rest of its key.
pub(crate) fn whatzmeapi(id: &str, from_me: bool, chat: &str, more: &str) -> String {
    format!(
        r#"{{"event":"messages.upsert","messages":[{{"key":{{"id":"{id}","fromMe":{from_me},"remoteJid":"{chat}"{more}}},"message":{{"conversation":"hi"}}}}]}}"#
    )
}

/// Cases: M01, M10.
#[test]
fn keys_are_what_they_were() {
    for (place, expected) in KEYS {
        let (provider, name) = place.split_once('/').unwrap();
        let keys: Vec<String> = fixture(provider.parse().unwrap(), name)
            .events()
            .iter()
            .map(Event::dedup_key)
            .collect();
        assert_eq!(keys, *expected, "{place}");
    }
}

/// Keys of some fixtures. A change of one is a breaking release: they are stored for days.
const KEYS: &[(&str, &[&str])] = &[
    ("meta/text", &["meta:fd2150ed0df6507547c6987edcb61b47"]),
    (
        "meta/status_failed_131047",
        &["meta:36dca135c41c9710d543121c6d465f2d"],
    ),
    (
        "meta/status_group_participants",
        &[
            "meta:e761eec00e19ac555ee7566c6b58a911",
            "meta:c75fa25184713a03e32c1d7bb339a9e9",
        ],
    ),
    ("meta/reaction", &["meta:b9823cdce9ac0836cbe5f92f32426d8c"]),
    (
        "meta/value_errors_only",
        &["meta:8d342da3be84d6b93bcb03caaef2d556"],
    ),
    (
        "meta/unknown_field",
        &["meta:479455e1d54b407f7116895acb08b583"],
    ),
    (
        "engage/delivered",
        &["engage:16a55ba11d47eaf3b629fcbebb7f5840"],
    ),
    (
        "engage/error_plain",
        &["engage:453b8896bb63eb752ff4b14c30e922fe"],
    ),
    (
        "whatzmeapi/seed_text",
        &["whatzmeapi:c359410320d59822622a92b33d024b5d"],
    ),
    (
        "whatzmeapi/seed_statuses",
        &[
            "whatzmeapi:4c0b05448983e3d4701bcc5ef33c914e",
            "whatzmeapi:a9aa9b6dda4511a0adc05b6cd6cd78ac",
        ],
    ),
    (
        "whatzmeapi/text_evolution",
        &["whatzmeapi:7641ce7d62d8d898b1c4c5e43fdb9d12"],
    ),
    (
        "cooby/current_individual_received",
        &["cooby:d3aa684bcc540161059ae08ff7deff81"],
    ),
    (
        "cooby/old_version_text",
        &["cooby:c0be1329f310ff4693422b21faeeedc9"],
    ),
    (
        "partner/whatsapp_first",
        &["partner:1aaa68afa67f7ff0c3d02b5d12128fbe"],
    ),
    (
        "partner/builder",
        &["partner:b158dd06d0563bad648a3c5e8bed9d16"],
    ),
];

/// Cases: M02.
#[test]
fn one_item_has_one_key_in_every_body() {
    let message = r#"{"from":"16505550142","id":"wamid.A","timestamp":"1687548944","type":"text","text":{"body":"hi"}}"#;
    let alone = key(Provider::Meta, &meta("109", "messages", message));
    assert_eq!(
        key(
            Provider::Meta,
            &Json::parse(&meta("109", "messages", message)).spaced()
        ),
        alone
    );
    assert_eq!(
        key(
            Provider::Meta,
            &Json::parse(&meta("109", "messages", message))
                .reversed()
                .to_string()
        ),
        alone
    );
    assert_eq!(
        key(
            Provider::Meta,
            &Json::parse(&meta("109", "messages", message))
                .escaped()
                .to_string()
        ),
        alone
    );
    let batch = meta(
        "109",
        "messages",
        &format!(r#"{{"from":"2","id":"b","type":"text","text":{{"body":"x"}}}},{message}"#),
    );
    let batch = Provider::Meta.parse(batch).unwrap();
    assert_eq!(batch[1].dedup_key(), alone);
    assert_ne!(batch[0].dedup_key(), alone);
}

/// Cases: M09.
#[test]
fn a_key_is_the_provider_and_half_a_hash_of_the_documented_parts() {
    let hashed = |provider: &str, parts: &str| {
        let digest = Sha256::digest(parts);
        let digits: String = digest[..16]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("{provider}:{digits}")
    };
    let message = |more: &str| {
        let item = format!(r#"{{"from":"1","id":"wamid.A","timestamp":"1687548944",{more}}}"#);
        key(Provider::Meta, &meta("109", "messages", &item))
    };
    assert_eq!(
        message(r#""type":"text","text":{"body":"hi"}"#),
        hashed("meta", "7:message3:1097:inbound7:wamid.A-----")
    );
    assert_eq!(
        message(r#""type":"reaction","reaction":{"message_id":"wamid.B","emoji":"x"}"#),
        hashed(
            "meta",
            "7:message3:1097:inbound7:wamid.A--8:reaction7:wamid.B-"
        )
    );
    assert_eq!(
        key(
            Provider::WhatzMeApi,
            &whatzmeapi(
                "wamid.A",
                false,
                "1203@g.us",
                r#","participant":"77:3@lid","participantAlt":"1650@s.whatsapp.net""#
            )
        ),
        hashed(
            "whatzmeapi",
            "7:message-7:inbound7:wamid.A9:1203@g.us2:77---"
        )
    );
    let status = |word: &str| {
        let item = format!(
            r#"{{"id":"wamid.A","status":"{word}","recipient_id":"1","timestamp":"1687548944"}}"#
        );
        key(Provider::Meta, &meta("109", "statuses", &item))
    };
    assert_eq!(
        status("read"),
        hashed("meta", "6:status3:1097:wamid.A4:read--")
    );
    assert_eq!(
        status("failed"),
        hashed("meta", "6:status3:1097:wamid.A6:failed-13:1687548944000")
    );
    assert_eq!(
        key(
            Provider::Partner,
            r#"{ "event":"builder", "b":1.50, "a":"\u00e9" }"#
        ),
        hashed(
            "partner",
            r#"4:item--{"a":"é","b":15e-1,"event":"builder"}"#
        )
    );
}

/// Cases: M01, M02, M09.
#[test]
fn every_event_of_every_fixture_keeps_its_key() {
    for fixture in all_fixtures() {
        let again = fixture.provider.parse(fixture.tree().spaced()).unwrap();
        for (event, again) in fixture.events().into_iter().zip(&again) {
            let (place, key) = (fixture.place(), event.dedup_key());
            let (provider, digits) = key.split_once(':').unwrap();
            assert_eq!(provider, fixture.provider.as_str());
            assert!(
                digits.len() == 32
                    && digits
                        .bytes()
                        .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')),
                "{key}"
            );
            assert_eq!(again.dedup_key(), key, "{place}");
            assert_eq!(event.clone().without_secrets().dedup_key(), key, "{place}");
            let json = serde_json::to_string(&event).unwrap();
            let carried = format!(r#""key":"{key}"}}"#);
            assert_eq!(json.matches(&carried).count(), 1, "{json}");
            // Of its own, where it carries none.
            let bare = json.replacen(&format!(",{carried}"), "}", 1);
            let read: Event = serde_json::from_str(&bare).unwrap();
            assert_eq!(read.dedup_key(), key, "{place}");
            // Without its raw JSON, through JSON and back.
            let json = serde_json::to_string(&event.without_raw()).unwrap();
            let read: Event = serde_json::from_str(&json).unwrap();
            assert!(read.raw().as_bytes().is_empty());
            assert_eq!(read.dedup_key(), key, "{place}");
            assert_eq!(serde_json::to_string(&read).unwrap(), json, "{place}");
        }
    }
}

#[test]
fn a_struct_of_an_event_is_written_with_its_key() {
    let event = fixture(Provider::Meta, "text").events().remove(0);
    let key = event.dedup_key();
    let message = event.into_message().unwrap();
    assert_eq!(message.dedup_key(), key);
    assert!(serde_json::to_string(&message).unwrap().contains(&key));
    assert!(
        !serde_json::to_string(&message.meta)
            .unwrap()
            .contains("key")
    );
}

#[test]
fn events_of_one_delivery_have_different_keys() {
    let mut equal = Vec::new();
    for fixture in all_fixtures() {
        let mut keys: Vec<String> = fixture.events().iter().map(Event::dedup_key).collect();
        keys.sort();
        if keys.windows(2).any(|pair| pair[0] == pair[1]) {
            equal.push(fixture.place());
        }
    }
    assert_eq!(equal, [""; 0]);
}
