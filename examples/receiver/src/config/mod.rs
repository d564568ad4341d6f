//! The configuration file.

pub mod endpoint;
pub mod first;
pub mod secret;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use ipnet::IpNet;
use serde::{Deserialize, Deserializer};

pub use self::endpoint::{Endpoint, EndpointConfig, Endpoints};
pub use self::secret::SecretSource;
use crate::clock;

/// Why a configuration is refused. No message contains a configured secret.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: io::Error },
    // The reader's own message would quote the line, which may hold a secret.
    #[error("{}: line {line}: {message}", path.display())]
    Toml {
        path: PathBuf,
        line: usize,
        message: String,
    },
    #[error("endpoint `{name}`: {error}")]
    Endpoint {
        name: String,
        error: whatsapp_webhooks::ConfigError,
    },
    #[error("{place}: the environment variable `{name}` is not set or not text")]
    NoVariable { place: String, name: String },
    #[error("{place}: {}: {error}", path.display())]
    NoSecretFile {
        place: String,
        path: PathBuf,
        error: io::Error,
    },
    #[error("{place}: the secret is blank")]
    Blank { place: String },
    #[error("{place}: {problem}")]
    Invalid { place: String, problem: String },
}

impl ConfigError {
    fn invalid(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::Invalid {
            place: place.into(),
            problem: problem.into(),
        }
    }
}

/// The configuration as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Path of the SQLite file; relative to the configuration file.
    #[serde(default = "defaults::data")]
    pub data: PathBuf,
    /// `sqlite`, or the address of a NATS server such as `nats://127.0.0.1:4222`.
    #[serde(default = "defaults::queue")]
    pub queue: String,
    #[serde(default)]
    pub server: Server,
    #[serde(default)]
    pub page: Page,
    #[serde(default)]
    pub limits: Limits,
    #[serde(default)]
    pub worker: Worker,
    #[serde(default)]
    pub handler: Handler,
    #[serde(default)]
    pub retention: Retention,
    #[serde(default)]
    pub nats: Nats,
    #[serde(default, rename = "endpoint")]
    pub endpoints: Vec<EndpointConfig>,
}

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

mod defaults {
    use std::path::PathBuf;

    pub(super) fn data() -> PathBuf {
        "receiver.db".into()
    }

    pub(super) fn queue() -> String {
        "sqlite".into()
    }
}

impl Config {
    /// Reads a configuration and checks all that can be checked without a connection.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let text = fs::read_to_string(path).map_err(|error| ConfigError::File {
            path: path.into(),
            error,
        })?;
        let mut config: Self = toml::from_str(&text).map_err(|error| ConfigError::Toml {
            path: path.into(),
            line: error.span().map_or(1, |span| {
                text.bytes()
                    .take(span.start)
                    .filter(|byte| *byte == b'\n')
                    .count()
                    + 1
            }),
            message: error.message().into(),
        })?;
        let folder = path.parent().unwrap_or(Path::new("."));
        config.data = folder.join(&config.data);
        config.rebase(folder);
        config.check()?;
        Ok(config)
    }

    /// Secret files are relative to the configuration file.
    fn rebase(&mut self, folder: &Path) {
        let mut sources: Vec<&mut SecretSource> = self.page.token.iter_mut().collect();
        if let Handler::Forward { secrets, .. } = &mut self.handler {
            sources.extend(secrets);
        }
        sources.extend(
            self.endpoints
                .iter_mut()
                .flat_map(EndpointConfig::secret_sources),
        );
        for source in sources {
            source.rebase(folder);
        }
        if let Some(credentials) = &mut self.nats.credentials {
            *credentials = folder.join(&*credentials);
        }
    }

    fn check(&self) -> Result<(), ConfigError> {
        let wrong = |place: &str, problem: &str| Err(ConfigError::invalid(place, problem));
        if self.queue != "sqlite" && !self.queue.contains("://") {
            return wrong(
                "queue",
                "expected `sqlite` or an address such as `nats://127.0.0.1:4222`",
            );
        }
        if self.retention.keys < Duration::from_secs(7 * 86_400) {
            return wrong(
                "retention.keys",
                "Meta repeats deliveries for seven days: keep keys at least as long",
            );
        }
        if self.worker.concurrency == 0 || self.worker.tries == 0 {
            return wrong("worker", "`concurrency` and `tries` are at least 1");
        }
        if self.limits.per_second == 0
            || self.limits.refused_per_minute == 0
            || self.limits.in_flight == 0
        {
            return wrong("limits", "every limit is at least 1");
        }
        if !(1..=1024).contains(&self.nats.partitions) {
            return wrong("nats.partitions", "expected 1 to 1024");
        }
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
        if self.nats.prefix.is_empty() || !self.nats.prefix.bytes().all(plain) {
            return wrong("nats.prefix", "use letters, digits, `_` and `-`");
        }
        self.page_token()?;
        crate::handler::check(&self.handler)?;
        Endpoints::build(self)?;
        Ok(())
    }

    /// Reads the token of the page.
    pub fn page_token(
        &self,
    ) -> Result<Option<whatsapp_webhooks::verify::VerifyToken>, ConfigError> {
        let Some(source) = &self.page.token else {
            return Ok(None);
        };
        let token = whatsapp_webhooks::verify::VerifyToken::new(source.read("page.token")?);
        token
            .map(Some)
            .map_err(|error| ConfigError::invalid("page.token", error.to_string()))
    }

    /// Returns whether the queue is in NATS.
    pub fn is_nats(&self) -> bool {
        self.queue != "sqlite"
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
