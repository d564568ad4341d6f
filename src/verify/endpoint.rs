//! The `Endpoint` type, declared once for all providers.

/// Declares a provider's `Endpoint` with the methods that all providers share.
///
/// Before the documentation stands the provider. The calling module adds the constructors; its parent has `parse`.
macro_rules! endpoint {
    ($provider:ident: $(#[$docs:meta])+) => {
        $(#[$docs])+
        #[derive(Clone, Debug)]
        pub struct Endpoint(std::sync::Arc<crate::verify::Checks>);

        impl Endpoint {
            /// Verifies one delivery: its request, and its body exactly as received.
            ///
            /// Checks the length of the body first, then the conditions on headers, URL and peer
            /// address, and the signature last. The delivery must meet all of them.
            ///
            /// # Errors
            ///
            /// Returns [`VerifyError`](crate::VerifyError) for the first condition that is not met.
            pub fn verify(
                &self,
                request: &crate::verify::Request<'_>,
                body: &[u8],
            ) -> Result<crate::verify::Verified, crate::VerifyError> {
                let verified = self.0.verify(request, body);
                #[cfg(feature = "tracing")]
                crate::trace::verified(crate::Provider::$provider, body.len(), &verified);
                verified
            }

            /// Verifies one delivery, then reads it and returns its events.
            ///
            /// # Errors
            ///
            /// Returns [`ReceiveError::Verify`](crate::ReceiveError::Verify) if the request is
            /// rejected; the body is not parsed then. Returns
            /// [`ReceiveError::Parse`](crate::ReceiveError::Parse) if the request is verified but
            /// the body is not JSON or not an envelope of this provider. Both suggest the HTTP status
            /// to answer with: [`suggested_status`](crate::ReceiveError::suggested_status).
            pub fn receive(
                &self,
                request: &crate::verify::Request<'_>,
                body: impl Into<bytes::Bytes>,
            ) -> Result<crate::Delivery, crate::ReceiveError> {
                let body = body.into();
                let verified = self.verify(request, &body)?;
                let events = super::parse(body)?;
                Ok(crate::Delivery::new(events, verified))
            }

            /// Creates an endpoint without conditions, which **accepts every delivery**.
            ///
            /// Anyone who finds the URL can forge deliveries. Use it in tests, or behind a gateway
            /// that verifies every delivery. Conditions can be added; without any,
            /// [`is_proven`](crate::verify::Verified::is_proven) of a delivery is `false`.
            #[must_use]
            pub fn unverified() -> Self {
                Self::from_checks(crate::verify::Checks::none())
            }

            /// Also requires a header with a fixed value.
            ///
            /// The name is compared without letter case, the value byte for byte.
            ///
            /// # Errors
            ///
            /// Returns [`ConfigError::BadHeaderName`](crate::ConfigError::BadHeaderName) if HTTP does
            /// not allow the name, or another [`ConfigError`](crate::ConfigError) if the value is
            /// empty, starts or ends with white space, or contains a NUL character.
            pub fn and_header(
                self,
                name: impl AsRef<str>,
                value: impl AsRef<[u8]>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_header(name.as_ref(), value.as_ref()))
            }

            /// Also requires `Authorization: Bearer` with a fixed token.
            ///
            /// # Errors
            ///
            /// Returns [`ConfigError::SecondAuthorization`](crate::ConfigError::SecondAuthorization)
            /// if the endpoint already checks this header, or another
            /// [`ConfigError`](crate::ConfigError) if the token is empty, starts or ends with white
            /// space, or contains a NUL character.
            pub fn and_bearer(
                self,
                token: impl AsRef<[u8]>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_bearer(token.as_ref()))
            }

            /// Also requires `Authorization: Basic` with a fixed user name and password.
            ///
            /// The password may contain colons, the user name may not.
            ///
            /// # Errors
            ///
            /// Returns [`ConfigError::SecondAuthorization`](crate::ConfigError::SecondAuthorization)
            /// if the endpoint already checks this header,
            /// [`ConfigError::BadUserName`](crate::ConfigError::BadUserName) if the user name contains
            /// a colon, or another [`ConfigError`](crate::ConfigError) if the password is empty,
            /// starts or ends with white space, or contains a NUL character.
            pub fn and_basic(
                self,
                user: impl AsRef<str>,
                password: impl AsRef<str>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_basic(user.as_ref(), password.as_ref()))
            }

            /// Also requires a query parameter with a secret value.
            ///
            /// Servers and proxies log URLs: choose a long random secret, and exclude it from the
            /// logs.
            ///
            /// # Errors
            ///
            /// Returns [`ConfigError::BadParameterName`](crate::ConfigError::BadParameterName) if the
            /// name is empty, or another [`ConfigError`](crate::ConfigError) if the secret is empty,
            /// starts or ends with white space, or contains a NUL character.
            pub fn and_query_secret(
                self,
                parameter: impl AsRef<str>,
                secret: impl AsRef<str>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_query_secret(parameter.as_ref(), secret.as_ref()))
            }

            /// Also requires that one segment of the path is this secret.
            ///
            /// Servers and proxies log URLs: choose a long random secret, and exclude it from the
            /// logs.
            ///
            /// # Errors
            ///
            /// Returns [`ConfigError::BadPathSecret`](crate::ConfigError::BadPathSecret) if the secret
            /// contains characters other than ASCII letters, digits, `-`, `_`, `~` and `.`, or only
            /// dots, or another [`ConfigError`](crate::ConfigError) if it is empty or starts or ends
            /// with white space.
            pub fn and_path_secret(
                self,
                secret: impl AsRef<str>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_path_secret(secret.as_ref()))
            }

            /// Also requires that the address of the peer is in this list of addresses and ranges,
            /// such as `34.165.99.212`, `10.0.0.0/8` and `2001:db8::/32`.
            ///
            /// An IPv4-mapped IPv6 address is treated as the IPv4 address. Pass in the address with
            /// [`Request::with_peer`](crate::verify::Request::with_peer).
            ///
            /// # Errors
            ///
            /// Returns [`ConfigError::BadAddress`](crate::ConfigError::BadAddress) if an entry is
            /// neither an address nor a range, or is the range of all addresses, and
            /// [`ConfigError::NoAddresses`](crate::ConfigError::NoAddresses) if the list is empty.
            pub fn and_peers(
                self,
                addresses: impl IntoIterator<Item: AsRef<str>>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_peers(addresses))
            }

            /// Rejects bodies longer than `len` bytes before any other check. The default is 3 MiB;
            /// 0 means no limit.
            #[must_use]
            pub fn with_max_body_len(mut self, len: usize) -> Self {
                std::sync::Arc::make_mut(&mut self.0).set_max_body_len(len);
                self
            }

            fn from_checks(checks: crate::verify::Checks) -> Self {
                Self(std::sync::Arc::new(checks))
            }

            fn with(
                mut self,
                add: impl FnOnce(&mut crate::verify::Checks) -> Result<(), crate::ConfigError>,
            ) -> Result<Self, crate::ConfigError> {
                add(std::sync::Arc::make_mut(&mut self.0))?;
                Ok(self)
            }
        }
    };
}

