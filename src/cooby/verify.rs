//! What proves Cooby as the sender: only a secret in the URL.

use crate::verify::{Checks, ConfigError, endpoint};

endpoint! {
    /// Proves that a delivery comes from Cooby.
    ///
    /// Cooby signs nothing, sends no token and names no source addresses. The one secret there can
    /// be is a part of the URL that is entered as the webhook: a path segment or a query parameter.
    /// Take 32 random characters or more, serve the URL over HTTPS only, and keep it out of logs;
    /// whoever learns it can make up deliveries.
    ///
    /// It is cheap to clone and can be shared by threads.
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
    /// Checks a parameter of the query string of the URL that was entered.
    ///
    /// # Errors
    ///
    /// As [`and_query_secret`](Self::and_query_secret).
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

    /// Checks that one segment of the path of the URL that was entered is this secret.
    ///
    /// # Errors
    ///
    /// As [`and_path_secret`](Self::and_path_secret).
    pub fn by_path_secret(secret: impl AsRef<str>) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_path_secret(secret)
    }
}
