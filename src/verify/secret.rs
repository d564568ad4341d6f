//! The key of an HMAC signature.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{ConfigError, VerifyError, request::trim, token::check_text};

/// Maximum number of secrets: each costs one pass over the body.
const MAX_SECRETS: usize = 8;

const PREFIX: &[u8] = b"sha256=";
const TAG_LEN: usize = 32;
const HEX_LEN: usize = 64;

/// A secret for HMAC-SHA256 signatures of deliveries.
///
/// For Meta it is the app secret from the app's basic settings, exactly as shown there. Only the keyed state of the
/// hash is kept. A secret cannot be printed, compared or serialized.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::verify::AppSecret;
///
/// let secret = AppSecret::new("s3cr3t-for-docs")?;
/// let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
/// let header = b"sha256=54a73bdd33990bf38b20467a2210856f4a5e61cd0fa2427b522ca78cfc4bf643";
///
/// secret.verify(body, header)?;
/// assert!(secret.verify(b"another body", header).is_err());
/// # Ok::<(), whatsapp_webhooks::VerifyError>(())
/// ```
#[derive(Clone)]
pub struct AppSecret {
    keyed: Hmac<Sha256>,
}

impl AppSecret {
    /// Creates a secret from text, as shown in the provider's dashboard. The text is not decoded.
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError::EmptySecret`], [`ConfigError::SecretHasWhitespace`] or [`ConfigError::SecretHasNul`] if
    /// the text is empty, starts or ends with white space, or contains a NUL character.
    pub fn new(secret: impl AsRef<str>) -> Result<Self, ConfigError> {
        let secret = secret.as_ref().as_bytes();
        check_text(secret)?;
        Self::from_key(secret)
    }

    /// Creates a secret from bytes, including any white space and NUL bytes.
    ///
    /// HMAC pads short keys with NUL bytes, so trailing NUL bytes make no difference.
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError::EmptySecret`] if there are no bytes other than NUL, which HMAC treats as an empty key.
    pub fn from_bytes(secret: impl AsRef<[u8]>) -> Result<Self, ConfigError> {
        Self::from_key(secret.as_ref())
    }

    fn from_key(key: &[u8]) -> Result<Self, ConfigError> {
        if key.iter().all(|&byte| byte == 0) {
            return Err(ConfigError::EmptySecret);
        }
        // HMAC takes keys of any length, so this never fails.
        let keyed = Hmac::new_from_slice(key).map_err(|_| ConfigError::EmptySecret)?;
        Ok(Self { keyed })
    }

    /// Verifies the value of `X-Hub-Signature-256` over a body.
    ///
    /// The value is `sha256=` in lower case and 64 hexadecimal digits in either case; spaces and tabs around it are
    /// trimmed. Any other form is rejected before the body is hashed.
    ///
    /// # Errors
    ///
    /// Returns [`VerifyError::MalformedHeader`] if the value has another form, and [`VerifyError::Mismatch`] if it is
    /// not the signature of this body with this secret.
    pub fn verify(&self, body: &[u8], header: &[u8]) -> Result<(), VerifyError> {
        self.verify_chunks([body], header)
    }

    /// Verifies a body that is given in chunks of any size.
    ///
    /// # Errors
    ///
    /// The same as [`verify`](Self::verify).
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::verify::AppSecret;
    ///
    /// let secret = AppSecret::new("s3cr3t-for-docs")?;
    /// let header = secret.sign(b"one body in three frames");
    /// secret.verify_chunks(["one body", " in three", " frames"], header.as_bytes())?;
    /// # Ok::<(), whatsapp_webhooks::VerifyError>(())
    /// ```
    pub fn verify_chunks(
        &self,
        chunks: impl IntoIterator<Item: AsRef<[u8]>>,
        header: &[u8],
    ) -> Result<(), VerifyError> {
        let tag = Scheme::META.decode(trim(header))?;
        let mut mac = self.keyed.clone();
        for chunk in chunks {
            mac.update(chunk.as_ref());
        }
        mac.verify_slice(&tag).map_err(|_| Scheme::META.mismatch())
    }

    /// Verifies a body with several secrets, and returns the index of the one that it was signed with.
    ///
    /// # Errors
    ///
    /// The same as [`verify`](Self::verify), and [`ConfigError::NoSecrets`] or [`ConfigError::TooManySecrets`] (in
    /// [`VerifyError::Config`]) if the list is empty or has more than 8 secrets.
    pub fn verify_any(secrets: &[Self], body: &[u8], header: &[u8]) -> Result<usize, VerifyError> {
        check_count(secrets)?;
        let tag = Scheme::META.decode(trim(header))?;
        matching(Scheme::META, secrets, body, &tag)
    }

    /// Signs a body as the provider does, for tests and tools. Returns `sha256=` and 64 hexadecimal digits in lower
    /// case.
    #[must_use]
    pub fn sign(&self, body: &[u8]) -> String {
        let tag = self
            .keyed
            .clone()
            .chain_update(body)
            .finalize()
            .into_bytes();
        format!("sha256={:x}", base16ct::HexDisplay(&tag))
    }
}

