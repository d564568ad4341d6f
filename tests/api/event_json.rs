//! The event's own JSON: what other libraries and later versions make of it, and what reading it never tells.

use serde_json::Value;
use whatsapp_webhooks::types::{Code, Raw};
use whatsapp_webhooks::{Content, Event, Provider};

use crate::support::json::Json;
use crate::support::{all_fixtures, fixture};

/// Fixtures with numbers that 64 bits cannot hold: `serde_json::Value` changes their value.
const BEYOND_64_BITS: &[&str] = &[];

fn read(json: &str) -> Event {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// Cases: P01.
#[test]
fn an_event_is_the_same_through_a_json_library_and_back() {
    let mut changed = Vec::new();
    for fixture in all_fixtures() {
        for event in fixture.events() {
            let value: Value = serde_json::to_value(&event).unwrap();
            let text: Value =
                serde_json::from_str(&serde_json::to_string(&event).unwrap()).unwrap();
            assert_eq!(value, text, "{}", fixture.place());
            let from_value: Event = serde_json::from_value(value.clone()).unwrap();
            let from_text = read(&value.to_string());
            assert_eq!(from_value, from_text, "{}", fixture.place());
            assert_eq!(from_text.dedup_key(), event.dedup_key());
            if from_text != event || own_key(&value.to_string()) != event.dedup_key() {
                changed.push(fixture.place());
            }
        }
    }
    changed.dedup();
    assert_eq!(changed, BEYOND_64_BITS);
}

#[test]
fn coordinates_read_back_to_the_last_digit() {
    for longitude in ["-3333333333330e48", "-58.38159999999999741", "0.1e-300"] {
        let body = format!(
            r#"{{"event":"messages.upsert","messages":[{{"key":{{"id":"A","remoteJid":"5215533007711@s.whatsapp.net"}},
                "message":{{"locationMessage":{{"degreesLatitude":1.5,"degreesLongitude":{longitude}}}}}}}]}}"#
        );
        let event = Provider::WhatzMeApi.parse(body).unwrap().remove(0);
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(read(&json), event, "{longitude}");
    }
}

#[test]
fn an_event_is_the_same_with_its_keys_in_any_order() {
    for fixture in all_fixtures() {
        for event in fixture.events() {
            let json = serde_json::to_string(&event).unwrap();
            let reversed = Json::parse(&json).reversed().to_string();
            assert_eq!(own_key(&reversed), event.dedup_key(), "{}", fixture.place());
            for json in [reversed, Json::parse(&json).escaped().to_string()] {
                assert_eq!(read(&json), event, "{}", fixture.place());
            }
        }
    }
}

