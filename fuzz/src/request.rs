//! Requests, judged a second time by rules as plain as the documentation has them.

use std::net::IpAddr;

use whatsapp_webhooks::verify::AppSecret;
use whatsapp_webhooks::{
    ReceiveError, Request, Verified, VerifyError, cooby, engage, meta, partner, whatzmeapi,
};

const NEW: &str = "the-new-secret-5f1c9e";
const OLD: &str = "the-old-secret-77ab01";
const TOKEN: &str = "s3cret+t0ken";
/// `user:pa:ss-w0rd`.
const BASIC: &str = "dXNlcjpwYTpzcy13MHJk";
const LIMIT: usize = 8 * 1024;

/// A request as the target reads it from bytes, so that seeds can be written by hand.
///
/// The first line is path, `?` and query string, and after a space the address of the peer; each of the three may be
/// missing. A header follows on each line, and the body after an empty line. `{new}` and `{old}` in the value of a header
/// are the signatures of the body.
pub struct Sent {
    path: Option<String>,
    query: Option<String>,
    peer: Option<IpAddr>,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
}

impl Sent {
    /// Reads a request; every input is one.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let (head, body) = match bytes.windows(2).position(|pair| pair == b"\n\n") {
            Some(at) => (&bytes[..at], &bytes[at + 2..]),
            None => (bytes, &b""[..]),
        };
        let mut lines = head.split(|byte| *byte == b'\n');
        let first = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
        let (url, peer) = first.split_once(' ').unwrap_or((&first, ""));
        let (path, query) = match url.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (url, None),
        };
        let signatures = [("{new}", NEW), ("{old}", OLD)]
            .map(|(mark, secret)| (mark, secret_of(secret).sign(body)));
        let header = |line: &[u8]| {
            let colon = line.iter().position(|byte| *byte == b':')?;
            let name = String::from_utf8_lossy(&line[..colon]).into_owned();
            let value = match std::str::from_utf8(&line[colon + 1..]) {
                Ok(text) => {
                    let text = text.to_owned();
                    let put = |text: String, (mark, signature): &(&str, String)| {
                        text.replace(mark, signature)
                    };
                    signatures.iter().fold(text, put).into_bytes()
                }
                Err(_) => line[colon + 1..].to_vec(),
            };
            Some((name, value))
        };
        Self {
            path: (!path.is_empty()).then(|| path.to_owned()),
            query,
            peer: peer.trim().parse().ok(),
            headers: lines.filter_map(header).collect(),
            body: body.to_vec(),
        }
    }

    fn request(&self) -> Request<'static> {
        let mut request = Request::from_pairs(&self.headers);
        if let Some(path) = &self.path {
            request = request.with_path(path);
        }
        if let Some(query) = &self.query {
            request = request.with_query(query);
        }
        match self.peer {
            Some(peer) => request.with_peer(peer),
            None => request,
        }
    }

    /// The only value of a header, without spaces and tabs around it.
    fn header(&self, wanted: &str) -> Option<&[u8]> {
        let same = |(name, _): &&(String, Vec<u8>)| name.to_ascii_lowercase() == wanted;
        let mut values = self.headers.iter().filter(same).map(|(_, value)| value);
        let value = values.next()?;
        let is_blank = |byte: &u8| [b' ', b'\t'].contains(byte);
        let from = value.iter().position(|byte| !is_blank(byte));
        let to = value.iter().rposition(|byte| !is_blank(byte));
        let value = match (from, to) {
            (Some(from), Some(to)) => &value[from..=to],
            _ => b"",
        };
        values.next().is_none().then_some(value)
    }

    /// The credentials of `Authorization`, if it has this scheme.
    fn credentials(&self, scheme: &str) -> Option<String> {
        let value = String::from_utf8(self.header("authorization")?.to_vec()).ok()?;
        let (given, credentials) = value.split_once(' ')?;
        let credentials = credentials.trim_matches([' ', '\t']).to_owned();
        (given.to_ascii_lowercase() == scheme).then_some(credentials)
    }

    /// Which of the two secrets the body was signed with.
    fn secret(&self, header: &str, prefix_is_optional: bool) -> Option<usize> {
        let value = String::from_utf8(self.header(header)?.to_vec()).ok()?;
        let digits = match value.strip_prefix("sha256=") {
            None if prefix_is_optional => value.as_str(),
            digits => digits?,
        };
        let expected = |secret| secret_of(secret).sign(&self.body);
        [NEW, OLD].into_iter().position(|secret| {
            expected(secret).strip_prefix("sha256=") == Some(&digits.to_ascii_lowercase())
        })
    }

    fn has_segment(&self, secret: &str) -> bool {
        let path = self.path.as_deref().filter(|path| path.len() <= LIMIT);
        path.is_some_and(|path| path.split('/').any(|segment| segment == secret))
    }

    fn has_parameter(&self, name: &str, secret: &str) -> bool {
        let query = self.query.as_deref().filter(|query| query.len() <= LIMIT);
        query.is_some_and(|query| only(query, name).as_deref() == Some(secret))
    }
}

fn secret_of(text: &str) -> AppSecret {
    AppSecret::new(text).expect("a secret")
}

/// The only value of a parameter, decoded.
fn only(query: &str, wanted: &str) -> Option<String> {
    let parts = query.split('&').filter(|part| !part.is_empty());
    let mut values = parts.filter_map(|part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (decoded(name) == wanted.as_bytes()).then(|| decoded(value))
    });
    let value = values.next()?;
    match values.next() {
        Some(_) => None,
        None => String::from_utf8(value).ok(),
    }
}

