//! Several items in one delivery: every one comes, in order, and none costs another.

use whatsapp_webhooks::Event;

use crate::bodies::{body_of, id_of, messages, only, read, statuses, text, value};
use crate::support::json::Json;

/// Cases: K01.
#[test]
fn an_odd_item_between_good_ones_costs_none_of_them() {
    for odd in [
        r#"{"from":1}"#,
        "5",
        r#""x""#,
        r#"{"type":"image"}"#,
        r#"{"id":{},"type":[]}"#,
    ] {
        let events = read(messages(&format!(
            "{},{odd},{}",
            text("a", ""),
            text("b", "")
        )));
        assert_eq!(events.len(), 3, "{odd}");
        assert_eq!(id_of(&events[0]), Some("a"), "{odd}");
        assert_eq!(events[1].raw().as_str(), Some(odd));
        assert_eq!(id_of(&events[2]), Some("b"), "{odd}");
    }
}

/// Cases: K02, K06, M12.
#[test]
fn everything_of_two_entries_with_two_changes_comes_in_order() {
    let change = |name: &str| {
        format!(
            r#"{{"field":"messages","value":{{"messages":[{}],"statuses":[{{"id":"s{name}","status":"read","recipient_id":"1"}}],"errors":[{{"code":131000}}]}}}}"#,
            text(&format!("m{name}"), "")
        )
    };
    let entry = |id: &str| {
        format!(
            r#"{{"id":"{id}","changes":[{},{}]}}"#,
            change(&format!("{id}0")),
            change(&format!("{id}1"))
        )
    };
    let body = format!(
        r#"{{"object":"whatsapp_business_account","entry":[{},{}]}}"#,
        entry("A"),
        entry("B")
    );
    let events = read(body.clone());
    assert_eq!(events.len(), 12);
    let tree = Json::parse(&body);
    for (at, event) in events.iter().enumerate() {
        let path = event.meta().path.to_string();
        assert!(
            path.starts_with(&format!("entry[{}].changes[{}]", at / 6, at / 3 % 2)),
            "{path}"
        );
        assert_eq!(event.kind(), ["message", "status", "failure"][at % 3]);
        assert_eq!(event.account().id.as_deref(), Some(["A", "B"][at / 6]));
        let raw = Json::parse(event.raw().as_str().unwrap());
        assert_eq!(tree.at_path(&path), Some(&raw), "{path}");
    }
}

/// Cases: K03.
#[test]
fn a_thousand_updates_are_a_thousand_events() {
    let items: Vec<String> = (0..1000).map(|n| text(&format!("m{n}"), "")).collect();
    let events = read(messages(&items.join(",")));
    assert_eq!(events.len(), 1000);
    for (n, event) in events.iter().enumerate() {
        assert_eq!(id_of(event), Some(format!("m{n}").as_str()));
    }
    let changes: Vec<String> = (0..1000)
        .map(|n| {
            format!(
                r#"{{"field":"messages","value":{{"messages":[{}]}}}}"#,
                text(&format!("m{n}"), "")
            )
        })
        .collect();
    let body = format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{}]}}]}}"#,
        changes.join(",")
    );
    assert_eq!(read(body).len(), 1000);
}

