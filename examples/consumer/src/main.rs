//! Reads events from files or standard input, one line of JSON each, and prints the last status of each message.
//!
//! ```sh
//! cargo run --example normalize -- fixtures/meta | cargo run -p event-consumer
//! ```

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use event_consumer::State;

/// Prints the last status of each message in a queue of events.
///
/// Each FILE has a line of JSON for each event; without FILE, standard input has. New events are counted on standard
/// error by their kind. The exit status is 1 if a line is not an event.
#[derive(Parser)]
#[command(name = "event-consumer")]
struct Options {
    /// Events; `-` is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("event-consumer: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether every line was an event.
fn run(options: &Options) -> io::Result<bool> {
    let mut state = State::default();
    let mut is_good = true;
    for file in &options.files {
        let name = file.display();
        let counts = state.consume(
            input(file)?,
            // In production, do what the event asks for. The key and its effects belong in one transaction.
            |event| eprintln!("{} {}", event.kind(), event.dedup_key()),
            // Put the line aside for a look at it. The error shows a place and no content.
            |number, error| eprintln!("{name}:{number}: no event ({:?})", error.classify()),
        )?;
        is_good &= counts.unreadable == 0;
        eprintln!("{name}: {counts:?}");
    }
    let mut out = io::stdout().lock();
    for line in state.lines() {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(is_good)
}

fn input(file: &Path) -> io::Result<Box<dyn BufRead>> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file);
    let file = opened
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))?;
    Ok(Box::new(BufReader::new(file)))
}
