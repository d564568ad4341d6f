//! Verification that a delivery comes from the provider.
//!
//! Every provider module has an `Endpoint`, which is configured with the provider's secrets. Its method `verify`
//! checks a [`Request`] and its body; its method `receive` verifies first, then parses the body, and returns a
//! [`Delivery`]. [`AppSecret`] (signatures) and [`VerifyToken`] (all other shared secrets) can also be used without
//! an endpoint.
//!
//! A wrong configuration is a [`ConfigError`] when the program starts. A rejected request is a [`VerifyError`], which
//! suggests the HTTP status to answer with.
//!
//! # Example
//!
//! ```
//! use whatsapp_webhooks::{Request, meta};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let endpoint = meta::Endpoint::new("the app secret", "the verify token")?;
//!
//! let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
//! let request = Request::from_pairs([("X-Hub-Signature-256", endpoint.sign(body)?)]);
//!
//! let verified = endpoint.verify(&request, body)?;
//! assert_eq!(verified.secret_index(), Some(0));
//! # Ok(())
//! # }
//! ```
//!
//! # Rules for all endpoints
//!
//! - The body is verified exactly as received. No function takes a decoded body: JSON that was parsed and serialized
//!   again has another signature.
//! - An empty secret, or one that is only white space, is rejected when it is configured. A missing secret never
//!   disables a check: only `Endpoint::unverified` creates an endpoint that accepts every delivery.
//! - Secrets are compared in constant time: signatures as decoded bytes, all other secrets by the SHA-256 of both
//!   sides. Neither the position of the first difference nor the length can be measured.
//! - A repeated header is rejected, because a proxy in front might have read the other value.
//! - No error and no `Debug` output contains a secret, an expected signature, a header value or a part of the body.
//!
//! # Replays
//!
//! No provider signs a timestamp, so a recorded delivery can be sent again and still passes. Keep
//! [`Event::dedup_key`](crate::Event::dedup_key) of handled events for seven days, as long as Meta repeats
//! deliveries, and skip events whose key is already stored.

mod authorization;
mod checks;
mod condition;
mod delivery;
mod endpoint;
mod error;
mod pairs;
mod peers;
mod query;
mod request;
mod secret;
mod token;
mod wiped;

pub(crate) use self::{
    authorization::Jwt,
    checks::{Checks, Signature},
    endpoint::endpoint,
    query::parameters,
    secret::Scheme,
};
pub use self::{
    delivery::{Delivery, Verified},
    error::{ConfigError, ReceiveError, VerifyError},
    request::Request,
    secret::AppSecret,
    token::VerifyToken,
};
