//! The key that tells a repeated delivery from a new event.

use std::collections::BTreeMap;

use whatsapp_webhooks::{Event, Provider};

use crate::support::json::Json;
use crate::support::{all_fixtures, fixtures};

/// The key of the only event of a body.
fn key(provider: Provider, body: &str) -> String {
    let events = provider.parse(body.to_owned()).unwrap();
    assert_eq!(events.len(), 1, "{body}");
    events[0].dedup_key()
}

fn meta(account: &str, list: &str, items: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"metadata":{{"phone_number_id":"{account}"}},"{list}":[{items}]}}}}]}}]}}"#
    )
}

#[test]
fn keys_are_what_they_were() {
    for (place, expected) in KEYS {
        let (provider, name) = place.split_once('/').unwrap();
        let provider = provider.parse().unwrap();
        let fixture = fixtures(provider)
            .into_iter()
            .find(|it| it.name == name)
            .unwrap();
        let keys: Vec<String> = fixture.events().iter().map(Event::dedup_key).collect();
        assert_eq!(keys, *expected, "{place}");
    }
}

/// Keys of some fixtures. A change of one is a breaking release: they are stored for days.
const KEYS: &[(&str, &[&str])] = &[
    (
        "meta/text",
        &[
            "meta:message:109871234500321:inbound:0910de91464a0150:wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQ5ODJEOUUzRUI5OTZGNTU5RTYzMwA=",
        ],
    ),
    (
        "meta/status_failed_131047",
        &[
            "meta:status:109871234500321:wamid.HBgLMTY1MDU1NTAxNDIVAgARGBIyREY0NDI3MUZCNEUzREZGOEQA:failed:0910de91464a0150",
        ],
    ),
    (
        "meta/status_group_participants",
        &[
            "meta:status:109871234500321:wamid.HBgJZ3JvdXAwNDcxFQIAERgSN0E1NDQzQjY2MzY3MTNCQUE2AA==:read:0910de91464a0150",
            "meta:status:109871234500321:wamid.HBgJZ3JvdXAwNDcxFQIAERgSN0E1NDQzQjY2MzY3MTNCQUE2AA==:read:c54a51097d6c67ec",
        ],
    ),
    (
        "meta/reaction",
        &[
            "meta:message:109871234500321:inbound:0910de91464a0150:wamid.HBgLMTY1MDU1NTAxNDIVAgASGBRDNDU5OUFBQjVDQkY4N0Y4MTg5MAA=:reaction:wamid.HBgLMTY1MDU1NTAxNDIVAgARGBJCM0EyQkQ0NzBDQjJDNEY5OUUA",
        ],
    ),
    (
        "meta/value_errors_only",
        &[
            "meta:failure:109871234500321:sha256:bc33c9963549847e5e6cd7be5e4263f8ad5ad187e2dc480c8ed7d606903dee6d",
        ],
    ),
    (
        "meta/unknown_field",
        &[
            "meta:unknown:118822003344556:sha256:30ea19f2eba87f9d12a90ab8639e13bfef4401b3f6c3eaf2fa76a3f401cb84b2",
        ],
    ),
    (
        "engage/delivered",
        &[
            "engage:status:5491155500900:wamid.HRgMNTQxMTU1NTAwMTAxFQIAERgSOUE0MUMwREU3N0IzMDAxMDAzAA==:delivered:c3d4b036b87f4f0e",
        ],
    ),
    (
        "engage/error_plain",
        &[
            "engage:status:5491155500900:wamid.HRgMNTQxMTU1NTAwMTAyFQIAERgSOUE0MUMwREU3N0IzMDA0MDBDAA==:failed:d3da62f9251bf8f1",
        ],
    ),
    (
        "whatzmeapi/seed_text",
        &["whatzmeapi:message::inbound:45b5a8cc22f4051a:3EB0D1CE0FAB4F2A9010"],
    ),
    (
        "whatzmeapi/seed_statuses",
        &[
            "whatzmeapi:status::3EB0D1CE0FAB4F2A9011:delivered:",
            "whatzmeapi:status::3EB0D1CE0FAB4F2A9011:read:",
        ],
    ),
    (
        "whatzmeapi/text_evolution",
        &[
            "whatzmeapi:message:5215500000900:inbound:db61a63e2d9cee4a:AC3C6EF3620000000000000000033232",
        ],
    ),
    (
        "cooby/current_individual_received",
        &["cooby:message:447700900455:inbound:863fa078332ab766:a721fb4aa7aa4c77"],
    ),
    (
        "cooby/old_version_text",
        &[
            "cooby:message:447700900455:inbound:parts:1ef7fdd9119918d1c8a0eb07e136f5ee989e55a1af1f4a3a34244ae80cbf079d",
        ],
    ),
    (
        "partner/whatsapp_first",
        &[
            "partner:partner_whatsapp::sha256:28b4a994dc397ee1c9016f9da1cfa1fc003a5e700d02642ae431aaf01b1d360d",
        ],
    ),
    (
        "partner/builder",
        &[
            "partner:partner_builder::sha256:d5ed166982ad2107dac899f6c2bb74520fda9186ecb9ca190b66f5b05823adc4",
        ],
    ),
];

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

