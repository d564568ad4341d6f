//! What can be wrong with a configuration, a request, or a delivery as a whole.

use crate::ParseError;

/// Says why an endpoint cannot be built, or why a request is not proven.
///
/// The reason is for logs and counters. Answer every refused request alike, with
/// [`suggested_status`](Self::suggested_status) and an empty body, so that a stranger learns
/// nothing from it. Names in the messages are names of headers and parameters; no message carries a
/// value.
///
/// ```
/// use whatsapp_webhooks::meta;
/// use whatsapp_webhooks::verify::SignatureError;
///
/// let error = meta::Endpoint::new("", "the verify token").unwrap_err();
/// assert_eq!(error, SignatureError::EmptySecret);
/// assert!(error.is_configuration());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// A secret or token is empty, blank, or a key of nothing but NUL bytes, which signs like an
    /// empty one.
    #[error(
        "a secret or token is empty or blank: check that its environment variable or file is \
         really read"
    )]
    EmptySecret,
    /// A secret or token begins or ends with white space or a byte order mark.
    #[error(
        "a secret or token begins or ends with white space: trim the line feed that files and \
         variables often carry"
    )]
    SecretHasWhitespace,
    /// A secret or token contains a NUL character.
    #[error("a secret or token contains a NUL character: it was not read as the text it is")]
    SecretHasNul,
    /// No secret is configured where a signature is to be checked.
    #[error("no secret is configured: give at least one")]
    NoSecrets,
    /// More secrets are configured than are tried for one body.
    #[error("more than {max} secrets are configured: remove the ones that are no longer in use")]
    TooManySecrets {
        /// Largest number of secrets.
        max: usize,
    },
    /// No verify token is configured, so that no handshake can be answered.
    #[error(
        "no verify token is configured: an endpoint made by `unverified` cannot answer the \
         handshake"
    )]
    NoVerifyToken,
    /// A configured header name is not one that HTTP allows.
    #[error("a configured header name is empty or has characters that HTTP does not allow in it")]
    BadHeaderName,
    /// A configured query parameter has no name.
    #[error("a configured query parameter has an empty name")]
    BadParameterName,
    /// A configured path secret is not one plain path segment.
    #[error(
        "a path secret must be one segment of letters, digits, `-`, `_`, `~` and `.`, and not only \
         dots"
    )]
    BadPathSecret,
    /// A configured user name for Basic contains a colon, which ends the name there.
    #[error("a user name for Basic authorization contains a colon")]
    BadUserName,
    /// Two conditions on the one `Authorization` header are configured.
    #[error(
        "a second condition on `Authorization` is configured: one request has only one such header"
    )]
    SecondAuthorization,
    /// A configured address is neither an IP address nor a range that names fewer than all.
    #[error(
        "address number {index} of the list, counted from 0, is neither an IP address nor a range \
         such as `10.0.0.0/8`; ranges of length 0 are refused"
    )]
    BadAddress {
        /// Position in the configured list.
        index: usize,
    },
    /// A list of addresses has no entry.
    #[error("no address is configured: give at least one")]
    NoAddresses,

    /// The request has no such header.
    #[error(
        "the request has no header `{name}`: check that the endpoint belongs to this provider and \
         that no proxy drops or renames the header"
    )]
    MissingHeader {
        /// Name of the header.
        name: Box<str>,
    },
    /// The request has the header more than once.
    #[error("the request has the header `{name}` more than once: check the proxies in front")]
    DuplicateHeader {
        /// Name of the header.
        name: Box<str>,
    },
    /// The header does not have the form that this provider uses.
    #[error("the header `{name}` is not {expected}")]
    MalformedHeader {
        /// Name of the header.
        name: Box<str>,
        /// Form that was expected.
        expected: &'static str,
    },
    /// The signature is well formed and was not made over this body with a configured secret.
    #[error(
        "the signature does not match: check that the app secret (not the access token or the \
         verify token) of the sending app is configured, and that the body was verified exactly as \
         received, before any JSON parsing and re-serialising"
    )]
    Mismatch,
    /// A header, parameter or path does not hold the configured word.
    #[error(
        "`{name}` does not hold the configured value: compare both sides, letter case and blanks \
         included"
    )]
    TokenMismatch {
        /// Name of the header or parameter; `path` for a path.
        name: Box<str>,
    },
    /// The caller's own check of a bearer token said no.
    #[error("the bearer token was refused by the check that this endpoint was given")]
    TokenRefused,
    /// The handshake's `hub.mode` is missing or is not `subscribe`.
    #[error(
        "`hub.mode` is missing or is not `subscribe`: this is not Meta's handshake, or the raw \
         query string was not handed over"
    )]
    WrongMode,
    /// The query string has no such parameter.
    #[error(
        "the query string has no parameter `{name}`: check the registered URL, and that the raw \
         query string is handed over"
    )]
    MissingParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// The query string has the parameter more than once.
    #[error("the query string has the parameter `{name}` more than once")]
    DuplicateParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// The parameter is not UTF-8 once its percent signs are decoded.
    #[error("the parameter `{name}` is not UTF-8 text")]
    MalformedParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// The handshake has no `hub.challenge`, or an empty one.
    #[error("`hub.challenge` is missing or empty")]
    MissingChallenge,
    /// The handshake's `hub.challenge` is too long or has characters other than visible ASCII.
    #[error("`hub.challenge` is too long or has characters that must not be echoed")]
    MalformedChallenge,
    /// The query string or the path is too long to be looked at.
    #[error("the query string or path is longer than {limit} bytes")]
    UrlTooLong {
        /// Largest accepted length in bytes.
        limit: usize,
    },
    /// The path of the request was not handed over, and the endpoint has to look at it.
    #[error("the path of the request is not known: hand it over with `Request::with_path`")]
    PathUnknown,
    /// The address of the peer was not handed over, and the endpoint has to look at it.
    #[error("the address of the peer is not known: hand it over with `Request::with_peer`")]
    PeerUnknown,
    /// The request comes from an address that is not in the list.
    #[error(
        "the address of the peer is not in the configured list: check that it is not the address \
         of a proxy"
    )]
    PeerNotAllowed,
    /// The body is longer than the endpoint reads.
    #[error(
        "the body is longer than {limit} bytes: raise the limit with `with_max_body_len` if that \
         is expected"
    )]
    BodyTooLarge {
        /// Largest accepted length in bytes.
        limit: usize,
    },
}