/// Cases: I14, K04, K05.
#[test]
fn a_change_that_cannot_be_read_costs_no_other() {
    let good = format!(
        r#"{{"field":"messages","value":{{"messages":[{}]}}}}"#,
        text("a", "")
    );
    let changes = |odd: &str| {
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{good},{odd},{good}]}}]}}"#
        )
    };
    for (odd, kind) in [
        (r#"{"field":"dreams","value":{"x":1}}"#, "unknown"),
        (r#"{"field":"messages","value":null}"#, "unknown"),
        (r#"{"field":"messages"}"#, "unknown"),
        (r#"{"field":"messages","value":[]}"#, "unknown"),
        (r#"{"field":"messages","value":{}}"#, "unknown"),
        ("7", "malformed"),
    ] {
        let events = read(changes(odd));
        assert_eq!(events.len(), 3, "{odd}");
        assert_eq!(events[1].kind(), kind, "{odd}");
        assert_eq!(events[1].raw().as_str(), Some(odd));
        assert_eq!((body_of(&events[0]), body_of(&events[2])), ("hi", "hi"));
    }
    let events = read(changes(r#"{"field":"messages","value":"x"}"#));
    assert_eq!(events[1].kind(), "malformed");
    assert_eq!(events[1].raw().as_str(), Some(r#""x""#));
    for nothing in ["{}", "null", "[]"] {
        assert_eq!(read(changes(nothing)).len(), 2, "{nothing}");
    }
}

/// Name of the sender or recipient.
fn name(event: &Event) -> Option<&str> {
    match event {
        Event::Message(message) => message.from.as_ref()?.name.as_deref(),
        Event::Status(status) => status.recipient.as_ref()?.name.as_deref(),
        other => panic!("{}", other.kind()),
    }
}

/// Cases: K07.
#[test]
fn people_are_matched_by_id_and_never_by_position() {
    let from = |id: &str, number: &str| text(id, "").replace("16505550142", number);
    let contact = |name: &str, number: &str| {
        format!(r#"{{"profile":{{"name":"{name}"}},"wa_id":"{number}"}}"#)
    };
    let (ana, ben) = (contact("Ana", "16505550001"), contact("Ben", "16505550002"));
    let two = format!("{},{}", from("a", "16505550001"), from("b", "16505550002"));
    for contacts in [
        format!("{ben},{ana}"),
        format!("{ana},{ben},{}", contact("Cid", "3")),
    ] {
        let events = read(value(&format!(
            r#""contacts":[{contacts}],"messages":[{two}]"#
        )));
        // Whom no message is from is an event of its own.
        let names: Vec<_> = events.iter().take(2).map(name).collect();
        assert_eq!(names, [Some("Ana"), Some("Ben")]);
        let others = events.iter().skip(2).map(Event::kind);
        assert!(others.eq(contacts.contains("Cid").then_some("unknown")));
    }
    let events = read(value(&format!(r#""contacts":[{ben}],"messages":[{two}]"#)));
    let names: Vec<_> = events.iter().map(name).collect();
    assert_eq!(names, [None, Some("Ben")]);
}

/// Cases: K06.
#[test]
fn a_status_beside_a_message_takes_nobody_else_for_its_recipient() {
    let contact = r#"{"profile":{"name":"Ana"},"wa_id":"16505550142","user_id":"US.1"}"#;
    let status = r#"{"id":"s","status":"read","recipient_id":"16505550999"}"#;
    let body = value(&format!(
        r#""contacts":[{contact}],"messages":[{}],"statuses":[{status}]"#,
        text("a", "")
    ));
    let events = read(body);
    let Event::Status(status) = &events[1] else {
        panic!("{}", events[1].kind());
    };
    let recipient = status.recipient.as_ref().unwrap();
    assert_eq!(recipient.id.as_deref(), Some("16505550999"));
    assert_eq!(
        (recipient.name.as_deref(), recipient.user_id.as_deref()),
        (None, None)
    );
    assert_eq!(status.participant, None);
}

/// Cases: K12.
#[test]
fn errors_of_every_level_come_out() {
    let error = |title: &str| format!(r#"{{"code":131051,"title":"{title}"}}"#);
    let message = format!(
        r#"{{"id":"a","from":"1","type":"unsupported","errors":[{}]}}"#,
        error("in a message")
    );
    let Event::Message(message) = only(messages(&message)) else {
        panic!("no message");
    };
    assert_eq!(message.errors[0].title.as_deref(), Some("in a message"));

    let status = format!(
        r#"{{"id":"a","status":"failed","recipient_id":"1","errors":[{}]}}"#,
        error("in a status")
    );
    let Event::Status(status) = only(statuses(&status)) else {
        panic!("no status");
    };
    assert_eq!(status.errors[0].title.as_deref(), Some("in a status"));

    let Event::Failure(failure) = only(value(&format!(r#""errors":[{}]"#, error("in a value"))))
    else {
        panic!("no failure");
    };
    assert_eq!(failure.error.title.as_deref(), Some("in a value"));

    for body in [
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","errors":[{}]}}]}}"#,
            error("here")
        ),
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","errors":[{}]}}]}}]}}"#,
            error("here")
        ),
    ] {
        let event = only(body);
        assert!(
            event.raw().as_str().unwrap().contains("here"),
            "{}",
            event.kind()
        );
    }
}