#[test]
fn every_event_of_every_fixture_keeps_its_key_when_it_is_written_and_delivered_again() {
    for fixture in all_fixtures() {
        let again = fixture.provider.parse(fixture.tree().spaced()).unwrap();
        for (event, again) in fixture.events().iter().zip(&again) {
            let key = event.dedup_key();
            assert_eq!(again.dedup_key(), key, "{}", fixture.place());
            let read: Event = serde_json::from_str(&serde_json::to_string(event).unwrap()).unwrap();
            assert_eq!(read.dedup_key(), key, "{}", fixture.place());
            assert!(
                key.starts_with(&format!("{}:{}:", fixture.provider, event.kind())),
                "{key}"
            );
            assert!(
                key.is_ascii() && !key.contains(char::is_whitespace),
                "{key}"
            );
        }
    }
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

#[test]
fn what_differs_has_a_different_key() {
    let status = |word: &str, more: &str| {
        meta(
            "109",
            "statuses",
            &format!(r#"{{"id":"wamid.A","status":"{word}","recipient_id":"1"{more}}}"#),
        )
    };
    let message =
        |more: &str| format!(r#"{{"from":"1","id":"wamid.A","timestamp":"1687548944",{more}}}"#);
    let text = message(r#""type":"text","text":{"body":"hi"}"#);
    let whatzmeapi = |from_me: bool, chat: &str| {
        format!(
            r#"{{"event":"messages.upsert","messages":[{{"key":{{"id":"wamid.A","fromMe":{from_me},"remoteJid":"{chat}"}},"message":{{"conversation":"hi"}}}}]}}"#
        )
    };
    let bodies = [
        (Provider::Meta, status("sent", "")),
        (Provider::Meta, status("delivered", "")),
        (Provider::Meta, status("read", "")),
        (
            Provider::Meta,
            status(
                "read",
                r#","recipient_type":"group","recipient_participant_id":"2""#,
            ),
        ),
        (
            Provider::Meta,
            status(
                "read",
                r#","recipient_type":"group","recipient_participant_id":"3""#,
            ),
        ),
        (Provider::Meta, meta("109", "messages", &text)),
        (Provider::Meta, meta("110", "messages", &text)),
        (
            Provider::Meta,
            meta(
                "109",
                "messages",
                &message(r#""type":"reaction","reaction":{"message_id":"wamid.B","emoji":"x"}"#),
            ),
        ),
        (
            Provider::Meta,
            meta(
                "109",
                "messages",
                &message(r#""type":"reaction","reaction":{"message_id":"wamid.C","emoji":"x"}"#),
            ),
        ),
        (
            Provider::Meta,
            meta(
                "109",
                "messages",
                &message(r#""type":"revoke","revoke":{"original_message_id":"wamid.B"}"#),
            ),
        ),
        (
            Provider::WhatzMeApi,
            whatzmeapi(false, "5215533007711@s.whatsapp.net"),
        ),
        (
            Provider::WhatzMeApi,
            whatzmeapi(true, "5215533007711@s.whatsapp.net"),
        ),
    ];
    let mut keys = BTreeMap::new();
    for (provider, body) in &bodies {
        if let Some(other) = keys.insert(key(*provider, body), body) {
            panic!("{other} and {body} have one key");
        }
    }
    assert_eq!(keys.len(), bodies.len());
}

/// The one message of a body of Meta that has this value under this field.
fn message_key(field: &str, value: &str) -> String {
    let body = format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"{field}","value":{{"metadata":{{"display_phone_number":"15550103377","phone_number_id":"109"}},{value}}}}}]}}]}}"#
    );
    let events = Provider::Meta.parse(body).unwrap();
    let mut messages = events.iter().filter(|event| event.as_message().is_some());
    let key = messages.next().unwrap().dedup_key();
    assert!(messages.next().is_none());
    key
}

