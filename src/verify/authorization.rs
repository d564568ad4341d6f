//! Checks of the `Authorization` header: Bearer, Basic and JWT.

use std::{fmt, sync::Arc};

use base64ct::{Base64, Encoding};

use super::{ConfigError, Request, VerifyError, VerifyToken, request::trim, wiped::Wiped};

const HEADER: &str = "Authorization";

/// Required value of the `Authorization` header.
#[derive(Clone, Debug)]
pub(super) enum Authorization {
    /// `Bearer` with this token.
    Bearer(VerifyToken),
    /// `Basic` with this `user:password`.
    Basic(VerifyToken),
    /// `Bearer` with a token that the caller's closure accepts.
    Jwt(Jwt),
}

/// The caller's check of a bearer token.
#[derive(Clone)]
pub(crate) struct Jwt(Arc<dyn Fn(&str) -> bool + Send + Sync>);

impl Jwt {
    pub(crate) fn new(accepts: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(accepts))
    }
}

impl fmt::Debug for Jwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Jwt(_)")
    }
}

impl Authorization {
    pub(super) fn basic(user: &str, password: &str) -> Result<Self, ConfigError> {
        if user.contains(':') {
            return Err(ConfigError::BadUserName);
        }
        // Only the password is secret: it must not be empty, but the user may be.
        VerifyToken::new(password)?;
        // One allocation, so that no part of the password is left in another.
        let credentials = Wiped::new([user, ":", password].concat());
        Ok(Self::Basic(VerifyToken::new(credentials.as_bytes())?))
    }

    pub(super) fn verify(&self, request: &Request<'_>) -> Result<(), VerifyError> {
        request.header(HEADER, |value| match self {
            Self::Bearer(token) => match bearer(value)? {
                presented if token.matches(presented) => Ok(()),
                _ => Err(VerifyError::TokenMismatch {
                    name: HEADER.into(),
                }),
            },
            Self::Basic(token) => match basic(value)? {
                presented if token.matches(presented.as_slice()) => Ok(()),
                _ => Err(VerifyError::TokenMismatch {
                    name: HEADER.into(),
                }),
            },
            Self::Jwt(Jwt(accepts)) => match str::from_utf8(bearer(value)?) {
                Ok(token) if accepts(token) => Ok(()),
                Ok(_) => Err(VerifyError::TokenRefused),
                Err(_) => Err(malformed("`Bearer` and a token of ASCII characters")),
            },
        })
    }
}

fn bearer(value: &[u8]) -> Result<&[u8], VerifyError> {
    credentials(value, b"Bearer").ok_or_else(|| malformed("`Bearer` and a token"))
}

/// Decodes to `user:password`.
fn basic(value: &[u8]) -> Result<Wiped<Vec<u8>>, VerifyError> {
    credentials(value, b"Basic")
        .and_then(|encoded| {
            let mut decoded = Wiped::new(vec![0; encoded.len()]);
            let len = Base64::decode(encoded, &mut decoded).ok()?.len();
            decoded.truncate(len);
            decoded.contains(&b':').then_some(decoded)
        })
        .ok_or_else(|| malformed("`Basic` and `user:password` in Base64"))
}

/// Returns the credentials after the scheme, whose name is compared without case, and one or more
/// spaces. The value is already trimmed.
fn credentials<'v>(value: &'v [u8], scheme: &[u8]) -> Option<&'v [u8]> {
    let mut parts = value.splitn(2, |&byte| byte == b' ');
    let given = parts.next()?;
    let credentials = trim(parts.next()?);
    given.eq_ignore_ascii_case(scheme).then_some(credentials)
}

