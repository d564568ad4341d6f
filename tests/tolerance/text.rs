//! JSON text and its characters.

use whatsapp_webhooks::{Event, ParseErrorKind};

use crate::bodies::{body_of, id_of, messages, only, read, refused, text};
use crate::support::written;

/// A text message whose text is given as JSON.
fn saying(id: &str, body: &str) -> String {
    text(id, "").replace(r#""hi""#, body)
}

/// Half pairs in every position, and what is read of them.
const HALVES: &[(&str, &str)] = &[
    (r#""\ud83d""#, "\u{fffd}"),
    (r#""\ude00""#, "\u{fffd}"),
    (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
    (r#""\ud83d\n""#, "\u{fffd}\n"),
    (r#""\ud83dx""#, "\u{fffd}x"),
    (r#""x\uD800""#, "x\u{fffd}"),
    (r#""\uD83D\uD83D\uDE00""#, "\u{fffd}😀"),
    (r#""\uD83D\u0041""#, "\u{fffd}A"),
];

/// Cases: G01, G04.
#[test]
fn half_a_pair_in_a_text_costs_one_character() {
    for (json, expected) in HALVES {
        let body = messages(&format!("{},{}", saying("a", json), text("b", "")));
        let events = read(body.clone());
        assert_eq!(events.len(), 2, "{json}");
        assert_eq!(body_of(&events[0]), *expected, "{json}");
        assert_eq!(body_of(&events[1]), "hi", "{json}");
        assert_eq!(
            events[0].raw().as_str(),
            Some(saying("a", json).as_str()),
            "{json}"
        );
        let line = written(&events[0]);
        let back: Event = serde_json::from_str(&line).unwrap();
        assert_eq!(back, events[0], "{json}");
    }
}

/// Cases: G02.
#[test]
fn half_a_pair_in_a_part_nobody_reads_has_no_effect() {
    for (json, _) in HALVES {
        let item = text("a", &format!(r#","new":{{"x":[{json}]}}"#));
        let event = only(messages(&item));
        assert_eq!(
            (body_of(&event), id_of(&event)),
            ("hi", Some("a")),
            "{json}"
        );
        assert_eq!(event.raw().as_str(), Some(item.as_str()));
    }
}

/// Cases: G03.
#[test]
fn half_a_pair_in_a_key_has_no_effect() {
    for key in [r"\ud83d", r"x\udc00y"] {
        let item = text("a", &format!(r#","{key}":1,"new":{{"{key}":2}}"#));
        let events = read(messages(&format!("{item},{}", text("b", ""))));
        assert_eq!(events.len(), 2);
        assert_eq!(body_of(&events[0]), "hi");
        assert_eq!(events[0].raw().as_str(), Some(item.as_str()));
    }
}

/// Cases: G05, P11.
#[test]
fn whole_pairs_and_odd_characters_are_kept_exactly() {
    for (json, expected) in [
        (r#""\ud83d\ude00""#, "😀"),
        (r#""👍🏽 👨‍👩‍👧""#, "👍🏽 👨‍👩‍👧"),
        (r#""\u200fשלום\u200e""#, "\u{200f}שלום\u{200e}"),
        (r#""a\u0000b""#, "a\0b"),
        (
            "\"\u{2028}\u{2029}\u{7f}\u{feff}\"",
            "\u{2028}\u{2029}\u{7f}\u{feff}",
        ),
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""</script>\uffff""#, "</script>\u{ffff}"),
    ] {
        let event = only(messages(&saying("a", json)));
        assert_eq!(body_of(&event), expected, "{json}");
        let line = written(&event);
        assert_eq!(body_of(&serde_json::from_str(&line).unwrap()), expected);
    }
}

/// Cases: G06, G07, G08.
#[test]
fn bytes_that_are_not_utf8_cost_the_body_wherever_they_stand() {
    let bad: [&[u8]; 6] = [
        b"\xff",
        b"\xc0\xaf",
        b"\xed\xa0\xbd",
        b"\xf4\x90\x80\x80",
        b"\xe2\x82",
        b"\x80",
    ];
    for bytes in bad {
        for item in [
            saying("a", "\"<HERE>\""),
            text("a", r#","new":"<HERE>""#),
            text("a", r#","<HERE>":1"#),
        ] {
            let body = messages(&item);
            let (before, after) = body.split_once("<HERE>").unwrap();
            let body = [before.as_bytes(), bytes, after.as_bytes()].concat();
            assert_eq!(refused(body), ParseErrorKind::NotUtf8, "{bytes:?}");
        }
    }
    let cut = [messages(&text("a", "")).as_bytes(), b"\xf0\x9f"].concat();
    assert_eq!(refused(cut), ParseErrorKind::NotUtf8);
}

/// Cases: C09, G09.
#[test]
fn one_byte_order_mark_is_skipped_and_a_second_is_not() {
    let item = text("a", "");
    let marked = format!("\u{feff}{}", messages(&item));
    let event = only(marked.clone());
    assert_eq!(event.raw().as_str(), Some(item.as_str()));
    assert_eq!(
        refused(format!("\u{feff}{marked}")),
        ParseErrorKind::NotJson
    );
    assert_eq!(refused("\u{feff}"), ParseErrorKind::Empty);
}

/// Cases: C12, C14, G10.
#[test]
fn utf16_gzip_and_forms_are_handed_back() {
    let text = messages(&text("a", ""));
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    assert_eq!(refused(wide(u16::to_le_bytes)), ParseErrorKind::NotJson);
    assert_eq!(refused(wide(u16::to_be_bytes)), ParseErrorKind::NotJson);
    for (mark, bytes) in [
        ([0xff, 0xfe], wide(u16::to_le_bytes)),
        ([0xfe, 0xff], wide(u16::to_be_bytes)),
    ] {
        let body = [&mark[..], &bytes].concat();
        assert_eq!(refused(body), ParseErrorKind::NotUtf8);
    }
    assert_eq!(
        refused(b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\xae\x05\0C\xbf\xa6\xa3\x02\0\0\0".to_vec()),
        ParseErrorKind::Compressed
    );
    assert_eq!(
        refused("payload=%7B%22object%22%3A1%7D"),
        ParseErrorKind::NotJson
    );
}

/// Cases: G11.
#[test]
fn nothing_and_blanks_are_empty() {
    for body in ["", " ", "\r\n\t "] {
        assert_eq!(refused(body), ParseErrorKind::Empty, "{body:?}");
    }
}

/// Cases: G12.
#[test]
fn what_follows_the_document_is_seen() {
    let body = messages(&text("a", ""));
    for tail in ["{}", "\0", " x", ",", "]", "null", "// end"] {
        let kind = refused(format!("{body}{tail}"));
        assert_eq!(kind, ParseErrorKind::TrailingData, "{tail:?}");
    }
    assert_eq!(read(format!(" \n{body}\r\n\t ")).len(), 1);
}

/// Cases: G13.
#[test]
fn scalars_and_lists_are_no_delivery() {
    for body in ["null", "true", "3", r#""x""#, "[]", "[null]", "{}"] {
        assert!(
            matches!(refused(body), ParseErrorKind::WrongEnvelope { .. }),
            "{body}"
        );
    }
    let listed = format!("[{}]", messages(&text("a", "")));
    assert!(matches!(
        refused(listed),
        ParseErrorKind::WrongEnvelope { .. }
    ));
}

/// Cases: G15, G16, G17, G18.
#[test]
fn what_is_nearly_json_is_refused() {
    for value in [
        "'x'",
        "// x\n1",
        "/* x */1",
        "[1,]",
        r#"{"a":1,}"#,
        "NaN",
        "Infinity",
        "-Infinity",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "0x1",
        "undefined",
        "True",
        "\"a\tb\"",
        "\"a\nb\"",
        "\"\0\"",
        "\u{c}1",
        "\u{a0}1",
        "\u{201c}x\u{201d}",
        "&quot;x&quot;",
        r#""\x41""#,
        r#""\u12""#,
        r#""\u{41}""#,
    ] {
        for item in [
            text("a", &format!(r#","new":{value}"#)),
            text("a", &format!(r#","type":{value}"#)),
        ] {
            let kind = refused(messages(&item));
            assert_eq!(kind, ParseErrorKind::NotJson, "{value}");
        }
    }
}

/// Cases: G21.
#[test]
fn escapes_in_keys_and_tags_change_nothing() {
    let item = r#"{"\u0066rom":"1650555\u0030142","i\u0064":"a","t\u0079pe":"te\u0078t","tex\u0074":{"bod\u0079":"h\u0069"}}"#;
    let event = only(messages(item));
    assert_eq!((body_of(&event), id_of(&event)), ("hi", Some("a")));
}

/// Cases: G22.
#[test]
fn an_empty_key_and_a_huge_key_stay_in_the_bytes() {
    let huge = "k".repeat(1 << 20);
    let item = text("a", &format!(r#","":1,"{huge}":2"#));
    let event = only(messages(&item));
    assert_eq!(body_of(&event), "hi");
    assert_eq!(event.raw().as_str(), Some(item.as_str()));
}

/// Cases: G23.
#[test]
fn reserved_keys_are_plain_data() {
    for key in [
        "$serde_json::private::RawValue",
        "$serde_json::private::Number",
    ] {
        for value in [
            r#""[1""#,
            r#""{}""#,
            "1",
            "null",
            r#"{"a":[]}"#,
            r#""1e999""#,
        ] {
            let reserved = format!(r#"{{"{key}":{value}}}"#);
            let item = text("a", &format!(r#","new":{reserved},"{key}":{value}"#));
            let event = only(messages(&item));
            assert_eq!(body_of(&event), "hi");
            assert_eq!(event.raw().as_str(), Some(item.as_str()));
            let line = written(&event);
            assert_eq!(
                serde_json::from_str::<Event>(&line).unwrap(),
                event,
                "{line}"
            );
            serde_json::from_str::<serde_json::Value>(&line).unwrap();

            let event = only(messages(&reserved));
            assert_eq!(event.raw().as_str(), Some(reserved.as_str()));
            let event = only(messages(
                &text("a", "").replace(r#"{"body":"hi"}"#, &reserved),
            ));
            assert_eq!(id_of_any(&event), "109", "{reserved}");
        }
    }
}

fn id_of_any(event: &Event) -> &str {
    event.account().phone_number_id.as_ref().unwrap().as_str()
}

/// Cases: G24.
#[test]
fn a_reserved_key_does_not_lift_the_limit_of_depth() {
    // Each layer is a string that holds the next: what a reader that follows the key would descend into.
    let mut nested = "1".to_owned();
    for _ in 0..14 {
        let inner = format!("{}{nested}{}", "[".repeat(120), "]".repeat(120));
        let quoted = serde_json::to_string(&inner).unwrap();
        nested = format!(r#"{{"$serde_json::private::RawValue":{quoted}}}"#);
    }
    let event = only(messages(&text("a", &format!(r#","new":{nested}"#))));
    assert_eq!(body_of(&event), "hi");
    let line = written(&event);
    let value: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert!(value["message"]["raw"].is_string());

    let mut plain = "1".to_owned();
    for _ in 0..120 {
        plain = format!(r#"{{"$serde_json::private::RawValue":{plain}}}"#);
    }
    let event = only(messages(&text("a", &format!(r#","new":{plain}"#))));
    assert_eq!(
        serde_json::from_str::<Event>(&written(&event)).unwrap(),
        event
    );
}
