//! The parts of a request that an endpoint can check, except for the body.

use std::{borrow::Borrow, fmt, net::IpAddr, sync::Arc};

use super::{VerifyError, pairs::Pairs};

/// The headers, query string, path and peer address of an HTTP request, for any framework.
///
/// Pass in what the endpoint checks: headers for Meta, WhatzMeAPI and Engage, the peer address for Partner, and the
/// path or query string if the URL contains a secret. If one of the last three is needed but was not passed in, the
/// endpoint returns [`VerifyError::NotHandedOver`].
///
/// | framework | headers |
/// |---|---|
/// | axum, hyper, warp, `lambda_http`, with the feature `http` | `Request::from(&headers)`, `Request::from(&parts)`, `Request::from(&request)` |
/// | actix-web | `Request::from_pairs(request.headers())` |
/// | Cloudflare Workers | `Request::from_pairs(request.headers())` |
/// | any other | [`from_pairs`](Self::from_pairs) or [`from_fn`](Self::from_fn) |
///
/// A `Request` is a copy, so the framework's own request can be consumed while it is in use. It is `Send` and `Sync`,
/// so it can be held across an `await`. Only [`from_fn`](Self::from_fn) borrows: whatever its closure captures.
///
/// Header names are compared without letter case; an underscore is not a hyphen. Values are bytes; spaces and tabs
/// around them are trimmed. Every check rejects a repeated header.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::Request;
///
/// let headers = [("Content-Type", "application/json"), ("X-Auth-Token", "abc")];
/// let request = Request::from_pairs(headers)
///     .with_path("/hooks/whatsapp")
///     .with_query("secret=abc")
///     .with_peer([192, 0, 2, 7].into());
/// # let _ = request;
/// ```
#[derive(Clone)]
pub struct Request<'a> {
    headers: Headers<'a>,
    query: Option<String>,
    path: Option<String>,
    peer: Option<IpAddr>,
}

#[derive(Clone)]
enum Headers<'a> {
    Pairs(Pairs),
    Lookup(Arc<dyn Lookup + Send + Sync + 'a>),
}

impl<'a> Request<'a> {
    /// Creates a request from pairs of header name and value, and copies them.
    ///
    /// The pairs can be owned or borrowed. Use this with frameworks that do not use the `http` crate, or whose own
    /// request cannot be sent to another thread.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::Request;
    ///
    /// let headers = vec![(String::from("X-Signature"), b"sha256=00".to_vec())];
    /// let by_reference = Request::from_pairs(&headers);
    /// let by_value = Request::from_pairs(headers);
    /// # let _ = (by_reference, by_value);
    /// ```
    pub fn from_pairs<N, V>(pairs: impl IntoIterator<Item: Borrow<(N, V)>>) -> Self
    where
        N: AsRef<str>,
        V: AsRef<[u8]>,
    {
        let pairs = pairs.into_iter();
        let mut copied = Pairs::with_capacity(pairs.size_hint().0);
        for pair in pairs {
            let (name, value) = pair.borrow();
            copied.push(name.as_ref(), value.as_ref());
        }
        Self::with_headers(Headers::Pairs(copied))
    }

    /// Creates a request from a closure that returns **all** values of a header by name.
    ///
    /// The closure must compare names without letter case and must not omit a second value: use the framework's
    /// `get_all`, not its `get`.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::Request;
    ///
    /// struct HeaderMap(Vec<(&'static str, &'static [u8])>);
    /// # impl HeaderMap {
    /// #     fn get_all(&self, name: &str) -> Vec<&'static [u8]> {
    /// #         let same = |(n, _): &&(&str, _)| n.eq_ignore_ascii_case(name);
    /// #         self.0.iter().filter(same).map(|(_, v)| *v).collect()
    /// #     }
    /// # }
    /// let headers = HeaderMap(vec![("x-signature", b"sha256=00")]);
    ///
    /// let request = Request::from_fn(|name| headers.get_all(name));
    /// # let _ = request;
    /// ```
    pub fn from_fn<F, I>(lookup: F) -> Self
    where
        F: Fn(&str) -> I + Send + Sync + 'a,
        I: IntoIterator<Item: AsRef<[u8]>>,
    {
        Self::with_headers(Headers::Lookup(Arc::new(lookup)))
    }

    fn with_headers(headers: Headers<'a>) -> Self {
        Self {
            headers,
            query: None,
            path: None,
            peer: None,
        }
    }

