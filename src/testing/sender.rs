//! Requests as a provider sends them, and wrong ones.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

use base64ct::{Base64, Encoding};
use bytes::Bytes;

use super::{ENGAGE_HEADER, QUERY_PARAMETER, SECRET};
use crate::verify::AppSecret;
use crate::{ConfigError, Provider, Request, partner};

/// Address that no provider sends from: it is reserved for documentation.
const STRANGER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

/// One request of a provider, not sent yet.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sent {
    /// Path; `/` unless the sender has one.
    pub path: String,
    /// Query string without `?`; empty if the URL has none.
    pub query: String,
    /// Headers: names in lower case, each with its value.
    pub headers: Vec<(String, String)>,
    /// Address of the peer.
    pub peer: Option<IpAddr>,
    /// Body.
    pub body: Bytes,
}

impl Sent {
    /// Converts all but the body for `receive` and `verify` of an endpoint.
    #[must_use]
    pub fn request(&self) -> Request<'static> {
        let request = Request::from_pairs(&self.headers)
            .with_path(self.path.as_str())
            .with_query(self.query.as_str());
        match self.peer {
            Some(peer) => request.with_peer(peer),
            None => request,
        }
    }

    /// Converts into a POST request for the `oneshot` of a router, without the address of the peer.
    ///
    /// # Errors
    ///
    /// Returns the error of `http` if the path, the query or a header that was passed in is not valid.
    #[cfg(feature = "http")]
    pub fn into_http(self) -> Result<http::Request<Bytes>, http::Error> {
        let uri = if self.query.is_empty() {
            self.path
        } else {
            format!("{}?{}", self.path, self.query)
        };
        let mut request = http::Request::post(uri);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        request.body(self.body)
    }
}

impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Sent")
            .field("headers", &names)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// Sends as one provider does: proves each body with what the endpoint expects.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    /// Header of the signature, and its secret.
    signature: Option<(&'static str, AppSecret)>,
    headers: Vec<(String, Text)>,
    path: Option<Text>,
    query: Option<Text>,
    peer: Option<IpAddr>,
}