#[test]
fn a_message_has_one_key_wherever_it_comes_from_and_its_file_another() {
    let chunk = |message: &str| {
        let history =
            format!(r#""history":[{{"threads":[{{"id":"1650","messages":[{message}]}}]}}]"#);
        message_key("history", &history)
    };
    let theirs = r#"{"from":"1650","id":"wamid.A","type":"text","text":{"body":"a"}}"#;
    let live = message_key("messages", &format!(r#""messages":[{theirs}]"#));
    assert_eq!(chunk(theirs), live);
    let ours =
        r#"{"from":"15550103377","to":"1650","id":"wamid.B","type":"text","text":{"body":"b"}}"#;
    let echo = |field| message_key(field, &format!(r#""message_echoes":[{ours}]"#));
    assert_eq!(chunk(ours), echo("smb_message_echoes"));
    assert_eq!(chunk(ours), echo("message_echoes"));
    // Without `to`, the thread says who the addressee is.
    assert_eq!(chunk(&ours.replace(r#""to":"1650","#, "")), chunk(ours));
    let placeholder = r#"{"from":"1650","id":"wamid.C","type":"media_placeholder"}"#;
    let file = r#""messages":[{"from":"1650","id":"wamid.C","type":"image","image":{"id":"7"}}]"#;
    assert_ne!(chunk(placeholder), message_key("history", file));
}

#[test]
fn parts_of_a_key_cannot_be_mistaken_for_one_another() {
    let key_of = |account: &str, id: &str| {
        let message = format!(r#"{{"from":"1","id":"{id}","type":"text","text":{{"body":"hi"}}}}"#);
        key(Provider::Meta, &meta(account, "messages", &message))
    };
    assert_ne!(key_of("a:inbound", "b"), key_of("a", "inbound:b"));
    assert_ne!(key_of("a", "b:c"), key_of("a", "b%3Ac"));
    assert_ne!(key_of("a", "é"), key_of("a", "e"));
    assert_ne!(key_of("a", "B"), key_of("a", "b"));
}

#[test]
fn huge_ids_give_short_and_different_keys() {
    let key_of = |id: String| {
        let message = format!(r#"{{"from":"1","id":"{id}","type":"text","text":{{"body":"hi"}}}}"#);
        key(Provider::Meta, &meta("109", "messages", &message))
    };
    let (one, other) = (
        key_of("x".repeat(1 << 20)),
        key_of(format!("{}y", "x".repeat(1 << 20))),
    );
    assert!(one.len() <= 1024 && other.len() <= 1024, "{}", one.len());
    assert_ne!(one, other);
}

#[test]
fn items_without_ids_have_keys_of_their_own() {
    let item = |body: &str| format!(r#"{{"from":"1","type":"text","text":{{"body":"{body}"}}}}"#);
    let of = |items: &str| key(Provider::Meta, &meta("109", "messages", items));
    assert_ne!(of(&item("one")), of(&item("two")));
    assert_eq!(of(&item("one")), of(&Json::parse(&item("one")).spaced()));
    for id in ["null", r#""""#, "[]"] {
        let with = item("one").replacen('{', &format!(r#"{{"id":{id},"#), 1);
        assert!(of(&with).contains(":sha256:"), "{}", of(&with));
    }
    let failure = |code: u32| {
        key(
            Provider::Meta,
            &meta("109", "errors", &format!(r#"{{"code":{code}}}"#)),
        )
    };
    assert_ne!(failure(1), failure(2));
}
