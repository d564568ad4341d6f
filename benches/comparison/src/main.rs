//! Compares crates that read webhooks of Meta's WhatsApp Business Platform, on the same bodies: which are accepted, how
//! many items come out, how many values of the bodies are in them, and what reading costs. Prints the tables of
//! `docs/comparison.md`.
//!
//! `cargo run --release --manifest-path benches/comparison/Cargo.toml --target-dir target/comparison`

mod crates;

use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use self::crates::{Crate, crates};

/// Bodies as Meta documents them: the common messages and statuses, of people who show their number.
const COMMON: &[&str] = &[
    "audio_voice",
    "button",
    "contacts_card",
    "document",
    "image_with_caption",
    "interactive_button_reply",
    "interactive_list_reply",
    "location_pin",
    "order",
    "reaction",
    "status_delivered",
    "status_failed_131047",
    "status_read",
    "status_sent_conversation",
    "sticker_animated",
    "text",
    "text_forwarded",
    "text_from_ad",
    "text_reply",
    "video",
];

/// Keys whose values say what something is: readers keep them as a type and not as a text.
const TAGS: &[&str] = &["object", "field", "type", "messaging_product"];

fn body(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/meta");
    fs::read(folder.join(format!("{name}.json"))).unwrap()
}

/// The names of all bodies of Meta.
fn names() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/meta");
    let files = fs::read_dir(folder).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names
        .filter_map(|name| Some(name.strip_suffix(".json")?.to_owned()))
        .collect();
    names.sort();
    names
}

/// A delivery of this many texts, each of another person.
fn batch(count: usize) -> Vec<u8> {
    let mut tree: Value = serde_json::from_slice(&body("text")).unwrap();
    let value = &mut tree["entry"][0]["changes"][0]["value"];
    let (message, contact) = (value["messages"][0].clone(), value["contacts"][0].clone());
    let numbers = (0..count).map(|number| format!("1650555{number:04}"));
    let messages = numbers.clone().map(|number| {
        let mut message = message.clone();
        message["id"] = format!("wamid.{number:0>40}").into();
        message["from"] = number.into();
        message
    });
    let contacts = numbers.map(|number| {
        let mut contact = contact.clone();
        contact["wa_id"] = number.into();
        contact
    });
    value["messages"] = messages.collect();
    value["contacts"] = contacts.collect();
    serde_json::to_vec(&tree).unwrap()
}

/// Letters and digits only, in lower case: notation, escapes and names of variants do not count.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The distinct texts and numbers of a body of four or more letters: a shorter one stands in any output by chance.
fn values(tree: &Value, key: &str, found: &mut BTreeSet<String>) {
    let text = match tree {
        Value::Object(object) => {
            return object
                .iter()
                .for_each(|(key, value)| values(value, key, found));
        }
        Value::Array(list) => return list.iter().for_each(|value| values(value, key, found)),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(_) | Value::Null => return,
    };
    if !TAGS.contains(&key) && plain(&text).len() >= 4 {
        found.insert(text);
    }
}

/// Whether a value stands in an output, as it is or as the time that it means.
fn is_kept(value: &str, output: &str) -> bool {
    let as_time = value
        .parse()
        .ok()
        .and_then(|seconds: i64| whatsapp_webhooks::types::Timestamp::from_unix_seconds(seconds));
    // Some write a time with an offset: the digits up to the second are the same.
    let time = as_time.map(|time| plain(time.to_string().trim_end_matches('Z')));
    output.contains(&plain(value)) || time.is_some_and(|time| output.contains(&time))
}

#[derive(Default)]
struct Found {
    accepted: usize,
    items: usize,
    kept: usize,
    values: usize,
}

fn found(it: &Crate, bodies: &[Vec<u8>]) -> Found {
    let mut found = Found::default();
    for body in bodies {
        let mut wanted = BTreeSet::new();
        if let Ok(tree) = serde_json::from_slice(body) {
            values(&tree, "", &mut wanted);
        }
        found.values += wanted.len();
        let Some(read) = (it.read)(body) else {
            continue;
        };
        found.accepted += 1;
        found.items += read.items;
        let output = plain(&read.output);
        found.kept += wanted
            .iter()
            .filter(|value| is_kept(value, &output))
            .count();
    }
    found
}

/// The fastest of many rounds, for each body.
fn time(it: &Crate, body: &[u8]) -> Duration {
    let rounds = (2_000_000 / body.len()).clamp(20, 2000);
    let mut best = Duration::MAX;
    for _ in 0..100 {
        let begin = Instant::now();
        for _ in 0..rounds {
            (it.run)(black_box(body));
        }
        best = best.min(begin.elapsed() / u32::try_from(rounds).unwrap());
    }
    best
}

fn main() {
    let crates = crates();
    let load = |names: Vec<&str>| -> Vec<Vec<u8>> { names.into_iter().map(body).collect() };
    let all = names();
    let sets = [
        ("common bodies", load(COMMON.to_vec())),
        (
            "all fixtures of Meta",
            load(all.iter().map(String::as_str).collect()),
        ),
    ];
    for (name, bodies) in &sets {
        println!("\n{name}: {}\n", bodies.len());
        println!("| crate | accepted | items | values kept |\n|---|---|---|---|");
        for it in &crates {
            let found = found(it, bodies);
            let share = 100.0 * found.kept as f64 / found.values as f64;
            println!(
                "| {} | {} | {} | {} of {} ({share:.0} %) |",
                it.name, found.accepted, found.items, found.kept, found.values
            );
        }
    }
    for (name, body) in [("one text", body("text")), ("200 texts", batch(200))] {
        println!("\n{name}, {} bytes\n", body.len());
        println!("| crate | time | allocations | bytes allocated |\n|---|---|---|---|");
        for it in &crates {
            (it.run)(&body);
            let memory = allocation_counter::measure(|| (it.run)(&body));
            let micros = time(it, &body).as_secs_f64() * 1e6;
            println!(
                "| {} | {micros:.1} µs | {} | {} |",
                it.name, memory.count_total, memory.bytes_total
            );
        }
    }
}