/// A text that is not printed.
#[derive(Clone)]
struct Text(String);

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl Sender {
    /// Creates a sender that uses [`SECRET`]: as the signing secret of Meta and WhatzMeAPI, as the value of the header
    /// [`ENGAGE_HEADER`] for Engage, and in the query parameter [`QUERY_PARAMETER`] for Cooby and Partner. Partner's
    /// deliveries also come from its documented address.
    #[must_use]
    pub fn of(provider: Provider) -> Self {
        let unsigned = Self::unsigned();
        match provider {
            // The secret is valid.
            Provider::Meta => Self::meta(SECRET).unwrap_or_default(),
            Provider::WhatzMeApi => Self::whatzmeapi(SECRET).unwrap_or_default(),
            Provider::Engage => unsigned.with_header(ENGAGE_HEADER, SECRET),
            Provider::Cooby => unsigned.with_query(format!("{QUERY_PARAMETER}={SECRET}")),
            Provider::Partner => unsigned
                .with_query(format!("{QUERY_PARAMETER}={SECRET}"))
                .with_peer(partner::Endpoint::SOURCE_ADDRESS),
        }
    }

    /// Creates a sender that signs as Meta does.
    ///
    /// # Errors
    ///
    /// The same as [`AppSecret::new`].
    pub fn meta(app_secret: impl AsRef<str>) -> Result<Self, ConfigError> {
        Ok(Self::unsigned().with_signature("x-hub-signature-256", AppSecret::new(app_secret)?))
    }

    /// Creates a sender that signs as WhatzMeAPI does.
    ///
    /// # Errors
    ///
    /// The same as [`AppSecret::new`].
    pub fn whatzmeapi(secret: impl AsRef<str>) -> Result<Self, ConfigError> {
        Ok(Self::unsigned().with_signature("x-signature", AppSecret::new(secret)?))
    }

    /// Creates a sender that proves nothing.
    #[must_use]
    pub fn unsigned() -> Self {
        Self::default()
    }

    fn with_signature(mut self, header: &'static str, secret: AppSecret) -> Self {
        self.signature = Some((header, secret));
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: impl AsRef<str>, value: impl Into<String>) -> Self {
        let name = name.as_ref().to_ascii_lowercase();
        self.headers.push((name, Text(value.into())));
        self
    }

    /// Adds a token as `Authorization: Bearer`.
    #[must_use]
    pub fn with_bearer(self, token: impl AsRef<str>) -> Self {
        self.with_header("authorization", format!("Bearer {}", token.as_ref()))
    }

    /// Adds a user and a password as `Authorization: Basic`.
    #[must_use]
    pub fn with_basic(self, user: impl AsRef<str>, password: impl AsRef<str>) -> Self {
        let both = format!("{}:{}", user.as_ref(), password.as_ref());
        let coded = Base64::encode_string(both.as_bytes());
        self.with_header("authorization", format!("Basic {coded}"))
    }

    /// Sets the path of the URL, with the secret that may be in it.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(Text(path.into()));
        self
    }

    /// Sets the query string of the URL, encoded and without `?`.
    #[must_use]
    pub fn with_query(mut self, query: impl Into<String>) -> Self {
        self.query = Some(Text(query.into()));
        self
    }

    /// Sets the address of the peer.
    #[must_use]
    pub fn with_peer(mut self, peer: IpAddr) -> Self {
        self.peer = Some(peer);
        self
    }

    /// Builds a delivery that an endpoint accepts.
    #[must_use]
    pub fn good(&self, body: impl Into<Bytes>) -> Sent {
        let body = body.into();
        let json = ("content-type".to_owned(), "application/json".to_owned());
        let mut headers = vec![json];
        if let Some((header, secret)) = &self.signature {
            headers.push(((*header).to_owned(), secret.sign(&body)));
        }
        let others = self.headers.iter();
        headers.extend(others.map(|(name, value)| (name.clone(), value.0.clone())));
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.0.clone());
        Sent {
            path: text(&self.path).unwrap_or_else(|| "/".to_owned()),
            query: text(&self.query).unwrap_or_default(),
            headers,
            peer: self.peer,
            body,
        }
    }

    /// Builds a delivery of somebody who does not know the secret: the signature, and everything else that proves the
    /// sender, is wrong in its last character. It comes from another address. The path is wrong only if nothing else
    /// proves the sender: another path may have no handler at all.
    #[must_use]
    pub fn wrong_signature(&self, body: impl Into<Bytes>) -> Sent {
        let mut sent = self.good(body);
        for (name, value) in &mut sent.headers {
            if name != "content-type" {
                change_last(value);
            }
        }
        change_last(&mut sent.query);
        if self.is_proven_by_path() {
            change_last(&mut sent.path);
        }
        sent.peer = sent.peer.map(|_| STRANGER);
        sent
    }

    /// Builds a delivery without anything that proves the sender. It has no path only if nothing but the path proves
    /// the sender.
    #[must_use]
    pub fn missing_signature(&self, body: impl Into<Bytes>) -> Sent {
        let mut sent = Self::unsigned().good(body);
        if let Some(path) = self.path.as_ref().filter(|_| !self.is_proven_by_path()) {
            sent.path.clone_from(&path.0);
        }
        sent.peer = self.peer.map(|_| STRANGER);
        sent
    }

    /// Builds a delivery whose body was cut in half after it was signed. An endpoint that checks no signature cannot
    /// notice that before it parses.
    #[must_use]
    pub fn truncated(&self, body: impl Into<Bytes>) -> Sent {
        let mut sent = self.good(body);
        sent.body.truncate(sent.body.len() / 2);
        sent
    }

    /// Builds a delivery that is authentic, but whose body was cut in half before it was signed.
    #[must_use]
    pub fn unreadable(&self, body: impl Into<Bytes>) -> Sent {
        let mut body = body.into();
        body.truncate(body.len() / 2);
        self.good(body)
    }

    /// Builds the same delivery twice: providers repeat it if they did not get the answer.
    #[must_use]
    pub fn duplicate(&self, body: impl Into<Bytes>) -> [Sent; 2] {
        let sent = self.good(body);
        [sent.clone(), sent]
    }

    /// Builds the deliveries in the opposite order: `read` before `sent`.
    #[must_use]
    pub fn reordered<B: Into<Bytes>>(&self, bodies: impl IntoIterator<Item = B>) -> Vec<Sent> {
        let mut sent: Vec<Sent> = bodies.into_iter().map(|body| self.good(body)).collect();
        sent.reverse();
        sent
    }

    /// Builds `count` deliveries, which go through the bodies again and again. No body, no deliveries.
    #[must_use]
    pub fn burst<B: Into<Bytes>>(
        &self,
        bodies: impl IntoIterator<Item = B>,
        count: usize,
    ) -> Vec<Sent> {
        let sent: Vec<Sent> = bodies.into_iter().map(|body| self.good(body)).collect();
        sent.iter().cycle().take(count).cloned().collect()
    }

    /// Whether the path is all that a receiver can check. Beside another proof it leads to the handler, and another path
    /// would be answered with 404.
    fn is_proven_by_path(&self) -> bool {
        let has_other =
            self.signature.is_some() || !self.headers.is_empty() || self.query.is_some();
        self.path.is_some() && !has_other
    }
}

/// Replaces the last character of what proves a sender: by another digit, so that its form stays right.
fn change_last(text: &mut String) {
    if let Some(last) = text.pop() {
        text.push(if last == '0' { '1' } else { '0' });
    }
}

/// Returns the query string of Meta's handshake: its GET request when the URL is registered.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::{meta, testing};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let endpoint = meta::Endpoint::new(testing::SECRET, testing::TOKEN)?;
/// let query = testing::handshake(testing::TOKEN, "1158201444");
/// assert_eq!(endpoint.challenge(&query)?, "1158201444");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn handshake(verify_token: impl AsRef<str>, challenge: impl AsRef<str>) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("hub.mode", "subscribe")
        .append_pair("hub.challenge", challenge.as_ref())
        .append_pair("hub.verify_token", verify_token.as_ref())
        .finish()
}
