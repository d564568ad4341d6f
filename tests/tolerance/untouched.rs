//! Texts, links and names that mean something to another program are kept as they came.

use whatsapp_webhooks::event::content::{Location, Media};
use whatsapp_webhooks::types::{PhoneNumber, Timestamp};
use whatsapp_webhooks::{Content, Event};

use crate::bodies::{body_of, messages, only, text, value};
use crate::support::written;

/// Texts that a browser, a shell, a database or a terminal would take for more than text.
const LOADED: &[&str] = &[
    "<script>alert(1)</script>",
    "'; DROP TABLE events; --",
    "{{7*7}} ${jndi:ldap://x} %s %n",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "a\u{202e}b\u{0}c\u{1b}[2J",
    "http://169.254.169.254/latest/meta-data/",
];

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn media(keys: &str) -> Media {
    let item = format!(r#"{{"id":"a","from":"1","type":"document","document":{{{keys}}}}}"#);
    let event = only(messages(&item));
    let back: Event = serde_json::from_str(&written(&event)).unwrap();
    assert_eq!(back, event);
    let media = event.as_message().unwrap().content.media();
    media.unwrap().clone()
}

/// Cases: O07.
#[test]
fn loaded_texts_are_neither_escaped_nor_changed() {
    for loaded in LOADED {
        let text_message = text("a", "").replace(r#""hi""#, &json(loaded));
        assert_eq!(body_of(&only(messages(&text_message))), *loaded);

        let item = format!(
            r#"{{"id":"a","from":"1","type":"interactive","interactive":{{"type":"list_reply","list_reply":{{"id":{0},"title":{0},"description":{0}}}}}}}"#,
            json(loaded)
        );
        let message = only(messages(&item)).into_message().unwrap();
        let Content::ListReply(reply) = &message.content else {
            panic!("{}", message.content.kind());
        };
        assert_eq!(reply.id.as_deref(), Some(*loaded));
        assert_eq!(reply.title.as_deref(), Some(*loaded));

        let item = format!(
            r#"{{"id":"a","from":"1","type":"location","location":{{"latitude":1,"longitude":2,"name":{0},"address":{0}}}}}"#,
            json(loaded)
        );
        let message = only(messages(&item)).into_message().unwrap();
        let Content::Location(location) = &message.content else {
            panic!("{}", message.content.kind());
        };
        assert_eq!(location.name.as_deref(), Some(*loaded));
        assert_eq!(location.address.as_deref(), Some(*loaded));
    }
}

/// Cases: O01, O03.
#[test]
fn links_are_text_and_nothing_fetches_them() {
    let long = format!("https://example.com/{}", "x".repeat(1 << 20));
    for link in [
        "http://169.254.169.254/latest",
        "http://localhost:8080/",
        "file:///etc/passwd",
        "http://[::1]/",
        "http://0x7f000001/",
        "https://lookaside.fbsbx.com@evil.test/",
        "javascript:alert(1)",
        "no link at all",
        "https://a.test/\u{1}\r\nHost: b.test",
        long.as_str(),
    ] {
        let media = media(&format!(r#""url":{}"#, json(link)));
        assert_eq!(media.url.as_deref(), Some(link));
    }
}

/// Cases: O04.
#[test]
fn names_of_files_are_kept_and_a_safe_one_is_had() {
    let long = format!("{}.pdf", "x".repeat(10_000));
    for (name, safe) in [
        ("../../etc/passwd", Some("passwd")),
        (r"..\..\boot.ini", Some("boot.ini")),
        ("in\0voice\u{202e}fdp.exe", Some("invoicefdp.exe")),
        ("..", None),
        ("Año.pdf", Some("Año.pdf")),
    ] {
        let media = media(&format!(r#""filename":{}"#, json(name)));
        assert_eq!(media.file_name.as_deref(), Some(name));
        assert_eq!(media.safe_file_name().as_deref(), safe, "{name:?}");
    }
    let media = media(&format!(r#""filename":{}"#, json(&long)));
    assert_eq!(media.file_name.as_deref(), Some(long.as_str()));
    assert!(media.safe_file_name().unwrap().len() <= 200);
    assert_eq!(Media::default().safe_file_name(), None);
}

/// Cases: O05.
#[test]
fn types_of_media_are_kept_and_only_well_formed_ones_are_had() {
    for (sent, read) in [
        ("image/jpeg", Some("image/jpeg")),
        ("audio/ogg; codecs=opus", Some("audio/ogg")),
        (
            "application/vnd.ms-excel;charset=\"a b\"",
            Some("application/vnd.ms-excel"),
        ),
        (" Image/PNG ;q", Some("Image/PNG")),
        ("text/html\r\nSet-Cookie: a=b", None),
        ("text/html; a=b\r\nX: y", None),
        ("text/html\0", None),
        ("text", None),
        ("/html", None),
        ("text/", None),
        ("text/a b", None),
        ("text/html/x", None),
        ("téxt/html", None),
        ("text/html, text/plain", None),
    ] {
        let media = media(&format!(r#""mime_type":{}"#, json(sent)));
        assert_eq!(media.mime_type.as_deref(), Some(sent));
        assert_eq!(media.media_type(), read, "{sent:?}");
    }
    assert_eq!(Media::default().media_type(), None);
}

/// Cases: O06.
#[test]
fn digests_are_kept_and_read_where_they_have_32_bytes() {
    let hex = "aA".repeat(32);
    for (sent, is_read) in [
        (json("qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo="), true),
        (json(&hex), true),
        (json(&hex[2..]), false),
        (json("not a digest"), false),
    ] {
        let media = media(&format!(r#""sha256":{sent}"#));
        assert_eq!(json(media.sha256.as_deref().unwrap()), sent);
        let expected = is_read.then_some([0xaa; 32]);
        assert_eq!(media.sha256_bytes(), expected, "{sent}");
    }
}

/// Cases: H12.
#[test]
fn coordinates_out_of_range_are_kept_and_told() {
    let location = |latitude: &str, longitude: &str| -> Box<Location> {
        let item = format!(
            r#"{{"id":"a","from":"1","type":"location","location":{{"latitude":{latitude},"longitude":{longitude}}}}}"#
        );
        let event = only(messages(&item));
        let back: Event = serde_json::from_str(&written(&event)).unwrap();
        assert_eq!(back, event);
        match event.into_message().unwrap().content {
            Content::Location(location) => location,
            other => panic!("{}", other.kind()),
        }
    };
    for (latitude, longitude, expected) in [
        ("-34.6037", "-58.3816", (-34.6037, -58.3816)),
        (r#""-34.6037""#, r#"" 58 ""#, (-34.6037, 58.0)),
        ("-0.0", "0", (0.0, 0.0)),
        ("90", "-180", (90.0, -180.0)),
    ] {
        let read = location(latitude, longitude);
        assert_eq!(
            (read.latitude, read.longitude),
            (Some(expected.0), Some(expected.1))
        );
        assert!(read.is_on_earth(), "{latitude}, {longitude}");
    }
    for (latitude, longitude) in [
        ("90.1", "0"),
        ("0", "-180.5"),
        ("1e300", "7"),
        ("-91", "181"),
    ] {
        let read = location(latitude, longitude);
        assert_eq!(read.latitude, latitude.parse().ok());
        assert_eq!(read.longitude, longitude.parse().ok());
        assert!(!read.is_on_earth(), "{latitude}, {longitude}");
    }
    for (latitude, longitude) in [("null", "1"), ("1", "\"NaN\""), ("1e400", "1")] {
        let read = location(latitude, longitude);
        assert!(!read.is_on_earth() && (read.latitude.is_none() || read.longitude.is_none()));
    }
}

/// Cases: O08.
#[test]
fn what_stands_for_a_number_is_kept_and_digits_are_had_where_they_are_a_number() {
    let sixty = "7".repeat(60);
    for (sent, phone) in [
        ("+1 (650) 555-0142", Some("16505550142")),
        ("16505550142", Some("16505550142")),
        ("call me", None),
        ("US.13491208655302741918", None),
        (sixty.as_str(), None),
    ] {
        let item = text("a", "").replace("16505550142", sent);
        let message = only(messages(&item)).into_message().unwrap();
        let from = message.from.unwrap();
        assert_eq!(from.id.as_deref(), Some(sent));
        assert_eq!(
            from.phone.as_ref().map(PhoneNumber::as_str),
            phone,
            "{sent}"
        );
    }
    let body = value(&format!(r#""messages":[{}]"#, text("a", "")))
        .replace("15550103377", "+1 555-010-3377");
    let account = only(body).account().clone();
    assert_eq!(account.phone_number.unwrap().as_str(), "15550103377");
}

/// Cases: M14.
#[test]
fn old_events_come_whatever_their_age() {
    let times = ["1", "946684800", "1230768000"];
    let items = times.map(|time| text(time, "").replace("1687548944", time));
    for (time, item) in times.iter().zip(&items) {
        let event = only(messages(item));
        let expected = Some(time.parse().unwrap());
        assert_eq!(event.occurred_at().map(Timestamp::unix_seconds), expected);
    }
}
