//! What can be wrong with a configuration, a request, or a delivery as a whole.

use crate::ParseError;

/// A mistake in the configuration of an endpoint, a secret, a token or a list of addresses.
///
/// Constructors return it when the program starts, before any request is looked at. No message
/// carries a configured value.
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
    /// A secret or token is empty, only white space, or only NUL bytes (such a key signs like an
    /// empty one).
    #[error(
        "a secret or token is empty: check that its environment variable or file exists and is \
         read"
    )]
    EmptySecret,
    /// A secret or token starts or ends with white space or a byte order mark.
    #[error(
        "a secret or token starts or ends with white space: trim the line feed that files and \
         environment variables often carry"
    )]
    SecretHasWhitespace,
    /// A secret or token contains a NUL character.
    #[error(
        "a secret or token contains a NUL character: check how it is read, or use \
         `AppSecret::from_bytes` if the key is binary"
    )]
    SecretHasNul,
    /// An endpoint that checks or makes signatures has no secret.
    #[error("no secret is configured: configure at least one")]
    NoSecrets,
    /// More secrets are configured than an endpoint tries for one body.
    #[error("more than {max} secrets are configured: remove those that are no longer in use")]
    TooManySecrets {
        /// Largest number of secrets.
        max: usize,
    },
    /// An endpoint that has to answer the handshake has no verify token.
    #[error(
        "no verify token is configured: make the endpoint with `new` or `with_secrets` to answer \
         the handshake"
    )]
    NoVerifyToken,
    /// A header name is empty or has characters that HTTP does not allow.
    #[error(
        "a configured header name is empty or has characters that HTTP does not allow: use \
         letters, digits and hyphens"
    )]
    BadHeaderName,
    /// The name of a query parameter is empty.
    #[error("the name of a configured query parameter is empty: configure one, such as `key`")]
    BadParameterName,
    /// A path secret is not a single plain path segment.
    #[error(
        "a path secret is not one path segment: use letters, digits, `-`, `_`, `~` and `.`, and \
         not only dots"
    )]
    BadPathSecret,
    /// A user name for Basic authorization contains a colon, which would end the name there.
    #[error("a user name for Basic authorization contains a colon: use a name without one")]
    BadUserName,
    /// Two conditions on the `Authorization` header are configured.
    #[error(
        "a second condition on `Authorization` is configured: keep one, because a request has \
         only one such header"
    )]
    SecondAuthorization,
    /// An entry of an address list is neither an IP address nor a range smaller than all addresses.
    #[error(
        "address number {index} of the list, counted from 0, is neither an IP address nor a range: \
         write it like `34.165.99.212` or `10.0.0.0/8`; a range of length 0 is refused"
    )]
    BadAddress {
        /// Index in the configured list.
        index: usize,
    },
    /// A list of addresses is empty.
    #[error("the list of addresses is empty: configure at least one")]
    NoAddresses,
}

/// The reason why a request is refused.
///
/// The reason is for logs and metrics. Answer every refused request alike, with
/// [`suggested_status`](Self::suggested_status) and an empty body, so that a stranger learns
/// nothing from it. Messages name headers and parameters; no message carries a value.
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
    /// The request does not have the header.
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
    #[error("the header `{name}` does not have the expected form: it must be {expected}")]
    MalformedHeader {
        /// Name of the header.
        name: Box<str>,
        /// Expected form.
        expected: &'static str,
    },
    /// The signature is well-formed, but no configured secret made it over this body.
    #[error(
        "the signature does not match: check that {secret} is configured, and that the body is \
         verified exactly as received, before any JSON parsing and re-serializing"
    )]
    Mismatch {
        /// Which secret this provider signs with.
        secret: &'static str,
    },
    /// A header, parameter or path does not hold the configured value.
    #[error(
        "`{name}` does not hold the configured value: compare both sides, including letter case \
         and spaces"
    )]
    TokenMismatch {
        /// Name of the header or parameter; `path` for a path.
        name: Box<str>,
    },
    /// Your own check of a bearer token refused it.
    #[error(
        "the bearer token was refused: check the closure that the endpoint was given, and the \
         token's expiry"
    )]
    TokenRefused,
    /// The handshake's `hub.mode` is missing or is not `subscribe`.
    #[error(
        "`hub.mode` is missing or is not `subscribe`: check that this request is Meta's handshake \
         and that the raw query string is handed over"
    )]
    WrongMode,
    /// The query string does not have the parameter.
    #[error(
        "the query string has no parameter `{name}`: check the registered URL, and that the raw \
         query string is handed over"
    )]
    MissingParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// The query string has the parameter more than once.
    #[error(
        "the query string has the parameter `{name}` more than once: check the registered URL and \
         the proxies in front"
    )]
    DuplicateParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// The parameter is not UTF-8 after percent-decoding.
    #[error("the parameter `{name}` is not UTF-8 text: check how the registered URL is encoded")]
    MalformedParameter {
        /// Name of the parameter.
        name: Box<str>,
    },
    /// The handshake's `hub.challenge` is missing or empty.
    #[error(
        "`hub.challenge` is missing or empty: check that the raw query string is handed over whole"
    )]
    MissingChallenge,
    /// The handshake's `hub.challenge` is too long or has characters other than visible ASCII.
    #[error("`hub.challenge` is too long or has characters that must not be echoed: refuse it")]
    MalformedChallenge,
    /// The query string or the path is too long to be looked at.
    #[error("the query string or path is longer than {limit} bytes: refuse it")]
    UrlTooLong {
        /// Largest accepted length in bytes.
        limit: usize,
    },
    /// The request comes from an address that is not in the configured list.
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
    /// The endpoint checks a part of the request that your program did not hand over. The sender is
    /// not at fault.
    #[error(
        "the endpoint checks the {part} of the request, which was not handed over: call \
         `Request::with_{part}`"
    )]
    NotHandedOver {
        /// Part of the request: `path`, `query` or `peer`.
        part: &'static str,
    },
    /// What the call needs is not configured. The sender is not at fault.
    #[error(transparent)]
    Config(#[from] ConfigError),
}

impl VerifyError {
    /// Returns the HTTP status to answer with.
    ///
    /// | status | when |
    /// |---|---|
    /// | 401 | the sender is not proven |
    /// | 403 | Meta's handshake is refused |
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

/// Start of the names of all parameters of Meta's handshake.
const HANDSHAKE_PREFIX: &str = "hub.";

/// The reason why `receive` returned no events.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReceiveError {
    /// The request is refused; the body was not read.
    #[error(transparent)]
    Verify(#[from] VerifyError),
    /// The sender is proven, but the body cannot be read. Keep the body: the error holds it.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

impl ReceiveError {
    /// Returns the HTTP status to answer with.
    ///
    /// For a refused request it is [`VerifyError::suggested_status`]. For a proven body that cannot
    /// be read it is 200: keep that body for a person to look at, because the provider would only
    /// send the same bytes again.
    #[must_use]
    pub fn suggested_status(&self) -> u16 {
        match self {
            Self::Verify(error) => error.suggested_status(),
            Self::Parse(_) => 200,
        }
    }
}

/// The [`suggested_status`](VerifyError::suggested_status).
#[cfg(feature = "http")]
impl From<&VerifyError> for http::StatusCode {
    fn from(error: &VerifyError) -> Self {
        status_code(error.suggested_status())
    }
}

/// The [`suggested_status`](ReceiveError::suggested_status).
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
