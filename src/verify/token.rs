//! A shared secret that a request must contain.

use std::fmt;

use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

use super::{ConfigError, wiped::Wiped};

/// A shared secret that a request must contain: a verify token, the value of a header, or a secret in the URL.
///
/// Only its SHA-256 is kept. The value from a request is hashed too, and the hashes are compared in constant time, so
/// that neither the position of the first difference nor the length can be measured.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::verify::VerifyToken;
///
/// let token = VerifyToken::new("correct horse battery staple")?;
/// assert!(token.matches("correct horse battery staple"));
/// assert!(!token.matches("Correct horse battery staple"));
/// assert!(VerifyToken::new(" ").is_err());
/// # Ok::<(), whatsapp_webhooks::ConfigError>(())
/// ```
#[derive(Clone)]
pub struct VerifyToken {
    digest: Wiped<[u8; 32]>,
}

impl VerifyToken {
    /// Creates a token from text or bytes.
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError::EmptySecret`], [`ConfigError::SecretHasWhitespace`] or
    /// [`ConfigError::SecretHasNul`] if the token is empty, starts or ends with white space, or
    /// contains a NUL character.
    pub fn new(token: impl AsRef<[u8]>) -> Result<Self, ConfigError> {
        let token = token.as_ref();
        check_text(token)?;
        Ok(Self {
            digest: digest(token),
        })
    }

    /// Returns whether the value from a request is this token, byte for byte.
    #[must_use]
    pub fn matches(&self, presented: impl AsRef<[u8]>) -> bool {
        self.compare(presented.as_ref()).into()
    }

    /// Compares in constant time; the result can be combined without a branch.
    pub(super) fn compare(&self, presented: &[u8]) -> Choice {
        self.digest.ct_eq(&*digest(presented))
    }
}

fn digest(bytes: &[u8]) -> Wiped<[u8; 32]> {
    Wiped::new(Sha256::digest(bytes).into())
}

impl fmt::Debug for VerifyToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerifyToken([redacted])")
    }
}

#[cfg(feature = "zeroize")]
impl zeroize::ZeroizeOnDrop for VerifyToken {}

/// Rejects a secret that is empty or looks as if it was read incorrectly.
pub(super) fn check_text(secret: &[u8]) -> Result<(), ConfigError> {
    let trimmed = match str::from_utf8(secret) {
        Ok(text) => text
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
            .len(),
        Err(_) => secret.trim_ascii().len(),
    };
    if trimmed == 0 {
        Err(ConfigError::EmptySecret)
    } else if trimmed != secret.len() {
        Err(ConfigError::SecretHasWhitespace)
    } else if secret.contains(&0) {
        Err(ConfigError::SecretHasNul)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: A02, A03.
    #[test]
    fn white_space_of_any_script_and_a_byte_order_mark_are_refused_at_either_end() {
        for edge in [" ", "\t", "\n", "\r\n", "\u{a0}", "\u{2003}", "\u{feff}"] {
            assert_eq!(
                check_text(edge.as_bytes()),
                Err(ConfigError::EmptySecret),
                "{edge:?}"
            );
            for secret in [format!("{edge}word"), format!("word{edge}")] {
                assert_eq!(
                    check_text(secret.as_bytes()),
                    Err(ConfigError::SecretHasWhitespace),
                    "{secret:?}"
                );
            }
            assert_eq!(
                check_text(format!("two{edge}words").as_bytes()),
                Ok(()),
                "{edge:?}"
            );
        }
    }

    #[test]
    fn bytes_that_are_not_utf8_are_a_word_too() {
        assert_eq!(check_text(b"\xe9\xff"), Ok(()));
        assert_eq!(check_text(b"\xe9\n"), Err(ConfigError::SecretHasWhitespace));
        assert_eq!(check_text(b"\xe9\0\xe9"), Err(ConfigError::SecretHasNul));
        assert!(VerifyToken::new(b"\xe9").unwrap().matches(b"\xe9"));
        assert!(!VerifyToken::new(b"\xe9").unwrap().matches("\u{e9}"));
    }
    /// Cases: B31.
    #[test]
    fn every_byte_of_the_digest_counts() {
        for at in 0..32 {
            let mut token = VerifyToken::new("word").unwrap();
            token.digest[at] ^= 1;
            assert!(!token.matches("word"), "{at}");
        }
    }
}
