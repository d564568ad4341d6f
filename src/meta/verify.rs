//! Verification of Meta's deliveries by a signature, and the handshake that registers the URL.

use crate::verify::{
    AppSecret, Checks, ConfigError, Scheme, Signature, VerifyError, VerifyToken, endpoint,
    parameters,
};

const MODE: &str = "hub.mode";
const VERIFY_TOKEN: &str = "hub.verify_token";
const CHALLENGE: &str = "hub.challenge";

/// Maximum length of a challenge. Meta sends ten digits.
const MAX_CHALLENGE_LEN: usize = 256;

endpoint! {
    Meta:
    /// Verifies and reads deliveries of Meta, and answers Meta's handshake.
    ///
    /// Every delivery has the header `X-Hub-Signature-256`: an HMAC-SHA256 of the body as sent. Its
    /// key is the **app secret** from the app's basic settings, not the access token. The older
    /// header `X-Hub-Signature` with SHA-1 is ignored.
    ///
    /// - The secret belongs to the app. It also signs deliveries to the callback URLs of single
    ///   accounts or numbers. Two apps that subscribe to one account each sign with their own
    ///   secret.
    /// - Meta signs and sends bodies in which `ä` is written as `\u00e4`. Do not decode, re-encode,
    ///   trim or reformat a body before it is verified, or the signature of some bodies no longer
    ///   matches.
    /// - If you enable mutual TLS, let the TLS server check that the client certificate is for
    ///   `client.webhooks.fbclientcerts.com` and was issued by Meta's outbound authority
    ///   (`meta-outbound-api-ca-2025-12.pem`). Meta advises against lists of source addresses,
    ///   because they change.
    ///
    /// An endpoint is cheap to clone and can be shared between threads.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{Request, meta};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let endpoint = meta::Endpoint::new("s3cr3t-for-docs", "the verify token")?;
    ///
    /// let body: &[u8] = br#"{"object":"whatsapp_business_account","entry":[]}"#;
    /// let request = Request::from_pairs([(
    ///     "x-hub-signature-256",
    ///     "sha256=54a73bdd33990bf38b20467a2210856f4a5e61cd0fa2427b522ca78cfc4bf643",
    /// )]);
    /// assert!(endpoint.verify(&request, body)?.is_proven());
    ///
    /// // The signature covers the exact bytes: one extra space and it no longer matches.
    /// let spaced: &[u8] = br#"{"object":"whatsapp_business_account", "entry":[]}"#;
    /// let error = endpoint.receive(&request, spaced).unwrap_err();
    /// assert_eq!(error.suggested_status(), 401);
    /// # Ok(())
    /// # }
    /// ```
}

impl Endpoint {
    /// Creates an endpoint with an app secret for signatures and a verify token for the handshake.
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError`] if the secret or token is empty, starts or ends with white space, or
    /// contains a NUL character.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{ConfigError, meta};
    ///
    /// assert!(meta::Endpoint::new("the app secret", "the verify token").is_ok());
    /// let unset = String::new();
    /// let error = meta::Endpoint::new(unset, "the verify token").unwrap_err();
    /// assert_eq!(error, ConfigError::EmptySecret);
    /// ```
    pub fn new(
        app_secret: impl AsRef<str>,
        verify_token: impl AsRef<str>,
    ) -> Result<Self, ConfigError> {
        Self::with_secrets([AppSecret::new(app_secret)?], verify_token)
    }

