//! The schema accepts every event of every golden, and of later versions, and refuses what is no event.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value, json};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn schema() -> Validator {
    let text = fs::read_to_string(Path::new(ROOT).join("schema/event.json")).unwrap();
    let schema = serde_json::from_str(&text).unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).unwrap()
}

fn status() -> Value {
    json!({"status": {
        "meta": {"provider": "meta", "occurred_at": "2026-07-14T03:33:20Z", "path": "a[0]"},
        "message_id": "wamid.A", "status": "read", "raw": {"id": "wamid.A"}
    }})
}

/// Cases: P10.
#[test]
fn every_event_of_every_golden_is_valid() {
    let schema = schema();
    let mut count = 0;
    for folder in fs::read_dir(Path::new(ROOT).join("tests/golden")).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let events: Vec<Value> = serde_json::from_str(&text).unwrap();
            // The golden of a body that is refused is a list with its error, which is a list too.
            for event in events.iter().filter(|event| !event.is_array()) {
                count += 1;
                let errors: Vec<String> = schema
                    .iter_errors(event)
                    .map(|error| format!("{}: {error}", error.instance_path()))
                    .collect();
                assert_eq!(errors, Vec::<String>::new(), "{}", path.display());
            }
        }
    }
    assert!(count > 800, "{count}");
}

#[test]
fn what_a_later_version_adds_is_valid() {
    let schema = schema();
    let mut event = status();
    assert!(schema.is_valid(&event));
    event["status"]["status"] = json!("a_new_word");
    event["status"]["a_new_key"] = json!({"any": ["thing"]});
    event["status"]["meta"]["provider"] = json!("a_new_provider");
    assert!(schema.is_valid(&event));
    let later = json!({"a_new_kind": {"meta": {"provider": "meta"}, "number": 1}});
    assert!(schema.is_valid(&later));
}

/// Cases: P10.
#[test]
fn what_is_no_event_is_refused() {
    let schema = schema();
    let set = |place: &str, value: Value| {
        let mut event = status();
        *event.pointer_mut(place).unwrap() = value;
        event
    };
    let without = |place: &str, key: &str| {
        let mut event = status();
        event
            .pointer_mut(place)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(key);
        event
    };
    let mut two = status();
    two["message"] = two["status"].clone();
    let broken = [
        json!(null),
        json!([status()]),
        json!("status"),
        json!({}),
        json!({"status": null}),
        json!({"a_new_kind": {"number": 1}}),
        json!({"a_new_kind": 7}),
        two,
        without("/status", "meta"),
        without("/status", "status"),
        without("/status/meta", "provider"),
        set("/status/meta", json!("meta")),
        set("/status/meta/provider", json!(1)),
        set("/status/meta/occurred_at", json!(1_784_000_000)),
        set("/status/meta/occurred_at", json!("yesterday")),
        set("/status/meta/path", json!(["a", 0])),
        set("/status/message_id", json!(17)),
        set("/status/message_id", json!(null)),
        set("/status/status", json!({"unknown": "read"})),
        json!({"message": {"meta": {"provider": "meta"}, "content": {}}}),
        json!({"message": {"meta": {"provider": "meta"}, "content": {"text": {"body": 1}}}}),
        json!({"message": {"meta": {"provider": "meta", "account": {"phone_number": "+1 650"}},
            "content": {"text": {"body": "Hi"}}}}),
    ];
    for event in broken {
        assert!(!schema.is_valid(&event), "{event}");
    }
}
