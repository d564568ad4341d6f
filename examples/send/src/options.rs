//! What the command line says.

use std::num::NonZeroUsize;
use std::time::Duration;

use clap::Parser;
use reqwest::Url;
use whatsapp_webhooks::{Provider, testing};

/// Posts signed webhook deliveries to a server on this machine, and measures its answers.
///
/// Without --fixture and --kind, every fixture of the provider is sent once. Each answer is a line: status, time, and
/// the fixture. The exit status is 1 if an answer was not as expected, which is 2xx for a genuine delivery and 401 or
/// 403 for a forged one, and 2 if nothing was sent.
///
/// Deliveries come from this machine: a server that checks the address of Partner's servers refuses them, unless it
/// reads a header of a proxy that --header can set.
#[derive(Parser, Debug)]
#[command(name = "send")]
pub struct Options {
    /// URL of the webhook, such as `http://127.0.0.1:8080/webhook`.
    #[arg(required_unless_present = "list")]
    pub url: Option<Url>,

    /// Provider to send as: meta, engage, whatzmeapi, cooby, partner.
    #[arg(long, value_name = "NAME", default_value_t = Provider::Meta)]
    pub provider: Provider,

    /// Sends this fixture; can be repeated, and the order is kept.
    #[arg(long, value_name = "NAME")]
    pub fixture: Vec<String>,

    /// Sends only fixtures with an event or a message of this kind, such as `status` or `text`; can be repeated.
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,

    /// Prints the fixtures of the provider with the kinds of their events, and sends nothing.
    #[arg(long)]
    pub list: bool,

    /// Sends every fixture changed in one place, once for each place, instead of the fixture.
    #[arg(long)]
    pub mutants: bool,

    /// Proves deliveries with a wrong secret, and expects that they are refused.
    #[arg(long)]
    pub bad_signature: bool,

    /// Sends each delivery twice, one after the other.
    #[arg(long)]
    pub duplicate: bool,

    /// Sends the fixtures in the opposite order.
    #[arg(long)]
    pub reorder: bool,

    /// Number of deliveries, which go through the fixtures again and again; --duplicate doubles it.
    #[arg(long, value_name = "N")]
    pub count: Option<NonZeroUsize>,

    /// Deliveries in a second, on average; without it, as many as the server answers.
    #[arg(long, value_name = "N", value_parser = interval)]
    pub rate: Option<Duration>,

    /// Deliveries that wait for their answer at the same time.
    #[arg(long, value_name = "N", default_value = "1")]
    pub concurrency: NonZeroUsize,

    /// Seconds after which an answer counts as missing.
    #[arg(long, value_name = "SECONDS", default_value = "30")]
    pub timeout: u64,

    /// Secret that signs (Meta, WhatzMeAPI), or is sent in the header (Engage) or the query (Cooby, Partner).
    #[arg(long, env = "APP_SECRET", hide_env_values = true, default_value = testing::SECRET)]
    pub secret: String,

    /// Header in which Engage sends the secret.
    #[arg(long, value_name = "NAME", default_value = testing::ENGAGE_HEADER)]
    pub secret_header: String,

    /// Query parameter in which Cooby and Partner send the secret.
    #[arg(long, value_name = "NAME", default_value = testing::QUERY_PARAMETER)]
    pub secret_parameter: String,

    /// The path of the URL ends with the secret, as Engage, Cooby and Partner can have it; no other is sent.
    #[arg(long)]
    pub path_secret: bool,

    /// Another header, such as `X-Forwarded-For: 192.0.2.7`; can be repeated.
    #[arg(long, value_name = "NAME: VALUE", value_parser = header)]
    pub header: Vec<(String, String)>,

    /// Sends to other machines too: only to your own, of course.
    #[arg(long)]
    pub allow_remote: bool,

    /// Prints each answer and the summary as a line of JSON.
    #[arg(long)]
    pub json: bool,
}

/// Time between two deliveries.
fn interval(rate: &str) -> Result<Duration, String> {
    let rate: f64 = rate.parse().map_err(|_| "not a number")?;
    match Duration::try_from_secs_f64(rate.recip()) {
        Ok(interval) if !interval.is_zero() => Ok(interval),
        _ => Err("must be more than 0, and at most a billion".to_owned()),
    }
}

fn header(text: &str) -> Result<(String, String), &'static str> {
    let (name, value) = text
        .split_once(':')
        .ok_or("has no colon after the name of the header")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}
