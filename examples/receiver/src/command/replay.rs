//! `receiver replay …`

use bytes::Bytes;
use clap::Args;
use serde_json::json;
use whatsapp_webhooks::{Event, Provider};

use super::{CommandError, Reason, print};
use crate::clock;
use crate::config::Config;
use crate::entry::Entry;
use crate::store::read::{Body, Filter};
use crate::store::{Finding, NewDelivery, Store};

/// Hands stored events over again, marked as a replay; or reads parked bodies once more.
#[derive(Clone, Debug, Args)]
pub struct Replay {
    /// First time of receipt: RFC 3339, a date, or an age such as `36h`.
    #[arg(long, required_unless_present = "parked")]
    from: Option<String>,
    /// Time of receipt before which it ends; now if it is not given.
    #[arg(long)]
    to: Option<String>,
    /// Only of this endpoint, such as `meta/main`.
    #[arg(long)]
    endpoint: Option<String>,
    /// Only of this kind, such as `message`.
    #[arg(long)]
    kind: Option<String>,
    /// Reads the bodies once more that could not be read: after an upgrade.
    #[arg(long, conflicts_with_all = ["from", "to", "kind"])]
    parked: bool,
    /// Counts, and does nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    reason: Reason,
}

pub(super) async fn run(
    replay: Replay,
    config: &Config,
    store: &Store,
) -> Result<(), CommandError> {
    if replay.parked {
        return read_parked(&replay, config, store).await;
    }
    let now = clock::now();
    let time = |text: &Option<String>, name: &str| match text {
        None => Ok(None),
        Some(text) => clock::parse(text, now).map(Some).ok_or_else(|| {
            CommandError::Usage(format!(
                "--{name}: expected RFC 3339, a date, or an age such as `36h`"
            ))
        }),
    };
    let filter = Filter {
        from: time(&replay.from, "from")?,
        to: Some(time(&replay.to, "to")?.unwrap_or(now)),
        endpoint: replay.endpoint.clone(),
        kind: replay.kind.clone(),
        ..Filter::default()
    };
    let range = |millis: Option<i64>| millis.map(clock::rfc3339);
    let (from, to) = (range(filter.from), range(filter.to));
    if replay.dry_run {
        let events = store.count(filter).await?;
        print(&json!({"from": from, "to": to, "events": events, "dry_run": true}));
        return Ok(());
    }
    let subject = format!(
        "{} to {}",
        from.as_deref().unwrap_or("-"),
        to.as_deref().unwrap_or("-")
    );
    let events = store
        .replay(filter, replay.reason.action("replay", subject))
        .await?;
    if events == 0 {
        return Err(CommandError::NotFound);
    }
    print(&json!({"from": from, "to": to, "events": events}));
    Ok(())
}

/// Reads parked bodies with this version. What can be read now is stored and queued as if it had just come.
async fn read_parked(replay: &Replay, config: &Config, store: &Store) -> Result<(), CommandError> {
    let (mut bodies, mut read, mut events) = (0, 0, 0);
    for parked in store.parked(u32::MAX).await? {
        if replay
            .endpoint
            .as_ref()
            .is_some_and(|endpoint| *endpoint != parked.endpoint)
        {
            continue;
        }
        bodies += 1;
        let Some(provider) = provider(config, &parked) else {
            continue;
        };
        let (parsed, findings) = Finding::parse(provider, parked.body.clone().into());
        let Some(entries) = parsed.ok().and_then(|events| entries(&parked, &events)) else {
            continue;
        };
        read += 1;
        events += entries.len();
        if !replay.dry_run {
            let id = parked.id;
            store
                .deliver(delivery(provider, &parked, entries, findings))
                .await?;
            let read = "UPDATE deliveries SET problem = NULL WHERE id = ?1";
            store
                .write(move |connection| connection.execute(read, [id]))
                .await?;
        }
    }
    if !replay.dry_run && read > 0 {
        store
            .record(
                replay
                    .reason
                    .action("replay parked", format!("{read} bodies")),
            )
            .await?;
    }
    print(&json!({"parked": bodies, "read": read, "events": events, "dry_run": replay.dry_run}));
    if bodies == 0 {
        Err(CommandError::NotFound)
    } else {
        Ok(())
    }
}

fn provider(config: &Config, parked: &Body) -> Option<Provider> {
    let endpoint = config
        .endpoints
        .iter()
        .find(|endpoint| endpoint.name() == parked.endpoint);
    match endpoint {
        Some(endpoint) => Some(endpoint.provider),
        None => parked.endpoint.split('/').next()?.parse().ok(),
    }
}

fn entries(parked: &Body, events: &[Event]) -> Option<Vec<Entry>> {
    events
        .iter()
        .map(|event| Entry::new(&parked.endpoint, event).ok())
        .collect()
}

fn delivery(
    provider: Provider,
    parked: &Body,
    entries: Vec<Entry>,
    findings: Vec<Finding>,
) -> NewDelivery {
    NewDelivery {
        received_at: parked.received_at,
        endpoint: parked.endpoint.clone(),
        provider: provider.to_string(),
        findings,
        body: Bytes::from(parked.body.clone()),
        problem: None,
        secret_index: parked
            .secret_index
            .and_then(|index| usize::try_from(index).ok()),
        body_key: format!("parked:{}", parked.id),
        entries,
    }
}
