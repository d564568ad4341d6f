//! What parsing may cost: counted, so that it is the same on every machine and every day.
//!
//! `cargo test --test budget -- --nocapture` prints what each fixture needs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a test"
)]

mod gateways;
mod hostile;
mod keys;
#[path = "../support/mod.rs"]
mod support;

use allocation_counter::AllocationInfo;
use bytes::Bytes;
use whatsapp_webhooks::{Event, ParseErrorKind, Provider};

use crate::support::json::Json;
use crate::support::{Fixture, all_fixtures, fixtures};

/// What some work asks of the allocator of this thread. What grows counts as new.
fn cost<T>(work: impl FnOnce() -> T) -> (T, AllocationInfo) {
    let mut result = None;
    let info = allocation_counter::measure(|| result = Some(work()));
    (result.unwrap(), info)
}

/// A number of bytes as the counter has it.
fn bytes(length: usize) -> u64 {
    u64::try_from(length).unwrap()
}

/// Parses a body that is already owned, as a server has it.
fn parse(provider: Provider, body: &[u8]) -> (Vec<Event>, AllocationInfo) {
    let body = Bytes::copy_from_slice(body);
    let (events, count) = cost(|| provider.parse(body));
    (events.unwrap(), count)
}

#[test]
fn the_counter_counts() {
    let (kept, count) = cost(|| {
        drop(vec![0_u8; 1000]);
        vec![0_u8; 100]
    });
    assert_eq!((count.count_total, count.bytes_total), (2, 1100));
    assert_eq!((count.bytes_max, count.bytes_current), (1000, 100));
    assert_eq!(kept.len(), 100);
}

/// Cases: J18.
#[test]
fn one_text_message_needs_few_allocations() {
    let fixture = fixtures(Provider::Meta)
        .into_iter()
        .find(|fixture| fixture.name == "text")
        .unwrap();
    let (events, count) = parse(Provider::Meta, &fixture.body);
    println!(
        "meta/text: {} allocations, {} bytes",
        count.count_total, count.bytes_total
    );
    assert_eq!(events.len(), 1);
    assert!(count.count_total <= 17, "{} allocations", count.count_total);
}

#[test]
fn a_guess_costs_the_tokens_of_the_body() {
    let body = batch(2000);
    let (found, count) = cost(|| Provider::detect(body.as_bytes()));
    assert_eq!(found, Some(Provider::Meta));
    assert!(count.bytes_total < bytes(body.len()) * 2, "{count:?}");
}

/// Bytes that an event may need beside four times its body: it has a size of its own.
const EVENT: u64 = 3072;

#[test]
fn fixtures_allocate_about_four_times_their_bytes() {
    let (mut over, mut hundredths) = (Vec::new(), Vec::new());
    for fixture in all_fixtures() {
        let (events, count) = parse(fixture.provider, &fixture.body);
        let length = bytes(fixture.body.len());
        let ceiling = length * 4 + bytes(events.len().max(1)) * EVENT;
        let ratio = count.bytes_total * 100 / length;
        let line = format!(
            "{:<60} {:>5} bytes {:>2} events {:>3} allocations {:>6} allocated {:>6} peak, {}.{:02} per byte",
            fixture.place(),
            length,
            events.len(),
            count.count_total,
            count.bytes_total,
            count.bytes_max,
            ratio / 100,
            ratio % 100,
        );
        println!("{line}");
        if count.bytes_total > ceiling {
            over.push(line);
        }
        hundredths.push(ratio);
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
    hundredths.sort_unstable();
    let median = hundredths[hundredths.len() / 2];
    println!("median: {}.{:02} per byte", median / 100, median % 100);
    assert!(median <= 460, "median {median}");
}

/// A batch of messages of Meta.
fn batch(count: usize) -> String {
    let items: Vec<String> = (0..count)
        .map(|n| {
            format!(
                r#"{{"from":"1650555{n:04}","id":"wamid.{n:030}","timestamp":"1795010400","type":"text","text":{{"body":"message number {n}"}}}}"#,
            )
        })
        .collect();
    let people: Vec<String> = (0..count)
        .map(|n| format!(r#"{{"profile":{{"name":"P{n}"}},"wa_id":"1650555{n:04}"}}"#))
        .collect();
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"metadata":{{"phone_number_id":"109"}},"contacts":[{}],"messages":[{}]}}}}]}}]}}"#,
        people.join(","),
        items.join(",")
    )
}

