//! Prints the events of webhook bodies, one line of JSON each.
//!
//! ```text
//! cargo run --example normalize -- fixtures/meta/text.json
//! cargo run --example normalize -- --pretty --no-raw fixtures/engage
//! ```
//!
//! With the feature `report` it also lists what this version does not know in the bodies:
//!
//! ```text
//! cargo run --features report --example normalize -- --report fixtures/meta
//! cargo run --features report --example normalize -- --report --json bodies > known.json
//! cargo run --features report --example normalize -- --report --known known.json --fail-on new bodies
//! ```

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use whatsapp_webhooks::{Event, ParseError, ParseErrorKind, Provider};

/// Prints the events of webhook bodies as JSON, one event a line.
///
/// Each FILE holds one body, as it was received; of a folder, all its files `*.json` are read in the order of
/// their names. Without FILE one body is read from standard input. A body that cannot be read is reported on
/// standard error with its place, the other files are still processed, and the exit status is 1. Nothing is
/// verified here: a server verifies first.
#[derive(Parser)]
#[command(name = "normalize", version)]
#[allow(clippy::struct_excessive_bools, reason = "one for each flag")]
struct Options {
    /// Provider that sent the bodies: meta, engage, whatzmeapi, cooby, partner, in any letter case. Without it
    /// the shape of each body decides.
    #[arg(long, value_name = "NAME")]
    provider: Option<Provider>,

    /// Leaves out the bytes of the items.
    #[arg(long)]
    no_raw: bool,

    /// Leaves out credentials, and the bytes of items that contain them.
    #[arg(long)]
    no_secrets: bool,

    /// Prints each event on several lines, indented.
    #[arg(long)]
    pretty: bool,

    /// Prints what this version does not know in the bodies as a table, in place of the events: keys that nothing
    /// reads, unknown values and items, how often, and when first and last.
    #[cfg(feature = "report")]
    #[arg(long, conflicts_with_all = ["no_raw", "no_secrets", "pretty"])]
    report: bool,

    /// Prints the report as JSON.
    #[cfg(feature = "report")]
    #[arg(long, requires = "report")]
    json: bool,

    /// An earlier report as JSON: only what it does not have is printed.
    #[cfg(feature = "report")]
    #[arg(long, requires = "report", value_name = "REPORT")]
    known: Option<PathBuf>,

    /// Exit status 1 if the printed report has anything: `new`.
    #[cfg(feature = "report")]
    #[arg(long, requires = "report", value_name = "WHAT", value_parser = ["new"])]
    fail_on: Option<String>,

    /// Bodies, or folders of bodies; `-` is standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let mut out = io::BufWriter::new(io::stdout().lock());
    #[cfg(feature = "report")]
    let run = if options.report { reported } else { run };
    match run(&options, &mut out).and_then(|failed| out.flush().map(|()| failed)) {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::FAILURE,
        // Whoever reads has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard output: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the events of all bodies; tells whether a body could not be read. Only output ends it early.
fn run(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    each(options, |body| {
        let events = provider(&body, options.provider)
            .and_then(|provider| provider.parse(body).map_err(Failure::Parse));
        match events {
            Ok(events) => print(events, options, out).map(Ok),
            Err(failure) => Ok(Err(failure)),
        }
    })
}

/// Prints what is not known in all bodies; tells whether a body could not be read, or whether there is anything new.
#[cfg(feature = "report")]
fn reported(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    use whatsapp_webhooks::report::Report;

    let mut report = Report::default();
    let failed = each(options, |body| {
        let provider = provider(&body, options.provider);
        Ok(provider.map(|provider| report.add(provider, body)))
    })?;
    if let Some(known) = &options.known {
        let known: Report = serde_json::from_slice(&fs::read(known)?)?;
        report = report.new_since(&known);
    }
    if options.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
    } else {
        write!(out, "{report}")?;
    }
    let is_new = options.fail_on.is_some() && report.findings().next().is_some();
    Ok(failed || is_new)
}

/// Passes each body to `use_body`, reports the bodies that fail, and tells whether there were any.
fn each(
    options: &Options,
    mut use_body: impl FnMut(Vec<u8>) -> io::Result<Result<(), Failure>>,
) -> io::Result<bool> {
    let mut failed = false;
    let mut report = |file: &Path, failure: Failure| {
        eprintln!("{}: {failure}", name(file));
        failed = true;
    };
    let standard_input = [PathBuf::from("-")];
    let named = if options.files.is_empty() {
        &standard_input
    } else {
        &options.files[..]
    };
    for file in named {
        let bodies = match bodies(file) {
            Ok(bodies) => bodies,
            Err(failure) => {
                report(file, failure);
                continue;
            }
        };
        for body in bodies {
            let used = match read(&body) {
                Ok(bytes) => use_body(bytes)?,
                Err(failure) => Err(failure),
            };
            if let Err(failure) = used {
                report(&body, failure);
            }
        }
    }
    Ok(failed)
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("cannot be read: {0}")]
    Input(#[from] io::Error),
    #[error("the folder contains no *.json files")]
    EmptyFolder,
    #[error("provider not recognized: {kind} (line {line}, column {column})", kind = .0.kind, line = .0.line, column = .0.column)]
    NoBody(ParseError),
    #[error(
        "provider not recognized: the shape of the body fits no provider, or more than one; check that the body is \
         complete, or name the provider with --provider"
    )]
    NoProvider,
    #[error("{0}")]
    Parse(ParseError),
}

fn name(file: &Path) -> String {
    if file == Path::new("-") {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    }
}

/// The bodies that a file or a folder stands for.
fn bodies(file: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !file.is_dir() {
        return Ok(vec![file.to_owned()]);
    }
    let files: io::Result<Vec<PathBuf>> = fs::read_dir(file)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect();
    let mut files = files?;
    files.retain(|file| file.extension().is_some_and(|end| end == "json") && file.is_file());
    files.sort();
    if files.is_empty() {
        return Err(Failure::EmptyFolder);
    }
    Ok(files)
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    if file != Path::new("-") {
        return Ok(fs::read(file)?);
    }
    let mut body = Vec::new();
    io::stdin().read_to_end(&mut body)?;
    Ok(body)
}

/// The provider of a body: the one that was named, or the one whose shape it has.
fn provider(body: &[u8], named: Option<Provider>) -> Result<Provider, Failure> {
    if let Some(provider) = named.or_else(|| Provider::detect(body)) {
        return Ok(provider);
    }
    // A body that is no JSON has a place to tell, and any provider finds it.
    match Provider::Meta.parse(body.to_vec()) {
        Err(error) if !matches!(error.kind, ParseErrorKind::WrongEnvelope { .. }) => {
            Err(Failure::NoBody(error))
        }
        _ => Err(Failure::NoProvider),
    }
}

fn print(events: Vec<Event>, options: &Options, out: &mut impl Write) -> io::Result<()> {
    for event in events {
        let event = if options.no_raw {
            event.without_raw()
        } else {
            event
        };
        let event = if options.no_secrets {
            event.without_secrets()
        } else {
            event
        };
        let text = if options.pretty {
            serde_json::to_string_pretty(&event)?
        } else {
            serde_json::to_string(&event)?
        };
        writeln!(out, "{text}")?;
    }
    Ok(())
}
