//! One condition on a request, except for its body.

use subtle::Choice;

use super::{
    ConfigError, Request, VerifyError, VerifyToken,
    authorization::Authorization,
    peers::Peers,
    query::{check_len, parameters},
};

/// A condition that a request must meet.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    Authorization(Authorization),
    Header { name: Box<str>, value: VerifyToken },
    Path(VerifyToken),
    Peers(Peers),
    Query { name: Box<str>, secret: VerifyToken },
}

impl Condition {
    pub(super) fn header(name: &str, value: &[u8]) -> Result<Self, ConfigError> {
        if name.is_empty() || !name.bytes().all(is_token_char) {
            return Err(ConfigError::BadHeaderName);
        }
        Ok(Self::Header {
            name: name.into(),
            value: VerifyToken::new(value)?,
        })
    }

    pub(super) fn query(parameter: &str, secret: &str) -> Result<Self, ConfigError> {
        if parameter.is_empty() {
            return Err(ConfigError::BadParameterName);
        }
        Ok(Self::Query {
            name: parameter.into(),
            secret: VerifyToken::new(secret)?,
        })
    }

    pub(super) fn path(secret: &str) -> Result<Self, ConfigError> {
        let token = VerifyToken::new(secret)?;
        // Only these characters are the same with and without percent-encoding, and `.` and `..` are
        // resolved as relative segments.
        let is_plain = secret
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_~.".contains(&byte));
        if !is_plain || secret.bytes().all(|byte| byte == b'.') {
            return Err(ConfigError::BadPathSecret);
        }
        Ok(Self::Path(token))
    }

    pub(super) fn verify(&self, request: &Request<'_>) -> Result<(), VerifyError> {
        match self {
            Self::Authorization(authorization) => authorization.verify(request),
            Self::Header { name, value } => request.header(name, |presented| match presented {
                b"" => Err(VerifyError::MalformedHeader {
                    name: name.clone(),
                    expected: "a value",
                }),
                _ => same(value.compare(presented), name),
            }),
            Self::Path(secret) => {
                let path = request.path()?;
                check_len(path)?;
                // Compares every segment, so that the time does not reveal which one matched.
                let segments = path.split('/').filter(|segment| !segment.is_empty());
                let found = segments.fold(Choice::from(0), |found, it| {
                    found | secret.compare(it.as_bytes())
                });
                same(found, "path")
            }
            Self::Peers(peers) => peers.verify(request.peer()?),
            Self::Query { name, secret } => {
                let [presented] = parameters(request.query()?, [name])?;
                let presented = presented
                    .ok_or_else(|| VerifyError::MissingParameter { name: name.clone() })?;
                same(secret.compare(presented.as_bytes()), name)
            }
        }
    }
}

fn same(is_same: Choice, name: &str) -> Result<(), VerifyError> {
    if is_same.into() {
        Ok(())
    } else {
        Err(VerifyError::TokenMismatch { name: name.into() })
    }
}

/// Returns whether HTTP allows this byte in a header name.
fn is_token_char(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use crate::{engage, partner};

    use super::*;

    fn differs(name: &str) -> VerifyError {
        VerifyError::TokenMismatch { name: name.into() }
    }

    /// Cases: F01, F02, F03, F04, F05.
    #[test]
    fn a_chosen_header_compares_its_name_without_case_and_its_value_byte_for_byte() {
        let endpoint = engage::Endpoint::new("x-auth-token", "aB c").unwrap();
        let sent = |name: &str, value: &str| {
            endpoint
                .verify(&Request::from_pairs([(name, value)]), b"{}")
                .err()
        };
        for name in ["x-auth-token", "X-Auth-Token", "X-AUTH-TOKEN"] {
            for value in ["aB c", " aB c", "\taB c "] {
                assert_eq!(sent(name, value), None, "{name}: {value}");
            }
        }
        for value in ["ab c", "aB  c", "aBc", "aB", "aB c d", "\"aB c\"", "aB c\n"] {
            assert_eq!(
                sent("x-auth-token", value),
                Some(differs("x-auth-token")),
                "{value}"
            );
        }
        let name: Box<str> = "x-auth-token".into();
        let empty = VerifyError::MalformedHeader {
            name: name.clone(),
            expected: "a value",
        };
        assert_eq!(sent("x-auth-token", " "), Some(empty));
        let missing = VerifyError::MissingHeader { name: name.clone() };
        assert_eq!(sent("x_auth_token", "aB c"), Some(missing));
        let twice = [("x-auth-token", "aB c"), ("X-Auth-Token", "aB c")];
        let twice = endpoint.verify(&Request::from_pairs(twice), b"{}").err();
        assert_eq!(twice, Some(VerifyError::DuplicateHeader { name }));
    }

    /// Cases: F08.
    #[test]
    fn a_header_value_need_not_be_text() {
        let endpoint = engage::Endpoint::new("x", b"\xe9\xff").unwrap();
        assert!(
            endpoint
                .verify(&Request::from_pairs([("x", b"\xe9\xff")]), b"")
                .is_ok()
        );
        assert!(
            endpoint
                .verify(&Request::from_pairs([("x", "\u{e9}\u{ff}")]), b"")
                .is_err()
        );
    }

    #[test]
    fn a_path_secret_is_one_whole_segment_anywhere_in_the_path() {
        let endpoint = partner::Endpoint::by_path_secret("p4th").unwrap();
        let sent = |path| {
            endpoint
                .verify(&Request::default().with_path(path), b"")
                .err()
        };
        for path in [
            "/p4th",
            "p4th",
            "/hook/p4th",
            "/p4th/hook/",
            "//p4th//",
            "/p4th/p4th",
        ] {
            assert_eq!(sent(path), None, "{path}");
        }
        for path in [
            "",
            "/",
            "/p4t",
            "/p4th2",
            "/P4th",
            "/p4%74h",
            "/hook?p4th",
            "/p/4th",
            "/p4th ",
        ] {
            assert_eq!(sent(path), Some(differs("path")), "{path}");
        }
        let long = format!("/p4th{}", "/".repeat(8 * 1024));
        assert_eq!(
            sent(&long),
            Some(VerifyError::UrlTooLong { limit: 8 * 1024 })
        );
        let unknown = endpoint.verify(&Request::default(), b"").err();
        assert_eq!(unknown, Some(VerifyError::NotHandedOver { part: "path" }));
    }
}