/// Cases: J14, R12.
#[test]
fn twice_the_items_cost_twice_the_memory() {
    for count in [200, 400, 3000, 8000] {
        let (one, cost_of_one) = parse(Provider::Meta, batch(count).as_bytes());
        let (two, cost_of_two) = parse(Provider::Meta, batch(count * 2).as_bytes());
        assert_eq!((one.len(), two.len()), (count, count * 2));
        println!(
            "{count} messages: {} bytes, {} for twice as many",
            cost_of_one.bytes_total, cost_of_two.bytes_total
        );
        assert!(
            cost_of_two.bytes_total * 10 <= cost_of_one.bytes_total * 22,
            "{count}: {} and {}",
            cost_of_one.bytes_total,
            cost_of_two.bytes_total
        );
        assert!(
            cost_of_two.count_total * 10 <= cost_of_one.count_total * 22,
            "{count}: {} and {}",
            cost_of_one.count_total,
            cost_of_two.count_total
        );
    }
}

/// The same item over and over, of every provider that sends lists.
///
/// Cases: R12.
#[test]
fn lists_of_every_provider_grow_with_their_bytes() {
    let meta = |items: &str| {
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"statuses":[{items}]}}}}]}}]}}"#
        )
    };
    let whatzmeapi = |items: &str| format!(r#"{{"event":"messages.upsert","messages":[{items}]}}"#);
    let status = r#"{"id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI","status":"read","timestamp":"1795012109","recipient_id":"16505550142","recipient_user_id":"US.40718263559012734481"}"#;
    let message = r#"{"key":{"id":"3EB0C0FFEE0000000001","fromMe":false,"remoteJid":"5215533007711@s.whatsapp.net"},"messageTimestamp":1714000100,"pushName":"Lupita","message":{"conversation":"Hola, ¿tienen talla M?"}}"#;
    for provider in [Provider::Meta, Provider::WhatzMeApi] {
        let of = |count: usize| {
            let body = match provider {
                Provider::Meta => meta(&vec![status; count].join(",")),
                _ => whatzmeapi(&vec![message; count].join(",")),
            };
            let (events, cost) = parse(provider, body.as_bytes());
            assert_eq!(events.len(), count);
            (bytes(body.len()), cost)
        };
        let ((length, cost_of_one), (_, cost_of_two)) = (of(6000), of(12_000));
        println!(
            "{provider}: {length} bytes, {} allocated, {} for twice as much",
            cost_of_one.bytes_total, cost_of_two.bytes_total
        );
        assert!(
            cost_of_two.bytes_total * 10 <= cost_of_one.bytes_total * 22,
            "{provider}: {} and {}",
            cost_of_one.bytes_total,
            cost_of_two.bytes_total
        );
        assert!(
            cost_of_one.bytes_total <= length * 8,
            "{provider}: {} of {length}",
            cost_of_one.bytes_total
        );
    }
}

/// A history of Meta with so many messages, of which each thread and each chunk holds so many at most.
fn history(count: usize, in_thread: usize, in_chunk: usize) -> String {
    let messages: Vec<String> = (0..count)
        .map(|n| {
            let (from, to) = match n % 2 {
                0 => (format!("1650555{:04}", n % 9999), String::new()),
                _ => ("15550103377".to_owned(), r#""to":"16505550142","#.to_owned()),
            };
            format!(
                r#"{{"from":"{from}",{to}"id":"wamid.{n:030}","timestamp":"1795010400","type":"text","text":{{"body":"message number {n}"}},"history_context":{{"status":"READ"}}}}"#,
            )
        })
        .collect();
    let threads: Vec<String> = messages
        .chunks(in_thread)
        .map(|some| format!(r#"{{"id":"16505550142","messages":[{}]}}"#, some.join(",")))
        .collect();
    let chunks: Vec<String> = threads
        .chunks((in_chunk / in_thread).max(1))
        .map(|some| {
            let threads = some.join(",");
            format!(
                r#"{{"metadata":{{"phase":1,"chunk_order":1,"progress":40}},"threads":[{threads}]}}"#
            )
        })
        .collect();
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"history","value":{{"metadata":{{"display_phone_number":"15550103377","phone_number_id":"109"}},"history":[{}]}}}}]}}]}}"#,
        chunks.join(",")
    )
}

