//! The conditions of one endpoint. A request must meet all of them.

use std::net::IpAddr;

use super::{
    AppSecret, ConfigError, Request, Verified, VerifyError, VerifyToken,
    authorization::{Authorization, Jwt},
    condition::Condition,
    peers::Peers,
    secret::{Scheme, check_count, matching},
};

/// Default limit of the body, in bytes. Meta sends at most this much.
const DEFAULT_MAX_BODY_LEN: usize = 3 * 1024 * 1024;

/// The conditions of one endpoint, and its verify token.
#[derive(Clone, Debug)]
pub(crate) struct Checks {
    max_body_len: Option<usize>,
    conditions: Vec<Condition>,
    /// Checked last, because only its cost grows with the length of the body.
    signature: Option<Signature>,
    verify_token: Option<VerifyToken>,
}

/// A signature over the body, made with one of several secrets.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    scheme: Scheme,
    secrets: Vec<AppSecret>,
}

impl Signature {
    pub(crate) fn new(
        scheme: Scheme,
        secrets: impl IntoIterator<Item = AppSecret>,
    ) -> Result<Self, ConfigError> {
        let secrets: Vec<_> = secrets.into_iter().collect();
        check_count(&secrets)?;
        Ok(Self { scheme, secrets })
    }

    fn verify(&self, request: &Request<'_>, body: &[u8]) -> Result<usize, VerifyError> {
        let tag = request.header(self.scheme.header, |value| self.scheme.decode(value))?;
        matching(self.scheme, &self.secrets, body, &tag)
    }
}

impl Checks {
    /// Limits the length of the body, and has no other condition.
    pub(crate) fn none() -> Self {
        Self {
            max_body_len: Some(DEFAULT_MAX_BODY_LEN),
            conditions: Vec::new(),
            signature: None,
            verify_token: None,
        }
    }

    pub(crate) fn signature(signature: Signature) -> Self {
        Self {
            signature: Some(signature),
            ..Self::none()
        }
    }

    pub(crate) fn jwt(jwt: Jwt) -> Self {
        Self {
            conditions: vec![Condition::Authorization(Authorization::Jwt(jwt))],
            ..Self::none()
        }
    }

    pub(crate) fn peer(address: IpAddr) -> Self {
        Self {
            conditions: vec![Condition::Peers(Peers::from(address))],
            ..Self::none()
        }
    }

    pub(crate) fn with_verify_token(self, token: VerifyToken) -> Self {
        Self {
            verify_token: Some(token),
            ..self
        }
    }

    pub(crate) fn set_max_body_len(&mut self, len: usize) {
        self.max_body_len = (len > 0).then_some(len);
    }

    pub(crate) fn add_header(&mut self, name: &str, value: &[u8]) -> Result<(), ConfigError> {
        self.conditions.push(Condition::header(name, value)?);
        Ok(())
    }

    pub(crate) fn add_bearer(&mut self, token: &[u8]) -> Result<(), ConfigError> {
        self.add_authorization(Authorization::Bearer(VerifyToken::new(token)?))
    }

    pub(crate) fn add_basic(&mut self, user: &str, password: &str) -> Result<(), ConfigError> {
        self.add_authorization(Authorization::basic(user, password)?)
    }

    pub(crate) fn add_jwt(&mut self, jwt: Jwt) -> Result<(), ConfigError> {
        self.add_authorization(Authorization::Jwt(jwt))
    }

    fn add_authorization(&mut self, authorization: Authorization) -> Result<(), ConfigError> {
        if self
            .conditions
            .iter()
            .any(|condition| matches!(condition, Condition::Authorization(_)))
        {
            return Err(ConfigError::SecondAuthorization);
        }
        self.conditions
            .push(Condition::Authorization(authorization));
        Ok(())
    }

    pub(crate) fn add_query_secret(
        &mut self,
        parameter: &str,
        secret: &str,
    ) -> Result<(), ConfigError> {
        self.conditions.push(Condition::query(parameter, secret)?);
        Ok(())
    }

    pub(crate) fn add_path_secret(&mut self, secret: &str) -> Result<(), ConfigError> {
        self.conditions.push(Condition::path(secret)?);
        Ok(())
    }

    pub(crate) fn add_peers(
        &mut self,
        addresses: impl IntoIterator<Item: AsRef<str>>,
    ) -> Result<(), ConfigError> {
        self.conditions
            .push(Condition::Peers(Peers::new(addresses)?));
        Ok(())
    }

    pub(crate) fn verify(
        &self,
        request: &Request<'_>,
        body: &[u8],
    ) -> Result<Verified, VerifyError> {
        if let Some(limit) = self.max_body_len
            && body.len() > limit
        {
            return Err(VerifyError::BodyTooLarge { limit });
        }
        for condition in &self.conditions {
            condition.verify(request)?;
        }
        let secret_index = match &self.signature {
            Some(signature) => Some(signature.verify(request, body)?),
            None => None,
        };
        let proven = secret_index.is_some() || !self.conditions.is_empty();
        Ok(Verified::new(secret_index, proven))
    }

