//! What proves Meta as the sender: a signature over the body; and the handshake that registers the
//! URL.

use crate::verify::{
    AppSecret, Checks, ConfigError, Scheme, Signature, VerifyError, VerifyToken, endpoint,
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
    /// Checks the signature with one app secret, and the handshake with the verify token.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] for a secret or token that is empty, starts or ends with white space, or
    /// contains a NUL.
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

    /// Checks the signature with one to eight app secrets, the newest first, and the handshake with
    /// the verify token.
    ///
    /// For the time of a rotation, and for several apps on one URL.
    /// [`Verified::secret_index`](crate::Verified::secret_index) says which secret matched.
    ///
    /// **Several tenants on one URL:** a signature only proves that *one* of the apps sent the body.
    /// What the body says about its account is the sender's word, so an app of one tenant can name
    /// the numbers of another. Keep a list of which secret may speak for which numbers, and drop
    /// every event whose [`phone_number_id`](crate::event::Account::phone_number_id) (or account
    /// [`id`](crate::event::Account::id), where there is no number) is not on the list of the secret
    /// that matched; the second example does this. A URL and an endpoint for each tenant are safer
    /// still, and need no list.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new), and [`ConfigError::NoSecrets`] or [`ConfigError::TooManySecrets`].
    ///
    /// # Examples
    ///
    /// A rotation:
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
    /// Two tenants, each with an app and a number of its own:
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
    /// // Secrets and tenants have the same order, so the index of one is that of the other.
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

    /// Checks the handshake with which Meta registers the URL, and returns the challenge to answer
    /// with.
    ///
    /// `query` is the raw query string of the GET, what stands after the `?`; it is decoded here,
    /// once. Answer 200 with exactly the returned text as the body and the fixed content type
    /// `text/plain`, never as HTML; answer an error with its
    /// [`suggested_status`](VerifyError::suggested_status), which is 403 for a handshake that is
    /// refused. The GET carries no signature. Other parameters are ignored.
    ///
    /// # Errors
    ///
    /// [`VerifyError`] when `hub.mode` is not `subscribe`, when the token is missing, empty or
    /// wrong, when the challenge is missing, longer than 256 characters or not visible ASCII, when
    /// one of the three is given twice, or when the query string is longer than 8 KiB;
    /// [`ConfigError::NoVerifyToken`] (in [`VerifyError::Config`]) for an endpoint made by
    /// [`unverified`](Self::unverified).
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
            Some(text)
                if text.len() > MAX_CHALLENGE_LEN
                    || !text.bytes().all(|byte| byte.is_ascii_graphic()) =>
            {
                Err(VerifyError::MalformedChallenge)
            }
            Some(text) => Ok(text.into()),
        }
    }

    /// Signs a body with the newest secret, for tests and tools: the value of
    /// `X-Hub-Signature-256`.
    ///
    /// # Errors
    ///
    /// [`ConfigError::NoSecrets`] for an endpoint made by [`unverified`](Self::unverified).
    pub fn sign(&self, body: &[u8]) -> Result<String, ConfigError> {
        self.0.sign(body)
    }
}
