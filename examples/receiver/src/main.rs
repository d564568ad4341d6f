//! The program.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use receiver::command::{self, exit};
use receiver::config::{self, Config};
use receiver::serve;
use tokio::runtime::Runtime;
use tracing_subscriber::EnvFilter;

/// Receives WhatsApp webhooks: verified, stored, answered, worked off, nothing lost.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// Configuration file. If `serve` is called and it is missing, it is written, with secrets drawn at random.
    #[arg(
        long,
        global = true,
        env = "RECEIVER_CONFIG",
        default_value = "receiver-data/receiver.toml"
    )]
    config: PathBuf,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Receives deliveries and works them off. The default.
    Serve {
        /// Leaves the work to `receiver work`.
        #[arg(long)]
        no_worker: bool,
        /// Address of the page, instead of the configured one.
        #[arg(long)]
        page: Option<std::net::SocketAddr>,
    },
    /// Works off what others receive.
    Work {
        /// Address of metrics and health, instead of the configured one.
        #[arg(long)]
        page: Option<std::net::SocketAddr>,
    },
    #[command(flatten)]
    Operate(command::Command),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let command = arguments.command.unwrap_or(Command::Serve {
        no_worker: false,
        page: None,
    });
    let level = if matches!(command, Command::Operate(_)) {
        "warn"
    } else {
        "info"
    };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(level));
    // A log that cannot be written, because its disk is full, must not end a request.
    let log = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .log_internal_errors(false);
    let log = log.with_env_filter(filter);
    log.with_writer(io::stderr).init();
    if let Command::Serve { .. } = command {
        match config::first::write(&arguments.config) {
            Ok(false) => {}
            Ok(true) => eprintln!(
                "wrote {}, and secrets drawn at random beside it",
                arguments.config.display()
            ),
            Err(error) => {
                return failed(
                    &format!("{}: {error}", arguments.config.display()),
                    exit::CONFIG,
                );
            }
        }
    }
    let mut config = match Config::load(&arguments.config) {
        Ok(config) => config,
        Err(error) => return failed(&error, exit::CONFIG),
    };
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error, exit::FAILED),
    };
    let (parts, page) = match command {
        Command::Serve { no_worker, page } => (
            serve::Parts {
                intake: true,
                worker: !no_worker,
            },
            page,
        ),
        Command::Work { page } => (
            serve::Parts {
                intake: false,
                worker: true,
            },
            page,
        ),
        Command::Operate(command) => {
            return match runtime.block_on(command::run(command, &config)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => failed(&error, error.exit_code()),
            };
        }
    };
    config.page.listen = page.unwrap_or(config.page.listen);
    match runtime.block_on(serve::run(arguments.config, config, parts)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(serve::ServeError::Config(error)) => failed(&error, exit::CONFIG),
        Err(error) => failed(&error, exit::FAILED),
    }
}

fn failed(error: &impl std::fmt::Display, code: u8) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(code)
}
