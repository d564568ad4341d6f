//! What is sent, in which order.

use std::num::NonZeroUsize;

use reqwest::Url;
use whatsapp_webhooks::testing::{self, Fixture, Sender, Sent};
use whatsapp_webhooks::verify::AppSecret;
use whatsapp_webhooks::{Event, Provider};

use crate::{Failure, Options};

/// A delivery that will be sent.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Name of the fixture, and what was changed in it.
    pub name: String,
    pub sent: Sent,
}

/// Fixtures that the options choose.
///
/// # Errors
///
/// [`Failure::NoFixture`] if there is none of a name, and [`Failure::Nothing`] if none is left.
pub fn fixtures(options: &Options) -> Result<Vec<Fixture>, Failure> {
    let all = testing::fixtures(options.provider);
    let named = if options.fixture.is_empty() {
        all.to_vec()
    } else {
        let find = |name: &String| {
            let found = all.iter().find(|fixture| fixture.name() == name);
            found.copied().ok_or_else(|| Failure::NoFixture {
                provider: options.provider,
                name: name.clone(),
            })
        };
        options.fixture.iter().map(find).collect::<Result<_, _>>()?
    };
    let mut chosen = named;
    if !options.kind.is_empty() {
        chosen.retain(|fixture| kinds(*fixture).iter().any(|kind| fits(kind, &options.kind)));
    }
    if chosen.is_empty() {
        return Err(Failure::Nothing);
    }
    Ok(chosen)
}

/// Kinds of the events of a fixture, such as `message/text` or `status`, each once.
pub fn kinds(fixture: Fixture) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for event in fixture.events().unwrap_or_default() {
        let kind = match &event {
            Event::Message(message) => format!("message/{}", message.content.kind()),
            other => other.kind().to_owned(),
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// Whether a kind is one of those asked for: `message/text` is `message`, `text`, and itself.
fn fits(kind: &str, asked: &[String]) -> bool {
    asked
        .iter()
        .any(|asked| kind == asked || kind.split('/').any(|part| part == asked))
}

/// The sender of the options, for a URL. The query string of the URL is kept.
///
/// # Errors
///
/// [`Failure::Secret`] if the secret is empty, [`Failure::Unsupported`] if the provider is a new one.
pub fn sender(options: &Options, url: &Url) -> Result<Sender, Failure> {
    let secret = &options.secret;
    // The rule of endpoints for all secrets: not empty.
    AppSecret::new(secret)?;
    let mut query = url.query().unwrap_or_default().to_owned();
    let mut sender = match options.provider {
        // Wrong whatever else the sender changes: it leaves the path alone beside headers and a query.
        _ if options.path_secret && options.bad_signature => {
            Sender::unsigned().with_path(format!("{}0", url.path()))
        }
        _ if options.path_secret => Sender::unsigned().with_path(url.path()),
        Provider::Meta => Sender::meta(secret)?,
        Provider::WhatzMeApi => Sender::whatzmeapi(secret)?,
        Provider::Engage => Sender::unsigned().with_header(&options.secret_header, secret),
        Provider::Cooby | Provider::Partner => {
            let parameter = &options.secret_parameter;
            // The secret of a URL that has one already stays the only one.
            if !url.query_pairs().any(|(name, _)| name == *parameter) {
                query = form_urlencoded::Serializer::for_suffix(query, 0)
                    .append_pair(parameter, secret)
                    .finish();
            }
            Sender::unsigned()
        }
        other => return Err(Failure::Unsupported(other)),
    };
    for (name, value) in &options.header {
        sender = sender.with_header(name, value);
    }
    // A query without a secret is none for the sender, which would change it for a forged delivery.
    if query.is_empty() {
        return Ok(sender);
    }
    Ok(sender.with_query(query))
}

/// Number of deliveries; `None` if it is not known before they are made.
pub fn total(options: &Options, fixtures: &[Fixture]) -> Option<usize> {
    let count = match options.count {
        None if options.mutants => return None,
        None => fixtures.len(),
        Some(count) => count.get(),
    };
    Some(count.saturating_mul(copies(options)))
}

fn copies(options: &Options) -> usize {
    if options.duplicate { 2 } else { 1 }
}

/// Deliveries, made one by one.
pub fn deliveries(
    options: &Options,
    mut fixtures: Vec<Fixture>,
    sender: Sender,
) -> impl Iterator<Item = Planned> + use<> {
    if options.reorder {
        fixtures.reverse();
    }
    let passes = if options.count.is_some() {
        usize::MAX
    } else {
        1
    };
    let (mutants, is_bad, copies) = (options.mutants, options.bad_signature, copies(options));
    std::iter::repeat_n(fixtures, passes)
        .flatten()
        .flat_map(move |fixture| bodies(fixture, mutants))
        .take(options.count.map_or(usize::MAX, NonZeroUsize::get))
        .flat_map(move |(name, body)| {
            let sent = if is_bad {
                sender.wrong_signature(body)
            } else {
                sender.good(body)
            };
            std::iter::repeat_n(Planned { name, sent }, copies)
        })
}

type Body = (String, bytes::Bytes);

fn bodies(fixture: Fixture, mutants: bool) -> Box<dyn Iterator<Item = Body>> {
    let name = fixture.name();
    if !mutants {
        return Box::new(std::iter::once((name.to_owned(), fixture.body())));
    }
    let mutants = testing::mutants(fixture.body());
    Box::new(mutants.map(move |mutant| (format!("{name}: {}", mutant.name), mutant.body)))
}
