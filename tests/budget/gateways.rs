//! Hostile bodies of WhatzMeAPI: what a delivery says once is stored once, and every list costs what its bytes are worth.

use bytes::Bytes;
use whatsapp_webhooks::{Event, Provider};

use crate::{bytes, cost};

/// Bytes that are there however small the body is.
const FREE: u64 = 64 << 10;

/// A shape: its name, and the body of about that many bytes.
type Shape = (&'static str, fn(usize) -> String);

/// As many of an item as make that many bytes.
fn items(item: &str, size: usize) -> String {
    vec![item; size / (item.len() + 1)].join(",")
}

/// Half of the bytes are one text, the other half items that all could say it.
fn shared(before: &str, after: &str, item: &str, size: usize) -> String {
    let text = "7".repeat(size / 2);
    format!("{before}{text}{after}[{}]}}", items(item, size / 2))
}

const TEXT: &str = r#"{"key":{"id":"a","fromMe":false,"remoteJid":"1@s.whatsapp.net"},"message":{"conversation":"x"}}"#;

const VOTE: &str = r#"{"pollUpdateMessageKey":{"id":"V","fromMe":false},"vote":{}}"#;

const SHAPES: &[Shape] = &[
    ("a long name of the event", |size| {
        shared(r#"{"event":"a."#, r#"","messages":"#, TEXT, size)
    }),
    (
        "a long name of the event beside what is malformed",
        |size| {
            shared(
                r#"{"event":"a."#,
                r#"","messages":"#,
                r#"{"key":{"a":1},"message":7}"#,
                size,
            )
        },
    ),
    ("a long sender", |size| {
        shared(
            r#"{"event":"messages.upsert","sender":""#,
            r#"","messages":"#,
            TEXT,
            size,
        )
    }),
    ("a long instance", |size| {
        shared(
            r#"{"event":"messages.upsert","instance":""#,
            r#"","messages":"#,
            TEXT,
            size,
        )
    }),
    ("a long name of an instance", |size| {
        shared(
            r#"{"event":"messages.upsert","instance":{"name":""#,
            r#""},"messages":"#,
            TEXT,
            size,
        )
    }),
    ("a long chat of votes", |size| {
        let before = r#"{"event":"messages.update","data":[{"key":{"id":"P","remoteJid":""#;
        shared(before, r#""},"update":{"pollUpdates":"#, VOTE, size) + "}]}"
    }),
    ("a long id of votes", |size| {
        let before = r#"{"event":"messages.update","data":[{"key":{"remoteJid":"1@g.us","id":""#;
        shared(before, r#""},"update":{"pollUpdates":"#, VOTE, size) + "}]}"
    }),
    ("a long author of a message that is reacted to", |size| {
        let before =
            r#"{"event":"messages.update","data":[{"key":{"remoteJid":"1@g.us","participant":""#;
        let item = r#"{"key":{"id":"R","fromMe":false},"text":"x"}"#;
        shared(before, r#""},"update":{"reactions":"#, item, size) + "}]}"
    }),
    ("a file that many messages could have", |size| {
        let item = r#"{"key":{"id":"A"},"message":{"imageMessage":{"url":"u"}}}"#;
        let before = r#"{"event":"messages.upsert","extra":{"media":{"A":""#;
        shared(before, r#""}},"messages":"#, item, size)
    }),
    ("lists of 256 cards", |size| {
        let cards = vec!["{}"; 256].join(",");
        let item = format!(
            r#"{{"key":{{"id":"a","remoteJid":"1@g.us"}},"message":{{"contactsArrayMessage":{{"contacts":[{cards}]}}}}}}"#
        );
        format!(
            r#"{{"event":"messages.upsert","messages":[{}]}}"#,
            items(&item, size)
        )
    }),
    ("items beside a key", |size| {
        format!(
            r#"{{"event":"messages.upsert","data":{{"key":{{"id":"P"}},"messages":[{}]}}}}"#,
            items(TEXT, size)
        )
    }),
    ("unknown lists beside the items", |size| {
        let keys: String = (0..size / 16)
            .map(|n| format!(r#","k{n:06}":[0]"#))
            .collect();
        format!(r#"{{"event":"messages.upsert","messages":[{TEXT}]{keys}}}"#)
    }),
    ("a list of items over and over", |size| {
        format!(
            r#"{{"event":"messages.upsert",{}}}"#,
            items(r#""messages":[1]"#, size)
        )
    }),
    ("numbers, in many lists of votes", |size| {
        format!(
            r#"{{"event":"messages.update","data":[{{"key":{{"id":"P"}},"update":{{{}}}}}]}}"#,
            items(r#""pollUpdates":[1]"#, size)
        )
    }),
    ("short messages", |size| {
        format!(
            r#"{{"event":"messages.upsert","messages":[{}]}}"#,
            items(r#"{"key":{"id":"1"},"message":{"conversation":""}}"#, size)
        )
    }),
    ("short votes", |size| {
        format!(
            r#"{{"event":"messages.update","data":[{{"key":{{"id":"P","remoteJid":"1@g.us"}},"update":{{"pollUpdates":[{}]}}}}]}}"#,
            items(r#"{"pollUpdateMessageKey":{"id":"V0"},"vote":{}}"#, size)
        )
    }),
    ("anonymous ids and their numbers", |size| {
        format!(
            r#"{{"event":"messaging-history.set","data":{{"messages":[{TEXT}],"lidPnMappings":[{}]}}}}"#,
            items(r#"{"lid":"1@lid","pn":"1234567@c.us"}"#, size)
        )
    }),
];

/// What each step needs: bytes at most at one time, and bytes in all.
fn steps(body: &str) -> [(&'static str, u64, u64); 4] {
    let body = Bytes::copy_from_slice(body.as_bytes());
    let (events, parsed) = cost(|| Provider::WhatzMeApi.parse(body).unwrap());
    let (_, shown) = cost(|| format!("{events:?}"));
    let (_, written) = cost(|| serde_json::to_string(&events).unwrap());
    let (_, keyed) = cost(|| events.iter().map(Event::dedup_key).count());
    [
        ("parse", parsed.bytes_max, parsed.bytes_total),
        ("Debug", shown.bytes_max, shown.bytes_total),
        ("JSON", written.bytes_max, written.bytes_total),
        ("dedup_key", keyed.bytes_max, keyed.bytes_total),
    ]
}

/// Cases: R11.
#[test]
fn hostile_bodies_of_gateways_are_linear() {
    let mut over = Vec::new();
    for (name, body) in SHAPES {
        let size = 192 << 10;
        let lengths = [size, size * 2, size * 4].map(|size| body(size).len());
        let costs = [size, size * 2, size * 4].map(|size| steps(&body(size)));
        for step in 0..4 {
            let [one, two, four] = costs.map(|cost| cost[step]);
            // JSON says of each event what the body says once: its account, its path, its key.
            let times = if one.0 == "JSON" { 28 } else { 16 };
            let ceiling = |length: usize| bytes(length) * times + FREE;
            let line = format!(
                "{name}, {}: peak {:?} of {lengths:?} bytes, {}.{:02} per byte",
                one.0,
                [one.1, two.1, four.1],
                four.1 / bytes(lengths[2]),
                four.1 * 100 / bytes(lengths[2]) % 100,
            );
            println!("{line}");
            let is_within = (four.1 <= ceiling(lengths[2])) && (one.1 <= ceiling(lengths[0]));
            // Memory grows in steps of a half, so four times the bytes are between three and six times the cost.
            let is_linear = two.2 <= one.2 * 3 + FREE && four.2 <= one.2 * 6 + FREE;
            if !is_within || !is_linear {
                over.push(line);
            }
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}
