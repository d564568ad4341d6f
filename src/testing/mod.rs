//! Deliveries for your own tests: every fixture of this crate with its events, requests as a provider sends them, and
//! broken ones.
//!
//! ```
//! use whatsapp_webhooks::testing::{self, Sender};
//! use whatsapp_webhooks::{Provider, meta};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Your handler, with the secret that `testing` signs with.
//! let endpoint = meta::Endpoint::new(testing::SECRET, testing::TOKEN)?;
//! let sender = Sender::of(Provider::Meta);
//!
//! for fixture in testing::fixtures(Provider::Meta) {
//!     let sent = sender.good(fixture.body());
//!     let received = endpoint.receive(&sent.request(), sent.body);
//!     let events = received.ok().map(|delivery| delivery.into_iter().collect::<Vec<_>>());
//!     assert_eq!(events, fixture.events(), "{}", fixture.name());
//! }
//!
//! let forged = sender.wrong_signature(r#"{"object":"whatsapp_business_account","entry":[]}"#);
//! assert!(endpoint.receive(&forged.request(), forged.body).is_err());
//! # Ok(())
//! # }
//! ```
//!
//! # What a handler is tested for
//!
//! | builder | what a handler has to do |
//! |---|---|
//! | [`Sender::good`] | answer 200, and handle each event once |
//! | [`Sender::wrong_signature`], [`Sender::missing_signature`] | answer 401 or 403, and handle nothing |
//! | [`Sender::truncated`] | answer 401: the body was cut on its way, and its signature no longer fits |
//! | [`Sender::unreadable`] | keep the body and answer 200: it is authentic, and no repetition will be readable |
//! | [`Sender::duplicate`] | answer 200 twice, and handle each event once: compare [`dedup_key`](crate::Event::dedup_key) |
//! | [`Sender::reordered`] | end in the same state as in the order sent: use [`supersedes`](crate::MessageStatus::supersedes) |
//! | [`Sender::burst`] | answer all of them in time |
//! | [`handshake`] | answer 200 with the challenge as `text/plain` |
//! | [`mutants`] | answer 200 to every one, and never panic |
//!
//! Without an endpoint that checks something else, such as [`cooby`](crate::cooby) with a secret in the path, build the
//! sender yourself: [`Sender::unsigned`] and its `with_…` methods.
//!
//! Names and numbers in the fixtures are invented.

mod fixtures;
mod mutants;
mod sender;

pub use self::fixtures::{Fixture, fixtures};
pub use self::mutants::{Mutant, mutants};
pub use self::sender::{Sender, Sent, handshake};

/// Secret that [`Sender::of`] proves its deliveries with.
pub const SECRET: &str = "test-app-secret-0123456789abcdef";

/// Verify token for [`handshake`].
pub const TOKEN: &str = "test-verify-token-0123456789";

/// Name of the header in which [`Sender::of`] sends [`SECRET`] for Engage.
pub const ENGAGE_HEADER: &str = "x-webhook-token";

/// Name of the query parameter in which [`Sender::of`] sends [`SECRET`] for Cooby and Partner.
pub const QUERY_PARAMETER: &str = "key";
