//! The same delivery written in another way is the same delivery; and what an event says of its bytes is so.

use whatsapp_webhooks::Event;

use crate::bytes::is_part;
use crate::support::json::Json;
use crate::support::{Fixture, all_fixtures, apart_from_layout, written};

/// Fixtures whose order of keys means something: the last of two values counts, two lists are joined, and the path says
/// which of two values it is.
const ORDERED: &[&str] = &[
    "meta/text_duplicate_keys",
    "meta/entry_twice",
    "meta/metadata_twice",
    "whatzmeapi/event_twice",
];

/// Fixtures whose event keeps a part of the body as the text it was: its layout is its content.
const QUOTED: &[&str] = &[
    "meta/flow_client_error_rate",
    "meta/flow_reply_as_object",
    "meta/payment_refunds_in_payment",
    "meta/standby_echo_actions",
    "partner/code_as_object",
];

/// Whether a fixture's events do not depend on how its body is laid out.
fn is_free(fixture: &Fixture) -> bool {
    !QUOTED.contains(&fixture.place().as_str())
}

/// Asserts that a body gives the events of its fixture.
fn same(fixture: &Fixture, body: String) {
    let events = (fixture.provider.parse(body))
        .unwrap_or_else(|error| panic!("{}: {error}", fixture.place()));
    let (after, before) = (
        apart_from_layout(&events),
        apart_from_layout(&fixture.events()),
    );
    for (after, before) in after.iter().zip(&before) {
        assert_eq!(after.to_string(), before.to_string(), "{}", fixture.place());
    }
    assert_eq!(after.len(), before.len(), "{}", fixture.place());
}

/// Cases: G19.
#[test]
fn keys_in_another_order_give_the_same_events() {
    for fixture in all_fixtures() {
        if is_free(&fixture) && !ORDERED.contains(&fixture.place().as_str()) {
            same(&fixture, fixture.tree().reversed().to_string());
        }
    }
}

/// Cases: G20.
#[test]
fn blanks_between_any_two_tokens_give_the_same_events() {
    for fixture in all_fixtures().filter(is_free) {
        same(&fixture, fixture.tree().spaced());
        same(&fixture, fixture.tree().to_string());
    }
}

#[test]
fn raw_bytes_are_equal_whatever_the_blanks() {
    for fixture in all_fixtures() {
        let spaced = fixture.provider.parse(fixture.tree().spaced()).unwrap();
        for (one, other) in fixture.events().iter().zip(&spaced) {
            assert_eq!(one.raw(), other.raw(), "{}", fixture.place());
            assert_eq!(one.dedup_key(), other.dedup_key(), "{}", fixture.place());
        }
    }
}

/// Cases: G21.
#[test]
fn every_character_as_an_escape_gives_the_same_events() {
    for fixture in all_fixtures().filter(is_free) {
        same(&fixture, fixture.tree().escaped().to_string());
    }
}

/// Cases: K13.
#[test]
fn raw_bytes_stand_in_the_body_where_the_path_says() {
    for fixture in all_fixtures() {
        let tree = fixture.tree();
        for event in fixture.events() {
            let raw = event.raw().as_bytes();
            let path = event.meta().path.to_string();
            assert!(is_part(raw, &fixture.body), "{} {path}", fixture.place());
            let there = tree.at_path(&path);
            let there =
                there.unwrap_or_else(|| panic!("{}: {path} leads nowhere", fixture.place()));
            let raw = Json::parse(std::str::from_utf8(raw).unwrap());
            // Of several events of one item each has the bytes of the item.
            let ends = path.match_indices(['.', '[']).map(|(end, _)| &path[..end]);
            let is_there =
                raw == *there || (ends.chain([""])).any(|path| tree.at_path(path) == Some(&raw));
            assert!(is_there, "{}: {path}", fixture.place());
        }
    }
}

/// Cases: K13.
#[test]
fn a_problem_stands_where_its_path_line_and_column_say() {
    let mut seen = 0;
    for fixture in all_fixtures() {
        for event in fixture.events() {
            let Event::Malformed(malformed) = &event else {
                continue;
            };
            seen += 1;
            let error = &malformed.error;
            assert!(
                error.path.starts_with(&event.meta().path.to_string()),
                "{}: {error}",
                fixture.place()
            );
            let line = fixture
                .body
                .split(|byte| *byte == b'\n')
                .nth(error.line - 1);
            let item = line.and_then(|line| line.get(error.column - 1..)).unwrap();
            let first = event
                .raw()
                .as_bytes()
                .iter()
                .take_while(|byte| **byte != b'\n');
            let first: Vec<u8> = first.copied().collect();
            assert!(item.starts_with(&first), "{}: {error}", fixture.place());
        }
    }
    assert!(seen >= 3, "{seen}");
}

/// Cases: H15, P01, P05.
#[test]
fn a_written_event_is_one_line_without_null_and_reads_back_equal() {
    for fixture in all_fixtures() {
        for event in fixture.events() {
            let line = written(&event);
            assert!(!line.contains(['\n', '\r']), "{}: {line}", fixture.place());
            let own = Json::parse(&line).without(&["raw", "quoted"]);
            assert!(!own.holds_null(), "{}: {line}", fixture.place());
            let read: Event = serde_json::from_str(&line)
                .unwrap_or_else(|error| panic!("{}: {error}: {line}", fixture.place()));
            assert_eq!(read, event, "{}", fixture.place());
            assert_eq!(written(&read), line, "{}", fixture.place());
            assert_eq!(read.dedup_key(), event.dedup_key(), "{}", fixture.place());
        }
    }
}

/// Cases: L11.
#[test]
fn every_event_says_who_sent_it_and_what_it_is() {
    for fixture in all_fixtures() {
        for event in fixture.events() {
            assert_eq!(event.provider(), fixture.provider);
            let line = written(&event);
            assert!(
                line.starts_with(&format!(
                    "{{\"{}\":{{\"meta\":{{\"provider\":\"{}\"",
                    event.kind(),
                    fixture.provider
                )),
                "{line}"
            );
            let Json::Object(pairs) = Json::parse(&line) else {
                panic!("{line}");
            };
            let Json::Object(fields) = &pairs[0].1 else {
                panic!("{line}");
            };
            assert_eq!(
                fields.last().map(|(key, _)| key.as_str()),
                Some("raw"),
                "{line}"
            );
        }
    }
}
