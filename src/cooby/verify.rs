//! Verification of Cooby's deliveries by a secret in the URL.

use crate::verify::{Checks, ConfigError, endpoint};

endpoint! {
    Cooby:
    /// Verifies and reads deliveries of Cooby.
    ///
    /// Cooby sends no signature and no token, and documents no source addresses. The only possible
    /// secret is a part of the URL that is entered as the webhook: a path segment or a query
    /// parameter. Use at least 32 random characters, serve the URL over HTTPS only, and exclude it
    /// from logs: anyone who learns it can forge deliveries.
    ///
    /// An endpoint is cheap to clone and can be shared between threads.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{Request, cooby};
    ///
    /// let endpoint = cooby::Endpoint::by_path_secret("b6c1f9d27e3a4c58a0f4e1d92b7c6a35")?;
    ///
    /// let request = Request::default().with_path("/cooby/b6c1f9d27e3a4c58a0f4e1d92b7c6a35");
    /// assert!(endpoint.verify(&request, b"{}").is_ok());
    /// assert!(endpoint.verify(&request.with_path("/cooby/guess"), b"{}").is_err());
    /// # Ok::<(), whatsapp_webhooks::ConfigError>(())
    /// ```
}

impl Endpoint {
    /// Creates an endpoint that checks a query parameter of the webhook URL.
    ///
    /// # Errors
    ///
    /// The same as [`and_query_secret`](Self::and_query_secret).
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{Request, cooby};
    ///
    /// let endpoint = cooby::Endpoint::by_query_secret("key", "b6c1f9d27e3a4c58a0f4e1d92b7c6a35")?;
    /// let request = Request::default().with_query("key=b6c1f9d27e3a4c58a0f4e1d92b7c6a35");
    /// assert!(endpoint.verify(&request, b"{}").is_ok());
    /// # Ok::<(), whatsapp_webhooks::ConfigError>(())
    /// ```
    pub fn by_query_secret(
        parameter: impl AsRef<str>,
        secret: impl AsRef<str>,
    ) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_query_secret(parameter, secret)
    }

    /// Creates an endpoint that checks that one path segment of the webhook URL is this secret.
    ///
    /// # Errors
    ///
    /// The same as [`and_path_secret`](Self::and_path_secret).
    pub fn by_path_secret(secret: impl AsRef<str>) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_path_secret(secret)
    }
}
