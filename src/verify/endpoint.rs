//! The endpoint type that every provider has, declared in one place.

/// Declares a provider's `Endpoint` with everything that does not depend on the provider.
///
/// The module that calls it adds the constructors; its parent has `parse`.
macro_rules! endpoint {
    ($(#[$docs:meta])+) => {
        $(#[$docs])+
        #[derive(Clone, Debug)]
        pub struct Endpoint(std::sync::Arc<crate::verify::Checks>);

        impl Endpoint {
            /// Verifies one delivery over the bytes that were received.
            ///
            /// The length of the body is looked at first, then every condition on headers, URL and
            /// address, and a signature last. All of them have to hold.
            ///
            /// # Errors
            ///
            /// [`VerifyError`](crate::VerifyError) with the first condition that does not hold.
            pub fn verify(
                &self,
                request: &crate::verify::Request<'_>,
                body: &[u8],
            ) -> Result<crate::verify::Verified, crate::VerifyError> {
                self.0.verify(request, body)
            }

            /// Verifies one delivery, and reads its events if the sender is proven.
            ///
            /// # Errors
            ///
            /// [`ReceiveError::Verify`](crate::ReceiveError::Verify) when the request is refused;
            /// the body was not read then.
            /// [`ReceiveError::Parse`](crate::ReceiveError::Parse) when a genuine body cannot be
            /// read at all. [`suggested_status`](crate::ReceiveError::suggested_status) says what
            /// to answer.
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

            /// **Accepts everybody.** Whoever finds the URL can make up deliveries.
            ///
            /// For tests, and for a server behind a gateway that has verified every delivery
            /// already. Conditions can be added; while there is none, the
            /// [`Delivery`](crate::Delivery) says so: its
            /// [`is_proven`](crate::verify::Verified::is_proven) is `false`.
            #[must_use]
            pub fn unverified() -> Self {
                Self::from_checks(crate::verify::Checks::none())
            }

            /// Also requires a header with a fixed value.
            ///
            /// The name compares without letter case, the value byte for byte.
            ///
            /// # Errors
            ///
            /// [`ConfigError::BadHeaderName`](crate::ConfigError::BadHeaderName) for a name
            /// that HTTP does not allow, or the error that says what is wrong with the value: empty,
            /// with white space at either end, with a NUL.
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
            /// [`ConfigError::SecondAuthorization`](crate::ConfigError::SecondAuthorization)
            /// where the endpoint checks this header already, or the error that says what is wrong
            /// with the token.
            pub fn and_bearer(
                self,
                token: impl AsRef<[u8]>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_bearer(token.as_ref()))
            }

            /// Also requires `Authorization: Basic` with this user and password. A password may
            /// contain colons.
            ///
            /// # Errors
            ///
            /// [`ConfigError::SecondAuthorization`](crate::ConfigError::SecondAuthorization)
            /// where the endpoint checks this header already,
            /// [`ConfigError::BadUserName`](crate::ConfigError::BadUserName) for a user with
            /// a colon, or the error that says what is wrong with the password.
            pub fn and_basic(
                self,
                user: impl AsRef<str>,
                password: impl AsRef<str>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_basic(user.as_ref(), password.as_ref()))
            }

            /// Also requires a parameter of the query string with a secret value.
            ///
            /// URLs end up in logs of servers and proxies: take a long random secret, and keep it
            /// out of the logs.
            ///
            /// # Errors
            ///
            /// [`ConfigError::BadParameterName`](crate::ConfigError::BadParameterName) for an
            /// empty name, or the error that says what is wrong with the secret.
            pub fn and_query_secret(
                self,
                parameter: impl AsRef<str>,
                secret: impl AsRef<str>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_query_secret(parameter.as_ref(), secret.as_ref()))
            }

            /// Also requires that one segment of the path is this secret.
            ///
            /// URLs end up in logs of servers and proxies: take a long random secret, and keep it
            /// out of the logs.
            ///
            /// # Errors
            ///
            /// [`ConfigError::BadPathSecret`](crate::ConfigError::BadPathSecret) for a secret
            /// that is not made of letters, digits, `-`, `_`, `~` and `.`, or the error that says
            /// what else is wrong with it.
            pub fn and_path_secret(
                self,
                secret: impl AsRef<str>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_path_secret(secret.as_ref()))
            }

            /// Also requires that the peer has one of these addresses: `34.165.99.212`,
            /// `10.0.0.0/8`, `2001:db8::/32`.
            ///
            /// An IPv4 address in IPv6 form is that IPv4 address.
            /// See [`Request::with_peer`](crate::verify::Request::with_peer) for where to take it
            /// from.
            ///
            /// # Errors
            ///
            /// [`ConfigError::BadAddress`](crate::ConfigError::BadAddress) for an entry that
            /// is no address and no range, and for a range of all addresses;
            /// [`ConfigError::NoAddresses`](crate::ConfigError::NoAddresses) for an empty
            /// list.
            pub fn and_peers(
                self,
                addresses: impl IntoIterator<Item: AsRef<str>>,
            ) -> Result<Self, crate::ConfigError> {
                self.with(|checks| checks.add_peers(addresses))
            }

            /// Refuses bodies longer than `len` bytes, before any other work. The limit is 3 MiB
            /// unless set; 0 means no limit.
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
