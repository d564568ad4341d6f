//! Numbers: ids beyond 64 bits, coordinates, and what is out of every range.

use whatsapp_webhooks::{Content, Event};

use crate::bodies::{body_of, id_of, messages, only, read, statuses, text};
use crate::support::written;

/// Cases: H05, H11, P04.
#[test]
fn ids_that_come_as_numbers_keep_every_digit() {
    for digits in [
        "5521999990000",
        "9007199254740993",
        "18446744073709551615",
        "18446744073709551616",
        "100000000000000000000000000001",
    ] {
        let item = text("a", "").replace(r#""id":"a""#, &format!(r#""id":{digits}"#));
        let event = only(messages(&item));
        assert_eq!(id_of(&event), Some(digits));
        assert!(written(&event).contains(&format!(r#""id":"{digits}""#)));

        let body = messages(&text("a", "")).replace(
            r#""phone_number_id":"109""#,
            &format!(r#""phone_number_id":{digits}"#),
        );
        let event = only(body.replace(
            r#""entry":[{"id":"1""#,
            &format!(r#""entry":[{{"id":{digits}"#),
        ));
        assert_eq!(event.account().id.as_deref(), Some(digits));
        let id = event.account().phone_number_id.as_ref();
        assert_eq!(
            id.map(whatsapp_webhooks::types::PhoneNumberId::as_str),
            Some(digits)
        );
    }
}

/// Cases: H06.
#[test]
fn numbers_out_of_range_cost_their_field_at_most() {
    let long = "9".repeat(1 << 20);
    for number in [
        "1e309",
        "-1e400",
        "1e999999999999",
        "123456789012345678901234567890e5",
        &long,
    ] {
        for item in [
            text("a", &format!(r#","new":{number}"#)),
            text("a", &format!(r#","new":[{{"x":[{number}]}}]"#)),
            text("a", &format!(r#","context":{{"forwarded":{number}}}"#)),
            text("a", &format!(r#","errors":[{{"code":{number}}}]"#)),
        ] {
            let events = read(messages(&format!("{item},{}", text("b", ""))));
            assert_eq!(events.len(), 2);
            assert_eq!((body_of(&events[0]), id_of(&events[0])), ("hi", Some("a")));
            assert_eq!((body_of(&events[1]), id_of(&events[1])), ("hi", Some("b")));
            assert_eq!(events[0].raw().as_str(), Some(item.as_str()));
            let line = written(&events[0]);
            assert_eq!(serde_json::from_str::<Event>(&line).unwrap(), events[0]);
        }
    }
}

/// Cases: H06, J12.
#[test]
fn a_mebibyte_of_digits_is_read() {
    for digits in [
        "7".repeat(1 << 20),
        format!("0.{}1", "0".repeat(1 << 20)),
        format!("1e{}", "9".repeat(1 << 20)),
    ] {
        let event = only(messages(&text("a", &format!(r#","new":{digits}"#))));
        assert_eq!(body_of(&event), "hi");
        let as_id = text("a", "").replace(r#""id":"a""#, &format!(r#""id":{digits}"#));
        let events = read(messages(&format!("{as_id},{}", text("b", ""))));
        assert_eq!(id_of(&events[1]), Some("b"));
    }
}

/// Cases: H14.
#[test]
fn words_where_a_number_stands_and_flags_where_a_word_stands_are_survived() {
    for status in ["3", "true", "1.5", "null", "[]", "{}"] {
        let body = statuses(&format!(
            r#"{{"id":"a","status":{status},"recipient_id":"1"}},{{"id":"b","status":"read","recipient_id":"1"}}"#
        ));
        let events = read(body);
        assert_eq!(events.len(), 2, "{status}");
        assert_eq!(id_of(&events[1]), Some("b"), "{status}");
    }
    for flag in ["true", "1", r#""true""#, r#""1""#] {
        let event = only(messages(&text(
            "a",
            &format!(r#","context":{{"forwarded":{flag}}}"#),
        )));
        let Event::Message(message) = event else {
            panic!("no message");
        };
        assert_eq!(message.context.unwrap().forwarded, Some(true), "{flag}");
    }
}

/// Cases: H16.
#[test]
fn prices_keep_their_digits() {
    let item = r#"{"id":"a","from":"1","type":"order","order":{"catalog_id":"c","product_items":[{"product_retailer_id":"p","quantity":2,"item_price":0.10,"currency":"EUR"},{"product_retailer_id":"q","quantity":"3","item_price":"1234567890.123456789","currency":"EUR"}]}}"#;
    let Event::Message(message) = only(messages(item)) else {
        panic!("no message");
    };
    let Content::Order(order) = &message.content else {
        panic!("{}", message.content.kind());
    };
    let prices: Vec<_> = order
        .items
        .iter()
        .map(|item| item.item_price.as_deref())
        .collect();
    assert_eq!(prices, [Some("0.10"), Some("1234567890.123456789")]);
    let amounts: Vec<_> = order
        .items
        .iter()
        .map(|item| item.quantity.as_deref())
        .collect();
    assert_eq!(amounts, [Some("2"), Some("3")]);
}
