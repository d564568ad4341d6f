//! The key of an HMAC signature.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{SignatureError, request::trim, token::check_text};

/// Most secrets that are tried for one body: each costs one pass over it.
const MAX_SECRETS: usize = 8;

const PREFIX: &[u8] = b"sha256=";
const TAG_LEN: usize = 32;
const HEX_LEN: usize = 64;

/// Holds the secret that signs deliveries with HMAC-SHA256.
///
/// For Meta it is the app secret from the app's basic settings, used as the text that is shown
/// there. Only the keyed state of the hash is kept, not the text. There is no way to print it,
/// compare it or serialize it.
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
/// # Ok::<(), whatsapp_webhooks::verify::SignatureError>(())
/// ```
#[derive(Clone)]
pub struct AppSecret {
    keyed: Hmac<Sha256>,
}

impl AppSecret {
    /// Takes a secret that is text, as dashboards show it. It is used as it stands: nothing is
    /// decoded.
    ///
    /// # Errors
    ///
    /// [`SignatureError::EmptySecret`], [`SignatureError::SecretHasWhitespace`] or
    /// [`SignatureError::SecretHasNul`] for text that cannot be meant: empty or blank, with white
    /// space at either end, with a NUL character.
    pub fn new(secret: impl AsRef<str>) -> Result<Self, SignatureError> {
        let secret = secret.as_ref().as_bytes();
        check_text(secret)?;
        Self::from_key(secret)
    }

    /// Takes a secret that is exact bytes, white space and NUL included.
    ///
    /// HMAC fills short keys up with NUL bytes, so a key signs as the same key with NUL bytes at
    /// its end does.
    ///
    /// # Errors
    ///
    /// [`SignatureError::EmptySecret`] when there are no bytes, or none but NUL, which would sign
    /// as no key does.
    pub fn from_bytes(secret: impl AsRef<[u8]>) -> Result<Self, SignatureError> {
        Self::from_key(secret.as_ref())
    }

    fn from_key(key: &[u8]) -> Result<Self, SignatureError> {
        if key.iter().all(|&byte| byte == 0) {
            return Err(SignatureError::EmptySecret);
        }
        // HMAC takes keys of any length, so this never fails.
        let keyed = Hmac::new_from_slice(key).map_err(|_| SignatureError::EmptySecret)?;
        Ok(Self { keyed })
    }

    /// Verifies the value of `X-Hub-Signature-256` over a body.
    ///
    /// The value is `sha256=` in lower case and 64 hexadecimal digits in either case; blanks and
    /// tabs around it are trimmed. Any other form is refused before the body is hashed.
    ///
    /// # Errors
    ///
    /// [`SignatureError::MalformedHeader`] for another form, [`SignatureError::Mismatch`] for
    /// another body or secret.
    pub fn verify(&self, body: &[u8], header: &[u8]) -> Result<(), SignatureError> {
        self.verify_chunks([body], header)
    }

    /// Verifies a body that came in pieces, with the same answer for every way to cut it.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::verify::AppSecret;
    ///
    /// let secret = AppSecret::new("s3cr3t-for-docs")?;
    /// let header = secret.sign(b"one body in three frames");
    /// secret.verify_chunks(["one body", " in three", " frames"], header.as_bytes())?;
    /// # Ok::<(), whatsapp_webhooks::verify::SignatureError>(())
    /// ```
    pub fn verify_chunks(
        &self,
        chunks: impl IntoIterator<Item: AsRef<[u8]>>,
        header: &[u8],
    ) -> Result<(), SignatureError> {
        let tag = Form::Prefixed.decode(META_HEADER, trim(header))?;
        let mut mac = self.keyed.clone();
        for chunk in chunks {
            mac.update(chunk.as_ref());
        }
        mac.verify_slice(&tag).map_err(|_| SignatureError::Mismatch)
    }

    /// Verifies a body against several secrets, and returns the position of the one that signed it.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify), and [`SignatureError::NoSecrets`] or
    /// [`SignatureError::TooManySecrets`] for a list that is empty or longer than 8.
    pub fn verify_any(
        secrets: &[Self],
        body: &[u8],
        header: &[u8],
    ) -> Result<usize, SignatureError> {
        check_count(secrets)?;
        let tag = Form::Prefixed.decode(META_HEADER, trim(header))?;
        matching(secrets, body, &tag)
    }

    /// Signs a body as the provider does: `sha256=` and 64 hexadecimal digits in lower case. For
    /// tests and tools.
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

/// Header in which Meta sends the signature.
pub(crate) const META_HEADER: &str = "X-Hub-Signature-256";

/// How a provider writes a signature.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// `sha256=` and 64 hexadecimal digits.
    Prefixed,
    /// The same, or the digits alone.
    PrefixOptional,
}

impl Form {
    /// Decodes the trimmed value of the header `name`.
    pub(super) fn decode(self, name: &str, value: &[u8]) -> Result<[u8; TAG_LEN], SignatureError> {
        let (hex, expected) = match self {
            Self::Prefixed => (
                value.strip_prefix(PREFIX),
                "`sha256=` and 64 hexadecimal digits",
            ),
            Self::PrefixOptional => (
                Some(value.strip_prefix(PREFIX).unwrap_or(value)),
                "64 hexadecimal digits, with or without `sha256=` before them",
            ),
        };
        hex.filter(|hex| hex.len() == HEX_LEN)
            .and_then(|hex| {
                let mut tag = [0; TAG_LEN];
                base16ct::mixed::decode(hex, &mut tag).ok()?;
                Some(tag)
            })
            .ok_or(SignatureError::MalformedHeader {
                name: name.into(),
                expected,
            })
    }
}

/// Refuses a list of secrets that is empty or too long.
pub(super) fn check_count(secrets: &[AppSecret]) -> Result<(), SignatureError> {
    match secrets.len() {
        0 => Err(SignatureError::NoSecrets),
        1..=MAX_SECRETS => Ok(()),
        _ => Err(SignatureError::TooManySecrets { max: MAX_SECRETS }),
    }
}

/// Finds the secret that made `tag` over `body`.
pub(super) fn matching(
    secrets: &[AppSecret],
    body: &[u8],
    tag: &[u8; TAG_LEN],
) -> Result<usize, SignatureError> {
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
        .ok_or(SignatureError::Mismatch)
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
            SignatureError::EmptySecret
        );
        assert_eq!(
            AppSecret::from_bytes([0; 65]).unwrap_err(),
            SignatureError::EmptySecret
        );
    }

    #[test]
    fn the_number_of_secrets_is_between_one_and_eight() {
        let secrets = |count| vec![AppSecret::new("secret").unwrap(); count];
        let cases = [
            (0, Some(SignatureError::NoSecrets)),
            (1, None),
            (8, None),
            (9, Some(SignatureError::TooManySecrets { max: 8 })),
        ];
        let header = secrets(1)[0].sign(b"{}");
        for (count, expected) in cases {
            assert_eq!(
                meta::Endpoint::with_secrets(secrets(count), "token").err(),
                expected
            );
            assert_eq!(
                whatzmeapi::Endpoint::with_secrets(secrets(count)).err(),
                expected
            );
            let any = AppSecret::verify_any(&secrets(count), b"{}", header.as_bytes());
            assert_eq!(any.err(), expected);
        }
    }

    #[cfg(feature = "zeroize")]
    #[test]
    fn the_keyed_state_is_wiped_on_drop() {
        // The keyed state is two states of the hash; the mark is on them, not on what holds them.
        fn wiped<T: zeroize::ZeroizeOnDrop>() {}
        wiped::<Sha256>();
    }
}
