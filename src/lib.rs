//! Verifies and parses the WhatsApp webhooks of five providers into one event type.
//!
//! Each provider has a module with an `Endpoint`, which verifies the sender of a delivery, parses the body, and
//! returns a [`Delivery`] of [`Event`]s. An [`Event`] has the same shape for all providers. No data is lost: items
//! that this crate does not know or cannot read become events of their own and keep their bytes.
//!
//! The crate has no web framework, no async runtime and no I/O: you pass in headers and body, and get events back.
//!
//! # Example
//!
#![cfg_attr(feature = "verify", doc = "```")]
#![cfg_attr(not(feature = "verify"), doc = "```ignore")]
//! use whatsapp_webhooks::{Event, Request, meta};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Fails if the secret or the token is empty.
//! let endpoint = meta::Endpoint::new("the app secret", "the verify token")?;
//!
//! // GET: the handshake, from the raw query string. Answer with the challenge as text/plain.
//! let challenge = endpoint.challenge(
//!     "hub.mode=subscribe&hub.verify_token=the%20verify%20token&hub.challenge=1158201444",
//! )?;
//! assert_eq!(challenge, "1158201444");
//!
//! // POST: a delivery. Pass in the headers, and the body exactly as received.
//! let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"102030405060708",
//!     "changes":[{"value":{"messaging_product":"whatsapp","metadata":{
//!     "display_phone_number":"15550109988","phone_number_id":"104857600123456"},
//!     "messages":[{"from":"16505551234","id":"wamid.HBgL","timestamp":"1784000000",
//!     "type":"text","text":{"body":"Hello"}}]},"field":"messages"}]}]}"#;
//! let request = Request::from_pairs([("x-hub-signature-256", endpoint.sign(body)?)]);
//!
//! for event in endpoint.receive(&request, &body[..])? {
//!     match event {
//!         Event::Message(message) => {
//!             assert_eq!(message.reply_to(), Some("16505551234"));
//!             assert_eq!(message.text(), Some("Hello"));
//!         }
//!         Event::Status(status) => println!("{:?} is {}", status.message_id, status.status),
//!         other => eprintln!("{} {}", other.kind(), other.dedup_key()),
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The repository has servers in axum, actix-web, hyper and AWS Lambda under `examples/`. The page of [`Request`] shows how to
//! pass in the headers of other frameworks. The [`cookbook`] has recipes for common tasks, from replies and media to
//! databases and proxies.
//!
//! # Providers
//!
//! | module | what it reads | how the sender is verified |
//! |---|---|---|
//! | [`meta`]: Meta's Cloud API | messages, statuses, calls, groups, templates, accounts and more: see [`meta::Field`] | signature `X-Hub-Signature-256`; verify token in the handshake |
//! | [`whatzmeapi`]: WhatzMeAPI and other gateways built on Baileys or whatsmeow | messages, statuses, groups, calls | signature `X-Signature`; Bearer, Basic or JWT in `Authorization` |
//! | [`engage`]: Engage by Aivo | delivery statuses of campaigns | header with a name and value of your choice |
//! | [`cooby`]: Cooby | messages of chats | secret in the URL |
//! | [`partner`]: Partner by 99digital | onboarded numbers, builders, online accounts | source address, secret in the URL |
//!
//! Every module has an `Endpoint`, a function `parse`, which reads a body without verifying it, and a module `payload`
//! with the provider's wire types, one struct for each JSON object; [`Raw::read`](types::Raw::read) reads the bytes of
//! an event as one of them. [`Provider`] selects a provider at run time.
//!
//! # Unknown data
//!
//! - An item of an unknown type is an [`Event::Unknown`], or a message with [`Content::Unknown`]. It contains the
//!   provider's name of the type, and the bytes.
//! - An item of a known type that cannot be read is an [`Event::Malformed`] with the path, the reason and the bytes.
//!   All other items of the delivery are still read.
//! - Only a body that is not JSON, or not an envelope of this provider, is an error: a [`ParseError`], which contains
//!   the body.
//! - Every enum of values has a variant `Unknown` that keeps the value as received.
//!
//! # JSON
//!
//! Events implement `Serialize` and `Deserialize`. An event is written as one line, such as `{"message":{…}}`, and
//! reads back equal. Times are in RFC 3339, IDs are strings, phone numbers are digits, absent fields are left out,
//! and `raw` comes last. This format is stable.
//!
//! # Duplicates and order
//!
//! Providers repeat a delivery until it is answered with status 200, Meta for up to seven days. Keep
//! [`Event::dedup_key`] for seven days and skip events whose key is already stored.
//!
//! Deliveries arrive in any order. Before you replace a stored status, check [`MessageStatus::supersedes`], so that a
//! late `sent` does not replace `read`.
//!
//! # Logging
//!
//! The crate itself logs nothing, unless you switch on `tracing`. `Debug` and `Display` of events, errors, requests,
//! endpoints and secrets are safe to log: they shorten or omit names, texts, phone numbers, secrets and raw bytes. The JSON of an event contains
//! everything.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `verify` | yes | endpoints, signatures, tokens |
//! | `http` | no | conversions from the `http` crate's `HeaderMap`, `Parts` and `Request`; `StatusCode` from errors |
//! | `report` | no | [`report`]: what this version does not know in the bodies that you receive |
//! | `schema` | no | `schemars::JsonSchema` for [`Event`] and everything in it; `schema/event.json` in the package is the result |
//! | `testing` | no | [`testing`]: fixtures with their events, signed and forged requests, broken bodies; for `dev-dependencies` |
//! | `tracing` | no | one line of `tracing` for each check and each body: counts, kinds and reasons, never content |
//! | `zeroize` | no | secrets are wiped from memory when they are dropped |
//!
//! # What this crate does not do
//!
//! It is not an HTTP client or server, it sends no messages, and it does not retry or store anything. It does not
//! read the clock: events contain the times that the provider sent.

#![cfg_attr(docsrs, feature(doc_cfg))]

// Some files are shared with the integration tests, which use the crate by its name.
#[cfg(test)]
extern crate self as whatsapp_webhooks;

mod collector;
pub mod cooby;
#[cfg(doc)]
#[cfg_attr(not(feature = "verify"), cfg(not(doctest)))]
pub mod cookbook;
mod dispatch;
pub mod engage;
mod envelope;
mod error;
pub mod event;
mod json;
mod marks;
pub mod meta;
pub mod partner;
mod path;
pub mod payload;
mod provider;
#[cfg(any(test, feature = "report"))]
mod record;
pub mod replay;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "tracing")]
mod trace;
pub mod types;
mod vcard;
#[cfg(feature = "verify")]
pub mod verify;
pub mod whatzmeapi;

#[doc(inline)]
pub use self::error::{DecodeError, ParseError, ParseErrorKind};
#[doc(inline)]
pub use self::event::{Content, Event, MessageStatus};
#[doc(inline)]
pub use self::provider::{Provider, UnknownProvider};
#[cfg(feature = "verify")]
#[doc(inline)]
pub use self::verify::{ConfigError, Delivery, ReceiveError, Request, Verified, VerifyError};

/// Compiles and runs the code blocks of the README.
#[cfg(all(doctest, feature = "verify"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// Compiles and runs the code blocks of the page on security.
#[cfg(all(doctest, feature = "verify"))]
#[doc = include_str!("../SECURITY.md")]
struct Security;
