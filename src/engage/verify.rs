//! Verification of Engage's deliveries by a header with a chosen name and value.

use crate::verify::{Checks, ConfigError, endpoint};

endpoint! {
    Engage:
    /// Verifies and reads deliveries of Engage.
    ///
    /// Engage sends no signature. Every delivery has a header with the name and value that you
    /// chose when you ordered the webhook. The header does not protect the body: choose a long
    /// random value, and serve the URL over HTTPS only. If you ordered no header, use a secret in
    /// the URL: `Endpoint::unverified().and_path_secret(…)`.
    ///
    /// An endpoint is cheap to clone and can be shared between threads.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{Request, engage};
    ///
    /// let endpoint = engage::Endpoint::new("X-Auth-Token", "the value that was ordered")?;
    ///
    /// let headers = [("x-auth-token", "the value that was ordered")];
    /// assert!(endpoint.verify(&Request::from_pairs(headers), b"{}").is_ok());
    /// let headers = [("x-auth-token", "another value")];
    /// assert!(endpoint.verify(&Request::from_pairs(headers), b"{}").is_err());
    /// # Ok::<(), whatsapp_webhooks::ConfigError>(())
    /// ```
}

impl Endpoint {
    /// Creates an endpoint that checks the ordered header.
    ///
    /// The name is compared without letter case, the value byte for byte. The header can also be
    /// `Authorization`: its value is then the complete text, including `Bearer`.
    ///
    /// # Errors
    ///
    /// The same as [`and_header`](Self::and_header).
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{ConfigError, engage};
    ///
    /// let error = engage::Endpoint::new("x token", "a value").unwrap_err();
    /// assert_eq!(error, ConfigError::BadHeaderName);
    /// ```
    pub fn new(
        header_name: impl AsRef<str>,
        header_value: impl AsRef<[u8]>,
    ) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_header(header_name, header_value)
    }
}
