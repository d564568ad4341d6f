//! The sections of the configuration file, with their defaults.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use serde::{Deserialize, Deserializer};

use super::SecretSource;
use crate::clock;

/// The public port.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    pub listen: SocketAddr,
    /// Addresses of your own proxies: only their `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Time after which a delivery that is not stored yet is answered with 503.
    #[serde(deserialize_with = "read_duration")]
    pub answer_within: Duration,
    /// Time that a graceful stop leaves to handlers in work.
    #[serde(deserialize_with = "read_duration")]
    pub drain: Duration,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            trusted_proxies: Vec::new(),
            answer_within: Duration::from_millis(1_800),
            drain: Duration::from_secs(25),
        }
    }
}

/// The port of the page, metrics and health.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Page {
    pub listen: SocketAddr,
    /// Names under which the page may be called, besides `localhost` and addresses of loopback.
    pub hosts: Vec<String>,
    /// Token to log in with; without one there is no page, only metrics and health.
    pub token: Option<SecretSource>,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8081)),
            hosts: Vec::new(),
            token: None,
        }
    }
}

/// What one source may ask for.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Requests of one address in a second, on average; bursts may be twice as large.
    pub per_second: u32,
    /// Refused requests of one address in a minute, after which it gets 429 unread.
    pub refused_per_minute: u32,
    /// Deliveries in work at the same time; more are answered with 503.
    pub in_flight: usize,
    /// Largest body in bytes.
    pub body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            per_second: 2_000,
            refused_per_minute: 120,
            in_flight: 512,
            // 3 MiB is what Meta sends at most, and a bit.
            body: 3 * 1024 * 1024 + 64 * 1024,
        }
    }
}

/// The worker.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Worker {
    /// Chats handled at the same time.
    pub concurrency: usize,
    /// Time for one try.
    #[serde(deserialize_with = "read_duration")]
    pub timeout: Duration,
    /// Upper bound of the wait before the second try; doubles with every try.
    #[serde(deserialize_with = "read_duration")]
    pub backoff: Duration,
    /// Largest upper bound of a wait.
    #[serde(deserialize_with = "read_duration")]
    pub longest_backoff: Duration,
    /// Tries after which an event is a dead letter.
    pub tries: u32,
    /// Whether a status that does not supersede the last one is handed over too, marked as stale.
    pub hand_over_stale: bool,
}

impl Default for Worker {
    fn default() -> Self {
        Self {
            concurrency: 64,
            timeout: Duration::from_secs(15),
            backoff: Duration::from_secs(2),
            longest_backoff: Duration::from_secs(3_600),
            // With full jitter about five hours on average, ten at most.
            tries: 20,
            hand_over_stale: false,
        }
    }
}

/// What happens to an event.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Handler {
    /// One log line, without personal data.
    #[default]
    Log,
    /// A POST to a URL, signed as Standard Webhooks describe.
    Forward {
        url: String,
        /// `whsec_` and Base64, the newest first.
        secrets: Vec<SecretSource>,
    },
}

/// What is deleted, and when. What is not handled yet never is.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Retention {
    #[serde(deserialize_with = "read_duration")]
    pub age: Duration,
    /// Events kept at most.
    pub events: u64,
    /// Size of the file in bytes, above which the oldest events go.
    pub bytes: u64,
    /// Age up to which a repeated delivery is recognised; at least the seven days for which Meta repeats.
    #[serde(deserialize_with = "read_duration")]
    pub keys: Duration,
    /// Free space of the disk in bytes, below which the receiver is not ready.
    pub free: u64,
    /// Size in bytes that the file never exceeds: deliveries are answered with 503 then.
    pub hard_limit: Option<u64>,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            age: Duration::from_secs(30 * 86_400),
            events: 5_000_000,
            bytes: 20 * 1024 * 1024 * 1024,
            keys: Duration::from_secs(8 * 86_400),
            free: 64 * 1024 * 1024,
            hard_limit: None,
        }
    }
}

/// Used if `queue` is an address.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Nats {
    /// Prefix of streams and subjects: two systems may share a server.
    pub prefix: String,
    /// Parts that the chats are divided into; at least the number of workers. Fixed once the stream exists.
    pub partitions: u16,
    pub replicas: usize,
    /// Time for which the server recognises a message that is published again.
    #[serde(deserialize_with = "read_duration")]
    pub duplicate_window: Duration,
    /// Path of a credentials file.
    pub credentials: Option<PathBuf>,
    /// Time without a sign of life after which another worker takes over.
    #[serde(deserialize_with = "read_duration")]
    pub takeover: Duration,
}

impl Default for Nats {
    fn default() -> Self {
        Self {
            prefix: "whatsapp".into(),
            partitions: 16,
            replicas: 1,
            duplicate_window: Duration::from_secs(86_400),
            credentials: None,
            takeover: Duration::from_secs(10),
        }
    }
}

/// Reads `"30s"`, `"90m"`, `"36h"`, `"7d"`, or a number of milliseconds.
fn read_duration<'de, D: Deserializer<'de>>(source: D) -> Result<Duration, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Text(String),
        Millis(u64),
    }
    match Written::deserialize(source)? {
        Written::Millis(millis) => Ok(Duration::from_millis(millis)),
        Written::Text(text) => clock::duration(&text).ok_or_else(|| {
            serde::de::Error::custom(
                "expected a duration such as `30s`, `90m`, `36h`, `7d`, or milliseconds",
            )
        }),
    }
}
