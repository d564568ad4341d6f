//! What makes two events the same, by their keys, and what tells them apart.

use std::collections::BTreeMap;

use whatsapp_webhooks::event::{Origin, TemplateUpdate};
use whatsapp_webhooks::{Event, Provider};

use crate::dedup::{key, meta, whatzmeapi};
use crate::support::fixture;
use crate::support::json::Json;

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
