//! A POST of the event's JSON to a URL, signed.

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, StatusCode, Url, redirect};

use super::{Failure, Handler, Signer, retry_after};
use crate::clock;
use crate::config::ConfigError;
use crate::queue::Leased;

/// Sends each event as JSON to a URL.
///
/// | answer | what follows |
/// |---|---|
/// | 2xx | done |
/// | 408, 429, 5xx, no answer, time-out | another try, not before `Retry-After` |
/// | all else, redirects too | a dead letter |
#[derive(Debug)]
pub struct Forward {
    client: Client,
    url: Url,
    signer: Signer,
}

impl Forward {
    pub fn new(url: &str, signer: Signer, timeout: Duration) -> Result<Self, ConfigError> {
        let client = Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(timeout)
            .connect_timeout(timeout.min(Duration::from_secs(5)))
            .user_agent("whatsapp-webhooks-receiver")
            .build();
        let client = client.map_err(|_| ConfigError::Invalid {
            place: "handler".into(),
            problem: "the HTTP client cannot be built".into(),
        })?;
        Ok(Self {
            client,
            url: Self::address(url)?,
            signer,
        })
    }

    /// Reads the URL.
    pub fn address(url: &str) -> Result<Url, ConfigError> {
        let parsed = Url::parse(url)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"));
        parsed.ok_or_else(|| ConfigError::Invalid {
            place: "handler.url".into(),
            problem: "expected a URL that begins with `http://` or `https://`".into(),
        })
    }

    async fn post(&self, leased: &Leased) -> Result<(), Failure> {
        let entry = &leased.entry;
        let timestamp = clock::now() / 1_000;
        let mut request = self
            .client
            .post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", &entry.key)
            .header("webhook-timestamp", timestamp)
            .header(
                "webhook-signature",
                self.signer
                    .sign(&entry.key, timestamp, entry.json.as_bytes()),
            )
            .header("x-receiver-endpoint", &entry.endpoint)
            .header("x-receiver-lane", &entry.lane)
            .header("x-receiver-try", leased.tries);
        if leased.replay {
            request = request.header("x-receiver-replay", "true");
        }
        let is_stale = match (&entry.status, &leased.current_status) {
            (Some(status), Some(current)) => !crate::entry::supersedes(status, current),
            _ => false,
        };
        if is_stale {
            request = request.header("x-receiver-stale", "true");
        }
        // The error of the client may quote the URL, which may contain a secret.
        let answer = request
            .body(entry.json.clone())
            .send()
            .await
            .map_err(|error| Failure::Retry {
                reason: if error.is_timeout() {
                    "no answer in time"
                } else {
                    "no connection"
                }
                .into(),
                after: None,
            })?;
        let status = answer.status();
        let reason = format!("answered with {}", status.as_u16());
        match status {
            _ if status.is_success() => Ok(()),
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => Err(()),
            _ if status.is_server_error() => Err(()),
            _ => return Err(Failure::Permanent { reason }),
        }
        .map_err(|()| {
            let after = answer
                .headers()
                .get(RETRY_AFTER)
                .and_then(|value| value.to_str().ok());
            Failure::Retry {
                after: after.and_then(|value| retry_after::read(value, clock::now())),
                reason,
            }
        })
    }
}

impl Handler for Forward {
    fn handle<'a>(&'a self, leased: &'a Leased) -> BoxFuture<'a, Result<(), Failure>> {
        self.post(leased).boxed()
    }
}
