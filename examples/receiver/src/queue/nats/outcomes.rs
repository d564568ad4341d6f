//! From the workers back to the store of a receiver: what became of its events.

use std::time::Duration;

use async_nats::jetstream::Message;
use async_nats::jetstream::consumer::{AckPolicy, PullConsumer, pull};
use futures_util::StreamExt;
use rusqlite::params;
use tokio::time::sleep;

use super::super::QueueError;
use super::setup::{Broker, Report, broken};
use crate::store::Store;

/// Time without a sign of life after which the broker forgets a receiver.
const FORGOTTEN: Duration = Duration::from_secs(14 * 86_400);

/// Time after which the broker sends again what was not acknowledged.
const AGAIN: Duration = Duration::from_secs(5);

/// Outcomes written together at most.
const TOGETHER: usize = 256;

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
        ack_policy: AckPolicy::Explicit,
        ack_wait: AGAIN,
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
            .max_messages(4 * TOGETHER)
            .expires(Duration::from_secs(1))
            .messages();
        let mut batch = batch.await.map_err(broken)?;
        let mut messages = Vec::with_capacity(TOGETHER);
        while let Some(message) = batch.next().await {
            match message {
                Ok(message) => messages.push(message),
                Err(error) => {
                    apply(store, &mut messages).await?;
                    return Err(broken(error));
                }
            }
            if messages.len() >= TOGETHER {
                apply(store, &mut messages).await?;
            }
        }
        apply(store, &mut messages).await?;
    }
}

/// Writes reports, and acknowledges each of them then: those that were lost on the way come again.
async fn apply(store: &Store, messages: &mut Vec<Message>) -> Result<(), QueueError> {
    if messages.is_empty() {
        return Ok(());
    }
    let read = |message: &Message| serde_json::from_slice::<Report>(&message.payload).ok();
    let reports: Vec<Report> = messages.iter().filter_map(read).collect();
    let write = move |connection: &rusqlite::Connection| {
        let update = "UPDATE events SET state = ?2, tries = ?3, settled_at = ?4, note = ?5
            WHERE key = ?1 AND coalesce(settled_at, 0) <= ?4
            -- A worker that has lost its partition may report a failed try of what another one has done.
            AND (?2 <> 'retry' OR state IN ('queued', 'retry'))";
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
    store.write(write).await?;
    for message in messages.drain(..) {
        message.ack().await.map_err(broken)?;
    }
    Ok(())
}
