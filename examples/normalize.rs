//! Prints the events of webhook bodies, one line of JSON each.
//!
//! ```text
//! cargo run --example normalize -- fixtures/meta/text.json
//! ```

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use whatsapp_webhooks::{Event, Provider};

/// Prints the events of webhook bodies as JSON, one event a line.
///
/// Each FILE holds one body, as it was received; without FILE one body is read from standard input. A body
/// that cannot be read is reported on standard error with its place, the other files are still processed,
/// and the exit status is 1. Nothing is verified here: a server verifies first.
#[derive(Parser)]
#[command(name = "normalize")]
struct Options {
    /// Provider that sent the bodies: meta, engage, whatzmeapi, cooby, partner. Without it the shape of each
    /// body decides.
    #[arg(long, value_name = "NAME")]
    provider: Option<Provider>,

    /// Leaves out the bytes of the items.
    #[arg(long)]
    no_raw: bool,

    /// Bodies; `-` is standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let mut options = Options::parse();
    if options.files.is_empty() {
        options.files.push(PathBuf::from("-"));
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut failed = false;
    for file in &options.files {
        let result = read(file).and_then(|body| print(body, &options, &mut out));
        match result {
            Ok(()) => {}
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Err(failure) => {
                eprintln!("{}: {failure}", name(file));
                failed = true;
            }
        }
    }
    if let Err(error) = out.flush()
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        eprintln!("standard output: {error}");
        failed = true;
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("cannot be read: {0}")]
    Input(io::Error),
    #[error("cannot be written: {0}")]
    Output(io::Error),
    #[error(
        "no provider known by the shape of the body: check that it is the body itself, or name the provider \
         with --provider"
    )]
    NoProvider,
    #[error("{0}")]
    Parse(#[from] whatsapp_webhooks::ParseError),
}

fn name(file: &Path) -> String {
    if file == Path::new("-") {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    }
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    if file != Path::new("-") {
        return fs::read(file).map_err(Failure::Input);
    }
    let mut body = Vec::new();
    io::stdin().read_to_end(&mut body).map_err(Failure::Input)?;
    Ok(body)
}

fn print(body: Vec<u8>, options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    for event in events(body, options.provider)? {
        let mut line =
            serde_json::to_string(&event).map_err(|error| Failure::Output(error.into()))?;
        if options.no_raw {
            without_raw(&event, &mut line)?;
        }
        writeln!(out, "{line}").map_err(Failure::Output)?;
    }
    Ok(())
}

fn events(body: Vec<u8>, provider: Option<Provider>) -> Result<Vec<Event>, Failure> {
    let Some(provider) = provider.or_else(|| Provider::detect(&body)) else {
        // A body that is no JSON has a place to tell; any provider finds it.
        return match Provider::Meta.parse(body) {
            Err(error)
                if !matches!(
                    error.kind,
                    whatsapp_webhooks::ParseErrorKind::WrongEnvelope { .. }
                ) =>
            {
                Err(Failure::Parse(error))
            }
            _ => Err(Failure::NoProvider),
        };
    };
    Ok(provider.parse(body)?)
}

/// Cuts `raw` off a line: it is the last key of the event.
fn without_raw(event: &Event, line: &mut String) -> Result<(), Failure> {
    let raw = serde_json::to_string(event.raw()).map_err(|error| Failure::Output(error.into()))?;
    let tail = format!(",\"raw\":{raw}}}}}");
    if let Some(head) = line.strip_suffix(&tail) {
        *line = format!("{head}}}}}");
    }
    Ok(())
}
