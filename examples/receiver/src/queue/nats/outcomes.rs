//! From the workers back to the store of a receiver: what became of its events.

use std::time::Duration;

use async_nats::jetstream::consumer::{AckPolicy, PullConsumer, pull};
use futures_util::StreamExt;
use rusqlite::params;
use tokio::time::sleep;

use super::super::QueueError;
use super::setup::{Broker, Report, broken};
use crate::store::Store;

/// Time without a sign of life after which the broker forgets a receiver.
const FORGOTTEN: Duration = Duration::from_secs(14 * 86_400);

/// Runs until it is dropped.
pub(super) async fn run(broker: Broker, store: Store) {
    loop {
        if let Err(error) = follow(&broker, &store).await {
            tracing::warn!(%error, "outcomes are not read");
        }
        sleep(Duration::from_secs(1)).await;
    }
}

async fn follow(broker: &Broker, store: &Store) -> Result<(), QueueError> {
    let name = format!("store-{}", store.id().await?);
    let config = pull::Config {
        durable_name: Some(name.clone()),
        ack_policy: AckPolicy::All,
        inactive_threshold: FORGOTTEN,
        max_ack_pending: 10_000,
        ..pull::Config::default()
    };
    let consumer: PullConsumer = broker
        .outcomes
        .get_or_create_consumer(&name, config)
        .await
        .map_err(broken)?;
    loop {
        let batch = consumer
            .batch()
            .max_messages(256)
            .expires(Duration::from_secs(1))
            .messages();
        let mut batch = batch.await.map_err(broken)?;
        let mut reports = Vec::new();
        let mut last = None;
        while let Some(message) = batch.next().await {
            let message = message.map_err(broken)?;
            if let Ok(report) = serde_json::from_slice::<Report>(&message.payload) {
                reports.push(report);
            }
            last = Some(message);
            if reports.len() >= 64 {
                apply(store, std::mem::take(&mut reports)).await?;
            }
        }
        apply(store, reports).await?;
        if let Some(last) = last {
            last.ack().await.map_err(broken)?;
        }
    }
}

async fn apply(store: &Store, reports: Vec<Report>) -> Result<(), QueueError> {
    if reports.is_empty() {
        return Ok(());
    }
    let write = move |connection: &rusqlite::Connection| {
        let update = "UPDATE events SET state = ?2, tries = ?3, settled_at = ?4, note = ?5
            WHERE key = ?1 AND coalesce(settled_at, 0) <= ?4";
        let mut update = connection.prepare_cached(update)?;
        for report in &reports {
            let note = match (report.replay, &report.note) {
                (true, Some(note)) => Some(format!("replay: {note}")),
                (true, None) => Some("replay".into()),
                (false, note) => note.clone(),
            };
            update.execute(params![
                report.key,
                report.state,
                report.tries,
                report.at,
                note
            ])?;
        }
        Ok(())
    };
    Ok(store.write(write).await?)
}
