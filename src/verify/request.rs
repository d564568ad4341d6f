//! What a check can see of a request besides its body.

use std::{fmt, net::IpAddr};

use super::SignatureError;

/// Shows the headers, query string, path and peer address of a request, whatever framework it came
/// in with.
///
/// Only what the endpoint asks for has to be there: headers for Meta, WhatzMeAPI and Engage, the
/// peer address for Partner, the path or query string where the URL holds a secret. It borrows
/// everything; make one for each request and use it before the next `await`.
///
/// Header names compare without letter case, and an underscore is not a hyphen. Values are bytes;
/// blanks and tabs around them are trimmed once. A header that stands twice is refused by every
/// check that looks at it.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::verify::Request;
///
/// let headers = [("Content-Type", "application/json"), ("X-Auth-Token", "abc")];
/// let request = Request::from_pairs(&headers)
///     .with_path("/hooks/whatsapp")
///     .with_query("secret=abc")
///     .with_peer([192, 0, 2, 7].into());
/// # let _ = request;
/// ```
#[derive(Clone)]
pub struct Request<'a> {
    headers: Headers<'a>,
    query: Option<&'a str>,
    path: Option<&'a str>,
    peer: Option<IpAddr>,
}

#[derive(Clone)]
enum Headers<'a> {
    Pairs(Vec<(&'a str, &'a [u8])>),
    Lookup(&'a dyn Lookup),
    #[cfg(feature = "http")]
    Map(&'a http::HeaderMap),
}

impl<'a> Request<'a> {
    /// Takes all headers as pairs of name and value.
    pub fn from_pairs<N: AsRef<str>, V: AsRef<[u8]>>(pairs: &'a [(N, V)]) -> Self {
        let pairs = pairs
            .iter()
            .map(|(name, value)| (name.as_ref(), value.as_ref()));
        Self::with_headers(Headers::Pairs(pairs.collect()))
    }

    /// Takes a closure that gives **all** values of the header with the name that it is asked for.
    ///
    /// This is the way for frameworks with header types of their own. The closure must find the
    /// name without letter case, and must not hide a second value: use the framework's `get_all`,
    /// not its `get`.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::verify::Request;
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
    /// let lookup = |name: &str| headers.get_all(name);
    /// let request = Request::from_fn(&lookup);
    /// # let _ = request;
    /// ```
    pub fn from_fn<F, I>(lookup: &'a F) -> Self
    where
        F: Fn(&str) -> I,
        I: IntoIterator<Item: AsRef<[u8]>>,
    {
        Self::with_headers(Headers::Lookup(lookup))
    }

    /// Takes the headers of the `http` crate.
    #[cfg(feature = "http")]
    #[must_use]
    pub fn from_headers(headers: &'a http::HeaderMap) -> Self {
        Self::with_headers(Headers::Map(headers))
    }

    fn with_headers(headers: Headers<'a>) -> Self {
        Self {
            headers,
            query: None,
            path: None,
            peer: None,
        }
    }

    /// Adds the raw query string: what stands after the `?`, not decoded.
    #[must_use]
    pub fn with_query(mut self, query: &'a str) -> Self {
        self.query = Some(query);
        self
    }

    /// Adds the path, without the query string.
    #[must_use]
    pub fn with_path(mut self, path: &'a str) -> Self {
        self.path = Some(path);
        self
    }

    /// Adds the address of the peer.
    ///
    /// It has to be the address of the connection itself. Behind a proxy of your own, take what
    /// that proxy reports, and only if it overwrites what the client sent: anybody can write any
    /// address into `X-Forwarded-For`. This crate never reads such headers.
    #[must_use]
    pub fn with_peer(mut self, peer: IpAddr) -> Self {
        self.peer = Some(peer);
        self
    }

    pub(super) fn query(&self) -> &'a str {
        self.query.unwrap_or_default()
    }

    pub(super) fn path(&self) -> Option<&'a str> {
        self.path
    }

    pub(super) fn peer(&self) -> Option<IpAddr> {
        self.peer
    }

    /// Reads the only value of a header, trimmed. Nothing is read where the header stands twice.
    pub(super) fn header<R>(
        &self,
        name: &str,
        read: impl Fn(&[u8]) -> Result<R, SignatureError>,
    ) -> Result<R, SignatureError> {
        let mut result = None;
        let mut read = |value: &[u8]| result = Some(read(trim(value)));
        let again = match &self.headers {
            Headers::Pairs(pairs) => {
                let values = pairs
                    .iter()
                    .filter(|(n, _)| n.eq_ignore_ascii_case(name))
                    .map(|(_, value)| value);
                read_single(values, &mut read)
            }
            Headers::Lookup(lookup) => lookup.read_single(name, &mut read),
            #[cfg(feature = "http")]
            Headers::Map(map) => read_single(map.get_all(name), &mut read),
        };
        if again {
            return Err(SignatureError::DuplicateHeader { name: name.into() });
        }
        result.unwrap_or_else(|| Err(SignatureError::MissingHeader { name: name.into() }))
    }
}