impl fmt::Debug for AppSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AppSecret([redacted])")
    }
}

/// The signature scheme of a provider.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scheme {
    /// Header that contains the signature.
    pub(crate) header: &'static str,
    /// Whether `sha256=` before the digits is optional.
    pub(crate) prefix_is_optional: bool,
    /// Description of the secret for error messages.
    pub(crate) secret: &'static str,
}

impl Scheme {
    /// Meta's scheme.
    pub(crate) const META: Self = Self {
        header: "X-Hub-Signature-256",
        prefix_is_optional: false,
        secret: "the app secret (not the access token or the verify token) of the sending app",
    };

    /// Decodes the trimmed value of the header.
    pub(super) fn decode(self, value: &[u8]) -> Result<[u8; TAG_LEN], VerifyError> {
        let hex = match value.strip_prefix(PREFIX) {
            None if self.prefix_is_optional => Some(value),
            stripped => stripped,
        };
        hex.filter(|hex| hex.len() == HEX_LEN)
            .and_then(|hex| {
                let mut tag = [0; TAG_LEN];
                base16ct::mixed::decode(hex, &mut tag).ok()?;
                Some(tag)
            })
            .ok_or(VerifyError::MalformedHeader {
                name: self.header.into(),
                expected: if self.prefix_is_optional {
                    "64 hexadecimal digits, with or without `sha256=` before them"
                } else {
                    "`sha256=` and 64 hexadecimal digits"
                },
            })
    }

    fn mismatch(self) -> VerifyError {
        VerifyError::Mismatch {
            secret: self.secret,
        }
    }
}

/// Rejects a list of secrets that is empty or too long.
pub(super) fn check_count(secrets: &[AppSecret]) -> Result<(), ConfigError> {
    match secrets.len() {
        0 => Err(ConfigError::NoSecrets),
        1..=MAX_SECRETS => Ok(()),
        _ => Err(ConfigError::TooManySecrets { max: MAX_SECRETS }),
    }
}

/// Finds the secret with which `tag` is the signature of `body`.
pub(super) fn matching(
    scheme: Scheme,
    secrets: &[AppSecret],
    body: &[u8],
    tag: &[u8; TAG_LEN],
) -> Result<usize, VerifyError> {
    secrets
        .iter()
        .position(|secret| {
            secret
                .keyed
                .clone()
                .chain_update(body)
                .verify_slice(tag)
                .is_ok()
        })
        .ok_or_else(|| scheme.mismatch())
}

#[cfg(test)]
mod tests {
    use crate::{meta, whatzmeapi};

    use super::*;

    #[test]
    fn a_key_of_zero_bytes_signs_like_no_key_and_is_refused() {
        let empty = Hmac::<Sha256>::new_from_slice(b"")
            .unwrap()
            .chain_update(b"x")
            .finalize();
        let zeros = Hmac::<Sha256>::new_from_slice(&[0; 64])
            .unwrap()
            .chain_update(b"x")
            .finalize();
        assert_eq!(empty.into_bytes(), zeros.into_bytes());
        assert_eq!(
            AppSecret::from_bytes([0; 64]).unwrap_err(),
            ConfigError::EmptySecret
        );
        assert_eq!(
            AppSecret::from_bytes([0; 65]).unwrap_err(),
            ConfigError::EmptySecret
        );
    }

    /// Cases: A07, A10.
    #[test]
    fn the_number_of_secrets_is_between_one_and_eight() {
        let secrets = |count| vec![AppSecret::new("secret").unwrap(); count];
        let cases = [
            (0, Some(ConfigError::NoSecrets)),
            (1, None),
            (8, None),
            (9, Some(ConfigError::TooManySecrets { max: 8 })),
        ];
        let header = secrets(1)[0].sign(b"{}");
        for (count, expected) in cases {
            let endpoint = meta::Endpoint::with_secrets(secrets(count), "token");
            assert_eq!(endpoint.err(), expected);
            let endpoint = whatzmeapi::Endpoint::with_secrets(secrets(count));
            assert_eq!(endpoint.err(), expected);
            let any = AppSecret::verify_any(&secrets(count), b"{}", header.as_bytes());
            assert_eq!(any.err(), expected.map(VerifyError::Config));
        }
    }

    #[cfg(feature = "zeroize")]
    #[test]
    fn the_keyed_state_digests_and_copies_are_wiped_on_drop() {
        // The keyed state is two states of the hash; the mark is on them, not on what holds them.
        fn wiped<T: zeroize::ZeroizeOnDrop>() {}
        wiped::<Sha256>();
        wiped::<crate::verify::VerifyToken>();
        wiped::<super::super::wiped::Wiped<Vec<u8>>>();
        wiped::<super::super::wiped::Wiped<String>>();
    }
}