    /// Creates an endpoint with one to eight app secrets, the newest first, and a verify token.
    ///
    /// Use several secrets during a rotation, or for several apps that share a URL.
    /// [`Verified::secret_index`](crate::Verified::secret_index) returns which secret matched.
    ///
    /// **If several tenants share a URL:** a signature only proves that *one* of the apps sent the
    /// body. The app of one tenant can send a body that names the number of another. Keep a list of
    /// the numbers that belong to each secret, and drop every event whose
    /// [`phone_number_id`](crate::event::Account::phone_number_id) (or account
    /// [`id`](crate::event::Account::id), if there is no number) is not in the list of the secret
    /// that matched, as the second example does. A separate URL and endpoint for each tenant is safer and
    /// needs no list.
    ///
    /// # Errors
    ///
    /// The same as [`new`](Self::new), and [`ConfigError::NoSecrets`] or [`ConfigError::TooManySecrets`].
    ///
    /// # Examples
    ///
    /// During a rotation:
    ///
    /// ```
    /// use whatsapp_webhooks::verify::AppSecret;
    /// use whatsapp_webhooks::{Request, VerifyError, meta};
    ///
    /// let old = AppSecret::new("the old app secret")?;
    /// let secrets = [AppSecret::new("the new app secret")?, old.clone()];
    /// let endpoint = meta::Endpoint::with_secrets(secrets, "the verify token")?;
    ///
    /// let request = Request::from_pairs([("X-Hub-Signature-256", old.sign(b"{}"))]);
    /// let verified = endpoint.verify(&request, b"{}")?;
    /// assert_eq!(verified.secret_index(), Some(1));
    /// # Ok::<(), VerifyError>(())
    /// ```
    ///
    /// For two tenants, each with its own app and number:
    ///
    /// ```
    /// use whatsapp_webhooks::verify::AppSecret;
    /// use whatsapp_webhooks::{Event, Request, meta};
    ///
    /// struct Tenant {
    ///     name: &'static str,
    ///     app_secret: &'static str,
    ///     phone_number_id: &'static str,
    /// }
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let tenants = [
    ///     Tenant { name: "bakery", app_secret: "s3cr3t-1", phone_number_id: "104857600123456" },
    ///     Tenant { name: "florist", app_secret: "s3cr3t-2", phone_number_id: "104857600654321" },
    /// ];
    /// let secrets = tenants.iter().map(|tenant| AppSecret::new(tenant.app_secret));
    /// let secrets = secrets.collect::<Result<Vec<_>, _>>()?;
    /// let endpoint = meta::Endpoint::with_secrets(secrets.clone(), "the verify token")?;
    ///
    /// // Secrets and tenants are in the same order, so they have the same index.
    /// let receive = |request: &Request<'_>, body: &str| -> Result<Vec<(&str, Event)>, _> {
    ///     let delivery = endpoint.receive(request, body.to_owned())?;
    ///     let proven = delivery.verified.secret_index().and_then(|index| tenants.get(index));
    ///     let of_proven_tenant = |event: Event| {
    ///         let tenant = proven?;
    ///         let number = event.account().phone_number_id.as_ref()?;
    ///         (number.as_str() == tenant.phone_number_id).then_some((tenant.name, event))
    ///     };
    ///     Ok::<_, whatsapp_webhooks::ReceiveError>(
    ///         delivery.into_iter().filter_map(of_proven_tenant).collect(),
    ///     )
    /// };
    ///
    /// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"102030405060708","changes":
    ///     [{"field":"messages","value":{"metadata":{"phone_number_id":"104857600123456"},"messages":
    ///     [{"from":"16505551234","id":"wamid.HBgL","timestamp":"1784000000","type":"text","text":
    ///     {"body":"Hello"}}]}}]}]}"#;
    /// let signed_by = |index: usize| {
    ///     Request::from_pairs([("X-Hub-Signature-256", secrets[index].sign(body.as_bytes()))])
    /// };
    /// let events = receive(&signed_by(0), body)?;
    /// assert_eq!(events[0].0, "bakery");
    /// // The florist's secret proves nothing about the bakery's number.
    /// assert!(receive(&signed_by(1), body)?.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn with_secrets(
        secrets: impl IntoIterator<Item = AppSecret>,
        verify_token: impl AsRef<str>,
    ) -> Result<Self, ConfigError> {
        let signature = Signature::new(Scheme::META, secrets)?;
        let verify_token = VerifyToken::new(verify_token.as_ref())?;
        Ok(Self::from_checks(
            Checks::signature(signature).with_verify_token(verify_token),
        ))
    }

    /// Verifies the handshake with which Meta registers the URL, and returns the challenge.
    ///
    /// `query` is the raw query string of the GET request: the part after the `?`, not decoded.
    /// Answer with status 200, the returned text as the body, and the fixed content type
    /// `text/plain`, never HTML. Answer an error with its
    /// [`suggested_status`](VerifyError::suggested_status), which is 403 for a rejected handshake.
    /// The request has no signature. Other parameters are ignored.
    ///
    /// # Errors
    ///
    /// Returns [`VerifyError`] if `hub.mode` is not `subscribe`, if the token is missing, empty or
    /// wrong, if the challenge is missing, longer than 256 characters, not visible ASCII or contains
    /// characters of markup (`<`, `>`, `&` and quotes), if one of the three is repeated, or if the
    /// query string is longer than 8 KiB. Returns
    /// [`ConfigError::NoVerifyToken`] (in [`VerifyError::Config`]) for an endpoint that was created
    /// by [`unverified`](Self::unverified).
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::meta;
    ///
    /// let endpoint = meta::Endpoint::new("the app secret", "the verify token")?;
    /// let query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=the+verify+token";
    /// assert_eq!(endpoint.challenge(query)?, "1158201444");
    /// let error = endpoint.challenge("hub.mode=subscribe&hub.challenge=1158201444").unwrap_err();
    /// assert_eq!(error.suggested_status(), 403);
    /// # Ok::<(), whatsapp_webhooks::VerifyError>(())
    /// ```
    pub fn challenge(&self, query: &str) -> Result<String, VerifyError> {
        let configured = self.0.verify_token()?;
        let [mode, token, challenge] = parameters(query, [MODE, VERIFY_TOKEN, CHALLENGE])?;
        if mode.as_deref() != Some("subscribe") {
            return Err(VerifyError::WrongMode);
        }
        let token = token.ok_or_else(|| VerifyError::MissingParameter {
            name: VERIFY_TOKEN.into(),
        })?;
        if !configured.matches(token.as_bytes()) {
            return Err(VerifyError::TokenMismatch {
                name: VERIFY_TOKEN.into(),
            });
        }
        match challenge.as_deref() {
            None | Some("") => Err(VerifyError::MissingChallenge),
            Some(text) if text.len() > MAX_CHALLENGE_LEN || !text.bytes().all(is_safe_to_echo) => {
                Err(VerifyError::MalformedChallenge)
            }
            Some(text) => Ok(text.into()),
        }
    }

    /// Signs a body with the first secret, for tests and tools. Returns the value of
    /// `X-Hub-Signature-256`.
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError::NoSecrets`] for an endpoint that was created by
    /// [`unverified`](Self::unverified).
    pub fn sign(&self, body: &[u8]) -> Result<String, ConfigError> {
        self.0.sign(body)
    }
}

/// Returns whether a character of a challenge is visible ASCII and means nothing in HTML.
fn is_safe_to_echo(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"<>&\"'`".contains(&byte)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    /// Cases: N10.
    #[test]
    fn a_clone_of_an_endpoint_holds_no_copy_of_its_secrets() {
        let endpoint = Endpoint::new("the app secret", "the verify token").unwrap();
        let clone = endpoint.clone();
        assert!(Arc::ptr_eq(&endpoint.0, &clone.0));
    }
}
