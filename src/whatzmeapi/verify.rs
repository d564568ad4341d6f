//! What proves WhatzMeAPI as the sender: a signature over the body, the `Authorization` header, or
//! both.

use crate::verify::{AppSecret, Checks, ConfigError, Jwt, Scheme, Signature, endpoint};

const SCHEME: Scheme = Scheme {
    header: "X-Signature",
    prefix_is_optional: true,
    secret: "the secret of this webhook at WhatzMeAPI",
};

endpoint! {
    /// Proves that a delivery comes from WhatzMeAPI.
    ///
    /// Deliveries carry `X-Signature`, an HMAC-SHA256 over the body as sent, written as `sha256=`
    /// and 64 hexadecimal digits or as the digits alone; and `Authorization` with Bearer, Basic or
    /// a JWT. Prefer the signature, because it alone covers the body; the other can be demanded
    /// besides.
    ///
    /// It is cheap to clone and can be shared by threads.
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
    /// Checks the signature with one secret.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] for a secret that is empty, starts or ends with white space, or contains a
    /// NUL.
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

    /// Checks the signature with one to eight secrets, the newest first.
    ///
    /// [`Verified::secret_index`](crate::Verified::secret_index) says which one matched. Where
    /// several tenants share a URL, keep a list of which secret may speak for which
    /// [`instance`](crate::event::Account::instance), and drop events of any other: a signature
    /// proves who made the body, not that what it says about its account is true. A URL and an
    /// endpoint for each tenant are safer still.
    ///
    /// # Errors
    ///
    /// [`ConfigError::NoSecrets`] or [`ConfigError::TooManySecrets`].
    pub fn with_secrets(secrets: impl IntoIterator<Item = AppSecret>) -> Result<Self, ConfigError> {
        let signature = Signature::new(SCHEME, secrets)?;
        Ok(Self::from_checks(Checks::signature(signature)))
    }

    /// Checks `Authorization: Bearer` with a fixed token, and no signature.
    ///
    /// # Errors
    ///
    /// As [`and_bearer`](Self::and_bearer).
    pub fn by_bearer(token: impl AsRef<[u8]>) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_bearer(token)
    }

    /// Checks `Authorization: Basic` with a user and a password, and no signature.
    ///
    /// # Errors
    ///
    /// As [`and_basic`](Self::and_basic).
    pub fn by_basic(user: impl AsRef<str>, password: impl AsRef<str>) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_basic(user, password)
    }

    /// Checks `Authorization: Bearer` with a token that your closure decides on, and no signature.
    ///
    /// The token is handed over as it came; this crate does not look into it. Let a JWT library
    /// check it, and tell that library which algorithm and key to expect: a token must not choose
    /// them itself, least of all `none`. Check its expiry too.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{Request, whatzmeapi};
    ///
    /// fn is_genuine(jwt: &str) -> bool {
    ///     // Ask a JWT library here.
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

    /// Also requires a JWT, as [`by_jwt`](Self::by_jwt) describes.
    ///
    /// # Errors
    ///
    /// [`ConfigError::SecondAuthorization`] where the endpoint checks this header already.
    pub fn and_jwt(
        self,
        accepts: impl Fn(&str) -> bool + Send + Sync + 'static,
    ) -> Result<Self, ConfigError> {
        self.with(|checks| checks.add_jwt(Jwt::new(accepts)))
    }

    /// Signs a body with the newest secret, for tests and tools: the value of `X-Signature`.
    ///
    /// # Errors
    ///
    /// [`ConfigError::NoSecrets`] for an endpoint that checks no signature.
    pub fn sign(&self, body: &[u8]) -> Result<String, ConfigError> {
        self.0.sign(body)
    }
}
