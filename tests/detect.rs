//! The shape of a body tells its provider, or nothing: never another one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::fs;
use std::path::Path;

use whatsapp_webhooks::Provider;

/// Fixtures from which nothing is told although their provider reads them, and why.
const SILENT: &[(&str, &str)] = &[
    (
        "engage/event_name_missing",
        "an id and a status could be anybody's",
    ),
    (
        "cooby/message_missing",
        "a chat without a message could be anybody's",
    ),
    (
        "partner/future_event",
        "an event of an unknown name could be anybody's",
    ),
];

/// Bodies of `fixtures/` with their place.
fn fixtures() -> Vec<(Provider, String, Vec<u8>)> {
    let mut found = Vec::new();
    for provider in Provider::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures")
            .join(provider.as_str());
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if let Some(case) = name.strip_suffix(".json") {
                let place = format!("{provider}/{case}");
                found.push((*provider, place, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort_by(|a, b| a.1.cmp(&b.1));
    found
}

#[test]
fn every_delivery_tells_its_provider_and_what_is_none_tells_nothing() {
    let mut wrong = Vec::new();
    let mut silent = Vec::new();
    for (provider, place, body) in fixtures() {
        let is_read = provider.parse(body.clone()).is_ok();
        match Provider::detect(&body) {
            Some(found) if found == provider && is_read => {}
            None if !is_read => {}
            None => silent.push(place),
            Some(found) => wrong.push((place, found)),
        }
    }
    assert_eq!(wrong, []);
    let mut reviewed: Vec<&str> = SILENT.iter().map(|row| row.0).collect();
    reviewed.sort_unstable();
    assert_eq!(silent, reviewed);
}

#[test]
fn no_other_provider_reads_a_delivery() {
    let mut read = Vec::new();
    for (provider, place, body) in fixtures() {
        for other in Provider::ALL.iter().filter(|it| **it != provider) {
            if other.parse(body.clone()).is_ok() {
                read.push((place.clone(), other.as_str()));
            }
        }
    }
    assert_eq!(read, []);
}

/// Bodies that are nobody's, or that two could have sent.
const NOBODYS: &[&str] = &[
    "{}",
    "[]",
    "[[]]",
    "[{}]",
    "[1,2]",
    "null",
    "true",
    "0",
    "-1.5e3",
    r#""whatsapp""#,
    "",
    " \n",
    "\u{feff}",
    "hello",
    "<xml/>",
    "payload=%7B%7D",
    r#"{"event":"x"}"#,
    r#"{"event":null}"#,
    r#"{"event":{"whatsapp":1}}"#,
    r#"{"status":"OK"}"#,
    r#"{"status":"delivered","id":"1"}"#,
    r#"{"message":"hi"}"#,
    r#"{"message":{"text":"hi"}}"#,
    r#"{"messages":"hi"}"#,
    r#"{"data":[]}"#,
    r#"{"object":"page"}"#,
    r#"{"object":"whatsapp_business_account","object":[]}"#,
    r#"{"entry":[]}"#,
    r#"{"entry":[1,{"id":"1","changes":null},[]]}"#,
    r#"{"object":null,"entry":[{"id":"1"}]}"#,
    r#"{"event_name":"msg_status"}"#,
    r#"{"message_id":"wamid.A","message_status":"read"}"#,
    r#"{"chat_id":"1_2@c.us","user_phone":"1"}"#,
    // Answers of the Partners API, and its siblings.
    r#"{"status":"OK","url":"hooks.example.com/p1","reason":1}"#,
    r#"{"status":"FAIL","url":"","reason":13}"#,
    r#"{"access_token":"a","token_type":"Bearer","expiration_time":"1716000000","reason":1}"#,
    r#"{"status":"OK","hook":"new","unique":"0A","from":"972500007002","type":"text","body":"hi"}"#,
    r#"{"event":"message_created","id":"1","content":"hi","conversation":{"id":1}}"#,
    r#"{"event":"conversation_status_changed","id":1,"status":"open"}"#,
    // Answers of the Cloud API.
    r#"{"messaging_product":"whatsapp","contacts":[{"wa_id":"1"}],"messages":[{"id":"wamid.A"}]}"#,
    r#"{"error":{"message":"m","type":"OAuthException","code":190}}"#,
    r#"{"success":true}"#,
    // Other messengers.
    r#"{"update_id":1,"message":{"message_id":2,"chat":{"id":3},"text":"hi"}}"#,
    r#"{"type":"event_callback","event":{"type":"message","text":"hi"}}"#,
    // Two at once.
    r#"{"object":"whatsapp_business_account","entry":[],"event":"builder","builder_extra_info":1}"#,
    r#"{"event_name":"msg_status","message_id":"A","event":"whatsapp","whatsapp_extra_info":1}"#,
];

#[test]
fn nobodys_bodies_tell_nothing() {
    for body in NOBODYS {
        assert_eq!(Provider::detect(body.as_bytes()), None, "{body}");
    }
    assert_eq!(Provider::detect(b"\xff\xfe{\x00}\x00"), None);
    assert_eq!(Provider::detect("[".repeat(100_000).as_bytes()), None);
}

/// Bodies that are Meta's although a key of its envelope is missing or odd, and the kinds of their events.
const METAS: &[(&str, &[&str])] = &[
    (r#"{"object":"whatsapp_business_account"}"#, &["unknown"]),
    (
        r#"{"object":"whatsapp_business_account","entry":null}"#,
        &["unknown"],
    ),
    (r#"{"object":"whatsapp_business_account","entry":[]}"#, &[]),
    (r#"{"object":{},"entry":[]}"#, &[]),
    (r#"{"object":"page","entry":[]}"#, &["unknown"]),
    (r#"{"entry":[{"changes":[]}]}"#, &["unknown"]),
    (r#"{"entry":{"changes":{"field":"x"}}}"#, &["unknown"]),
    (
        r#"{"entry":[{"id":"1"},{"id":"2","changes":[{"field":"security","value":{"event":"PIN_CHANGED"}}]}]}"#,
        &["unknown", "security"],
    ),
];

#[test]
fn what_is_claimed_for_meta_is_read_by_meta_and_nothing_else() {
    for (body, kinds) in METAS {
        let found = Provider::detect(body.as_bytes());
        assert_eq!(found, Some(Provider::Meta), "{body}");
        let events = Provider::Meta.parse(*body).unwrap();
        let found: Vec<_> = events.iter().map(whatsapp_webhooks::Event::kind).collect();
        assert_eq!(found, *kinds, "{body}");
    }
    for body in NOBODYS {
        // What two could have sent is read by either.
        if !body.contains("extra_info") {
            assert!(Provider::Meta.parse(*body).is_err(), "{body}");
        }
    }
}

/// The envelope is Meta's for all of Meta's products, and Meta's reader says which one it is.
#[test]
fn other_products_of_meta_are_metas() {
    for object in ["page", "instagram", "whatsapp_business_account", "user"] {
        let body = format!(
            r#"{{"object":"{object}","entry":[{{"id":"1","time":1,"messaging":[{{"message":{{"mid":"m","text":"hi"}}}}]}}]}}"#
        );
        assert_eq!(Provider::detect(body.as_bytes()), Some(Provider::Meta));
        let events = Provider::Meta.parse(body).unwrap();
        assert!(events.iter().all(|event| event.kind() == "unknown"));
    }
}

#[test]
fn the_marks_count_in_any_order_and_beside_other_keys() {
    for (provider, body) in [
        (Provider::Meta, r#"{"z":1,"entry":{},"object":7}"#),
        (
            Provider::Engage,
            r#"{"message_status":"read","event_name":"other"}"#,
        ),
        (
            Provider::WhatzMeApi,
            r#"{"messages":[{"key":{"id":"1"}}],"event":"messages.upsert"}"#,
        ),
        (
            Provider::WhatzMeApi,
            r#"[{"key":{"id":"1","remoteJid":"1@s.whatsapp.net"},"message":{"conversation":"x"}}]"#,
        ),
        (Provider::Cooby, r#"{"message":{},"direction":"sent"}"#),
        (Provider::Cooby, r#"{"chatid":"1@g.us","message":{}}"#),
        (Provider::Partner, r#"{"event":"ONLINE"}"#),
        (Provider::Partner, r#"{"builder_extra_info":9}"#),
        (Provider::Partner, "\u{feff} {\"event\":\"package\"} "),
    ] {
        assert_eq!(Provider::detect(body.as_bytes()), Some(provider), "{body}");
    }
}

#[test]
fn a_body_that_was_cut_tells_nothing() {
    for (_, place, body) in fixtures() {
        let text = body.trim_ascii_end();
        for part in 1..8 {
            let end = text.len() * part / 8;
            assert_eq!(Provider::detect(&text[..end]), None, "{place} to {end}");
        }
        let short = &text[..text.len() - 1];
        assert_eq!(Provider::detect(short), None, "{place}");
    }
}