pub(crate) use endpoint;

#[cfg(test)]
mod tests {
    use std::error::Error;

    use crate::verify::{AppSecret, ReceiveError, Request, VerifyToken};
    use crate::{cooby, engage, meta, partner, whatzmeapi};

    /// Cases: B29, C07, C08.
    #[test]
    fn the_body_is_read_only_after_the_sender_is_proven() {
        let endpoint = meta::Endpoint::new("the app secret", "the verify token").unwrap();
        let receive = |body: &'static [u8], header: &str| {
            endpoint.receive(
                &Request::from_pairs([("X-Hub-Signature-256", header)]),
                body,
            )
        };
        for unreadable in [&b""[..], b"\xff\xfe\0", b"payload=%7B%7D", b"\x1f\x8b\x08"] {
            let refused = receive(unreadable, "sha256=00").unwrap_err();
            assert!(matches!(refused, ReceiveError::Verify(_)), "{refused}");
            assert_eq!(refused.suggested_status(), 401);

            let proven = receive(unreadable, &endpoint.sign(unreadable).unwrap()).unwrap_err();
            assert!(matches!(proven, ReceiveError::Parse(_)), "{proven}");
            assert_eq!(proven.suggested_status(), 200);
        }
        let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
        assert!(receive(body, &endpoint.sign(body).unwrap()).is_ok());
    }

    /// Cases: J06, J07.
    #[test]
    fn the_length_is_refused_first_and_can_be_set_or_switched_off() {
        let check = |endpoint: &meta::Endpoint, len: usize| {
            let request = Request::default();
            endpoint
                .verify(&request, &vec![b' '; len])
                .map_err(|error| error.suggested_status())
                .err()
        };
        let small = meta::Endpoint::new("the app secret", "the verify token")
            .unwrap()
            .with_max_body_len(10);
        assert_eq!(check(&small, 10), Some(401));
        assert_eq!(check(&small, 11), Some(413));
        let off = small.with_max_body_len(0);
        assert_eq!(check(&off, 3 * 1024 * 1024 + 1), Some(401));
        let open = engage::Endpoint::unverified();
        assert_eq!(
            open.verify(&Request::default(), &vec![0; 3 * 1024 * 1024])
                .map(drop),
            Ok(())
        );
        let error = open
            .receive(&Request::default(), vec![0; 3 * 1024 * 1024 + 1])
            .unwrap_err();
        assert_eq!(error.suggested_status(), 413);
    }

    /// Cases: A12, F17.
    #[test]
    fn an_endpoint_that_checks_nothing_says_so() {
        let request = Request::default();
        let open = [
            meta::Endpoint::unverified().verify(&request, b""),
            whatzmeapi::Endpoint::unverified().verify(&request, b""),
            engage::Endpoint::unverified().verify(&request, b""),
            cooby::Endpoint::unverified().verify(&request, b""),
            partner::Endpoint::unverified().verify(&request, b""),
        ];
        for verified in open {
            let verified = verified.unwrap();
            assert!(!verified.is_proven());
            assert_eq!(verified.secret_index(), None);
        }
        let closed = cooby::Endpoint::unverified()
            .and_query_secret("key", "k")
            .unwrap();
        assert!(closed.verify(&request, b"").is_err());
        assert!(
            closed
                .verify(&request.with_query("key=k"), b"")
                .unwrap()
                .is_proven()
        );
    }

    /// Cases: D08.
    #[test]
    fn endpoints_and_secrets_can_be_shared() {
        fn shared<T: Clone + Send + Sync + 'static>() {}
        shared::<meta::Endpoint>();
        shared::<whatzmeapi::Endpoint>();
        shared::<engage::Endpoint>();
        shared::<cooby::Endpoint>();
        shared::<partner::Endpoint>();
        shared::<AppSecret>();
        shared::<VerifyToken>();
    }

    /// Everything that an error shows, its causes included.
    fn shown(error: &(dyn Error + 'static)) -> String {
        let mut shown = format!("{error} {error:?} {error:#?}");
        if let Some(cause) = error.source() {
            shown.push_str(&self::shown(cause));
        }
        shown
    }

    /// Cases: B30, N01, N11.
    #[test]
    fn nothing_that_is_printed_carries_a_secret_a_value_or_the_body() {
        const WORD: &str = "m4rker";
        let hex = format!("{:x}", base16ct::HexDisplay(WORD.as_bytes()));
        let secret = AppSecret::new(WORD).unwrap();
        let signed = secret.sign(WORD.as_bytes());
        let expected = &signed["sha256=".len()..];

        let meta = meta::Endpoint::with_secrets([secret.clone()], WORD).unwrap();
        let whatz = whatzmeapi::Endpoint::new(WORD)
            .unwrap()
            .and_basic(WORD, WORD)
            .unwrap();
        let engage = engage::Endpoint::new("x-token", WORD).unwrap();
        let cooby = cooby::Endpoint::by_query_secret("key", WORD).unwrap();
        let partner = partner::Endpoint::by_path_secret(WORD).unwrap();
        let jwt = whatzmeapi::Endpoint::by_jwt(|_| false);

        let value = format!("{WORD}-");
        let (bearer, query) = (format!("Bearer {value}"), format!("key={value}"));
        let zeros = format!("sha256={}", "0".repeat(64));
        let headers = [
            ("X-Hub-Signature-256", zeros.as_str()),
            ("X-Signature", &value),
            ("x-token", &value),
            ("Authorization", &bearer),
        ];
        let request = Request::from_pairs(headers)
            .with_query(&query)
            .with_path(&value);
        let body = WORD.as_bytes();
        let malformed = [("X-Hub-Signature-256", &value)];
        let handshake = format!("hub.mode=subscribe&hub.challenge={WORD}&hub.verify_token={value}");
        let proven = [("X-Hub-Signature-256", &signed)];

        let errors: Vec<Box<dyn Error>> = vec![
            meta.verify(&request, body).unwrap_err().into(),
            meta.verify(&Request::from_pairs(malformed), body)
                .unwrap_err()
                .into(),
            meta.receive(&Request::from_pairs(proven), WORD)
                .unwrap_err()
                .into(),
            meta.challenge(&handshake).unwrap_err().into(),
            whatz.verify(&request, body).unwrap_err().into(),
            jwt.verify(&request, body).unwrap_err().into(),
            engage.verify(&request, body).unwrap_err().into(),
            cooby.verify(&request, body).unwrap_err().into(),
            partner.verify(&request, body).unwrap_err().into(),
            AppSecret::new(format!("{WORD}\n")).unwrap_err().into(),
            engage::Endpoint::new(format!("{WORD} "), WORD)
                .unwrap_err()
                .into(),
            cooby::Endpoint::by_path_secret(format!("{WORD}/"))
                .unwrap_err()
                .into(),
            partner::Endpoint::by_addresses([WORD]).unwrap_err().into(),
        ];
        let mut printed: Vec<String> = errors.iter().map(|error| shown(error.as_ref())).collect();
        printed.push(format!(
            "{meta:?} {whatz:?} {engage:?} {cooby:?} {partner:?} {jwt:?}"
        ));
        printed.push(format!(
            "{secret:#?} {:#?} {request:#?}",
            VerifyToken::new(WORD).unwrap()
        ));
        for printed in printed {
            for kept in [WORD, &hex, expected] {
                assert!(!printed.contains(kept), "{printed}");
            }
        }
        assert_eq!(format!("{secret:?}"), "AppSecret([redacted])");
        let token = VerifyToken::new(WORD).unwrap();
        assert_eq!(format!("{token:?}"), "VerifyToken([redacted])");
    }
}
