//! Proof that a delivery comes from the provider.
//!
//! Every provider module has an `Endpoint` that holds what proves the sender there. Its `receive`
//! verifies first and parses only then; its `verify` answers alone. The parts underneath are public
//! for whoever needs them without an endpoint: [`AppSecret`] for signatures, [`VerifyToken`] for
//! every other shared word.
//!
//! Five rules hold everywhere:
//!
//! - The bytes of the body are checked as they were received. Nothing here takes a decoded body,
//!   because JSON that was parsed and written again has another signature.
//! - An empty secret, or one of only white space, is refused when it is configured, never when a request comes in.
//!   There is no "no secret, no check": an endpoint that accepts anybody is asked for with
//!   `Endpoint::unverified`.
//! - Secrets are compared in constant time, signatures as decoded bytes and all else as SHA-256 of
//!   both sides, so that neither the place of the first difference nor the length can be measured.
//! - A header that is there twice is refused: two programs on the way could each read another of
//!   them.
//! - No error and no `Debug` output carries a secret, an expected signature, a header value or a
//!   part of the body.
//!
//! No provider signs a timestamp, so a recorded delivery can be sent again and is still genuine.
//! Keep [`Event::dedup_key`](crate::Event::dedup_key) of what was handled for seven days, as long as
//! Meta repeats deliveries, and drop what was seen before.
//!
//! Mistakes in the configuration are a [`ConfigError`] when the program starts; refused requests are
//! a [`VerifyError`], which suggests the HTTP status to answer with.
//!
//! # Examples
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
