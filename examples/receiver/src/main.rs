//! The program.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use receiver::config::{self, Config};
use receiver::serve;
use tracing_subscriber::EnvFilter;

#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// Configuration file; written with random secrets if it is missing and `serve` is called.
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
    /// Receives deliveries and works them off.
    Serve {
        /// Leaves the work to `receiver work`.
        #[arg(long)]
        no_worker: bool,
    },
    /// Works off what others receive.
    Work,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let command = arguments
        .command
        .unwrap_or(Command::Serve { no_worker: false });
    let parts = match command {
        Command::Serve { no_worker } => serve::Parts {
            intake: true,
            worker: !no_worker,
        },
        Command::Work => serve::Parts {
            intake: false,
            worker: true,
        },
    };
    if parts.intake {
        config::first::write(&arguments.config).unwrap();
    }
    let config = Config::load(&arguments.config).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    match runtime.block_on(serve::run(arguments.config, config, parts)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