    /// Adds the raw query string: the part after the `?`, not decoded; `""` if the URL has none.
    #[must_use]
    pub fn with_query(mut self, query: impl Into<String>) -> Self {
        self.query = Some(query.into());
        self
    }

    /// Adds the raw path, not decoded and without the query string.
    ///
    /// Use the path that the client sent. Nested routers may pass only the rest of it to a handler; in axum, use
    /// `OriginalUri`.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Adds the path and query string of a URI.
    #[cfg(feature = "http")]
    #[must_use]
    pub fn with_uri(self, uri: &http::Uri) -> Self {
        self.with_path(uri.path())
            .with_query(uri.query().unwrap_or_default())
    }

    /// Adds the address of the peer.
    ///
    /// Use the address of the connection itself. Behind your own proxy, use the address that the proxy reports, but
    /// only if the proxy overwrites the client's value: any client can send any address in `X-Forwarded-For`. This
    /// crate never reads such headers.
    #[must_use]
    pub fn with_peer(mut self, peer: IpAddr) -> Self {
        self.peer = Some(peer);
        self
    }

    pub(super) fn query(&self) -> Result<&str, VerifyError> {
        self.query
            .as_deref()
            .ok_or(VerifyError::NotHandedOver { part: "query" })
    }

    pub(super) fn path(&self) -> Result<&str, VerifyError> {
        self.path
            .as_deref()
            .ok_or(VerifyError::NotHandedOver { part: "path" })
    }

    pub(super) fn peer(&self) -> Result<IpAddr, VerifyError> {
        self.peer.ok_or(VerifyError::NotHandedOver { part: "peer" })
    }

    /// Reads the only value of a header, trimmed. A repeated header is an error.
    pub(super) fn header<R>(
        &self,
        name: &str,
        read: impl Fn(&[u8]) -> Result<R, VerifyError>,
    ) -> Result<R, VerifyError> {
        let mut result = None;
        let mut read = |value: &[u8]| result = Some(read(trim(value)));
        let again = match &self.headers {
            Headers::Pairs(pairs) => read_single(pairs.values(name), &mut read),
            Headers::Lookup(lookup) => lookup.read_single(name, &mut read),
        };
        if again {
            return Err(VerifyError::DuplicateHeader { name: name.into() });
        }
        result.unwrap_or_else(|| Err(VerifyError::MissingHeader { name: name.into() }))
    }
}

impl Default for Request<'_> {
    /// Creates a request without headers.
    fn default() -> Self {
        Self::with_headers(Headers::Pairs(Pairs::default()))
    }
}

/// Copies the headers.
#[cfg(feature = "http")]
impl From<&http::HeaderMap> for Request<'_> {
    fn from(headers: &http::HeaderMap) -> Self {
        Self::from_pairs(headers)
    }
}

/// Copies the headers, path and query string, but not the peer address.
#[cfg(feature = "http")]
impl From<&http::request::Parts> for Request<'_> {
    fn from(parts: &http::request::Parts) -> Self {
        Self::from(&parts.headers).with_uri(&parts.uri)
    }
}

/// Copies the headers, path and query string, but not the peer address.
#[cfg(feature = "http")]
impl<B> From<&http::Request<B>> for Request<'_> {
    fn from(request: &http::Request<B>) -> Self {
        Self::from(request.headers()).with_uri(request.uri())
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // URLs and headers contain secrets.
        f.debug_struct("Request")
            .field("has_query", &self.query.is_some())
            .field("has_path", &self.path.is_some())
            .field("peer", &self.peer)
            .finish_non_exhaustive()
    }
}

/// The closure of [`Request::from_fn`], with its return type erased.
trait Lookup {
    fn read_single(&self, name: &str, read: &mut dyn FnMut(&[u8])) -> bool;
}

impl<F, I> Lookup for F
where
    F: Fn(&str) -> I,
    I: IntoIterator<Item: AsRef<[u8]>>,
{
    fn read_single(&self, name: &str, read: &mut dyn FnMut(&[u8])) -> bool {
        read_single(self(name), read)
    }
}

/// Passes the only value to `read`. If there are several, passes none and returns `true`.
fn read_single(values: impl IntoIterator<Item: AsRef<[u8]>>, read: &mut dyn FnMut(&[u8])) -> bool {
    let mut values = values.into_iter();
    match (values.next(), values.next()) {
        (Some(_), Some(_)) => true,
        (value, _) => {
            if let Some(value) = value {
                read(value.as_ref());
            }
            false
        }
    }
}

