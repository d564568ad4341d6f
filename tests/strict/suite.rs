//! JSON and what is nearly JSON, as a whole body, in parts that are read and unread, and as items.

use std::path::Path;
use std::{env, fs};

use serde::de::IgnoredAny;
use whatsapp_webhooks::{Event, ParseErrorKind, Provider};

use crate::cases::CASES;
use crate::support::all_fixtures;

/// What a file is: its name begins with it.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    /// `y_`: JSON.
    Json,
    /// `n_`: not JSON.
    NotJson,
    /// `i_`: taken or not, as `serde_json` does.
    Either,
}

impl Verdict {
    fn of(name: &str) -> Self {
        match name.get(..2) {
            Some("y_") => Self::Json,
            Some("n_") => Self::NotJson,
            Some("i_") => Self::Either,
            _ => panic!("{name}: not y_, n_ or i_"),
        }
    }
}

/// Whether `serde_json` takes a body, after the byte order mark that a body may have.
fn is_taken_by_serde_json(body: &[u8]) -> bool {
    let unmarked = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    std::str::from_utf8(unmarked).is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok())
}

/// The events of a body that is JSON; none where it is no delivery of this provider.
fn read(provider: Provider, body: &[u8]) -> Option<Vec<Event>> {
    match provider.parse(body.to_vec()) {
        Ok(events) => Some(events),
        Err(error) => {
            assert_eq!(error.body.as_bytes(), body);
            let is_json = matches!(
                error.kind,
                ParseErrorKind::WrongEnvelope { .. } | ParseErrorKind::TooManyItems
            );
            is_json.then(Vec::new)
        }
    }
}

/// Where a case is put: the provider, what stands before and behind it, and whether items are lost with it.
struct Position {
    provider: Provider,
    before: &'static str,
    behind: &'static str,
    is_item: bool,
}

const fn position(provider: Provider, before: &'static str, behind: &'static str) -> Position {
    Position {
        provider,
        before,
        behind,
        is_item: false,
    }
}

const fn item(provider: Provider, before: &'static str, behind: &'static str) -> Position {
    Position {
        is_item: true,
        ..position(provider, before, behind)
    }
}

/// A text message behind what is put in; `x` is its text.
macro_rules! meta {
    ($value:literal) => {
        concat!(
            r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"#,
            $value
        )
    };
}

