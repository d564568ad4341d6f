//! What comes broken, odd or new: never a panic, never a lost item, never a lost body.
//!
//! The first modules change every fixture in every place, the others show one rule each on a body made by
//! hand. Nothing here is random.

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

mod batches;
mod bodies;
mod bytes;
mod counted;
mod duplicates;
mod envelopes;
mod layout;
mod mutated;
mod numbers;
mod shapes;
mod sizes;
#[path = "../support/mod.rs"]
mod support;
mod text;
mod untouched;
