//! The key that tells a repeated delivery from a new event.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use whatsapp_webhooks::event::{Origin, TemplateUpdate};
use whatsapp_webhooks::{Event, Provider};

use crate::support::json::Json;
use crate::support::{all_fixtures, fixture};

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

/// A delivery of one text of WhatzMeAPI; `more` is the rest of its key.
fn whatzmeapi(id: &str, from_me: bool, chat: &str, more: &str) -> String {
    format!(
        r#"{{"event":"messages.upsert","messages":[{{"key":{{"id":"{id}","fromMe":{from_me},"remoteJid":"{chat}"{more}}},"message":{{"conversation":"hi"}}}}]}}"#
    )
}

/// A delivery of one status of Meta.
fn status(account: &str, word: &str, more: &str) -> String {
    meta(
        account,
        "statuses",
        &format!(r#"{{"id":"wamid.A","status":"{word}","recipient_id":"1"{more}}}"#),
    )
}

/// A delivery of one message of Meta.
fn message(account: &str, more: &str) -> String {
    meta(
        account,
        "messages",
        &format!(r#"{{"from":"1","id":"wamid.A","timestamp":"1687548944",{more}}}"#),
    )
}

const TEXT: &str = r#""type":"text","text":{"body":"hi"}"#;
const GROUP: &str = r#","recipient_type":"group","recipient_participant_id":"#;

/// Cases: M03, M04, M05, M06, M07.
#[test]
fn what_differs_has_a_different_key() {
    let meta_bodies = [
        status("109", "sent", ""),
        status("110", "sent", ""),
        status("109", "delivered", ""),
        status("109", "read", ""),
        status("109", "read", &format!("{GROUP}\"2\"")),
        status("109", "read", &format!("{GROUP}\"3\"")),
        status("109", "failed", r#","timestamp":"1687548944""#),
        status("109", "failed", r#","timestamp":"1687548945""#),
        message("109", TEXT),
        message("110", TEXT),
        message("109", &format!("{TEXT},\"group_id\":\"g1\"")),
        message("109", &format!("{TEXT},\"group_id\":\"g2\"")),
        message(
            "109",
            r#""type":"reaction","reaction":{"message_id":"wamid.B","emoji":"x"}"#,
        ),
        message(
            "109",
            r#""type":"reaction","reaction":{"message_id":"wamid.C","emoji":"x"}"#,
        ),
        message(
            "109",
            r#""type":"revoke","revoke":{"original_message_id":"wamid.B"}"#,
        ),
        message(
            "109",
            r#""type":"edit","edit":{"original_message_id":"wamid.B","message":{"type":"text","text":{"body":"x"}}}"#,
        ),
        message(
            "109",
            r#""type":"edit","edit":{"original_message_id":"wamid.B","message":{"type":"text","text":{"body":"x"}}}"#,
        )
        .replace("1687548944", "1687548945"),
        meta("109", "errors", r#"{"code":1}"#),
        meta("109", "errors", r#"{"code":2}"#),
    ];
    let failed_at = |time: u32| {
        meta("109", "errors", r#"{"code":3}"#).replace(
            r#""id":"1","changes""#,
            &format!(r#""id":"1","time":{time},"changes""#),
        )
    };
    let person = "5215533007711@s.whatsapp.net";
    let member = |id: &str| format!(r#","participant":"{id}@s.whatsapp.net""#);
    let gateway_bodies = [
        whatzmeapi("wamid.A", false, person, ""),
        whatzmeapi("wamid.A", true, person, ""),
        whatzmeapi("wamid.A", false, "1@g.us", &member("111")),
        whatzmeapi("wamid.A", false, "1@g.us", &member("222")),
        whatzmeapi("wamid.A", false, "2@g.us", &member("111")),
        whatzmeapi("wamid.A", true, "1@g.us", &member("111")),
        whatzmeapi("wamid.A", true, "2@g.us", &member("111")),
        whatzmeapi("wamid.A", false, "status@broadcast", &member("111")),
        whatzmeapi("wamid.A", false, "status@broadcast", &member("222")),
    ];
    let bodies = (meta_bodies
        .into_iter()
        .chain([failed_at(1_687_548_944), failed_at(1_687_548_945)]))
    .map(|body| (Provider::Meta, body))
    .chain(gateway_bodies.map(|body| (Provider::WhatzMeApi, body)));
    let mut keys = BTreeMap::new();
    for (provider, body) in bodies {
        if let Some(other) = keys.insert(key(provider, &body), body.clone()) {
            panic!("{other} and {body} have one key");
        }
    }
}

#[test]
fn two_members_of_a_group_may_use_one_id() {
    let event = |member: &str, text: &str| {
        let more = format!(r#","participant":"{member}""#);
        let body = whatzmeapi("SAME", false, "120363000000000001@g.us", &more);
        let body = body.replace("\"hi\"", &format!("{text:?}"));
        Provider::WhatzMeApi.parse(body).unwrap().remove(0)
    };
    let one = event("525500000111@s.whatsapp.net", "hello");
    let other = event("525500000222@s.whatsapp.net", "other");
    let hidden = event("100200300400500@lid", "hello");
    for event in [&one, &other, &hidden] {
        assert_eq!(event.as_message().unwrap().id.as_ref().unwrap(), "SAME");
    }
    assert_ne!(one.dedup_key(), other.dedup_key());
    assert_ne!(one.dedup_key(), hidden.dedup_key());
    assert_eq!(
        one.dedup_key(),
        event("525500000111:4@s.whatsapp.net", "x").dedup_key()
    );
}

/// Cases: M04.
#[test]
fn what_is_the_same_has_one_key() {
    let upsert = |chat: &str, more: &str| whatzmeapi("A", false, chat, more);
    for (provider, one, other) in [
        // Seen by another path, and with another text of the same fact.
        (
            Provider::Meta,
            status("109", "read", r#","timestamp":"1687548944""#),
            status("109", "read", r#","timestamp":"1687548999""#),
        ),
        (
            Provider::Meta,
            status("109", "failed", r#","timestamp":"1687548944""#),
            status(
                "109",
                "failed",
                r#","timestamp":1687548944,"errors":[{"code":1}]"#,
            ),
        ),
        (
            Provider::Meta,
            message("109", TEXT),
            message("109", &TEXT.replace("hi", "ho")),
        ),
        // A private chat comes as number or as anonymous id.
        (
            Provider::WhatzMeApi,
            upsert("5215533007711@s.whatsapp.net", ""),
            upsert("201122334455667@lid", ""),
        ),
        // A member writes from several devices.
        (
            Provider::WhatzMeApi,
            upsert(
                "1@g.us",
                r#","participant":"5215533007711:3@s.whatsapp.net""#,
            ),
            upsert("1@g.us", r#","participant":"5215533007711@s.whatsapp.net""#),
        ),
        (
            Provider::WhatzMeApi,
            whatzmeapi("A", true, "1@g.us", r#","participant":"77@lid""#),
            whatzmeapi("A", true, "1@g.us", ""),
        ),
        (
            Provider::Partner,
            r#"{"event":"builder","builderID":611,"builder_status":"a"}"#.to_owned(),
            r#"{ "builder_status":"\u0061", "builderID":6.11e2, "event":"builder" }"#.to_owned(),
        ),
    ] {
        assert_eq!(key(provider, &one), key(provider, &other), "{one} {other}");
    }
}

#[test]
fn the_origin_of_a_message_is_not_in_its_key() {
    let event = Provider::Meta
        .parse(message("109", TEXT))
        .unwrap()
        .remove(0);
    let key = event.dedup_key();
    let mut message = event.into_message().unwrap();
    message.origin = Origin::History;
    assert_eq!(Event::from(message).dedup_key(), key);
}

#[test]
fn an_item_that_a_later_version_knows_keeps_its_key() {
    let event = fixture(Provider::Meta, "unknown_field").events().remove(0);
    let Event::Unknown(unknown) = &event else {
        panic!("{event:?}");
    };
    let typed = TemplateUpdate::new(unknown.meta.clone(), unknown.raw.clone());
    assert_eq!(Event::from(typed).dedup_key(), event.dedup_key());
}

#[test]
fn a_readable_copy_of_an_undecryptable_message_is_another_event() {
    let stub = r#"{"event":"messages.upsert","messages":[{"key":{"id":"A","fromMe":false,"remoteJid":"1650@s.whatsapp.net"},"messageStubType":2}]}"#;
    let event = Provider::WhatzMeApi.parse(stub).unwrap().remove(0);
    assert_eq!(event.as_message().unwrap().content.kind(), "undecryptable");
    let readable = key(
        Provider::WhatzMeApi,
        &whatzmeapi("A", false, "1650@s.whatsapp.net", ""),
    );
    assert_ne!(event.dedup_key(), readable);
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

/// Cases: M09.
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
    let long = "x".repeat(1 << 20);
    assert_ne!(key_of("a", &long), key_of("a", &format!("{long}y")));
}

/// Cases: M08.
#[test]
fn items_without_ids_have_keys_of_their_own() {
    let item = |body: &str| format!(r#"{{"from":"1","type":"text","text":{{"body":"{body}"}}}}"#);
    let of = |items: &str| key(Provider::Meta, &meta("109", "messages", items));
    assert_ne!(of(&item("one")), of(&item("two")));
    assert_eq!(of(&item("one")), of(&Json::parse(&item("one")).spaced()));
    for id in ["null", r#""""#, "[]"] {
        let with = |body: &str| of(&item(body).replacen('{', &format!(r#"{{"id":{id},"#), 1));
        assert_ne!(with("one"), with("two"), "{id}");
    }
}