const POSITIONS: &[Position] = &[
    // Parts that nobody reads: of a message, of the envelope, and before a message.
    position(
        Provider::Meta,
        meta!(r#""messages":[{"id":"a","from":"1","type":"text","text":{"body":"x"},"new":"#),
        "}]}}]}]}",
    ),
    position(
        Provider::Meta,
        meta!(r#""messages":[{"id":"a","from":"1","type":"text","text":{"body":"x"}}]},"new":"#),
        "}]}]}",
    ),
    position(
        Provider::WhatzMeApi,
        r#"{"new":"#,
        r#","event":"messages.upsert","messages":[{"key":{"id":"A","remoteJid":"1@c.us"},"message":{"conversation":"x"}}]}"#,
    ),
    // Parts that are read: a name, an id, a time, a code, a list.
    position(
        Provider::Meta,
        meta!(r#""contacts":[{"wa_id":"1","profile":{"name":"#),
        r#"}}],"messages":[{"id":"a","from":"1","type":"text","text":{"body":"x"}}]}}]}]}"#,
    ),
    position(
        Provider::Meta,
        meta!(r#""messages":[{"id":"a","from":"1","timestamp":"#),
        r#","type":"text","text":{"body":"x"}}]}}]}]}"#,
    ),
    position(
        Provider::WhatzMeApi,
        r#"{"event":"messages.upsert","messages":[{"key":{"id":"A","remoteJid":"1@c.us"},"pushName":"#,
        r#","message":{"conversation":"x"}}]}"#,
    ),
    position(
        Provider::Cooby,
        r#"{"chat_id":"#,
        r#","direction":"received","message":{"type":"chat","text":"x"}}"#,
    ),
    position(
        Provider::Engage,
        r#"{"event_name":"msg_status","message_id":"x","message_status":"read","errors":"#,
        "}",
    ),
    position(
        Provider::Partner,
        r#"{"event":"online","online_reference":"x","online_extra_info":"#,
        "}",
    ),
    // Items beside another one.
    item(
        Provider::Meta,
        meta!(r#""messages":[{"id":"a","from":"1","type":"text","text":{"body":"x"}},"#),
        "]}}]}]}",
    ),
    item(
        Provider::Meta,
        r#"{"object":"whatsapp_business_account","entry":["#,
        r#",{"id":"1","changes":[{"field":"messages","value":{"messages":[{"id":"a","from":"1","type":"text","text":{"body":"x"}}]}}]}]}"#,
    ),
    item(
        Provider::WhatzMeApi,
        r#"{"event":"messages.upsert","messages":["#,
        r#",{"key":{"id":"A","remoteJid":"1@c.us"},"message":{"conversation":"x"}}]}"#,
    ),
];

/// Whether one of the events is the one beside the case.
fn has_neighbor(events: &[Event]) -> bool {
    events.iter().any(|event| match event {
        Event::Message(message) => message.text() == Some("x"),
        Event::Status(status) => status
            .message_id
            .as_ref()
            .is_some_and(|id| id.as_str() == "x"),
        Event::PartnerOnline(online) => online.reference.as_deref() == Some("x"),
        _ => false,
    })
}

/// Checks one case in all positions.
fn check(name: &str, case: &[u8]) {
    let verdict = Verdict::of(name);
    for provider in Provider::ALL {
        let taken = read(*provider, case).is_some();
        assert_eq!(taken, is_taken_by_serde_json(case), "{name}: {provider}");
        match verdict {
            Verdict::Json => assert!(taken, "{name}: {provider}"),
            Verdict::NotJson => assert!(!taken, "{name}: {provider}"),
            Verdict::Either => {}
        }
    }
    for Position {
        provider,
        before,
        behind,
        is_item,
    } in POSITIONS
    {
        let body = [before.as_bytes(), case, behind.as_bytes()].concat();
        let events = read(*provider, &body);
        let place = format!("{name}: {before}");
        assert_eq!(events.is_some(), is_taken_by_serde_json(&body), "{place}");
        match verdict {
            Verdict::Json => assert!(events.is_some(), "{place}"),
            // Some are JSON as an element, such as two elements.
            Verdict::NotJson => assert!(events.is_none() || *is_item, "{place}"),
            Verdict::Either => {}
        }
        if let Some(events) = events {
            assert!(has_neighbor(&events), "{place}");
            let text = String::from_utf8_lossy(case);
            let is_kept = |event: &Event| {
                let raw = event.raw().as_str().unwrap_or_default();
                let extra = event.meta().extra.iter();
                raw.contains(text.trim())
                    || extra
                        .into_iter()
                        .any(|(_, it)| it.as_str().is_some_and(|it| it.contains(text.trim())))
            };
            let is_nothing = ["", "null", "{}", "[]", "false", r#""""#].contains(&text.trim());
            // A name is decoded; of an entry, each of its parts is an event.
            let is_split = before.ends_with(r#""name":"#) || before.ends_with(r#""entry":["#);
            assert!(
                is_nothing || is_split || events.iter().any(is_kept),
                "{place}"
            );
        }
    }
}

#[test]
fn own_cases() {
    for (name, case) in CASES {
        check(name, case);
    }
    assert!(CASES.len() >= 100, "{} cases", CASES.len());
}

/// The suite of <https://github.com/nst/JSONTestSuite>, where its folder `test_parsing` is to be had.
#[test]
fn json_test_suite() {
    let Some(folder) = env::var_os("JSON_TEST_SUITE") else {
        println!("SKIPPED: JSON_TEST_SUITE does not name the folder test_parsing of JSONTestSuite");
        return;
    };
    let mut seen = 0;
    for file in fs::read_dir(Path::new(&folder)).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        check(&name, &fs::read(&path).unwrap());
        seen += 1;
    }
    assert!(seen > 300, "{seen} files");
}

/// Every how many bytes of a fixture one is changed: a prime, so that all positions of all keys have their turn.
const STEP: usize = 13;

#[test]
fn a_changed_fixture_is_json_where_serde_json_takes_it() {
    let (mut taken, mut refused) = (0, 0);
    for fixture in all_fixtures() {
        let offset = fixture.name.len() % STEP;
        for at in (offset..fixture.body.len()).step_by(STEP) {
            let (before, behind) = fixture.body.split_at(at);
            for other in [
                &b""[..],
                b"\"",
                b"\\",
                b",",
                b"]",
                b"{",
                b"0",
                b"-",
                b"e",
                b"\t",
                b"\x01",
                b"\xc3",
            ] {
                let body = [before, other, &behind[1..]].concat();
                let expected = is_taken_by_serde_json(&body);
                let found = read(fixture.provider, &body).is_some();
                assert_eq!(found, expected, "{}: {other:?} at {at}", fixture.place());
                *(if found { &mut taken } else { &mut refused }) += 1;
            }
        }
    }
    assert!(taken > 10_000 && refused > 10_000, "{taken} {refused}");
}
