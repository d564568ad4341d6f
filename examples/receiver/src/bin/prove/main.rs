//! Kills the receiver, takes its disk, its broker and its clock away, and counts.
//!
//! ```sh
//! cargo run --bin prove -- all --short
//! ```
//!
//! Every proof starts the program `receiver` beside this one, sends it signed deliveries as a provider does (again, until
//! they are answered with 200), receives what it forwards, and compares: what was acknowledged, what is stored, what was
//! handled, in which order. Each prints one line of JSON with its figures.

mod bodies;
mod broker;
mod clock;
mod disk;
mod flood;
mod hang;
mod history;
mod kill;
mod ledger;
mod locked;
mod process;
mod reload;
mod sender;
mod sink;
mod soak;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Parser, ValueEnum};

/// What goes wrong while proving is told as text.
type Proof = Result<serde_json::Value, Box<dyn std::error::Error + Send + Sync>>;

/// Proves that nothing is lost.
#[derive(Parser)]
struct Arguments {
    /// What to prove.
    #[arg(value_enum)]
    what: What,
    /// The form that runs in CI: seconds instead of minutes.
    #[arg(long)]
    short: bool,
    /// Times that a process is killed, instead of the usual number.
    #[arg(long)]
    rounds: Option<u32>,
    /// Seconds of the soak, instead of the usual number.
    #[arg(long)]
    seconds: Option<u64>,
    /// Deliveries in a second of the soak.
    #[arg(long)]
    rate: Option<u32>,
    /// `send`: where to.
    #[arg(long, default_value = "http://127.0.0.1:8080/webhooks/meta/main")]
    url: String,
    /// `send`: file with the app secret.
    #[arg(long, default_value = "receiver-data/secrets/meta_app_secret")]
    secret_file: std::path::PathBuf,
    /// `send`: how many deliveries.
    #[arg(long, default_value_t = 1_000)]
    count: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// `kill -9` in every phase, with the queue in SQLite.
    Kill,
    /// `kill -9` of the broker, the receiver and a worker, with the queue in NATS.
    Broker,
    /// Steady memory and quick answers for minutes.
    Soak,
    DiskFull,
    Locked,
    Hang,
    Clock,
    History,
    /// Unsigned requests leave the store empty.
    Flood,
    /// Secrets are rotated without a request lost.
    Reload,
    /// All of them.
    All,
    /// Sends deliveries to a receiver that runs already, until each is acknowledged.
    Send,
}

const PROOFS: [What; 10] = [
    What::Flood,
    What::Reload,
    What::History,
    What::Hang,
    What::Locked,
    What::DiskFull,
    What::Clock,
    What::Kill,
    What::Broker,
    What::Soak,
];

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("no runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    let all = match arguments.what {
        What::All => PROOFS.to_vec(),
        one => vec![one],
    };
    let (mut passed, mut failed) = (0, 0);
    for what in all {
        let begin = Instant::now();
        let name = format!("{what:?}").to_lowercase();
        match runtime.block_on(prove(what, &arguments)) {
            Ok(figures) => {
                passed += 1;
                println!(
                    "{name}: ok in {:.1} s: {figures}",
                    begin.elapsed().as_secs_f64()
                );
            }
            Err(error) => {
                failed += 1;
                println!(
                    "{name}: FAILED after {:.1} s: {error}",
                    begin.elapsed().as_secs_f64()
                );
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn prove(what: What, arguments: &Arguments) -> Proof {
    let short = arguments.short;
    let rounds = |usual: u32, few: u32| arguments.rounds.unwrap_or(if short { few } else { usual });
    match what {
        What::Kill => kill::prove(rounds(200, 12)).await,
        What::Broker => kill::prove_broker(rounds(40, 4)).await,
        What::Soak => {
            let seconds = arguments.seconds.unwrap_or(if short { 10 } else { 600 });
            let rate = arguments.rate.unwrap_or(if short { 100 } else { 500 });
            soak::prove(Duration::from_secs(seconds), rate, !short).await
        }
        What::DiskFull => disk::prove().await,
        What::Locked => locked::prove().await,
        What::Hang => hang::prove().await,
        What::Clock => clock::prove().await,
        What::History => history::prove(!short).await,
        What::Flood => flood::prove(if short { 2_000 } else { 50_000 }).await,
        What::Reload => reload::prove(if short { 3 } else { 20 }).await,
        What::Send => {
            sender::command(&arguments.url, &arguments.secret_file, arguments.count).await
        }
        What::All => Err("`all` is a list of the others".into()),
    }
}
