//! `schema/event.json` is the schema of this version. `BLESS=1 cargo test --all-features --test schema` writes it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use whatsapp_webhooks::{Event, MessageStatus, Provider};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/event.json");

fn schema() -> Value {
    schemars::schema_for!(Event).to_value()
}

/// Cases: P10.
#[test]
fn the_schema_in_the_repository_is_the_one_of_this_version() {
    let schema = schema();
    if std::env::var_os("BLESS").is_some() {
        let text = serde_json::to_string_pretty(&schema).unwrap();
        fs::write(FILE, text + "\n").unwrap();
    }
    let kept: Value = serde_json::from_str(&fs::read_to_string(FILE).unwrap()).unwrap();
    assert!(
        kept == schema,
        "schema/event.json is old: run this test with BLESS=1"
    );
}

/// Everything in the schema that fulfils a condition, by its place.
fn find(schema: &Value, place: &str, is_found: &dyn Fn(&Value) -> bool, found: &mut Vec<String>) {
    if is_found(schema) {
        found.push(place.to_owned());
    }
    let children: Vec<(String, &Value)> = match schema {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(list) => list.iter().map(|value| ("[]".to_owned(), value)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in children {
        find(value, &format!("{place}/{key}"), is_found, found);
    }
}

#[test]
fn nothing_is_null_closed_or_undescribed() {
    let schema = schema();
    let mut found = Vec::new();
    let is_odd = |value: &Value| {
        value.get("enum").is_some()
            || value.get("const").is_some()
            || value.get("default").is_some()
            || value.get("additionalProperties") == Some(&Value::Bool(false))
            || value == "null"
            || value
                .as_str()
                .is_some_and(|text| text.contains("](") || text.contains("```"))
    };
    find(&schema, "", &is_odd, &mut found);
    assert_eq!(found, Vec::<String>::new());
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert!(definition["description"].is_string(), "{name}");
        for (field, property) in definition["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string(), "{name}.{field}");
        }
    }
}

#[test]
fn known_words_and_kinds_are_all_there() {
    let schema = schema();
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    let words = |words: &[&str]| -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    };
    let known = |name: &str| keys(&schema["$defs"][name]["x-known"]);
    assert_eq!(known("MessageStatus"), words(MessageStatus::KNOWN));
    let providers: Vec<&str> = Provider::ALL.iter().map(|it| it.as_str()).collect();
    assert_eq!(known("Provider"), words(&providers));
    let kinds = keys(&schema["properties"]);
    assert!(kinds.contains("message") && kinds.contains("malformed") && kinds.len() > 20);
}
