//! The call that sets the URL of the webhook, and its response.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::reason::Reason;
use crate::json::wire;

/// Longest URL that Partner accepts, in characters.
const MAX_URL_CHARS: usize = 512;

/// Body of the call that sets the URL of the webhook.
///
/// The URL often contains the webhook's only secret, so `Debug` shows only its scheme and host.
///
/// Source: Partners API, Settings, Webhook, set webhook (read 2026-11-21).
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::partner::api::SetWebhook;
///
/// let call = SetWebhook::new("https://hooks.example.com/in/9f2c")?;
/// assert_eq!(serde_json::to_string(&call).unwrap(), r#"{"url":"https://hooks.example.com/in/9f2c"}"#);
/// assert_eq!(format!("{call:?}"), r#"SetWebhook { url: "https://hooks.example.com/…" }"#);
/// # Ok::<(), whatsapp_webhooks::partner::api::InvalidUrl>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct SetWebhook {
    url: String,
}

impl SetWebhook {
    /// Creates the body from an absolute URL: `http://` or `https://` in any case, a host, at most 512 characters.
    ///
    /// `http` is accepted because Partner accepts it, but it exposes the key in `whatsapp_apiKey`.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidUrl`] if Partner would answer with [`Reason::INVALID_URL`].
    pub fn new(url: impl Into<String>) -> Result<Self, InvalidUrl> {
        let url = url.into();
        let (_, host) = scheme_and_host(&url).ok_or(InvalidUrl::Scheme)?;
        if host.trim().is_empty() {
            return Err(InvalidUrl::Host);
        }
        if url.chars().count() > MAX_URL_CHARS {
            return Err(InvalidUrl::TooLong);
        }
        Ok(Self { url })
    }

    /// Returns the URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl fmt::Debug for SetWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, host) = scheme_and_host(&self.url).unwrap_or_default();
        f.debug_struct("SetWebhook")
            .field("url", &format_args!("\"{scheme}://{host}/…\""))
            .finish()
    }
}

/// Reason why a URL is not valid. It never contains the URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidUrl {
    /// The URL does not start with `http://` or `https://`.
    #[error("the url must start with http:// or https://")]
    Scheme,
    /// The URL has no host.
    #[error("the url must contain a host")]
    Host,
    /// The URL is longer than 512 characters.
    #[error("the url must have at most 512 characters")]
    TooLong,
}

/// Splits `scheme://name:password@host:port/path`. Returns `None` for any scheme but `http` and `https`.
fn scheme_and_host(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let authority = rest.split(['/', '\\', '?', '#']).next()?;
    let server = authority
        .rsplit_once('@')
        .map_or(authority, |(_, server)| server);
    let host = match server.strip_prefix('[') {
        Some(address) => address.split(']').next(),
        None => server.split(':').next(),
    };
    Some((scheme, host?))
}

wire! {
    /// Response to the calls that set and read the URL of the webhook. It is not a delivery.
    ///
    /// Source: Partners API, Settings, Webhook (read 2026-11-21). Seen in the wild: no.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::partner::api::{Reason, WebhookResponse};
    ///
    /// let answer = r#"{"status":"FAIL","url":"hooks.example.com/in","reason":13}"#;
    /// let answer: WebhookResponse<'_> = serde_json::from_str(answer)?;
    /// assert!(!answer.is_ok());
    /// assert_eq!(answer.reason(), Some(Reason::INVALID_URL));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct WebhookResponse<'a> {
        /// Outcome of the call: `OK` or `FAIL`, in any case.
        pub status: Option<Cow<'a, str>> = id,
        /// URL of the webhook; in the sample without a scheme, although the call requires one.
        pub url: Option<Cow<'a, str>> = text,
        /// Reason code of the outcome: see [`WebhookResponse::reason`].
        pub reason: Option<i64> = int,
    }
}

impl WebhookResponse<'_> {
    /// Returns `true` if the call succeeded.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        let status = self.status.as_deref();
        status.is_some_and(|status| status.eq_ignore_ascii_case("OK"))
    }

    /// Returns the reason code of a failure.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.reason.map(Reason::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_by_the_providers_rule() {
        let url = |path: usize| format!("HTTPS://h.example/{}", "x".repeat(path));
        let refused = |url: &str| SetWebhook::new(url).err();
        for good in [
            "http://h.example",
            "HtTp://h.example:8080/x?y=z#a",
            "https://user:pass@h.example/",
            "https://[::1]:8443/x",
            "https://מבחן.example/",
        ] {
            assert_eq!(refused(good), None, "{good}");
        }
        for bad in [
            "",
            "h.example/x",
            "//h.example",
            "ftp://h.example",
            " https://h.example",
            "https:/h",
        ] {
            assert_eq!(refused(bad), Some(InvalidUrl::Scheme), "{bad}");
        }
        for bad in [
            "https://",
            "https:///x",
            "http://?x",
            "http://:80/",
            "http://u:p@/x",
            "http:// /",
            "http://[]/",
        ] {
            assert_eq!(refused(bad), Some(InvalidUrl::Host), "{bad}");
        }
        assert_eq!(refused(&url(512 - 18)), None);
        assert_eq!(refused(&url(512 - 17)), Some(InvalidUrl::TooLong));
        assert_eq!(refused(&url(512 - 18).replace('x', "é")), None);
    }

    #[test]
    fn debug_shows_no_secret_of_the_address() {
        for url in [
            "https://u:hunter2@h.example:81/hunter2",
            "https://h.example?key=hunter2",
            "https://h.example\\hunter2",
            "https://h.example#hunter2",
        ] {
            let shown = format!("{:?}", SetWebhook::new(url).unwrap());
            assert_eq!(shown, r#"SetWebhook { url: "https://h.example/…" }"#);
        }
    }

    #[test]
    fn answers_are_read_in_any_notation() {
        let answer = |json| serde_json::from_str::<WebhookResponse<'_>>(json).unwrap();
        assert!(answer(r#"{"status":"Ok","reason":"1"}"#).is_ok());
        for failed in [r#"{"status":"Fail","reason":99}"#, r#"{"reason":1}"#, "{}"] {
            assert!(!answer(failed).is_ok(), "{failed}");
        }
        assert_eq!(
            answer(r#"{"reason":"3"}"#).reason(),
            Some(Reason::TOKEN_EXPIRED)
        );
        assert_eq!(
            answer(r#"{"reason":99}"#).reason().map(Reason::as_i64),
            Some(99)
        );
        let secret = answer(r#"{"url":"h.example/hunter2"}"#);
        assert!(!format!("{secret:?}").contains("hunter2"));
    }
}