fn decoded(text: &str) -> Vec<u8> {
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(byte) = bytes.get(at) {
        let pair = (digit(bytes.get(at + 1)), digit(bytes.get(at + 2)));
        match (byte, pair) {
            (b'+', _) => out.push(b' '),
            (b'%', (Some(high), Some(low))) => {
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            _ => out.push(*byte),
        }
        at += 1;
    }
    out
}

/// Nobody is let in but who meets every condition, whoever does is, and a refusal says nothing of the secrets.
///
/// # Panics
///
/// Where that is not so.
pub fn endpoint(bytes: &[u8]) {
    let sent = Sent::read(bytes);
    let request = sent.request();
    let secrets = || [NEW, OLD].map(secret_of);
    macro_rules! judge {
        ($($endpoint:expr => $index:expr, $accepted:expr;)+) => {$({
            let endpoint = $endpoint;
            let (index, accepted): (Option<usize>, bool) = ($index, $accepted);
            judge(endpoint.verify(&request, &sent.body), index, accepted);
            match endpoint.receive(&request, sent.body.clone()) {
                Err(ReceiveError::Verify(_)) => assert!(!accepted),
                Err(_) => assert!(accepted),
                Ok(delivery) => {
                    assert!(accepted && delivery.verified.is_proven());
                    assert_eq!(delivery.verified.secret_index(), index);
                }
            }
        })+};
    }
    let by_meta = sent.secret("x-hub-signature-256", false);
    let by_whatzmeapi = sent.secret("x-signature", true);
    let bearer = sent.credentials("bearer");
    let is_bearer = bearer.as_deref() == Some(TOKEN);
    let is_basic = sent.credentials("basic").as_deref() == Some(BASIC);
    let is_jwt = bearer.is_some_and(|token| token.ends_with(".sig"));
    let is_known = |address: &str| sent.peer.map(|it| it.to_canonical()) == address.parse().ok();
    judge! {
        meta::Endpoint::with_secrets(secrets(), TOKEN).expect("valid") => by_meta, by_meta.is_some();
        whatzmeapi::Endpoint::with_secrets(secrets()).expect("valid") =>
            by_whatzmeapi, by_whatzmeapi.is_some();
        whatzmeapi::Endpoint::with_secrets(secrets()).expect("valid")
            .and_bearer(TOKEN).expect("valid")
            .and_header("X-Tenant", "seven").expect("valid") => by_whatzmeapi,
            by_whatzmeapi.is_some() && is_bearer && sent.header("x-tenant") == Some(b"seven");
        whatzmeapi::Endpoint::by_bearer(TOKEN).expect("valid") => None, is_bearer;
        whatzmeapi::Endpoint::by_basic("user", "pa:ss-w0rd").expect("valid") => None, is_basic;
        whatzmeapi::Endpoint::by_jwt(|token| token.ends_with(".sig")) => None, is_jwt;
        engage::Endpoint::new("X-Auth-Token", TOKEN).expect("valid") =>
            None, sent.header("x-auth-token") == Some(TOKEN.as_bytes());
        cooby::Endpoint::by_path_secret(NEW).expect("valid") => None, sent.has_segment(NEW);
        cooby::Endpoint::by_query_secret("key", TOKEN).expect("valid") =>
            None, sent.has_parameter("key", TOKEN);
        partner::Endpoint::by_address() => None, is_known("34.165.99.212");
        partner::Endpoint::by_addresses(["2001:db8::/127"]).expect("valid")
            .and_path_secret(OLD).expect("valid") => None,
            (is_known("2001:db8::") || is_known("2001:db8::1")) && sent.has_segment(OLD);
    }
}

fn judge(result: Result<Verified, VerifyError>, index: Option<usize>, accepted: bool) {
    match result {
        Ok(verified) => {
            assert!(accepted && verified.is_proven());
            assert_eq!(verified.secret_index(), index);
        }
        Err(error) => {
            assert!(!accepted, "{error}");
            let is_ours = matches!(error, VerifyError::NotHandedOver { .. });
            assert_eq!(error.suggested_status() / 100, if is_ours { 5 } else { 4 });
            let shown = format!("{error} {error:?}");
            for secret in [NEW, OLD, TOKEN, BASIC, "pa:ss-w0rd"] {
                assert!(!shown.contains(secret), "{shown}");
            }
        }
    }
}

/// A handshake is answered with its challenge exactly where its three parameters are right.
///
/// # Panics
///
/// Where that is not so.
pub fn handshake(query: &[u8]) {
    let Ok(query) = std::str::from_utf8(query) else {
        return;
    };
    let endpoint = meta::Endpoint::new(NEW, TOKEN).expect("valid");
    let challenge = only(query, "hub.challenge").filter(|challenge| {
        let is_safe = |it: u8| it.is_ascii_graphic() && !b"<>&\"'`".contains(&it);
        (1..=256).contains(&challenge.len()) && challenge.bytes().all(is_safe)
    });
    let is_right = query.len() <= LIMIT
        && only(query, "hub.mode").as_deref() == Some("subscribe")
        && only(query, "hub.verify_token").as_deref() == Some(TOKEN);
    match endpoint.challenge(query) {
        Ok(answer) => assert_eq!(Some(answer), challenge.filter(|_| is_right)),
        Err(error) => {
            assert!(!is_right || challenge.is_none(), "{error}");
            assert!([403, 414].contains(&error.suggested_status()), "{error}");
            assert!(!format!("{error} {error:?}").contains(TOKEN));
        }
    }
}
