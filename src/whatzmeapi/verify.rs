//! Verification of WhatzMeAPI's deliveries by a signature, the `Authorization` header, or both.

use crate::verify::{AppSecret, Checks, ConfigError, Jwt, Scheme, Signature, endpoint};

const SCHEME: Scheme = Scheme {
    header: "X-Signature",
    prefix_is_optional: true,
    secret: "the secret of this webhook at WhatzMeAPI",
};

endpoint! {
    WhatzMeApi:
    /// Verifies and reads deliveries of WhatzMeAPI.
    ///
    /// Deliveries have the header `X-Signature`, an HMAC-SHA256 of the body as sent, written as 64
    /// hexadecimal digits with or without `sha256=` before them; and `Authorization` with Bearer,
    /// Basic or a JWT. Prefer the signature, because only it covers the body; `Authorization` can be
    /// required in addition.
    ///
    /// An endpoint is cheap to clone and can be shared between threads.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::verify::{AppSecret, Request};
    /// use whatsapp_webhooks::whatzmeapi;
    ///
    /// let endpoint = whatzmeapi::Endpoint::new("the secret")?.and_bearer("the token")?;
    ///
    /// let signature = AppSecret::new("the secret")?.sign(b"{}");
    /// let headers = [("X-Signature", signature.as_str()), ("Authorization", "Bearer the token")];
    /// assert!(endpoint.verify(&Request::from_pairs(headers), b"{}").is_ok());
    /// assert!(endpoint.verify(&Request::from_pairs(&headers[..1]), b"{}").is_err());
    /// # Ok::<(), whatsapp_webhooks::ConfigError>(())
    /// ```
}

impl Endpoint {
    /// Creates an endpoint that checks the signature with one secret.
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError`] if the secret is empty, starts or ends with white space, or contains
    /// a NUL character.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::whatzmeapi;
    ///
    /// assert!(whatzmeapi::Endpoint::new("the secret").is_ok());
    /// assert!(whatzmeapi::Endpoint::new("the secret\n").is_err());
    /// ```
    pub fn new(secret: impl AsRef<str>) -> Result<Self, ConfigError> {
        Self::with_secrets([AppSecret::new(secret)?])
    }

    /// Creates an endpoint that checks the signature with one to eight secrets, the newest first.
    ///
    /// [`Verified::secret_index`](crate::Verified::secret_index) returns which secret matched. If
    /// several tenants share a URL, keep a list of the
    /// [`instance`](crate::event::Account::instance)s that belong to each secret, and drop events
    /// of any other: a signature proves who sent the body, not that the account named in it is the
    /// sender's. A separate URL and endpoint for each tenant is safer.
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError::NoSecrets`] or [`ConfigError::TooManySecrets`] if there is no secret,
    /// or more than eight.
    pub fn with_secrets(secrets: impl IntoIterator<Item = AppSecret>) -> Result<Self, ConfigError> {
        let signature = Signature::new(SCHEME, secrets)?;
        Ok(Self::from_checks(Checks::signature(signature)))
    }

    /// Creates an endpoint that checks `Authorization: Bearer` with a fixed token, but no signature.
    ///
    /// # Errors
    ///
    /// The same as [`and_bearer`](Self::and_bearer).
    pub fn by_bearer(token: impl AsRef<[u8]>) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_bearer(token)
    }

    /// Creates an endpoint that checks `Authorization: Basic` with a fixed user name and password, but no
    /// signature.
    ///
    /// # Errors
    ///
    /// The same as [`and_basic`](Self::and_basic).
    pub fn by_basic(user: impl AsRef<str>, password: impl AsRef<str>) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_basic(user, password)
    }

    /// Creates an endpoint that checks `Authorization: Bearer` with your closure, but no signature.
    ///
    /// The closure receives the token as sent and returns whether it accepts it; this crate does
    /// not decode the token. Let a JWT library check it with an algorithm and key of your choice:
    /// the token must not select them, and never `none`. Check the expiry too.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{Request, whatzmeapi};
    ///
    /// fn is_genuine(jwt: &str) -> bool {
    ///     // Call a JWT library here.
    /// #   jwt == "header.claims.signature"
    /// }
    ///
    /// let endpoint = whatzmeapi::Endpoint::by_jwt(is_genuine);
    /// let headers = [("Authorization", "Bearer header.claims.signature")];
    /// assert!(endpoint.verify(&Request::from_pairs(headers), b"{}").is_ok());
    /// ```
    #[must_use]
    pub fn by_jwt(accepts: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        Self::from_checks(Checks::jwt(Jwt::new(accepts)))
    }

    /// Also requires a JWT that your closure accepts, as in [`by_jwt`](Self::by_jwt).
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError::SecondAuthorization`] if the endpoint already checks this header.
    pub fn and_jwt(
        self,
        accepts: impl Fn(&str) -> bool + Send + Sync + 'static,
    ) -> Result<Self, ConfigError> {
        self.with(|checks| checks.add_jwt(Jwt::new(accepts)))
    }

    /// Signs a body with the first secret, for tests and tools. Returns the value of `X-Signature`.
    ///
    /// # Errors
    ///
    /// Returns [`ConfigError::NoSecrets`] if the endpoint checks no signature.
    pub fn sign(&self, body: &[u8]) -> Result<String, ConfigError> {
        self.0.sign(body)
    }
}
