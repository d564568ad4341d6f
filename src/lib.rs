//! WhatsApp webhooks from five providers, verified and parsed into one event.
//!
//! An endpoint of the provider proves who sent the bytes of a webhook, reads them, and returns a
//! [`Delivery`] of [`Event`]s, which have one shape for all five providers. Nothing is lost: what
//! this crate does not know, or cannot read, is an event that says so and keeps its bytes.
//!
//! # Examples
//!
#![cfg_attr(feature = "verify", doc = "```")]
#![cfg_attr(not(feature = "verify"), doc = "```ignore")]
//! use whatsapp_webhooks::{Event, Request, meta};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // An empty secret is refused here, not accepted later.
//! let endpoint = meta::Endpoint::new("the app secret", "the verify token")?;
//!
//! // GET: the handshake, from the raw query string. Answer with the challenge as text/plain.
//! let challenge = endpoint.challenge(
//!     "hub.mode=subscribe&hub.verify_token=the%20verify%20token&hub.challenge=1158201444",
//! )?;
//! assert_eq!(challenge, "1158201444");
//!
//! // POST: the bytes exactly as received.
//! let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"102030405060708","changes":[
//!     {"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550109988",
//!     "phone_number_id":"104857600123456"},"messages":[{"from":"16505551234","id":"wamid.HBgL",
//!     "timestamp":"1784000000","type":"text","text":{"body":"Hello"}}]},"field":"messages"}]}]}"#;
//! let request = Request::from_pairs([("x-hub-signature-256", endpoint.sign(body)?)]);
//!
//! for event in endpoint.receive(&request, &body[..])? {
//!     match event {
//!         Event::Message(message) => assert_eq!(message.content.text(), Some("Hello")),
//!         Event::Status(status) => println!("{:?} is {}", status.message_id, status.status),
//!         other => eprintln!("{} {}", other.kind(), other.dedup_key()),
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The README has a bot in axum; [`Request`] says how other frameworks hand over their headers.
//!
//! # Providers
//!
//! | provider | what proves the sender | module |
//! |---|---|---|
//! | Meta Cloud API | a signature; a verify token in the handshake | [`meta`] |
//! | Engage (Aivo) | a header whose name and value you chose | [`engage`] |
//! | WhatzMeAPI | a signature, or the `Authorization` header | [`whatzmeapi`] |
//! | Cooby | nothing of its own: a secret in the URL | [`cooby`] |
//! | Partner (99digital) | its source address, a secret in the URL | [`partner`] |
//!
//! Every module has the same `parse` and `Endpoint`. [`Provider`] chooses one at run time.
//!
//! # Unknown data
//!
//! - An unknown type is [`Event::Unknown`], or a message whose [`Content`] is unknown.
//! - A known type that cannot be read is [`Event::Malformed`]. It costs no other item.
//! - Only a body that is not JSON, or not this provider's envelope, is a [`ParseError`], which holds
//!   the body.
//!
//! # Duplicates, order and logs
//!
//! Deliveries repeat: keep [`Event::dedup_key`] for seven days and skip what was seen. Statuses come in
//! any order: ask [`MessageStatus::supersedes`]. `{event:?}` shows no text, name or number, so it may go
//! to a log.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `verify` | yes | signatures, tokens, endpoints |
//! | `http` | no | [`Request`] from the `http` crate's types, its `StatusCode` from errors |
//! | `zeroize` | no | wipes secrets when they are dropped |
//!
//! This crate has no HTTP client or server, no retries, no storage, no clock and no logging.

#![cfg_attr(docsrs, feature(doc_cfg))]

// Files that the crate shares with its tests name it from outside.
#[cfg(test)]
extern crate self as whatsapp_webhooks;

mod collector;
pub mod cooby;
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
pub mod types;
#[cfg(feature = "verify")]
pub mod verify;
pub mod whatzmeapi;

pub use self::error::{DecodeError, ParseError, ParseErrorKind};
#[doc(inline)]
pub use self::event::{Content, Event, MessageStatus};
pub use self::provider::{Provider, UnknownProvider};
#[cfg(feature = "verify")]
#[doc(inline)]
pub use self::verify::{ConfigError, Delivery, ReceiveError, Request, Verified, VerifyError};

/// The README, so that its code is compiled and run.
#[cfg(all(doctest, feature = "verify"))]
#[doc = include_str!("../README.md")]
struct Readme;
