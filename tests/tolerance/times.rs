//! Timestamps in all forms.

use whatsapp_webhooks::types::Timestamp;

use crate::bodies::{id_of, messages, only, text};

/// When a message with this timestamp happened.
fn time(json: &str) -> Option<Timestamp> {
    let event = only(messages(&text("a", "").replace(r#""1687548944""#, json)));
    assert_eq!(id_of(&event), Some("a"), "{json}");
    event.occurred_at()
}

/// The time as an event says it.
fn shown(json: &str) -> Option<String> {
    time(json).map(|time| {
        let text = serde_json::to_string(&time).unwrap();
        text.trim_matches('"').to_owned()
    })
}

#[test]
fn seconds_are_read_from_text_and_number() {
    for json in [
        r#""1687548944""#,
        "1687548944",
        "1687548944.0",
        r#""1687548944.0""#,
        r#"" 1687548944 ""#,
        "1.687548944e9",
        r#"{"low":1687548944,"high":0,"unsigned":true}"#,
    ] {
        assert_eq!(
            shown(json).as_deref(),
            Some("2023-06-23T19:35:44Z"),
            "{json}"
        );
    }
}

#[test]
fn fractions_are_kept_to_the_millisecond() {
    for json in [
        "1687548944.123",
        r#""1687548944.123""#,
        "1687548944123",
        r#""1687548944123""#,
    ] {
        assert_eq!(
            shown(json).as_deref(),
            Some("2023-06-23T19:35:44.123Z"),
            "{json}"
        );
    }
}

#[test]
fn microseconds_are_recognised_or_absent() {
    let micro = shown("1687548944123456");
    assert!(
        micro.is_none()
            || micro
                .as_deref()
                .is_some_and(|time| time.starts_with("2023-06-23T19:35:44.123")),
        "{micro:?}"
    );
}

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
        assert_eq!(shown(json), None, "{json}");
    }
}

#[test]
fn zero_is_no_time() {
    for json in ["0", "-0", r#""0""#, "0.0", r#""0000""#] {
        assert_eq!(shown(json), None, "{json}");
    }
}

#[test]
fn no_time_is_beyond_the_year_9999() {
    let last = shown("253402300799");
    assert_eq!(last.as_deref(), Some("9999-12-31T23:59:59Z"));
    let beyond = shown("253402300800");
    assert!(
        beyond.is_none()
            || beyond
                .as_deref()
                .is_some_and(|time| time.starts_with("1978-")),
        "{beyond:?}"
    );
}

#[test]
fn iso_text_is_read_with_its_zone() {
    for (json, expected) in [
        (r#""2023-06-23T19:35:44Z""#, "2023-06-23T19:35:44Z"),
        (r#""2023-06-23T19:35:44.123Z""#, "2023-06-23T19:35:44.123Z"),
        (r#""2023-06-23T16:35:44-03:00""#, "2023-06-23T19:35:44Z"),
    ] {
        assert_eq!(shown(json).as_deref(), Some(expected), "{json}");
    }
}
