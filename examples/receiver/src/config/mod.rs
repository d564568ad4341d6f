//! The configuration file.

pub mod endpoint;
pub mod first;
pub mod secret;
mod sections;

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use serde::Deserialize;

pub use self::endpoint::{Endpoint, EndpointConfig, Endpoints};
pub use self::secret::SecretSource;
pub use self::sections::{Handler, Limits, Nats, Page, Retention, Server, Worker};

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