impl Default for Request<'_> {
    /// A request without headers.
    fn default() -> Self {
        Self::with_headers(Headers::Pairs(Vec::new()))
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // URLs hold secrets as headers do.
        f.debug_struct("Request")
            .field("has_query", &self.query.is_some())
            .field("has_path", &self.path.is_some())
            .field("peer", &self.peer)
            .finish_non_exhaustive()
    }
}

/// The closure of [`Request::from_fn`], whatever it returns.
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

/// Hands the only value to `read`. Where there are several, hands over none and returns `true`.
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

/// Takes away the blanks and tabs that HTTP allows around a value.
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

    fn value(request: &Request<'_>) -> Result<Vec<u8>, SignatureError> {
        request.header(NAME, |value| Ok(value.to_vec()))
    }

    #[test]
    fn names_compare_without_case_and_an_underscore_is_no_hyphen() {
        for name in ["X-Signature", "x-signature", "X-SIGNATURE"] {
            assert_eq!(
                value(&Request::from_pairs(&[(name, "a")])),
                Ok(b"a".to_vec()),
                "{name}"
            );
        }
        for name in ["X_Signature", "X-Signature ", "Signature"] {
            let missing = SignatureError::MissingHeader { name: NAME.into() };
            assert_eq!(
                value(&Request::from_pairs(&[(name, "a")])),
                Err(missing),
                "{name}"
            );
        }
    }

    #[test]
    fn blanks_and_tabs_around_a_value_are_trimmed_and_nothing_else_is() {
        assert_eq!(trim(b" \t a \t b\t "), b"a \t b");
        assert_eq!(trim(b"\na\r"), b"\na\r");
        assert_eq!(trim(b" \t "), b"");
        assert_eq!(trim(b""), b"");
    }

    #[test]
    fn every_way_to_give_headers_shows_a_second_value_and_reads_neither() {
        let duplicate = Err(SignatureError::DuplicateHeader { name: NAME.into() });
        let pairs = [("X-Signature", "a"), ("x-signature", "a")];
        assert_eq!(value(&Request::from_pairs(&pairs)), duplicate);
        assert_eq!(value(&Request::from_fn(&|_: &str| ["a", "b"])), duplicate);
        assert_eq!(
            value(&Request::from_fn(&|_: &str| Some("a"))),
            Ok(b"a".to_vec())
        );
        assert_eq!(
            value(&Request::from_fn(&|_: &str| None::<Vec<u8>>)),
            Err(SignatureError::MissingHeader { name: NAME.into() })
        );
        let read = Request::from_pairs(&pairs)
            .header(NAME, |_| -> Result<(), _> { Err(SignatureError::Mismatch) });
        assert_eq!(
            read,
            Err(SignatureError::DuplicateHeader { name: NAME.into() })
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
        assert_eq!(value(&Request::from_headers(&map)), Ok(b"\xe9".to_vec()));
        map.append("x-signature", http::HeaderValue::from_static("b"));
        assert_eq!(
            value(&Request::from_headers(&map)),
            Err(SignatureError::DuplicateHeader { name: NAME.into() })
        );
    }
}