/// Cases: R12.
#[test]
fn a_history_of_three_megabytes_grows_with_its_bytes() {
    let count = 5000;
    for (in_thread, in_chunk) in [(count * 2, count * 2), (1, count * 2), (5, 50), (1, 1)] {
        let of = |count: usize| {
            let body = history(count, in_thread, in_chunk);
            let (events, cost) = parse(Provider::Meta, body.as_bytes());
            let messages = events.iter().filter(|event| event.as_message().is_some());
            assert_eq!(messages.count(), count);
            (bytes(body.len()), cost)
        };
        let ((length, cost_of_one), (_, cost_of_two)) = (of(count), of(count * 2));
        println!(
            "history by {in_thread} and {in_chunk}: {length} bytes, {} allocated in {}, {} in {} for twice as much",
            cost_of_one.bytes_total,
            cost_of_one.count_total,
            cost_of_two.bytes_total,
            cost_of_two.count_total
        );
        assert!(cost_of_two.bytes_total * 10 <= cost_of_one.bytes_total * 22);
        assert!(cost_of_two.count_total * 10 <= cost_of_one.count_total * 22);
        assert!(cost_of_one.bytes_total <= length * 8);
    }
}

/// Cases: J13, J14.
#[test]
fn every_fixture_with_a_huge_text_costs_that_text_a_few_times() {
    for fixture in all_fixtures() {
        let huge = |size: usize| {
            let mut longest = fixture.tree().places();
            longest.retain(|place| matches!(fixture.tree().at(place).1, Json::Text(_)));
            let place = longest
                .into_iter()
                .max_by_key(|place| fixture.tree().at(place).1.to_string().len())?;
            let text = Json::text(&"x".repeat(size));
            Some(fixture.tree().replaced(&place, &text).to_string())
        };
        let (Some(one), Some(two)) = (huge(1 << 18), huge(1 << 19)) else {
            continue;
        };
        let (_, cost_of_one) = parse_any(&fixture, &one);
        let (_, cost_of_two) = parse_any(&fixture, &two);
        assert!(
            cost_of_one.bytes_total <= bytes(one.len()) * 4 + (16 << 10),
            "{}: {} of {}",
            fixture.place(),
            cost_of_one.bytes_total,
            one.len()
        );
        assert!(
            cost_of_two.bytes_total * 10 <= cost_of_one.bytes_total * 22 + (64 << 10),
            "{}: {} and {}",
            fixture.place(),
            cost_of_one.bytes_total,
            cost_of_two.bytes_total
        );
    }
}

/// What a body costs, read or refused.
fn parse_any(fixture: &Fixture, body: &str) -> (bool, AllocationInfo) {
    let body = Bytes::copy_from_slice(body.as_bytes());
    let (result, count) = cost(|| fixture.provider.parse(body));
    (result.is_ok(), count)
}

/// Cases: J17.
#[test]
fn a_hundred_thousand_deliveries_leave_nothing_behind() {
    let fixture = fixtures(Provider::Meta)
        .into_iter()
        .find(|fixture| fixture.name == "text")
        .unwrap();
    let body = Bytes::from(fixture.body);
    // The first clone gives the body its counter, which lives as long as the body.
    drop(body.clone());
    let ((), count) = cost(|| {
        for _ in 0..20_000 {
            drop(Provider::Meta.parse(body.clone()).unwrap());
            let refused = Provider::Engage.parse(body.clone()).unwrap_err();
            assert!(matches!(refused.kind, ParseErrorKind::WrongEnvelope { .. }));
        }
    });
    assert_eq!(count.bytes_current, 0);
}
