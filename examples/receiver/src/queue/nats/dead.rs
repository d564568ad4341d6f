//! Dead letters: a stream of their own, one subject each.

use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, pull};
use async_nats::jetstream::stream::RawMessageErrorKind;

use super::super::{DeadLetter, Outcome, QueueError, Settled};
use super::Parcel;
use super::setup::{Broker, Report, acknowledged, broken, each};
use crate::clock;

fn subject(broker: &Broker, key: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!(
        "{}.dead.{}",
        broker.prefix,
        key.chars().map(plain).collect::<String>()
    )
}

/// Keeps a dead letter.
pub(super) async fn bury(broker: &Broker, settled: &Settled) -> Result<(), QueueError> {
    let Outcome::Dead { reason } = &settled.outcome else {
        return Ok(());
    };
    let letter = DeadLetter {
        entry: settled.leased.entry.clone(),
        received_at: settled.leased.received_at,
        died_at: settled.at,
        tries: settled.leased.tries,
        reason: reason.clone(),
    };
    let payload = serde_json::to_vec(&letter).map_err(broken)?;
    let subject = subject(broker, &letter.entry.key);
    acknowledged(broker.jetstream.publish(subject, payload.into())).await
}

/// Lists the newest dead letters.
pub(super) async fn list(broker: &Broker, limit: usize) -> Result<Vec<DeadLetter>, QueueError> {
    let state = broker.dead.get_info().await.map_err(broken)?.state;
    if state.messages == 0 || limit == 0 {
        return Ok(Vec::new());
    }
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    let start = state
        .last_sequence
        .saturating_sub(limit.saturating_sub(1))
        .max(state.first_sequence);
    let config = pull::Config {
        deliver_policy: DeliverPolicy::ByStartSequence {
            start_sequence: start,
        },
        ack_policy: AckPolicy::None,
        ..pull::Config::default()
    };
    let mut letters = Vec::new();
    let see = |payload: &[u8]| letters.extend(serde_json::from_slice::<DeadLetter>(payload).ok());
    each(&broker.dead, config, limit, see).await?;
    Ok(letters)
}

async fn find(broker: &Broker, key: &str) -> Result<(u64, DeadLetter), QueueError> {
    let found = broker
        .dead
        .get_last_raw_message_by_subject(&subject(broker, key))
        .await;
    let found = found.map_err(|error| match error.kind() {
        RawMessageErrorKind::NoMessageFound => QueueError::NotFound,
        _ => broken(error),
    })?;
    let letter = serde_json::from_slice(&found.payload).map_err(broken)?;
    Ok((found.sequence, letter))
}

/// Publishes a dead letter again, then removes it: a crash between the two hands it over twice, never not at all.
pub(super) async fn retry(broker: &Broker, key: &str) -> Result<(), QueueError> {
    let (sequence, letter) = find(broker, key).await?;
    let parcel = Parcel {
        entry: letter.entry,
        received_at: letter.received_at,
        replay: false,
    };
    broker
        .publish(&parcel, &format!("{key}#dead-{sequence}"))
        .await?;
    broker.dead.delete_message(sequence).await.map_err(broken)?;
    told(broker, key, "queued").await
}

/// Removes a dead letter for good.
pub(super) async fn purge(broker: &Broker, key: &str) -> Result<(), QueueError> {
    let (sequence, _) = find(broker, key).await?;
    broker.dead.delete_message(sequence).await.map_err(broken)?;
    told(broker, key, "purged").await
}

async fn told(broker: &Broker, key: &str, state: &str) -> Result<(), QueueError> {
    let report = Report {
        key: key.into(),
        state: state.into(),
        tries: 0,
        at: clock::now(),
        note: None,
        replay: false,
    };
    broker.report_as(&report).await
}
