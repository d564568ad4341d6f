//! What the targets assert about any bytes at all.
//!
//! ```text
//! cargo +nightly fuzz run check fuzz/corpus/check fuzz/seeds/check fixtures/meta
//! cargo test --manifest-path fuzz/Cargo.toml --no-default-features   # without a nightly compiler
//! ```
//!
//! | target | input |
//! |---|---|
//! | `check`, `event_json`, `parse` | a body, read as one of each provider |
//! | `endpoint` | a request, as [`Sent`] reads it |
//! | `handshake` | a query string |
//! | `jid` | a JID or a phone number |

mod delivery;
mod jid;
mod json;
mod request;
mod support;

pub use self::delivery::parse;
pub use self::jid::jid;
pub use self::json::{check, event_json};
pub use self::request::{Sent, endpoint, handshake};

#[cfg(test)]
mod tests;
