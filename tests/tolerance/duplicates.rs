//! Keys that stand twice: in an item the last value that is not absent counts, lists are joined.

use whatsapp_webhooks::{Content, Event};

use crate::bodies::{body_of, id_of, messages, only, read, statuses, text, value};

/// Cases: I01.
#[test]
fn a_key_twice_with_one_value_is_that_value() {
    for (key, json) in [
        ("id", r#""a""#),
        ("type", r#""text""#),
        ("from", r#""16505550142""#),
        ("timestamp", r#""1687548944""#),
        ("text", r#"{"body":"hi"}"#),
    ] {
        let once = only(messages(&text("a", "")));
        let twice = only(messages(&text("a", &format!(r#","{key}":{json}"#))));
        assert_eq!(body_of(&twice), "hi", "{key}");
        assert_eq!(id_of(&twice), Some("a"), "{key}");
        assert_eq!(twice.occurred_at(), once.occurred_at(), "{key}");
    }
}

/// Cases: I02.
#[test]
fn of_two_values_in_an_item_the_last_counts() {
    let event = only(messages(&text("a", r#","id":"b","text":{"body":"last"}"#)));
    assert_eq!((body_of(&event), id_of(&event)), ("last", Some("b")));
    for absent in ["null", r#""""#, "[]", "{}"] {
        let event = only(messages(&text("a", &format!(r#","id":{absent}"#))));
        assert_eq!(id_of(&event), Some("a"), "{absent}");
    }
    let status = r#"{"id":"a","status":"sent","status":"read","recipient_id":"1"}"#;
    let Event::Status(status) = only(statuses(status)) else {
        panic!("no status");
    };
    assert_eq!(status.status.as_str(), "read");
}

/// Cases: I06.
#[test]
fn a_type_twice_is_one_event_of_the_last_type() {
    let event = only(messages(&text(
        "a",
        r#","type":"image","image":{"id":"7"}"#,
    )));
    let Event::Message(message) = &event else {
        panic!("{}", event.kind());
    };
    assert_eq!(message.content.kind(), "image");
    let event = only(messages(&text("a", r#","type":"image""#)));
    let message = event.as_message().unwrap();
    assert_eq!(message.content.kind(), "malformed");
}

#[test]
fn lists_of_items_that_stand_twice_are_joined() {
    let (a, b) = (text("a", ""), text("b", ""));
    let events = read(value(&format!(r#""messages":[{a}],"messages":[{b}]"#)));
    let ids: Vec<_> = events.iter().map(id_of).collect();
    assert_eq!(ids, [Some("a"), Some("b")]);

    let events = read(value(&format!(
        r#""messages":[{a}],"messages":null,"messages":{b}"#
    )));
    assert_eq!(events.len(), 2);
}

/// Cases: I03.
#[test]
fn the_items_of_two_entry_lists_and_two_lists_of_changes_all_come() {
    let body = |id: &str| messages(&text(id, ""));
    let entry = |id: &str| {
        let body = body(id);
        let from = body.find(r#""entry":"#).unwrap();
        body[from..body.len() - 1].to_owned()
    };
    let twice = format!(
        r#"{{"object":"whatsapp_business_account",{},{}}}"#,
        entry("a"),
        entry("b")
    );
    let ids: Vec<_> = read(twice)
        .iter()
        .map(|event| id_of(event).map(str::to_owned))
        .collect();
    assert_eq!(ids, [Some("a".to_owned()), Some("b".to_owned())]);

    let changes = |id: &str| {
        let body = body(id);
        let from = body.find(r#""changes":"#).unwrap();
        body[from..body.len() - 3].to_owned()
    };
    let twice = format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1",{},{}}}]}}"#,
        changes("a"),
        changes("b")
    );
    assert_eq!(read(twice).len(), 2);
}

#[test]
fn no_items_are_lost_where_a_whole_value_stands_twice() {
    let value_of = |id: &str| format!(r#""value":{{"messages":[{}]}}"#, text(id, ""));
    let body = format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages",{},{}}}]}}]}}"#,
        value_of("a"),
        value_of("b")
    );
    let events = read(body);
    let seen = |id: &str| {
        events.iter().any(|event| {
            let raw = event.raw().as_str().unwrap();
            raw.contains(&format!(r#""id":"{id}""#))
        })
    };
    assert!(seen("a") && seen("b"), "{} events", events.len());
}

/// Cases: I04.
#[test]
fn two_spellings_of_one_field_are_survived() {
    let item = r#"{"id":"a","from":"1","type":"reaction","reaction":{"messsage_id":"old","message_id":"new","emoji":"x"}}"#;
    let Event::Message(message) = only(messages(item)) else {
        panic!("no message");
    };
    let Content::Reaction(reaction) = &message.content else {
        panic!("{}", message.content.kind());
    };
    let id = reaction.message_id.as_ref();
    assert_eq!(
        id.map(whatsapp_webhooks::types::MessageId::as_str),
        Some("new")
    );
}

/// Cases: I05.
#[test]
fn a_key_that_nobody_reads_may_stand_any_number_of_times() {
    let item = text("a", &r#","new":1"#.repeat(1000));
    let event = only(messages(&item));
    assert_eq!(body_of(&event), "hi");
    assert_eq!(event.raw().as_str(), Some(item.as_str()));
}
