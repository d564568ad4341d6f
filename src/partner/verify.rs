//! Verification of Partner's deliveries by the source address or a secret in the URL.

use std::net::{IpAddr, Ipv4Addr};

use crate::verify::{Checks, ConfigError, endpoint};

endpoint! {
    Partner:
    /// Verifies and reads deliveries of Partner.
    ///
    /// Partner sends no signature and no token; its documentation names one source address. A
    /// secret in the registered URL (at most 512 characters) is the stronger check; use both if
    /// you can. Register an `https` URL: deliveries contain an active API key.
    ///
    /// An endpoint is cheap to clone and can be shared between threads.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{Request, partner};
    ///
    /// let endpoint = partner::Endpoint::by_address().and_path_secret("4f0e9a552f0d3f1b7a10c6")?;
    ///
    /// let request = Request::from_pairs([("Content-Type", "application/json")])
    ///     .with_peer([34, 165, 99, 212].into())
    ///     .with_path("/hooks/4f0e9a552f0d3f1b7a10c6");
    /// assert!(endpoint.verify(&request, b"{}").is_ok());
    /// assert!(endpoint.verify(&request.with_path("/hooks/guess"), b"{}").is_err());
    /// # Ok::<(), whatsapp_webhooks::ConfigError>(())
    /// ```
}

impl Endpoint {
    /// Source address of deliveries, according to the provider's documentation.
    pub const SOURCE_ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(34, 165, 99, 212));

    /// Creates an endpoint that checks that the peer has the documented address,
    /// [`SOURCE_ADDRESS`](Self::SOURCE_ADDRESS).
    ///
    /// **An address does not prove the sender.** It identifies the machine that opened the
    /// connection, not the author of the body: other software at the same host, a later owner of
    /// the address, or a proxy that forwards the request has the same address. Add a secret in the
    /// URL if you can.
    ///
    /// Pass in the address of the connection itself, or the address that your own proxy reports.
    /// Never use an `X-Forwarded-For` header that a client can write: the check would be worthless.
    /// Behind a proxy that you do not control, use [`by_path_secret`](Self::by_path_secret).
    #[must_use]
    pub fn by_address() -> Self {
        Self::from_checks(Checks::peer(Self::SOURCE_ADDRESS))
    }

    /// Creates an endpoint that checks that the peer is in this list of addresses and ranges.
    ///
    /// Use it if the provider changes its address. The warning of
    /// [`by_address`](Self::by_address) applies here too.
    ///
    /// # Errors
    ///
    /// The same as [`and_peers`](Self::and_peers).
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{ConfigError, partner};
    ///
    /// assert!(partner::Endpoint::by_addresses(["34.165.99.212", "10.0.0.0/8"]).is_ok());
    /// let error = partner::Endpoint::by_addresses(["34.165.99.212", "0.0.0.0/0"]).unwrap_err();
    /// assert_eq!(error, ConfigError::BadAddress { index: 1 });
    /// ```
    pub fn by_addresses(
        addresses: impl IntoIterator<Item: AsRef<str>>,
    ) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_peers(addresses)
    }

    /// Creates an endpoint that checks a query parameter of the registered URL.
    ///
    /// # Errors
    ///
    /// The same as [`and_query_secret`](Self::and_query_secret).
    pub fn by_query_secret(
        parameter: impl AsRef<str>,
        secret: impl AsRef<str>,
    ) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_query_secret(parameter, secret)
    }

    /// Creates an endpoint that checks that one path segment of the registered URL is this secret.
    ///
    /// # Errors
    ///
    /// The same as [`and_path_secret`](Self::and_path_secret).
    pub fn by_path_secret(secret: impl AsRef<str>) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_path_secret(secret)
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::{Request, VerifyError};

    use super::*;

    /// Cases: F14, F15, F16.
    #[test]
    fn partner_comes_from_its_documented_address_unless_told_otherwise() {
        let request = |peer: &str| Request::default().with_peer(peer.parse().unwrap());
        let documented = Endpoint::by_address();
        for peer in ["34.165.99.212", "::ffff:34.165.99.212"] {
            assert_eq!(documented.verify(&request(peer), b"").err(), None, "{peer}");
        }
        let refused = Some(VerifyError::PeerNotAllowed);
        assert_eq!(
            documented.verify(&request("34.165.99.213"), b"").err(),
            refused
        );
        let moved = Endpoint::by_addresses(["192.0.2.0/24"]).unwrap();
        assert_eq!(moved.verify(&request("34.165.99.212"), b"").err(), refused);
        assert_eq!(moved.verify(&request("192.0.2.9"), b"").err(), None);
        let forwarded = [
            ("X-Forwarded-For", "34.165.99.212"),
            ("Forwarded", "for=34.165.99.212"),
        ];
        let unknown = documented
            .verify(&Request::from_pairs(forwarded), b"")
            .err();
        assert_eq!(unknown, Some(VerifyError::NotHandedOver { part: "peer" }));
    }
}