/// Removes the spaces and tabs that HTTP allows around a value.
pub(super) fn trim(mut value: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = value {
        value = rest;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "X-Signature";

    fn value(request: &Request<'_>) -> Result<Vec<u8>, VerifyError> {
        request.header(NAME, |value| Ok(value.to_vec()))
    }

    fn missing() -> Result<Vec<u8>, VerifyError> {
        Err(VerifyError::MissingHeader { name: NAME.into() })
    }

    fn duplicate() -> Result<Vec<u8>, VerifyError> {
        Err(VerifyError::DuplicateHeader { name: NAME.into() })
    }

    /// Cases: B21, B22.
    #[test]
    fn names_compare_without_case_and_an_underscore_is_no_hyphen() {
        for name in ["X-Signature", "x-signature", "X-SIGNATURE"] {
            assert_eq!(
                value(&Request::from_pairs([(name, "a")])),
                Ok(b"a".to_vec()),
                "{name}"
            );
        }
        for name in ["X_Signature", "X-Signature ", "Signature"] {
            assert_eq!(
                value(&Request::from_pairs([(name, "a")])),
                missing(),
                "{name}"
            );
        }
    }

    /// Cases: B16.
    #[test]
    fn spaces_and_tabs_around_a_value_are_trimmed_and_nothing_else_is() {
        assert_eq!(trim(b" \t a \t b\t "), b"a \t b");
        assert_eq!(trim(b"\na\r"), b"\na\r");
        assert_eq!(trim(b" \t "), b"");
        assert_eq!(trim(b""), b"");
    }

    /// Cases: B23, B24.
    #[test]
    fn every_way_to_give_headers_shows_a_second_value_and_reads_neither() {
        let pairs = [("X-Signature", "a"), ("x-signature", "a")];
        assert_eq!(value(&Request::from_pairs(pairs)), duplicate());
        assert_eq!(value(&Request::from_fn(|_| ["a", "b"])), duplicate());
        assert_eq!(value(&Request::from_fn(|_| Some("a"))), Ok(b"a".to_vec()));
        assert_eq!(value(&Request::from_fn(|_| None::<Vec<u8>>)), missing());
        let read = Request::from_pairs(pairs).header(NAME, |_| -> Result<Vec<u8>, _> {
            Err(VerifyError::TokenRefused)
        });
        assert_eq!(read, duplicate());
    }

    #[test]
    fn debug_shows_which_parts_there_are_and_none_of_their_text() {
        let request = Request::from_pairs([(NAME, "word")])
            .with_query("word")
            .with_path("/word");
        let shown = format!("{request:?}");
        assert_eq!(
            shown,
            "Request { has_query: true, has_path: true, peer: None, .. }"
        );
    }

    #[cfg(feature = "http")]
    #[test]
    fn a_header_map_gives_bytes_untrimmed_and_all_of_them() {
        let mut map = http::HeaderMap::new();
        map.insert(
            "x-signature",
            http::HeaderValue::from_bytes(b" \xe9 ").unwrap(),
        );
        assert_eq!(value(&Request::from(&map)), Ok(b"\xe9".to_vec()));
        assert_eq!(value(&Request::from_pairs(&map)), Ok(b"\xe9".to_vec()));
        map.append("x-signature", http::HeaderValue::from_static("b"));
        assert_eq!(value(&Request::from(&map)), duplicate());
        assert_eq!(value(&Request::from_pairs(&map)), duplicate());
    }

    #[cfg(feature = "http")]
    #[test]
    fn an_http_request_hands_over_headers_path_and_query() {
        let request = |uri: &str| {
            http::Request::builder()
                .uri(uri)
                .header("x-signature", "a")
                .body(())
                .unwrap()
        };
        let whole = request("https://example.com/hook/p%41th?key=k%2B1");
        let (parts, ()) = whole.clone().into_parts();
        for seen in [Request::from(&whole), Request::from(&parts)] {
            assert_eq!(value(&seen), Ok(b"a".to_vec()));
            assert_eq!(seen.path(), Ok("/hook/p%41th"));
            assert_eq!(seen.query(), Ok("key=k%2B1"));
            assert!(seen.peer().is_err());
        }
        // No query string is known to be none.
        assert_eq!(Request::from(&request("/hook")).query(), Ok(""));
    }
}