    pub(crate) fn verify_token(&self) -> Result<&VerifyToken, ConfigError> {
        self.verify_token.as_ref().ok_or(ConfigError::NoVerifyToken)
    }

    /// Signs with the first secret.
    pub(crate) fn sign(&self, body: &[u8]) -> Result<String, ConfigError> {
        let secret = self
            .signature
            .as_ref()
            .and_then(|signature| signature.secrets.first());
        Ok(secret.ok_or(ConfigError::NoSecrets)?.sign(body))
    }
}

#[cfg(test)]
mod tests {
    use crate::{engage::Endpoint, meta, whatzmeapi};

    use super::*;

    fn differs(name: &str) -> VerifyError {
        VerifyError::TokenMismatch { name: name.into() }
    }

    /// Cases: F06.
    #[test]
    fn a_wrong_configuration_is_refused_with_its_reason() {
        let open = Endpoint::unverified;
        let refused = |result: Result<Endpoint, ConfigError>| result.unwrap_err();
        for name in ["", "x token", "x:token", "\u{f1}", "x\n", " x"] {
            assert_eq!(
                refused(Endpoint::new(name, "v")),
                ConfigError::BadHeaderName
            );
        }
        for secret in [
            "a/b", "a?b", "a%41", "a b", "\u{f1}", "a#b", ".", "..", "...",
        ] {
            assert_eq!(
                refused(open().and_path_secret(secret)),
                ConfigError::BadPathSecret
            );
        }
        assert_eq!(
            refused(open().and_query_secret("", "v")),
            ConfigError::BadParameterName
        );
        assert_eq!(
            refused(open().and_path_secret("")),
            ConfigError::EmptySecret
        );
        let second = open().and_bearer("a").unwrap().and_basic("a", "b");
        assert_eq!(refused(second), ConfigError::SecondAuthorization);
        let second = whatzmeapi::Endpoint::by_jwt(|_| true).and_bearer("a");
        assert_eq!(second.unwrap_err(), ConfigError::SecondAuthorization);
        let open = meta::Endpoint::unverified();
        assert_eq!(
            open.challenge("").unwrap_err(),
            VerifyError::Config(ConfigError::NoVerifyToken)
        );
        assert_eq!(open.sign(b"").unwrap_err(), ConfigError::NoSecrets);
    }

    fn request(headers: &[(&str, &str)]) -> Request<'static> {
        let request = Request::from_pairs(headers);
        request
            .with_query("key=k%2B1")
            .with_path("/p4th")
            .with_peer([10, 1, 2, 3].into())
    }

    /// Cases: F13.
    #[test]
    fn all_conditions_must_hold_at_once() {
        let endpoint = whatzmeapi::Endpoint::new("secret").unwrap();
        let endpoint = endpoint.and_jwt(|token| token == "a.b.c").unwrap();
        let endpoint = endpoint.and_header("X-Tenant", "seven").unwrap();
        let endpoint = endpoint.and_query_secret("key", "k+1").unwrap();
        let endpoint = endpoint.and_path_secret("p4th").unwrap();
        let endpoint = endpoint.and_peers(["10.0.0.0/8"]).unwrap();
        let signature = endpoint.sign(b"{}").unwrap();
        let headers = [
            ("X-Signature", signature.as_str()),
            ("Authorization", "Bearer a.b.c"),
            ("X-Tenant", "seven"),
        ];
        let verified = endpoint.verify(&request(&headers), b"{}").unwrap();
        assert!(verified.is_proven());
        assert_eq!(verified.secret_index(), Some(0));

        for (name, _) in headers {
            let left: Vec<_> = headers
                .iter()
                .copied()
                .filter(|(n, _)| *n != name)
                .collect();
            let missing = VerifyError::MissingHeader { name: name.into() };
            assert_eq!(endpoint.verify(&request(&left), b"{}").err(), Some(missing));
        }
        let request = request(&headers);
        let name: Box<str> = "key".into();
        let twice = VerifyError::DuplicateParameter { name: name.clone() };
        for (request, expected) in [
            (
                request.clone().with_query(""),
                Some(VerifyError::MissingParameter { name }),
            ),
            (request.clone().with_query("key=k+1"), Some(differs("key"))),
            (
                request.clone().with_query("key=k%2B1&key=k%2B1"),
                Some(twice),
            ),
            (request.clone().with_path("/hook"), Some(differs("path"))),
            (
                request.clone().with_peer([11, 0, 0, 1].into()),
                Some(VerifyError::PeerNotAllowed),
            ),
        ] {
            assert_eq!(endpoint.verify(&request, b"{}").err(), expected);
        }
        assert_eq!(
            endpoint.verify(&request, b"{ }").err(),
            Some(VerifyError::Mismatch {
                secret: "the secret of this webhook at WhatzMeAPI"
            })
        );
    }
}
