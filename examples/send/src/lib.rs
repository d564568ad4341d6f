//! Posts signed deliveries to a server, and measures its answers.
//!
//! ```sh
//! cargo run -p send -- http://127.0.0.1:8080/webhook
//! cargo run -p send -- --provider engage --kind status --duplicate http://127.0.0.1:8080/engage
//! cargo run -p send -- --count 10000 --concurrency 16 --json http://127.0.0.1:8080/webhook
//! cargo run -p send -- --list
//! ```

mod options;
mod plan;
mod post;
mod summary;

use std::io::{self, IsTerminal, Write};
use std::pin::pin;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use whatsapp_webhooks::{ConfigError, Provider};

pub use self::options::Options;
use self::post::Answer;
use self::summary::{Tally, micros, millis};

/// Runs of more deliveries show their progress.
const LONG_RUN: usize = 100;

/// Why nothing was sent, or the run ended early.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    #[error("{provider} has no fixture {name:?}; --list prints all of them")]
    NoFixture { provider: Provider, name: String },
    #[error("no fixture of this provider has an event of this kind; --list prints them")]
    Nothing,
    #[error("how {0} proves its deliveries is not known here")]
    Unsupported(Provider),
    #[error("the secret: {0}")]
    Secret(#[from] ConfigError),
    #[error("only http:// URLs: the deliveries are for a server on this machine")]
    NotHttp,
    #[error("{host} is another machine; --allow-remote sends to it nevertheless")]
    Remote { host: String },
    #[error("the host of the URL: {0}")]
    Host(io::Error),
    #[error("the client: {0}")]
    Client(#[from] reqwest::Error),
    #[error("the percentiles: {0}")]
    Percentiles(#[from] hdrhistogram::CreationError),
    #[error("the output: {0}")]
    Io(#[from] io::Error),
}

/// Does what the options say, prints it to `out`, and returns whether every answer was as expected.
///
/// # Errors
///
/// [`Failure`] if nothing could be sent, or `out` not be written to. An answer that does not arrive is none.
pub async fn run(options: &Options, out: &mut impl Write) -> Result<bool, Failure> {
    let fixtures = plan::fixtures(options)?;
    let Some(url) = options.url.as_ref().filter(|_| !options.list) else {
        for fixture in fixtures {
            let (provider, name, kinds) =
                (fixture.provider(), fixture.name(), plan::kinds(fixture));
            if options.json {
                let line = json!({ "provider": provider, "fixture": name, "kinds": kinds });
                writeln!(out, "{line}")?;
            } else {
                writeln!(out, "{name}  {}", kinds.join(" "))?;
            }
        }
        return Ok(true);
    };
    let client = post::client(options, url).await?;
    let sender = plan::sender(options, url)?;
    let bar = progress(plan::total(options, &fixtures));
    let deliveries = plan::deliveries(options, fixtures, sender);
    let mut answers = pin!(post::answers(options, client, url.clone(), deliveries));
    let mut tally = Tally::new()?;
    let start = Instant::now();
    while let Some(answer) = answers.next().await {
        tally.add(&answer);
        bar.inc(1);
        bar.suspend(|| writeln!(out, "{}", line(options, &answer)))?;
    }
    bar.finish_and_clear();
    let summary = tally.summary(start.elapsed());
    if options.json {
        writeln!(out, "{}", json!({ "summary": summary }))?;
    } else {
        writeln!(out, "{summary}")?;
    }
    Ok(summary.unexpected == 0)
}

/// A bar on standard error for long runs, which is hidden if nobody looks.
fn progress(total: Option<usize>) -> ProgressBar {
    if total.is_some_and(|total| total <= LONG_RUN) || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = match total {
        Some(total) => ProgressBar::new(total as u64),
        None => ProgressBar::new_spinner(),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr());
    let template = "{wide_bar} {human_pos}/{human_len} {per_sec} {eta}";
    if let Ok(style) = ProgressStyle::with_template(template)
        && total.is_some()
    {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn line(options: &Options, answer: &Answer) -> String {
    let time = micros(answer.time);
    if options.json {
        let (status, error) = match &answer.status {
            Ok(status) => (Some(status), None),
            Err(error) => (None, Some(error)),
        };
        let answer = json!({
            "fixture": answer.name,
            "status": status,
            "error": error,
            "time_us": time,
            "expected": answer.is_expected,
        });
        return json!({ "answer": answer }).to_string();
    }
    let status = match &answer.status {
        Ok(status) => status.to_string(),
        Err(error) => format!("no answer ({error})"),
    };
    let note = match (answer.is_expected, options.bad_signature) {
        (true, _) => "",
        (false, true) => "  NOT 401 or 403",
        (false, false) => "  NOT 2xx",
    };
    format!("{status}  {:>10}  {}{note}", millis(time), answer.name)
}
