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
//! - An empty or blank secret is refused when it is configured, never when a request comes in.
//!   There is no "no secret, no check": an endpoint that accepts anybody is asked for with
//!   `Endpoint::unverified`.
//! - Secrets are compared in constant time, signatures as decoded bytes and all else as SHA-256 of
//!   both sides, so that neither the place of the first difference nor the length can be measured.
//! - A header that stands twice is refused: two programs on the way could each read another of
//!   them.
//! - No error and no `Debug` output carries a secret, an expected signature, a header value or a
//!   part of the body.
//!
//! No provider signs a time stamp, so a recorded delivery can be sent again and is still genuine.
//! Keep the keys of what was handled for as long as the provider repeats deliveries, seven days for
//! Meta, and drop what was seen before.
//!
//! # Examples
//!
//! ```
//! use whatsapp_webhooks::meta;
//! use whatsapp_webhooks::verify::Request;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let endpoint = meta::Endpoint::new("the app secret", "the verify token")?;
//!
//! let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
//! let headers = [("X-Hub-Signature-256", endpoint.sign(body)?)];
//! let request = Request::from_pairs(&headers);
//!
//! let verified = endpoint.verify(&request, body)?;
//! assert_eq!(verified.secret_index(), Some(0));
//! # Ok(())
//! # }
//! ```

mod authorization;
mod checks;
mod condition;
mod endpoint;
mod error;
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
    secret::{Form, META_HEADER},
};
pub use self::{
    error::{ReceiveError, SignatureError},
    request::Request,
    secret::AppSecret,
    token::VerifyToken,
};

/// Tells what a successful check has shown.
#[derive(Clone, Copy, Debug)]
#[must_use]
#[non_exhaustive]
pub struct Verified {
    secret_index: Option<usize>,
    proven: bool,
}

impl Verified {
    /// Position of the secret that made the signature, in the order in which the secrets were
    /// configured.
    ///
    /// `None` where the endpoint checks no signature. During a rotation with the newest secret
    /// first, anything but 0 says that the old secret is still in use.
    #[must_use]
    pub fn secret_index(&self) -> Option<usize> {
        self.secret_index
    }

    /// Whether anything was checked at all; `false` only for an endpoint made by `unverified` to
    /// which no condition was added.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.proven
    }
}
