//! One body, read once by the crate or once as a `serde_json::Value`: what `.ci/instructions` counts.
//!
//! ```text
//! .ci/instructions
//! ```
//!
//! Counts of instructions are the same on a busy machine and on a quiet one, so they can be compared with what was
//! committed; times cannot. The ratio of one body differs by 1 % between two clones, that of the batch by 7 %, because
//! the memory is laid out differently; the larger one is committed.
//!
//! The ratio of one text after each step, by `.ci/instructions` in that state:
//!
//! | step | text | batch of 200 |
//! |---|---|---|
//! | a check of its own that notes tokens, and a reader that takes them | 0.539 | |
//! | envelopes read element by element, so that nothing next to the items is lost and lists cost what they are long | 0.663 | 0.741 |
//! | lists of messages read once for each value, the body borrowed | 0.632 | 0.740 |
//! | strings checked in one place, words of eight bytes split off a slice, numbers of digits copied | 0.595 | 0.694 to 0.746 |
//!
//! One text of WhatzMeAPI stood at 1.568 before exact names of events skipped normalizing and each address was parsed
//! once, and at 1.313 after.
//!
//! Tried without gain: tokens in a room of fixed size whose end is tested once for each value (4 % more instructions:
//! the loop of strings ran out of registers), words of eight bytes by `as_chunks` (5 % more), keys matched as numbers.
//! What is left: 28 % are the check, 11 % allocations (16 for one text, of which the account and the recipient take
//! seven), 3 % the readers of parts, 3 % the walk over elements.

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

use bytes::Bytes;
use serde_json::Value;
use whatsapp_webhooks::{Event, Provider};

use crate::bodies::bodies;

/// The part that is counted, the drop of the events included.
#[inline(never)]
fn count_parse(provider: Provider, body: Bytes) {
    let events: Vec<Event> = provider.parse(body).unwrap();
    drop(black_box(events));
}

/// The part that is counted, the drop of the tree included.
#[inline(never)]
fn count_value(body: &[u8]) {
    let value: Value = serde_json::from_slice(body).unwrap();
    drop(black_box(value));
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["--list"] => bodies().iter().for_each(|body| println!("{}", body.name)),
        ["--once", name] => {
            let body = bodies().into_iter().find(|body| body.name == name).unwrap();
            // What a process does once it has done before, until the allocator has free memory of each size.
            for _ in 0..8 {
                drop(black_box(body.provider.parse(body.bytes.clone()).unwrap()));
                drop(black_box(
                    serde_json::from_slice::<Value>(&body.bytes).unwrap(),
                ));
            }
            count_parse(black_box(body.provider), black_box(body.bytes.clone()));
            count_value(black_box(&body.bytes));
        }
        // As any other bench: everything once.
        _ => {
            for body in bodies() {
                let parsed = body.provider.parse(body.bytes.clone()).unwrap();
                assert_eq!(parsed.len(), body.events, "{}", body.name);
                count_parse(body.provider, body.bytes.clone());
                count_value(&body.bytes);
            }
        }
    }
}
