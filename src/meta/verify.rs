//! What proves Meta as the sender: a signature over the body; and the handshake that registers the
//! URL.

use crate::verify::{
    AppSecret, Checks, Form, META_HEADER, Signature, SignatureError, VerifyToken, endpoint,
    parameters,
};

const MODE: &str = "hub.mode";
const VERIFY_TOKEN: &str = "hub.verify_token";
const CHALLENGE: &str = "hub.challenge";

/// Longest challenge that is echoed. Meta sends ten digits.
const MAX_CHALLENGE_LEN: usize = 256;

endpoint! {
    /// Proves that a delivery comes from Meta, and answers Meta's handshake.
    ///
    /// Every POST carries `X-Hub-Signature-256`: an HMAC-SHA256 over the body as sent, with the
    /// **app secret** (from the app's basic settings; not the access token) as the key. The older
    /// `X-Hub-Signature` with SHA-1 proves nothing here, whether it stands alone or beside the
    /// other.
    ///
    /// - The secret belongs to the app: callback URLs of single accounts or numbers are signed with
    ///   it too, and two apps on one account each sign with their own.
    /// - Meta signs bytes in which `ä` is written as `\u00e4`. They arrive that way. Do not decode,
    ///   re-encode, trim or re-format the body before it is verified, or some bodies fail and
    ///   others do not.
    /// - With mutual TLS switched on, check at the TLS server that the client certificate is for
    ///   `client.webhooks.fbclientcerts.com` and was issued by Meta's outbound authority
    ///   (`meta-outbound-api-ca-2025-12.pem`). Meta advises against lists of addresses, which
    ///   change.
    ///
    /// It is cheap to clone and can be shared by threads.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::meta;
    /// use whatsapp_webhooks::verify::Request;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let endpoint = meta::Endpoint::new("s3cr3t-for-docs", "the verify token")?;
    ///
    /// let body: &[u8] = br#"{"object":"whatsapp_business_account","entry":[]}"#;
    /// let headers = [(
    ///     "x-hub-signature-256",
    ///     "sha256=54a73bdd33990bf38b20467a2210856f4a5e61cd0fa2427b522ca78cfc4bf643",
    /// )];
    /// let request = Request::from_pairs(&headers);
    /// assert!(endpoint.verify(&request, body)?.is_proven());
    ///
    /// // The same JSON with one more blank is another body.
    /// let spaced: &[u8] = br#"{"object":"whatsapp_business_account", "entry":[]}"#;
    /// let error = endpoint.receive(&request, spaced).unwrap_err();
    /// assert_eq!(error.suggested_status(), 401);
    /// # Ok(())
    /// # }
    /// ```
}

impl Endpoint {
    /// Checks the signature with one app secret, and the handshake with the verify token.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] for a secret or token that is empty, blank, has white space at either
    /// end, or a NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::meta;
    /// use whatsapp_webhooks::verify::SignatureError;
    ///
    /// assert!(meta::Endpoint::new("the app secret", "the verify token").is_ok());
    /// let unset = String::new();
    /// let error = meta::Endpoint::new(unset, "the verify token").unwrap_err();
    /// assert_eq!(error, SignatureError::EmptySecret);
    /// ```
    pub fn new(
        app_secret: impl AsRef<str>,
        verify_token: impl AsRef<str>,
    ) -> Result<Self, SignatureError> {
        Self::with_secrets([AppSecret::new(app_secret)?], verify_token)
    }

    /// Checks the signature with one to eight app secrets, the newest first, and the handshake with
    /// the verify token.
    ///
    /// For the time of a rotation, and for several apps on one URL.
    /// [`Verified`](crate::verify::Verified) says which secret matched.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new), and [`SignatureError::NoSecrets`] or
    /// [`SignatureError::TooManySecrets`].
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::meta;
    /// use whatsapp_webhooks::verify::{AppSecret, Request};
    ///
    /// let old = AppSecret::new("the old app secret")?;
    /// let secrets = [AppSecret::new("the new app secret")?, old.clone()];
    /// let endpoint = meta::Endpoint::with_secrets(secrets, "the verify token")?;
    ///
    /// let headers = [("X-Hub-Signature-256", old.sign(b"{}"))];
    /// let verified = endpoint.verify(&Request::from_pairs(&headers), b"{}")?;
    /// assert_eq!(verified.secret_index(), Some(1));
    /// # Ok::<(), whatsapp_webhooks::verify::SignatureError>(())
    /// ```
    pub fn with_secrets(
        secrets: impl IntoIterator<Item = AppSecret>,
        verify_token: impl AsRef<str>,
    ) -> Result<Self, SignatureError> {
        let signature = Signature::new(META_HEADER, Form::Prefixed, secrets)?;
        let verify_token = VerifyToken::new(verify_token.as_ref())?;
        Ok(Self::from_checks(
            Checks::signature(signature).with_verify_token(verify_token),
        ))
    }

    /// Checks the handshake with which Meta registers the URL, and returns the challenge to answer
    /// with.
    ///
    /// `query` is the raw query string of the GET, what stands after the `?`; it is decoded here,
    /// once. Answer 200 with exactly the returned text as the body and the fixed content type
    /// `text/plain`, never as HTML; answer an error with 403. The GET carries no signature. Other
    /// parameters are ignored.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] when `hub.mode` is not `subscribe`, when the token is missing, empty or
    /// wrong, when the challenge is missing, longer than 256 characters or not visible ASCII, when
    /// one of the three is given twice, or when the query string is longer than 8 KiB.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::meta;
    ///
    /// let endpoint = meta::Endpoint::new("the app secret", "the verify token")?;
    /// let query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=the+verify+token";
    /// assert_eq!(endpoint.challenge(query)?, "1158201444");
    /// assert!(endpoint.challenge("hub.mode=subscribe&hub.challenge=1158201444").is_err());
    /// # Ok::<(), whatsapp_webhooks::verify::SignatureError>(())
    /// ```
    pub fn challenge(&self, query: &str) -> Result<String, SignatureError> {
        let configured = self.0.verify_token()?;
        let [mode, token, challenge] = parameters(query, [MODE, VERIFY_TOKEN, CHALLENGE])?;
        if mode.as_deref() != Some("subscribe") {
            return Err(SignatureError::WrongMode);
        }
        let token = token.ok_or_else(|| SignatureError::MissingParameter {
            name: VERIFY_TOKEN.into(),
        })?;
        if !configured.matches(token.as_bytes()) {
            return Err(SignatureError::TokenMismatch {
                name: VERIFY_TOKEN.into(),
            });
        }
        match challenge.as_deref() {
            None | Some("") => Err(SignatureError::MissingChallenge),
            Some(text)
                if text.len() > MAX_CHALLENGE_LEN
                    || !text.bytes().all(|byte| byte.is_ascii_graphic()) =>
            {
                Err(SignatureError::MalformedChallenge)
            }
            Some(text) => Ok(text.into()),
        }
    }

    /// Signs a body with the newest secret, for tests and tools: the value of
    /// `X-Hub-Signature-256`.
    ///
    /// # Errors
    ///
    /// [`SignatureError::NoSecrets`] for an endpoint made by [`unverified`](Self::unverified).
    pub fn sign(&self, body: &[u8]) -> Result<String, SignatureError> {
        self.0.sign(body)
    }
}
