//! What an operator can call. Every command prints JSON on standard output, one object a line, and says by its exit code
//! how it went.

mod dead;
mod replay;
mod status;

use std::env;

use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::json;

use crate::clock;
use crate::config::Config;
use crate::queue::{self, QueueError};
use crate::store::actions::Action;
use crate::store::{Store, StoreError};

/// Exit codes.
pub mod exit {
    /// The command failed.
    pub const FAILED: u8 = 1;
    /// The arguments are wrong.
    pub const USAGE: u8 = 2;
    /// The configuration is refused.
    pub const CONFIG: u8 = 3;
    /// There is nothing with this key, or in this range.
    pub const NOT_FOUND: u8 = 4;
    /// `status`: something is wrong with the system.
    pub const UNHEALTHY: u8 = 5;
}

/// Who acts, and why: both are recorded.
#[derive(Clone, Debug, Args)]
pub struct Reason {
    /// Who acts; the user of the system if it is not given.
    #[arg(long, env = "RECEIVER_WHO")]
    pub who: Option<String>,
    /// Why.
    #[arg(long)]
    pub why: String,
}

impl Reason {
    fn action(&self, what: &str, subject: impl Into<String>) -> Action {
        let user = || {
            env::var("SUDO_USER")
                .or_else(|_| env::var("USER"))
                .unwrap_or_else(|_| "unknown".into())
        };
        Action {
            at: clock::now(),
            who: self.who.clone().unwrap_or_else(user),
            what: what.into(),
            why: self.why.clone(),
            subject: subject.into(),
        }
    }
}

/// Commands that work on the store and the queue, whether the receiver runs or not.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Events that were given up.
    #[command(subcommand)]
    Dead(dead::Dead),
    /// Hands stored events over again, marked as a replay.
    Replay(replay::Replay),
    /// How much waits, how much is stored, and what operators did.
    Status,
    /// Checks the configuration and its secrets.
    CheckConfig,
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Queue(#[from] QueueError),
    #[error("{0}")]
    Usage(String),
    #[error("nothing found")]
    NotFound,
    #[error("not healthy")]
    Unhealthy,
}

impl CommandError {
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NotFound | Self::Queue(QueueError::NotFound) => exit::NOT_FOUND,
            Self::Usage(_) => exit::USAGE,
            Self::Unhealthy => exit::UNHEALTHY,
            Self::Store(_) | Self::Queue(_) => exit::FAILED,
        }
    }
}

/// Runs a command.
pub async fn run(command: Command, config: &Config) -> Result<(), CommandError> {
    if let Command::CheckConfig = command {
        let endpoints: Vec<String> = config
            .endpoints
            .iter()
            .map(|endpoint| endpoint.name())
            .collect();
        print(
            &json!({"ok": true, "endpoints": endpoints, "queue": if config.is_nats() { "nats" } else { "sqlite" }}),
        );
        return Ok(());
    }
    let store = Store::open(&config.data, config.retention.hard_limit)?;
    let queue = queue::open(config, &store).await?;
    match command {
        Command::Dead(command) => dead::run(command, &store, queue.as_ref()).await,
        Command::Replay(command) => replay::run(command, config, &store).await,
        Command::Status => status::run(&store, queue.as_ref(), config).await,
        Command::CheckConfig => Ok(()),
    }
}

fn print(value: &impl Serialize) {
    match serde_json::to_string(value) {
        Ok(line) => println!("{line}"),
        Err(error) => eprintln!("cannot be written as JSON: {error}"),
    }
}
