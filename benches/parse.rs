//! Whole deliveries: verified and parsed, beside `serde_json::Value` of the same body.
//!
//! ```text
//! cargo bench --bench parse
//! ```
//!
//! Read the numbers as ratios to the line `value` of the same group: machines differ, ratios hardly.

#![allow(clippy::unwrap_used, missing_docs, reason = "a bench")]

use std::hint::black_box;

use bytes::Bytes;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use whatsapp_webhooks::{Event, Provider, Request, meta};

const SECRET: &str = "test-app-secret-0123456789abcdef";

fn fixture(name: &str) -> Bytes {
    let path = format!("{}/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Bytes::from(std::fs::read(path).unwrap())
}

/// One delivery with `count` messages, each the one of `text.json`.
fn batch(count: usize) -> Bytes {
    let mut body: serde_json::Value = serde_json::from_slice(&fixture("meta/text")).unwrap();
    let messages = body
        .pointer_mut("/entry/0/changes/0/value/messages")
        .and_then(serde_json::Value::as_array_mut)
        .unwrap();
    *messages = vec![messages.pop().unwrap(); count];
    Bytes::from(serde_json::to_vec(&body).unwrap())
}

fn parse(criterion: &mut Criterion) {
    let bodies = [
        ("meta_text", Provider::Meta, fixture("meta/text"), 1),
        (
            "meta_status",
            Provider::Meta,
            fixture("meta/status_sent_conversation"),
            1,
        ),
        ("meta_batch_200", Provider::Meta, batch(200), 200),
        ("meta_batch_3mb", Provider::Meta, batch(12_000), 12_000),
        (
            "whatzmeapi_upsert",
            Provider::WhatzMeApi,
            fixture("whatzmeapi/image_plain_dump"),
            1,
        ),
        (
            "engage_status",
            Provider::Engage,
            fixture("engage/delivered"),
            1,
        ),
    ];
    for (name, provider, body, events) in bodies {
        assert_eq!(
            provider.parse(body.clone()).unwrap().len(),
            events,
            "{name}"
        );
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(body.len() as u64));
        group.bench_function("value", |bencher| {
            bencher.iter(|| serde_json::from_slice::<serde_json::Value>(black_box(&body)).unwrap());
        });
        group.bench_function("parse", |bencher| {
            bencher.iter(|| -> Vec<Event> { provider.parse(black_box(&body).clone()).unwrap() });
        });
        group.finish();
    }
}

fn verify_and_parse(criterion: &mut Criterion) {
    let endpoint = meta::Endpoint::new(SECRET, "the verify token").unwrap();
    for (name, body) in [
        ("meta_text", fixture("meta/text")),
        ("meta_batch_200", batch(200)),
    ] {
        let headers = [("x-hub-signature-256", endpoint.sign(&body).unwrap())];
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(body.len() as u64));
        group.bench_function("verify_and_parse", |bencher| {
            bencher.iter(|| {
                let request = Request::from_pairs(black_box(&headers));
                endpoint
                    .receive(&request, black_box(&body).clone())
                    .unwrap()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, parse, verify_and_parse);
criterion_main!(benches);
