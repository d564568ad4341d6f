//! What keys, `Debug`, the event's JSON and comparing cost, for bodies made to be costly.

use whatsapp_webhooks::types::Raw;
use whatsapp_webhooks::{Event, Provider};

use crate::support::all_fixtures;
use crate::{bytes, cost};

/// A body of which one item, of an unknown kind, holds this JSON.
fn unknown(json: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"new","value":{json}}}]}}]}}"#
    )
}

/// Elements joined by commas.
fn list(count: usize, element: impl Fn(usize) -> String) -> String {
    (0..count).map(element).collect::<Vec<_>>().join(",")
}

/// Shapes by name: a body of about that many bytes.
type Shape = (&'static str, fn(usize) -> String);

const SHAPES: &[Shape] = &[
    ("many keys", |size| {
        unknown(&format!(
            "{{{}}}",
            list(size / 10, |at| format!(
                r#""{:06x}":0"#,
                at * 7919 % 0xff_ffff
            ))
        ))
    }),
    ("one key many times", |size| {
        unknown(&format!("{{{}}}", list(size / 5, |_| r#""":0"#.to_owned())))
    }),
    ("keys with escapes", |size| {
        unknown(&format!(
            "{{{}}}",
            list(size / 13, |at| format!(r#""\u00e9{:02x}":0"#, at % 256))
        ))
    }),
    ("small objects", |size| {
        unknown(&format!(
            "[{}]",
            list(size / 8, |_| r#"{"a":1}"#.to_owned())
        ))
    }),
    ("depth", |size| {
        unknown(&format!("{}{}", "[".repeat(size / 2), "]".repeat(size / 2)))
    }),
    ("depth of objects", |size| {
        let deep = format!("{}1{}", r#"{"a":"#.repeat(100), "}".repeat(100));
        unknown(&format!(
            "[{}]",
            list(size / (deep.len() + 1), |_| deep.clone())
        ))
    }),
    ("numbers", |size| {
        unknown(&format!("[{}]", list(size / 5, |_| "10e1".to_owned())))
    }),
    ("a long number", |size| unknown(&"10".repeat(size / 2))),
    ("escapes", |size| {
        unknown(&format!("\"{}\"", r"\u0001".repeat(size / 6)))
    }),
    // The half pair makes the raw JSON a string, in which each escape is escaped.
    ("quotes in a text", |size| {
        let text = r#"\""#.repeat(size / 2);
        let item =
            format!(r#"{{"from":"1","id":"a","type":"text","text":{{"body":"\ud83d{text}"}}}}"#);
        unknown("0").replace(
            r#""value":0"#,
            &format!(r#""value":{{"messages":[{item}]}}"#),
        )
    }),
    ("statuses", |size| {
        unknown("0").replace(
            r#""value":0"#,
            &format!(
                r#""value":{{"statuses":[{}]}}"#,
                list(size / 60, |at| format!(
                    r#"{{"id":"wamid.{at:06}","status":"failed","timestamp":"1687548944"}}"#
                ))
            ),
        )
    }),
];

/// The cost of one thing that is done with events: its name, the bytes it takes in, and the bytes that it asks for, in sum
/// and at once.
struct Cost {
    name: &'static str,
    taken: usize,
    sum: u64,
    most: u64,
}

fn costs(body: &str) -> Vec<Cost> {
    let events = Provider::Meta.parse(body.to_owned()).unwrap();
    let mut costs = Vec::new();
    let mut add = |name, taken, work: &mut dyn FnMut()| {
        let ((), count) = cost(work);
        costs.push(Cost {
            name,
            taken,
            sum: count.bytes_total,
            most: count.bytes_max,
        });
    };
    let length = body.len();
    add("key", length, &mut || {
        for event in &events {
            drop(event.dedup_key());
        }
    });
    add("debug", length, &mut || drop(format!("{events:?}")));
    let mut json = String::new();
    add("written", length, &mut || {
        json = serde_json::to_string(&events).unwrap();
    });
    let mut read: Vec<Event> = Vec::new();
    add("read", json.len(), &mut || {
        read = serde_json::from_str(&json).unwrap();
    });
    assert!(read == events);
    let spaced: Vec<Raw> = events
        .iter()
        .map(|event| Raw::from(format!(" {}", event.raw().as_str().unwrap())))
        .collect();
    add("compared", length, &mut || {
        for (raw, event) in spaced.iter().zip(&events) {
            assert!(raw == event.raw());
        }
    });
    add("without raw", length, &mut || {
        for event in read.drain(..) {
            drop(event.without_raw());
        }
    });
    costs
}

/// Bytes of JSON for each byte of body, and for each event beside its item: its path, account, key and names of fields.
const OUTPUT: (usize, usize) = (4, 1024);

/// Cases: P12.
#[test]
fn the_json_of_events_is_a_bounded_multiple_of_the_body() {
    let shapes = SHAPES.iter().map(|(name, body)| {
        (
            (*name).to_owned(),
            Provider::Meta,
            body(50_000).into_bytes(),
        )
    });
    let fixtures = all_fixtures().map(|it| (it.place(), it.provider, it.body));
    let mut over = Vec::new();
    for (name, provider, body) in shapes.chain(fixtures) {
        let events = provider.parse(body.clone()).unwrap();
        let json = serde_json::to_string(&events).unwrap();
        let (per_byte, per_event) = OUTPUT;
        println!(
            "{name}: {} bytes, {} events, {} of JSON",
            body.len(),
            events.len(),
            json.len()
        );
        if json.len() > per_byte * body.len() + per_event * events.len() {
            over.push(name);
        }
    }
    assert!(over.is_empty(), "{over:?}");
}

/// Cases: J09, J10, R11, R12.
#[test]
fn four_times_the_bytes_cost_four_times_whatever_is_done_with_the_events() {
    const SIZE: usize = 50_000;
    const SLACK: u64 = 64 << 10;
    let mut over = Vec::new();
    for (shape, body) in SHAPES {
        let (one, four) = (body(SIZE), body(4 * SIZE));
        for (once, fourfold) in costs(&one).into_iter().zip(costs(&four)) {
            let Cost {
                name,
                taken,
                sum,
                most,
            } = once;
            let line = format!(
                "{shape}, {name}: {taken} bytes, {sum} in sum, {most} at once; of four times as many {} and {}",
                fourfold.sum, fourfold.most
            );
            println!("{line}");
            let is_linear = fourfold.sum <= sum * 5 + SLACK;
            if !is_linear || fourfold.most > 16 * bytes(fourfold.taken) + SLACK {
                over.push(line);
            }
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}
