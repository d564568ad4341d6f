//! The deliveries that are measured.

use bytes::Bytes;
use serde_json::{Value, json};
use whatsapp_webhooks::Provider;

/// A delivery, and how many events it gives.
pub(crate) struct Body {
    pub(crate) name: &'static str,
    pub(crate) provider: Provider,
    pub(crate) bytes: Bytes,
    pub(crate) events: usize,
}

/// Every delivery that is measured, by name.
pub(crate) fn bodies() -> Vec<Body> {
    let one = |name, provider, file| Body {
        name,
        provider,
        bytes: fixture(file),
        events: 1,
    };
    let batch = |name, changes: usize| Body {
        name,
        provider: Provider::Meta,
        bytes: batch(changes),
        events: changes * 200,
    };
    vec![
        one("meta text", Provider::Meta, "meta/text"),
        one(
            "meta status",
            Provider::Meta,
            "meta/status_sent_conversation",
        ),
        one("meta image", Provider::Meta, "meta/image_with_url"),
        batch("meta batch of 200", 1),
        batch("meta batches, 3 MB", 45),
        one(
            "whatzmeapi text",
            Provider::WhatzMeApi,
            "whatzmeapi/seed_text",
        ),
        one(
            "whatzmeapi image",
            Provider::WhatzMeApi,
            "whatzmeapi/image_plain_dump",
        ),
        Body {
            name: "whatzmeapi bytes",
            provider: Provider::WhatzMeApi,
            bytes: indexed_bytes(),
            events: 1,
        },
        one("engage status", Provider::Engage, "engage/delivered"),
        one(
            "cooby text",
            Provider::Cooby,
            "cooby/current_individual_received",
        ),
        one(
            "partner response",
            Provider::Partner,
            "partner/whatsapp_first",
        ),
    ]
}

fn fixture(name: &str) -> Bytes {
    let path = format!("{}/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Bytes::from(std::fs::read(path).unwrap())
}

fn tree(name: &str) -> Value {
    serde_json::from_slice(&fixture(name)).unwrap()
}

/// One delivery of so many changes, each with 100 messages of 100 people and 100 statuses.
fn batch(changes: usize) -> Bytes {
    let value = "/entry/0/changes/0/value";
    let first = |name: &str, list: &str| {
        tree(name)
            .pointer(&format!("{value}/{list}/0"))
            .unwrap()
            .clone()
    };
    let messages = [
        "meta/text",
        "meta/text_reply",
        "meta/image_with_url",
        "meta/interactive_button_reply",
        "meta/interactive_list_reply",
    ]
    .map(|name| first(name, "messages"));
    let statuses = [
        "meta/status_sent_conversation",
        "meta/status_delivered",
        "meta/status_read",
        "meta/status_failed_131047",
    ]
    .map(|name| first(name, "statuses"));
    let with = |item: &Value, keys: &[(&str, String)]| {
        let mut item = item.clone();
        for (key, text) in keys {
            item[*key] = json!(text);
        }
        item
    };
    let mut change = tree("meta/text")
        .pointer("/entry/0/changes/0")
        .unwrap()
        .clone();
    let number = |place: usize| format!("1650555{place:04}");
    change["value"]["contacts"] = (0..100)
        .map(
            |place| json!({"profile": {"name": format!("Person {place}")}, "wa_id": number(place)}),
        )
        .collect();
    change["value"]["messages"] = (0..100)
        .map(|place| {
            let id = format!("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQ{place:020}");
            with(&messages[place % 5], &[("from", number(place)), ("id", id)])
        })
        .collect();
    change["value"]["statuses"] = (0..100)
        .map(|place| {
            let id = format!("wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI{place:020}");
            with(
                &statuses[place % 4],
                &[("recipient_id", number(place)), ("id", id)],
            )
        })
        .collect();
    let mut body = tree("meta/text");
    body["entry"][0]["changes"] = vec![change; changes].into();
    Bytes::from(serde_json::to_vec(&body).unwrap())
}

/// The image of WhatzMeAPI with 2 kB of bytes as objects by index, as `JSON.stringify` writes a `Uint8Array`.
fn indexed_bytes() -> Bytes {
    let bytes = |count: u32| -> Value {
        let by_index = (0..count).map(|at| (at.to_string(), json!(at * 7 % 251)));
        Value::Object(by_index.collect())
    };
    let mut body = tree("whatzmeapi/image_plain_dump");
    let image = image_of(&mut body).unwrap();
    image["jpegThumbnail"] = bytes(1024);
    for key in ["mediaKey", "fileSha256", "fileEncSha256"] {
        image[key] = bytes(32);
    }
    Bytes::from(serde_json::to_vec(&body).unwrap())
}

fn image_of(value: &mut Value) -> Option<&mut Value> {
    match value {
        Value::Object(keys) => {
            if keys.contains_key("imageMessage") {
                return keys.get_mut("imageMessage");
            }
            keys.values_mut().find_map(image_of)
        }
        Value::Array(list) => list.iter_mut().find_map(image_of),
        _ => None,
    }
}
