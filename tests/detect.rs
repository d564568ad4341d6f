//! The shape of a body tells its provider, or nothing: never another one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test"
)]

mod support;

use whatsapp_webhooks::{ParseErrorKind, Provider};

use crate::support::json::Json;
use crate::support::{REFUSED, all_bodies, all_fixtures};

/// Asserts that `detect` names the one provider that reads a body, and nobody where none or several do.
fn agrees(body: &str) -> Result<(), String> {
    let reads = |provider: &&Provider| match provider.parse(body.to_owned()) {
        Ok(_) => true,
        Err(error) => !matches!(error.kind, ParseErrorKind::WrongEnvelope { .. }),
    };
    let readers: Vec<Provider> = Provider::ALL.iter().filter(reads).copied().collect();
    let expected = match readers[..] {
        [only] => Some(only),
        _ => None,
    };
    let found = Provider::detect(body.as_bytes());
    if found == expected || ![found, expected].into_iter().flatten().all(has_one_rule) {
        return Ok(());
    }
    let start: String = body.chars().take(200).collect();
    Err(format!("{found:?}, read by {readers:?}: {start}"))
}

/// Whether `parse` of a provider goes by the rule that `detect` goes by.
fn has_one_rule(provider: Provider) -> bool {
    !matches!(provider, Provider::Meta | Provider::WhatzMeApi)
}

/// What stands in the place of a value at the top level.
const OTHERS: &[&str] = &[
    "null",
    "true",
    "7",
    r#""""#,
    r#"" ""#,
    r#""OK""#,
    r#""never.heard.of""#,
    r#""message_created""#,
    r#""online""#,
    "[]",
    "{}",
    r#"[{"key":{"id":"A"}}]"#,
];

#[test]
fn what_is_claimed_is_read_and_what_is_read_is_claimed() {
    let (mut tried, mut wrong) = (0, Vec::new());
    let mut check = |body: &str| {
        tried += 1;
        wrong.extend(agrees(body).err());
    };
    for fixture in all_bodies() {
        let tree = fixture.tree();
        check(&tree.to_string());
        let Json::Object(pairs) = &tree else {
            continue;
        };
        for one in 0..pairs.len() {
            let dropped = tree.dropped(&[one]);
            check(&dropped.to_string());
            for another in 0..pairs.len() - 1 {
                check(&dropped.dropped(&[another]).to_string());
            }
            for other in OTHERS {
                check(&tree.replaced(&[one], &Json::parse(other)).to_string());
            }
            // Each key alone, and two of them.
            for another in one..pairs.len() {
                let kept = pairs[one..=one].iter().chain(&pairs[another..=another]);
                check(&Json::Object(kept.cloned().collect()).to_string());
            }
        }
    }
    for body in NOBODYS.iter().chain(AMBIGUOUS) {
        check(body);
    }
    assert!(tried > 10_000, "{tried}");
    wrong.sort_unstable();
    wrong.dedup();
    assert!(
        wrong.is_empty(),
        "{} bodies:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_delivery_tells_its_provider() {
    for fixture in all_fixtures() {
        let found = Provider::detect(&fixture.body);
        assert_eq!(found, Some(fixture.provider), "{}", fixture.place());
    }
}

/// Cases: L01.
#[test]
fn no_other_provider_reads_a_delivery_and_its_error_says_whose_it_looks_like() {
    for fixture in all_fixtures() {
        for other in Provider::ALL.iter().filter(|it| **it != fixture.provider) {
            let error = other.parse(fixture.body.clone()).unwrap_err();
            let looks_like = Some(fixture.provider);
            assert_eq!(
                error.kind,
                ParseErrorKind::WrongEnvelope { looks_like },
                "{} as {other}",
                fixture.place()
            );
            assert_eq!(error.body.as_bytes(), fixture.body);
        }
    }
}

#[test]
fn what_is_no_delivery_is_refused_by_all() {
    for fixture in all_bodies().filter(|it| REFUSED.contains(&it.place().as_str())) {
        assert_eq!(Provider::detect(&fixture.body), None, "{}", fixture.place());
        for provider in Provider::ALL {
            let kind = provider.parse(fixture.body.clone()).unwrap_err().kind;
            let nobodys = ParseErrorKind::WrongEnvelope { looks_like: None };
            assert_eq!(kind, nobodys, "{} as {provider}", fixture.place());
        }
    }
}

/// Bodies that are nobody's.
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
    r#"{"message_id":"wamid.A"}"#,
    r#"{"message_status":"read"}"#,
    r#"{"message":{},"sender":{}}"#,
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
    r#"{"event":"message","timestamp":1,"sender":{"id":"a"},"message":{"type":"text","text":"hi"}}"#,
    r#"{"update_id":1,"message":{"message_id":2,"chat":{"id":3},"text":"hi"}}"#,
    r#"{"type":"event_callback","event":{"type":"message","text":"hi"}}"#,
];

/// Bodies with the marks of two providers.
const AMBIGUOUS: &[&str] = &[
    r#"{"object":"whatsapp_business_account","entry":[],"event":"builder","builder_extra_info":1}"#,
    r#"{"event_name":"msg_status","message_id":"A","event":"whatsapp","whatsapp_extra_info":1}"#,
];

/// Cases: L02, L03, L12.
#[test]
fn nobodys_bodies_tell_nothing_and_nobody_reads_them() {
    for body in NOBODYS {
        assert_eq!(Provider::detect(body.as_bytes()), None, "{body}");
        for provider in Provider::ALL.iter().filter(|it| has_one_rule(**it)) {
            assert!(provider.parse(*body).is_err(), "{provider}: {body}");
        }
    }
    for body in AMBIGUOUS {
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
    (r#"{"object":{},"entry":[]}"#, &["unknown"]),
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
///
/// Cases: L05.
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
        (Provider::Engage, r#"{"event_name":"msg_status"}"#),
        (
            Provider::Engage,
            r#"{"message_id":"wamid.A","msg_status":"read"}"#,
        ),
        (Provider::Cooby, r#"{"message":{},"direction":"sent"}"#),
        (
            Provider::Cooby,
            r#"{"chat_id":"1_2@c.us","user_phone":"1"}"#,
        ),
        (Provider::Cooby, r#"{"chatid":"1@g.us","message":{}}"#),
        (Provider::Partner, r#"{"event":"ONLINE"}"#),
        (Provider::Partner, r#"{"builder_extra_info":9}"#),
        (Provider::Partner, r#"{"event":"invoice","status":"ok"}"#),
        (Provider::Partner, "\u{feff} {\"event\":\"package\"} "),
    ] {
        assert_eq!(Provider::detect(body.as_bytes()), Some(provider), "{body}");
    }
}

#[test]
fn a_body_that_was_cut_tells_nothing() {
    for fixture in all_fixtures() {
        let (place, text) = (fixture.place(), fixture.body.trim_ascii_end());
        for part in 1..8 {
            let end = text.len() * part / 8;
            assert_eq!(Provider::detect(&text[..end]), None, "{place} to {end}");
        }
        let short = &text[..text.len() - 1];
        assert_eq!(Provider::detect(short), None, "{place}");
    }
}