fn malformed(expected: &'static str) -> VerifyError {
    VerifyError::MalformedHeader {
        name: HEADER.into(),
        expected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verify(authorization: &Authorization, value: impl AsRef<[u8]>) -> Result<(), VerifyError> {
        authorization.verify(&Request::from_pairs([("authorization", value)]))
    }

    fn is_malformed(result: &Result<(), VerifyError>) -> bool {
        matches!(result, Err(VerifyError::MalformedHeader { .. }))
    }

    fn base64(text: &[u8]) -> String {
        let mut buffer = [0; 64];
        Base64::encode(text, &mut buffer).unwrap().to_owned()
    }

    /// Cases: F10.
    #[test]
    fn bearer_takes_the_scheme_in_any_case_and_the_token_byte_for_byte() {
        let bearer = Authorization::Bearer(VerifyToken::new("Tok.en").unwrap());
        for value in [
            "Bearer Tok.en",
            "bearer Tok.en",
            "BEARER   Tok.en",
            " Bearer Tok.en ",
        ] {
            assert_eq!(verify(&bearer, value), Ok(()), "{value}");
        }
        for value in [
            "Bearer tok.en",
            "Bearer Tok.en2",
            "Bearer Tok.e",
            "Bearer Tok. en",
        ] {
            assert_eq!(
                verify(&bearer, value),
                Err(VerifyError::TokenMismatch {
                    name: HEADER.into()
                }),
                "{value}"
            );
        }
        for value in [
            "",
            "Bearer",
            "Bearer ",
            "Tok.en",
            "Basic Tok.en",
            "BearerTok.en",
            "Bearer\tTok.en",
        ] {
            assert!(is_malformed(&verify(&bearer, value)), "{value}");
        }
    }

    /// Cases: F11.
    #[test]
    fn basic_splits_at_the_first_colon_and_compares_bytes() {
        let basic = Authorization::basic("user", "pass:word\u{f1}").unwrap();
        let value = |text: &[u8]| format!("basic  {}", base64(text));
        assert_eq!(
            verify(&basic, value("user:pass:word\u{f1}".as_bytes())),
            Ok(())
        );
        for text in [
            &b"user:pass:word\xf1"[..],
            b"user:pass",
            b":pass:word",
            b"User:pass:word\xc3\xb1",
        ] {
            assert_eq!(
                verify(&basic, value(text)),
                Err(VerifyError::TokenMismatch {
                    name: HEADER.into()
                })
            );
        }
        for value in [
            value(b"no colon"),
            "Basic %%%".into(),
            "Basic dXNlcjpw=".into(),
            "Basic".into(),
        ] {
            assert!(is_malformed(&verify(&basic, &value)), "{value}");
        }
        let nameless = Authorization::basic("", "word").unwrap();
        assert_eq!(verify(&nameless, value(b":word")), Ok(()));
    }

    /// Cases: F11.
    #[test]
    fn basic_refuses_what_cannot_be_meant() {
        assert_eq!(
            Authorization::basic("a:b", "word").unwrap_err(),
            ConfigError::BadUserName
        );
        assert_eq!(
            Authorization::basic("user", "").unwrap_err(),
            ConfigError::EmptySecret
        );
        assert_eq!(
            Authorization::basic("user", "word\n").unwrap_err(),
            ConfigError::SecretHasWhitespace
        );
        assert_eq!(
            Authorization::basic(" user", "word").unwrap_err(),
            ConfigError::SecretHasWhitespace
        );
    }

    /// Cases: F12.
    #[test]
    fn a_jwt_goes_to_the_caller_as_it_came() {
        let jwt = Authorization::Jwt(Jwt::new(|token| token == "a.b.c"));
        assert_eq!(verify(&jwt, "Bearer a.b.c"), Ok(()));
        assert_eq!(verify(&jwt, "Bearer a.b.d"), Err(VerifyError::TokenRefused));
        assert!(is_malformed(&verify(&jwt, "Basic a.b.c")));
        assert!(is_malformed(&verify(&jwt, b"Bearer a.b.\xff")));
        assert_eq!(format!("{jwt:?}"), "Jwt(Jwt(_))");
    }
}