#[test]
fn values_of_the_envelope_are_equal_in_any_order() {
    let meta = |extra: &str| {
        read(&format!(
            r#"{{"failure":{{"meta":{{"provider":"meta","extra":{{{extra}}}}},"error":{{}}}}}}"#
        ))
    };
    let one = meta(r#""entry[0].b":1e2,"entry[0].a":"x""#);
    assert_eq!(one.meta().extra.len(), 2);
    assert_eq!(one, meta(r#""entry[0].a":"x","entry[0].b":100"#));
    for other in [
        r#""entry[0].a":"x""#,
        r#""entry[0].a":"x","entry[0].b":1"#,
        r#""entry[0].a":"x","entry[0].c":100"#,
    ] {
        assert_ne!(one, meta(other), "{other}");
    }
}

/// The key that an event has where its JSON carries none.
fn own_key(json: &str) -> String {
    let tree = Json::parse(json);
    let key = tree.places().into_iter().find(|place| {
        let above = tree.at(&place[..place.len().saturating_sub(1)]).0;
        place.len() == 3 && tree.at(place).0 == Some("key") && above == Some("meta")
    });
    read(&tree.dropped(&key.unwrap()).to_string()).dedup_key()
}

/// Cases: P08.
#[test]
fn an_event_of_a_later_version_is_unknown() {
    let json = r#"{"brand_new":{"meta":{"provider":"engage","account":{"id":"1"},"path":"","key":"engage:0123","later":[1]},"what":{"a":1},"raw":{}}}"#;
    let event = read(json);
    let Event::Unknown(unknown) = &event else {
        panic!("{event:?}");
    };
    assert_eq!(unknown.kind, "brand_new");
    assert_eq!(event.account().id.as_deref(), Some("1"));
    assert_eq!(event.raw().as_str(), json.get(13..json.len() - 1));
    assert_eq!(event.dedup_key(), "engage:0123");
    let again = read(&serde_json::to_string(&event).unwrap());
    assert_eq!(again, event);
    assert_eq!(again.dedup_key(), "engage:0123");
}

/// Cases: P08.
#[test]
fn content_of_a_later_version_is_unknown() {
    let json = r#"{"message":{"meta":{"provider":"meta"},"content":{"hologram":{"body":[1]}}}}"#;
    let message = read(json).into_message().unwrap();
    let Content::Unknown(unknown) = &message.content else {
        panic!("{message:?}");
    };
    assert_eq!(unknown.kind.as_deref(), Some("hologram"));
    let json = serde_json::to_string(&message.content).unwrap();
    assert_eq!(json, r#"{"unknown":{"kind":"hologram"}}"#);
}

/// Cases: N02, P09.
#[test]
fn errors_of_reading_say_what_was_expected_and_not_what_was_found() {
    const SECRET: &str = "Zq5491122334455, expected Zq";
    let text = &format!("\"{SECRET}\"");
    for wrong in [
        text,
        "5491122334455",
        "-5491122334455.5",
        "true",
        "[]",
        "{}",
        &format!("{{{text}:{text}}}"),
        &format!("[{text}]"),
    ] {
        // Of Meta's hundreds only those with short names, to save time.
        for fixture in all_fixtures()
            .filter(|fixture| fixture.provider != Provider::Meta || fixture.name.len() < 10)
        {
            for event in fixture.events() {
                let tree = Json::parse(&serde_json::to_string(&event.without_raw()).unwrap());
                for place in tree.places() {
                    let json = tree.replaced(&place, &Json::parse(wrong)).to_string();
                    if let Err(error) = serde_json::from_str::<Event>(&json) {
                        let shown = format!("{error} {error:?}");
                        assert!(
                            !shown.contains("Zq") && !shown.contains("5491122334455"),
                            "{shown}"
                        );
                    }
                }
            }
        }
    }
    let error = |json: &str| serde_json::from_str::<Event>(json).unwrap_err().to_string();
    assert_eq!(
        error(r#"{"message":{"meta":{"provider":5},"content":{"text":{"body":"x"}}}}"#),
        "expected a string at line 1 column 32"
    );
    assert_eq!(
        error(text),
        "expected an object with one key at line 1 column 30"
    );
    assert_eq!(
        error(r#"{"message":{}}"#),
        "missing field `meta` at line 1 column 13"
    );
    let meta = r#""meta":{"provider":"meta","account":{},"path":""}"#;
    for wrong in [
        "{}".to_owned(),
        r#""text""#.to_owned(),
        format!("{{{text}:1}}"),
        format!(r#"{{"message":{{{meta},"content":{text}}}}}"#),
        format!(r#"{{"message":{{{meta},"content":{{"text":{text}}}}}}}"#),
        format!(r#"{{"status":{{{meta},"status":"read"}},{text}:1}}"#),
        format!(r#"{{"template":{{{meta},"event":{{{text}:1}}}}}}"#),
        format!(r#"{{"failure":{{{meta},"error":{{"code":{text}}}}}}}"#),
        r#"{"failure":{"meta":{"provider":"Zq5491122334455"}}}"#.to_owned(),
    ] {
        let error = serde_json::from_str::<Event>(&wrong).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("Zq") && !shown.contains("549"), "{shown}");
    }
}

/// Cases: N02, P09.
#[test]
fn what_is_no_event_is_refused_without_its_text() {
    let line = serde_json::to_string(&fixture(Provider::Meta, "text").events()[0]).unwrap();
    for end in 0..line.len() {
        let Some(cut) = line.get(..end) else {
            continue;
        };
        let error = serde_json::from_str::<Event>(cut).unwrap_err();
        assert!(error.is_eof(), "{error}");
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("16505551234"), "{shown}");
    }
    for foreign in [
        "null",
        "[]",
        r#"{"Zq":1}"#,
        r#"{"specversion":"1.0","type":"Zq","data":{"phone":"5491122334455"}}"#,
        r#"{"object":"whatsapp_business_account","entry":[{"id":"5491122334455"}]}"#,
    ] {
        let error = serde_json::from_str::<Event>(foreign).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("Zq") && !shown.contains("5491122334455"),
            "{shown}"
        );
    }
}

#[test]
fn a_code_reads_back_as_it_was_written() {
    for code in [
        "-1e400",
        "5",
        "\"5\"",
        "1.50",
        "[1]",
        r#"{"a":1,"a":2}"#,
        r#""\ud83d""#,
    ] {
        let body = format!(r#"{{"event":"online","accountID":14,"online_extra_info":{code}}}"#);
        for event in Provider::Partner.parse(body).unwrap() {
            let json = serde_json::to_string(&event).unwrap();
            assert_eq!(read(&json), event, "{code}");
            assert_eq!(serde_json::to_string(&read(&json)).unwrap(), json);
        }
        let written: Code = serde_json::from_str(code).unwrap();
        let json = serde_json::to_string(&written).unwrap();
        assert_eq!(
            serde_json::from_str::<Code>(&json).unwrap(),
            written,
            "{code}"
        );
    }
}

/// Cases: P06.
#[test]
fn raw_json_that_strict_readers_refuse_comes_back_equal() {
    for odd in [
        r#"{"id":"a","id":"b"}"#,
        r#"{"new":{"\u0024serde_json::private::RawValue":"[1"}}"#,
        r#"{"new":["\ud83d",1e400]}"#,
    ] {
        let mut event = fixture(Provider::Meta, "text")
            .events()
            .remove(0)
            .into_message()
            .unwrap();
        event.raw = Raw::from(odd);
        let event = Event::from(event);
        let json = serde_json::to_string(&event).unwrap();
        let value: Value = serde_json::from_str(&json).unwrap();
        assert!(value["message"]["raw"].is_string(), "{json}");
        assert_eq!(read(&value.to_string()), event);
        assert_eq!(serde_json::to_value(&event).unwrap(), value);
    }
}
