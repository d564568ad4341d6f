//! Errors of a configuration, a request, or a complete delivery.

use crate::ParseError;

/// Error in the configuration of an endpoint: a secret, a token, a name or a list of addresses.
///
/// Constructors return it, typically when the program starts. No message contains a configured value.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::{ConfigError, meta};
///
/// let error = meta::Endpoint::new("", "the verify token").unwrap_err();
/// assert_eq!(error, ConfigError::EmptySecret);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// A secret or token is empty, only white space, or only NUL bytes (HMAC treats such a key as an empty one).
    #[error(
        "a secret or token is empty: check that its environment variable or file exists and is \
         read"
    )]
    EmptySecret,
    /// A secret or token starts or ends with white space or a byte order mark.
    #[error(
        "a secret or token starts or ends with white space: remove the line break that files and \
         environment variables often end with"
    )]
    SecretHasWhitespace,
    /// A secret or token contains a NUL character.
    #[error(
        "a secret or token contains a NUL character: check how it is read, or use \
         `AppSecret::from_bytes` if the key is binary"
    )]
    SecretHasNul,
    /// No secret is configured for an endpoint that verifies or creates signatures.
    #[error("no secret is configured: configure at least one")]
    NoSecrets,
    /// More secrets are configured than an endpoint accepts.
    #[error("more than {max} secrets are configured: remove those that are no longer in use")]
    TooManySecrets {
        /// Maximum number of secrets.
        max: usize,
    },
    /// No verify token is configured for an endpoint that answers the handshake.
    #[error(
        "no verify token is configured: create the endpoint with `new` or `with_secrets` to answer \
         the handshake"
    )]
    NoVerifyToken,
    /// A header name is empty or contains characters that HTTP does not allow.
    #[error(
        "a configured header name is empty or contains characters that HTTP does not allow: use \
         letters, digits and hyphens"
    )]
    BadHeaderName,
    /// The name of a query parameter is empty.
    #[error("the name of a configured query parameter is empty: use a name such as `key`")]
    BadParameterName,
    /// A path secret is not one path segment of characters that need no percent-encoding.
    #[error(
        "a path secret is not one path segment: use letters, digits, `-`, `_`, `~` and `.`, and \
         not only dots"
    )]
    BadPathSecret,
    /// A user name for Basic authorization contains a colon, which separates the name from the password.
    #[error("a user name for Basic authorization contains a colon: use a name without one")]
    BadUserName,
    /// A second condition on the `Authorization` header is configured.
    #[error(
        "a second condition on `Authorization` is configured: keep one, because a request has \
         only one such header"
    )]
    SecondAuthorization,
    /// An entry of a list of addresses is neither an IP address nor a range, or is the range of all addresses.
    #[error(
        "the address at index {index} of the list is neither an IP address nor a range: write it \
         like `34.165.99.212` or `10.0.0.0/8`, with a prefix length of at least 1"
    )]
    BadAddress {
        /// Index in the configured list, counted from 0.
        index: usize,
    },
    /// A list of addresses is empty.
    #[error("the list of addresses is empty: configure at least one")]
    NoAddresses,
}

