//! Signatures as <https://www.standardwebhooks.com> describes them.

use std::fmt;

use base64ct::{Base64, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::config::ConfigError;

/// Signs with every secret, so that the other side may still have the old one.
#[derive(Clone)]
pub struct Signer(Vec<Hmac<Sha256>>);

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({} secrets)", self.0.len())
    }
}

impl Signer {
    /// Reads secrets: `whsec_` and 24 to 64 bytes in Base64.
    pub fn new(secrets: &[String]) -> Result<Self, ConfigError> {
        let wrong = |problem: &str| ConfigError::Invalid {
            place: "handler.secrets".into(),
            problem: problem.into(),
        };
        let key = |secret: &String| {
            let text = secret.strip_prefix("whsec_");
            let text = text.ok_or_else(|| wrong("a secret begins with `whsec_`"))?;
            let bytes = Base64::decode_vec(text);
            let bytes = bytes.map_err(|_| wrong("a secret is `whsec_` and Base64"))?;
            if !(24..=64).contains(&bytes.len()) {
                return Err(wrong("a secret has 24 to 64 bytes"));
            }
            Hmac::new_from_slice(&bytes).map_err(|_| wrong("a secret has 24 to 64 bytes"))
        };
        let keys = secrets.iter().map(key).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() {
            return Err(wrong("name at least one"));
        }
        Ok(Self(keys))
    }

    /// Returns the value of `webhook-signature`.
    pub fn sign(&self, id: &str, timestamp: i64, body: &[u8]) -> String {
        let sign = |key: &Hmac<Sha256>| {
            let mut mac = key.clone();
            mac.update(format!("{id}.{timestamp}.").as_bytes());
            mac.update(body);
            format!("v1,{}", Base64::encode_string(&mac.finalize().into_bytes()))
        };
        self.0.iter().map(sign).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_of_the_specification_comes_out() {
        let signer = Signer::new(&["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".into()]).unwrap();
        let signature = signer.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            br#"{"test": 2432232314}"#,
        );
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(format!("{signer:?}"), "Signer(1 secrets)");
    }

    #[test]
    fn blank_short_and_bare_secrets_are_refused() {
        for secret in [
            "",
            "whsec_",
            "whsec_AAAA",
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "whsec_!",
        ] {
            assert!(Signer::new(&[secret.into()]).is_err(), "{secret}");
        }
        assert!(Signer::new(&[]).is_err());
    }
}
