//! Wrong shapes, `null`, and values this version has never heard of.

use whatsapp_webhooks::{Event, MessageStatus};

use crate::bodies::{body_of, id_of, messages, only, read, statuses, text, value};

fn status_of(json: &str) -> Event {
    only(statuses(&format!(
        r#"{{"id":"a","status":{json},"timestamp":"1687548944","recipient_id":"1"}}"#
    )))
}

/// Cases: I15.
#[test]
fn a_word_that_is_an_object_or_a_list_is_no_word() {
    for json in [r#"{"sent":null}"#, r#"["sent"]"#, "null", "true", r#""""#] {
        assert_eq!(status_of(json).kind(), "malformed", "{json}");
    }
    for json in [r#"{"text":null}"#, r#"["text"]"#, "true"] {
        let item = text("a", "").replace(r#""type":"text""#, &format!(r#""type":{json}"#));
        let event = only(messages(&item));
        // Its only payload says what it is.
        assert_eq!(body_of(&event), "hi", "{json}");
    }
}

/// Cases: I10, I18.
#[test]
fn status_words_are_known_in_any_case_and_kept_otherwise() {
    let word = |json: &str| match status_of(json) {
        Event::Status(status) => status.status.clone(),
        other => panic!("{}", other.kind()),
    };
    assert_eq!(word(r#""Delivered""#), MessageStatus::Delivered);
    assert_eq!(word(r#""READ ""#), MessageStatus::Read);
    assert_eq!(word(r#""teleported""#).as_str(), "teleported");
    assert_eq!(word(r#""Teleported""#).as_str(), "Teleported");
    assert_eq!(word("3").as_str(), "3");
}

/// Cases: I13, I16.
#[test]
fn an_item_that_is_a_list_is_not_read_by_position() {
    for item in [
        r#"["text",{"body":"x"}]"#,
        r#"["16505550142","a","1687548944","text",{"body":"x"}]"#,
    ] {
        for body in [messages(item), statuses(item)] {
            let event = only(body);
            assert_eq!(event.kind(), "malformed", "{item}");
            assert_eq!(event.raw().as_str(), Some(item));
        }
    }
}

/// Cases: G14.
#[test]
fn an_empty_list_for_an_object_is_an_absent_object() {
    for part in ["text", "context", "referral", "identity"] {
        let item = text("a", &format!(r#","{part}":[]"#));
        assert_eq!(body_of(&only(messages(&item))), "hi", "{part}");
    }
    let body = messages(&text("a", "")).replace(
        r#"{"display_phone_number":"15550103377","phone_number_id":"109"}"#,
        "[]",
    );
    assert_eq!(body_of(&only(body)), "hi");
    let events = read(value(&format!(
        r#""contacts":[[],5,null,"x"],"messages":[{}]"#,
        text("a", "")
    )));
    assert_eq!(events[0].kind(), "malformed");
    assert_eq!(body_of(&events[1]), "hi");
}

/// Cases: I13, I14.
#[test]
fn one_object_is_a_list_of_one_and_nothing_is_a_list_of_none() {
    let item = text("a", "");
    assert_eq!(
        body_of(&only(value(&format!(r#""messages":{item}"#)))),
        "hi"
    );
    for none in ["{}", "null", "[]", r#""""#, "false"] {
        let event = only(value(&format!(r#""messages":{none}"#)));
        assert_eq!(
            (event.kind(), &*event.meta().path.to_string()),
            ("unknown", "entry[0].changes[0]"),
            "{none}"
        );
        let events = read(value(&format!(r#""statuses":{none},"messages":[{item}]"#)));
        assert_eq!(events.len(), 1, "{none}");
    }
    for none in ["[]", "{}"] {
        let body = format!(r#"{{"object":"whatsapp_business_account","entry":{none}}}"#);
        assert_eq!(read(body).len(), 0, "{none}");
    }
    let body = r#"{"object":"whatsapp_business_account","entry":null}"#;
    assert_eq!(only(body.to_owned()).kind(), "unknown");
}

/// Cases: I11, K13.
#[test]
fn a_known_type_without_its_object_is_malformed() {
    for kind in [
        "image",
        "audio",
        "video",
        "document",
        "sticker",
        "location",
        "interactive",
        "reaction",
        "button",
        "order",
    ] {
        for more in [
            "",
            r#","KIND":null"#,
            r#","KIND":[]"#,
            r#","KIND":"x""#,
            r#","KIND":5"#,
        ] {
            let item = format!(
                r#"{{"id":"a","from":"1","type":"{kind}"{}}}"#,
                more.replace("KIND", kind)
            );
            let message = only(messages(&item)).into_message().unwrap();
            let whatsapp_webhooks::Content::Malformed(malformed) = &message.content else {
                panic!("{item}");
            };
            assert_eq!(malformed.kind, kind);
            assert_eq!(
                malformed.path,
                format!("entry[0].changes[0].value.messages[0].{kind}")
            );
            assert_eq!(id_of(&Event::from(message.clone())), Some("a"));
            assert_eq!(message.raw.as_str(), Some(item.as_str()));
        }
    }
}

/// Cases: I12.
#[test]
fn the_tag_wins_over_other_payloads() {
    let item = text("a", r#","image":{"id":"7"},"location":{"latitude":1}"#);
    assert_eq!(body_of(&only(messages(&item))), "hi");
}

/// Cases: I10.
#[test]
fn new_words_keep_their_event() {
    let item = text("a", "").replace(r#""type":"text""#, r#""type":"hologram""#);
    let Event::Message(message) = only(messages(&item)) else {
        panic!("no message");
    };
    assert_eq!(message.content.kind(), "unknown");
    let line = serde_json::to_string(&message.content).unwrap();
    assert!(line.contains("hologram"), "{line}");

    let body = messages(&item).replace(r#""field":"messages""#, r#""field":"dreams""#);
    let message = only(body).into_message().unwrap();
    assert_eq!(message.meta.topic.as_deref(), Some("dreams"));
    assert!(message.raw.as_str().unwrap().contains("hologram"));

    let body = messages(&item)
        .replace(r#""field":"messages""#, r#""field":"dreams""#)
        .replace(r#""messages":["#, r#""visions":["#);
    let Event::Unknown(unknown) = only(body) else {
        panic!("not unknown");
    };
    assert_eq!(unknown.kind, "dreams");
    assert_eq!(unknown.meta.topic.as_deref(), Some("dreams"));
    assert!(unknown.raw.as_str().unwrap().contains("hologram"));
}

/// Cases: L05.
#[test]
fn another_product_is_one_unknown_event() {
    for object in ["instagram", "page", "whatsapp_business_account_2"] {
        let body = messages(&text("a", "")).replace("whatsapp_business_account", object);
        let Event::Unknown(unknown) = only(body.clone()) else {
            panic!("{object}");
        };
        assert_eq!(
            (unknown.kind.as_str(), unknown.raw.as_str()),
            (object, Some(body.as_str()))
        );
    }
}

/// Cases: I17.
#[test]
fn a_thousand_new_keys_cost_nothing_but_their_bytes() {
    let more: String = (0..1000)
        .map(|n| format!(r#","new_{n}":{{"a":[{n}]}}"#))
        .collect();
    let item = text("a", &more);
    let event = only(messages(&item));
    assert_eq!((body_of(&event), id_of(&event)), ("hi", Some("a")));
    assert_eq!(event.raw().as_str(), Some(item.as_str()));
}

/// Cases: H04, H05, H07.
#[test]
fn what_is_no_time_is_absent_and_costs_nothing() {
    for json in [
        "-1",
        r#""-5""#,
        "-1687548944",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "100000000000000000000000000000",
        r#""18446744073709551616""#,
        "1e309",
        "-1e400",
        r#""""#,
        r#""abc""#,
        r#""１６８７５４８９４４""#,
        r#""NaN""#,
        r#""inf""#,
        "true",
        "null",
        "[]",
        "[1687548944]",
        "{}",
        r#"{"low":"x"}"#,
        r#"{"low":1,"high":9223372036854775807}"#,
    ] {
        let event = only(messages(&text("a", "").replace(r#""1687548944""#, json)));
        assert_eq!(id_of(&event), Some("a"), "{json}");
        assert_eq!(event.occurred_at(), None, "{json}");
    }
}