/// Reason why a request is rejected.
///
/// The reason is for logs and metrics. Answer with [`suggested_status`](Self::suggested_status) and an empty body, so
/// that the response does not reveal it. Messages contain names of headers and parameters, but no values.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::{Request, VerifyError, meta};
///
/// let endpoint = meta::Endpoint::new("the app secret", "the verify token")?;
/// let error = endpoint.verify(&Request::default(), b"{}").unwrap_err();
/// assert!(matches!(error, VerifyError::MissingHeader { .. }));
/// assert_eq!(error.suggested_status(), 401);
/// # Ok::<(), whatsapp_webhooks::ConfigError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// A required header is missing.
    #[error(
        "the request has no header `{name}`: check that the endpoint belongs to this provider and \
         that no proxy drops or renames the header"
    )]
    MissingHeader {
        /// Name of the header.
        name: Box<str>,
    },
    /// A required header is repeated.
    #[error("the request has the header `{name}` more than once: check the proxies in front")]
    DuplicateHeader {
        /// Name of the header.
        name: Box<str>,
    },
    /// The value of a header does not have the form that the provider uses.
    #[error("the header `{name}` does not have the expected form: it must be {expected}")]
    MalformedHeader {
        /// Name of the header.
        name: Box<str>,
        /// Expected form of the value.
        expected: &'static str,
    },
    /// The signature is well-formed, but does not match the body with any configured secret.
    #[error(
        "the signature does not match: check that {secret} is configured, and that the body is \
         verified exactly as received, before any JSON parsing and re-serializing"
    )]
    Mismatch {
        /// Description of the secret that the provider signs with.
        secret: &'static str,
    },
    /// A header, query parameter or path does not contain the configured value.
    #[error(
        "`{name}` does not contain the configured value: compare both sides, including letter case \
         and spaces"
    )]
    TokenMismatch {
        /// Name of the header or parameter, or `path` for a path.
        name: Box<str>,
    },
    /// Your closure rejected the bearer token.
    #[error(
        "the bearer token was rejected by your closure: check the closure and the expiry of the \
         token"
    )]
    TokenRefused,
    /// `hub.mode` of the handshake is missing or is not `subscribe`.
    #[error(
        "`hub.mode` is missing or is not `subscribe`: check that this request is Meta's handshake \
         and that you pass in the raw query string"
    )]
    WrongMode,
    /// A required query parameter is missing.
    #[error(
        "the query string has no parameter `{name}`: check the registered URL, and that you pass \
         in the raw query string"
    )]
    MissingParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// A required query parameter is repeated.
    #[error(
        "the query string has the parameter `{name}` more than once: check the registered URL and \
         the proxies in front"
    )]
    DuplicateParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// A query parameter is not UTF-8 after percent-decoding.
    #[error("the parameter `{name}` is not UTF-8 text: check how the registered URL is encoded")]
    MalformedParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// `hub.challenge` of the handshake is missing or empty.
    #[error(
        "`hub.challenge` is missing or empty: check that you pass in the complete query string"
    )]
    MissingChallenge,
    /// `hub.challenge` of the handshake is too long or contains characters other than visible ASCII without markup.
    #[error("`hub.challenge` is too long or contains unsafe characters: reject the request")]
    MalformedChallenge,
    /// The query string or path exceeds the limit.
    #[error("the query string or path is longer than {limit} bytes: reject the request")]
    UrlTooLong {
        /// Largest accepted length in bytes.
        limit: usize,
    },
    /// The address of the peer is not in the configured list.
    #[error(
        "the address of the peer is not in the configured list: check that it is not the address \
         of a proxy"
    )]
    PeerNotAllowed,
    /// The body exceeds the limit.
    #[error(
        "the body is longer than {limit} bytes: raise the limit with `with_max_body_len` if that \
         is expected"
    )]
    BodyTooLarge {
        /// Largest accepted length in bytes.
        limit: usize,
    },
    /// The endpoint checks a part of the request that your program did not pass in. The sender is not at fault.
    #[error(
        "the endpoint checks the {part} of the request, which was not passed in: call \
         `Request::with_{part}`"
    )]
    NotHandedOver {
        /// Part of the request: `path`, `query` or `peer`.
        part: &'static str,
    },
    /// The endpoint lacks the configuration for this call. The sender is not at fault.
    #[error(transparent)]
    Config(#[from] ConfigError),
}

impl VerifyError {
    /// Returns the HTTP status to answer with.
    ///
    /// | status | when |
    /// |---|---|
    /// | 401 | the sender is not verified |
    /// | 403 | Meta's handshake is rejected |
    /// | 413 | the body is too long |
    /// | 414 | the query string or path is too long |
    /// | 500 | the program is at fault: [`NotHandedOver`](Self::NotHandedOver), [`Config`](Self::Config) |
    #[must_use]
    pub fn suggested_status(&self) -> u16 {
        match self {
            Self::BodyTooLarge { .. } => 413,
            Self::UrlTooLong { .. } => 414,
            Self::NotHandedOver { .. } | Self::Config(_) => 500,
            Self::WrongMode | Self::MissingChallenge | Self::MalformedChallenge => 403,
            Self::MissingParameter { name }
            | Self::DuplicateParameter { name }
            | Self::MalformedParameter { name }
            | Self::TokenMismatch { name }
                if name.starts_with(HANDSHAKE_PREFIX) =>
            {
                403
            }
            Self::MissingHeader { .. }
            | Self::DuplicateHeader { .. }
            | Self::MalformedHeader { .. }
            | Self::Mismatch { .. }
            | Self::TokenMismatch { .. }
            | Self::TokenRefused
            | Self::MissingParameter { .. }
            | Self::DuplicateParameter { .. }
            | Self::MalformedParameter { .. }
            | Self::PeerNotAllowed => 401,
        }
    }
}

/// Prefix of all parameters of Meta's handshake.
const HANDSHAKE_PREFIX: &str = "hub.";

/// Reason why `receive` returned no events.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReceiveError {
    /// The request is rejected. The body was not parsed.
    #[error(transparent)]
    Verify(#[from] VerifyError),
    /// The sender is verified, but the body is not JSON or not an envelope of this provider. The error contains the
    /// body.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

impl ReceiveError {
    /// Returns the HTTP status to answer with.
    ///
    /// For a rejected request this is [`VerifyError::suggested_status`]. For a verified body that cannot be read it
    /// is 200, because the provider would only repeat the same bytes: store that body and look into it.
    #[must_use]
    pub fn suggested_status(&self) -> u16 {
        match self {
            Self::Verify(error) => error.suggested_status(),
            Self::Parse(_) => 200,
        }
    }
}

/// Converts to [`suggested_status`](VerifyError::suggested_status).
#[cfg(feature = "http")]
impl From<&VerifyError> for http::StatusCode {
    fn from(error: &VerifyError) -> Self {
        status_code(error.suggested_status())
    }
}

/// Converts to [`suggested_status`](ReceiveError::suggested_status).
#[cfg(feature = "http")]
impl From<&ReceiveError> for http::StatusCode {
    fn from(error: &ReceiveError) -> Self {
        status_code(error.suggested_status())
    }
}

#[cfg(feature = "http")]
fn status_code(status: u16) -> http::StatusCode {
    // Every suggested status is a valid one.
    http::StatusCode::from_u16(status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR)
}