impl SignatureError {
    /// Whether the configuration is at fault and not the request.
    #[must_use]
    pub fn is_configuration(&self) -> bool {
        match self {
            Self::EmptySecret
            | Self::SecretHasWhitespace
            | Self::SecretHasNul
            | Self::NoSecrets
            | Self::TooManySecrets { .. }
            | Self::NoVerifyToken
            | Self::BadHeaderName
            | Self::BadParameterName
            | Self::BadPathSecret
            | Self::BadUserName
            | Self::SecondAuthorization
            | Self::BadAddress { .. }
            | Self::NoAddresses => true,
            Self::MissingHeader { .. }
            | Self::DuplicateHeader { .. }
            | Self::MalformedHeader { .. }
            | Self::Mismatch
            | Self::TokenMismatch { .. }
            | Self::TokenRefused
            | Self::WrongMode
            | Self::MissingParameter { .. }
            | Self::DuplicateParameter { .. }
            | Self::MalformedParameter { .. }
            | Self::MissingChallenge
            | Self::MalformedChallenge
            | Self::UrlTooLong { .. }
            | Self::PathUnknown
            | Self::PeerUnknown
            | Self::PeerNotAllowed
            | Self::BodyTooLarge { .. } => false,
        }
    }

    /// HTTP status to answer with: 401 for a request that is not proven, 413 for a body that is too
    /// long, 500 for a wrong configuration.
    #[must_use]
    pub fn suggested_status(&self) -> u16 {
        match self {
            Self::BodyTooLarge { .. } => 413,
            error if error.is_configuration() => 500,
            _ => 401,
        }
    }
}

/// Says why a delivery gave no events.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReceiveError {
    /// The sender is not proven; the body was not looked at.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// The sender is proven and the body cannot be read.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

impl ReceiveError {
    /// HTTP status to answer with.
    ///
    /// As [`SignatureError::suggested_status`] for a sender that is not proven. It is 200 for a
    /// proven body that cannot be read: keep such a body for a person to look at, because the
    /// provider would only send the same bytes again.
    #[must_use]
    pub fn suggested_status(&self) -> u16 {
        match self {
            Self::Signature(error) => error.suggested_status(),
            Self::Parse(_) => 200,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mismatch_says_what_to_look_at_in_one_line() {
        let error = SignatureError::Mismatch;
        let message = error.to_string();
        assert!(
            message.contains("app secret (not the access token"),
            "{message}"
        );
        assert!(message.contains("before any JSON parsing"), "{message}");
        assert!(
            message.starts_with(char::is_lowercase) && !message.ends_with('.'),
            "{message}"
        );
        assert!(
            !message.contains('\n') && !message.contains("  "),
            "{message}"
        );
    }

    #[test]
    fn the_status_tells_configuration_from_refusal() {
        for (error, status) in [
            (SignatureError::NoSecrets, 500),
            (SignatureError::Mismatch, 401),
            (SignatureError::PeerNotAllowed, 401),
            (SignatureError::BodyTooLarge { limit: 1 }, 413),
        ] {
            assert_eq!(error.is_configuration(), status == 500, "{error}");
            assert_eq!(error.suggested_status(), status, "{error}");
            assert_eq!(ReceiveError::from(error).suggested_status(), status);
        }
    }
}
