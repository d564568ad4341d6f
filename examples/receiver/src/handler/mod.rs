//! What happens to an event.

mod forward;
mod log;
mod retry_after;
mod sign;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

pub use self::forward::Forward;
pub use self::log::Log;
pub use self::sign::Signer;
use crate::config::{self, ConfigError};
use crate::queue::Leased;

/// Why an event was not handled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Another try may succeed.
    Retry {
        reason: String,
        /// The earliest time for it, if the other side said one.
        after: Option<Duration>,
    },
    /// No other try will succeed: a dead letter.
    Permanent { reason: String },
}

/// What happens to an event. Write your own where the built-in ones do not fit.
///
/// An event is handed over at least once: after a crash, once more. [`Entry::key`](crate::entry::Entry::key) is the
/// same then. Reasons are stored and shown: they must not quote the event.
pub trait Handler: Send + Sync + 'static {
    /// Handles one event. Events of one chat come one after the other.
    fn handle<'a>(&'a self, leased: &'a Leased) -> BoxFuture<'a, Result<(), Failure>>;
}

/// Builds the handler that the configuration names.
pub fn build(config: &config::Config) -> Result<Arc<dyn Handler>, ConfigError> {
    Ok(match &config.handler {
        config::Handler::Log => Arc::new(Log),
        config::Handler::Forward { url, secrets } => {
            Arc::new(Forward::new(url, signer(secrets)?, config.worker.timeout)?)
        }
    })
}

/// Checks the configuration of a handler.
pub fn check(handler: &config::Handler) -> Result<(), ConfigError> {
    if let config::Handler::Forward { url, secrets } = handler {
        signer(secrets)?;
        Forward::address(url)?;
    }
    Ok(())
}

fn signer(secrets: &[config::SecretSource]) -> Result<Signer, ConfigError> {
    let read = |source: &config::SecretSource| source.read("handler.secrets");
    let secrets = secrets.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Signer::new(&secrets)
}
