//! What proves Engage as the sender: a header that the customer chose.

use crate::verify::{Checks, ConfigError, endpoint};

endpoint! {
    /// Proves that a delivery comes from Engage.
    ///
    /// Engage signs nothing. It sends a header whose name and value the customer chose when the
    /// webhook was ordered, the same on every delivery; it says nothing about the body, so serve it
    /// over HTTPS only and take a long random value. Where no header was ordered, a secret in the
    /// URL is the next best: `Endpoint::unverified().and_path_secret(…)`.
    ///
    /// It is cheap to clone and can be shared by threads.
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
    /// Checks the header that was ordered. The name compares without letter case, the value byte
    /// for byte.
    ///
    /// A header `Authorization` is a header as any other here: its value is the whole text,
    /// `Bearer` included.
    ///
    /// # Errors
    ///
    /// As [`and_header`](Self::and_header).
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
