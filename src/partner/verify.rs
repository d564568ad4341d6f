//! What speaks for Partner as the sender: the address it comes from, or a secret in the registered
//! URL.

use std::net::{IpAddr, Ipv4Addr};

use crate::verify::{Checks, ConfigError, endpoint};

endpoint! {
    /// Checks that a delivery comes from Partner.
    ///
    /// Partner signs nothing and sends no token; its documents name one source address. A secret in
    /// the registered URL (at most 512 characters) is the stronger check, and both together are
    /// best. Register an `https` URL: deliveries carry a live API key.
    ///
    /// It is cheap to clone and can be shared by threads.
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
    /// Address that deliveries come from, as the provider's documents say.
    pub const SOURCE_ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(34, 165, 99, 212));

    /// Checks that the peer has the address that the documents name,
    /// [`SOURCE_ADDRESS`](Self::SOURCE_ADDRESS).
    ///
    /// **An address is no proof of origin.** It tells which machine the connection came through,
    /// not who made the body: other customers' software at the same host, whoever takes over the
    /// address, or a proxy that passes the request on all look the same. Add a secret in the URL
    /// where you can.
    ///
    /// Hand over the address of the connection itself, or what your own proxy reports in its place.
    /// Never take it from an `X-Forwarded-For` that a client can write: then the check proves
    /// nothing at all. Behind a proxy that you do not control, use
    /// [`by_path_secret`](Self::by_path_secret).
    #[must_use]
    pub fn by_address() -> Self {
        Self::from_checks(Checks::peer(Self::SOURCE_ADDRESS))
    }

    /// Checks that the peer has one of these addresses or is in one of these ranges.
    ///
    /// For the day on which the provider moves. What [`by_address`](Self::by_address) says about
    /// addresses holds here.
    ///
    /// # Errors
    ///
    /// As [`and_peers`](Self::and_peers).
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

    /// Checks a parameter of the query string of the registered URL.
    ///
    /// # Errors
    ///
    /// As [`and_query_secret`](Self::and_query_secret).
    pub fn by_query_secret(
        parameter: impl AsRef<str>,
        secret: impl AsRef<str>,
    ) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_query_secret(parameter, secret)
    }

    /// Checks that one segment of the path of the registered URL is this secret.
    ///
    /// # Errors
    ///
    /// As [`and_path_secret`](Self::and_path_secret).
    pub fn by_path_secret(secret: impl AsRef<str>) -> Result<Self, ConfigError> {
        Self::from_checks(Checks::none()).and_path_secret(secret)
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::{Request, VerifyError};

    use super::*;

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
