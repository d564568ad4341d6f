//! Whole deliveries, parsed or verified and parsed, beside `serde_json::Value` of the same body.
//!
//! ```text
//! cargo bench --bench parse
//! ```
//!
//! Every line is a ratio: the time of the crate, its events' drop included, over the time of `serde_json::Value` in the
//! same round. Machines differ and are busy; ratios hardly. The median of the rounds is printed, with the quartiles.
//!
//! On 2026-11-26, on a busy machine of two cores; what each step brought stands in `instructions.rs`:
//!
//! | body | parse | verify and parse |
//! |---|---|---|
//! | one message of Meta: text, image | 0.81, 0.83 | 1.11, 1.12 |
//! | one status of Meta | 0.75 | 1.03 |
//! | a batch of 200; 3 MB of them | 0.72; 0.40 | 0.87; 0.47 |
//! | WhatzMeAPI: text, image, image with bytes by index | 1.90, 0.69, 0.14 | |
//! | Engage, Cooby, Partner | 0.59, 0.63, 0.65 | |

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench"
)]

mod bodies;

use std::env;
use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::Value;
use whatsapp_webhooks::{Event, Provider, Request, meta};

use crate::bodies::{Body, bodies};

/// Rounds of a body; every candidate has a turn in each.
const ROUNDS: usize = 301;

/// Rounds of a body that is long.
const LONG_ROUNDS: usize = 31;

/// Time that a turn takes at least: short, so that few of them are interrupted by whatever else runs.
const TURN: Duration = Duration::from_micros(200);

type Candidate<'a> = (&'static str, Box<dyn Fn() + 'a>);

fn main() {
    // As a test: everything once, nothing measured.
    let has = |wanted: &str| env::args().any(|argument| argument == wanted);
    let is_test = has("--test") || !has("--bench");
    let endpoint =
        meta::Endpoint::new("test-app-secret-0123456789abcdef", "a verify token").unwrap();
    println!(
        "{:<20} {:>9}  {:<16} {:>6}  quartiles",
        "body", "bytes", "", "ratio"
    );
    for body in bodies() {
        let Body {
            name,
            provider,
            bytes,
            events,
        } = body;
        assert_eq!(
            provider.parse(bytes.clone()).unwrap().len(),
            events,
            "{name}"
        );
        let headers = [("x-hub-signature-256", endpoint.sign(&bytes).unwrap())];
        let mut candidates: Vec<Candidate<'_>> = vec![
            (
                "value",
                Box::new(|| drop(serde_json::from_slice::<Value>(black_box(&bytes)).unwrap())),
            ),
            (
                "parse",
                Box::new(|| {
                    let events: Vec<Event> = provider.parse(black_box(&bytes).clone()).unwrap();
                    drop(black_box(events));
                }),
            ),
        ];
        if provider == Provider::Meta {
            candidates.push((
                "verify and parse",
                Box::new(|| {
                    let request = Request::from_pairs(black_box(&headers));
                    drop(black_box(
                        endpoint
                            .receive(&request, black_box(&bytes).clone())
                            .unwrap(),
                    ));
                }),
            ));
        }
        if is_test {
            for (_, run) in &candidates {
                run();
            }
            continue;
        }
        for (candidate, ratios) in measured(&candidates) {
            let at = |part: usize| ratios[(ratios.len() - 1) * part / 4];
            println!(
                "{name:<20} {:>9}  {candidate:<16} {:>6.3}  {:.3} to {:.3}",
                bytes.len(),
                at(2),
                at(1),
                at(3)
            );
        }
    }
}

/// The ratios of each candidate to the first, sorted.
fn measured(candidates: &[Candidate<'_>]) -> Vec<(&'static str, Vec<f64>)> {
    let repeats: Vec<u32> = candidates.iter().map(|(_, run)| repeats(run)).collect();
    let mut ratios: Vec<(&str, Vec<f64>)> = candidates
        .iter()
        .map(|(name, _)| (*name, Vec::new()))
        .collect();
    let is_long = repeats.first() == Some(&1);
    for _ in 0..if is_long { LONG_ROUNDS } else { ROUNDS } {
        let times: Vec<f64> = candidates
            .iter()
            .zip(&repeats)
            .map(|((_, run), repeats)| {
                // What the one before has left in the allocator is not this one's business.
                run();
                time(run, *repeats).as_secs_f64() / f64::from(*repeats)
            })
            .collect();
        for ((_, ratios), time) in ratios.iter_mut().zip(&times) {
            ratios.push(time / times[0]);
        }
    }
    for (_, ratios) in &mut ratios {
        ratios.sort_by(f64::total_cmp);
    }
    ratios.split_off(1)
}

/// How often a candidate runs in a turn.
fn repeats(run: &dyn Fn()) -> u32 {
    let mut repeats = 1;
    while time(run, repeats) < TURN {
        repeats *= 2;
    }
    repeats
}

fn time(run: &dyn Fn(), repeats: u32) -> Duration {
    let start = Instant::now();
    for _ in 0..repeats {
        run();
    }
    start.elapsed()
}
