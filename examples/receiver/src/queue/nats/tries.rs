//! How often entries were tried, kept in the broker: whoever takes a partition over counts on.
//!
//! A stream has one message for what is in work in a partition, written before it is handed over, and one for each entry
//! that waits for another try. What ends a process while it is in work is counted too.

use std::collections::BTreeSet;

use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, PullConsumer, pull};
use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::future::try_join_all;

use super::super::QueueError;
use super::hub::{Head, Hub, Tries};
use super::setup::{Broker, acknowledged, broken};

/// The messages of a partition, or one of them.
fn subject(broker: &Broker, partition: u16, which: &str) -> String {
    format!("{}.tries.{partition}.{which}", broker.prefix)
}

async fn write(broker: &Broker, subject: String, tries: &Tries) -> Result<(), QueueError> {
    let payload = Bytes::from(serde_json::to_vec(tries).map_err(broken)?);
    acknowledged(broker.jetstream.publish(subject, payload)).await
}

/// Counts what is about to be handed over.
pub(super) async fn begin(broker: &Broker, hub: &Hub, heads: &[Head]) -> Result<(), QueueError> {
    let partitions: BTreeSet<u16> = heads.iter().map(|head| head.held.partition).collect();
    let writes = partitions.into_iter().map(async |partition| {
        let subject = subject(broker, partition, "work");
        write(broker, subject, &hub.in_work(partition)).await
    });
    try_join_all(writes).await.map(drop)
}

/// Keeps the tries of an entry while it waits for another one.
pub(super) async fn wait(
    broker: &Broker,
    partition: u16,
    seq: u64,
    tries: u32,
) -> Result<(), QueueError> {
    let subject = subject(broker, partition, &seq.to_string());
    write(broker, subject, &Tries::from([(seq, tries)])).await
}

/// Forgets an entry that is settled.
pub(super) async fn forget(broker: &Broker, partition: u16, seq: u64) -> Result<(), QueueError> {
    let subject = subject(broker, partition, &seq.to_string());
    let purge = broker.tries.purge().filter(subject).await;
    purge.map_err(broken).map(drop)
}

/// Reads what is known of the entries of a partition.
pub(super) async fn read(broker: &Broker, partition: u16) -> Result<Tries, QueueError> {
    let config = pull::Config {
        filter_subject: subject(broker, partition, "*"),
        deliver_policy: DeliverPolicy::LastPerSubject,
        ack_policy: AckPolicy::None,
        ..pull::Config::default()
    };
    let consumer: PullConsumer = broker.tries.create_consumer(config).await.map_err(broken)?;
    let mut left = consumer.cached_info().num_pending;
    let mut known = Tries::new();
    while left > 0 {
        let most = usize::try_from(left.min(1_000)).unwrap_or(1_000);
        let batch = consumer.fetch().max_messages(most).messages();
        let mut batch = batch.await.map_err(broken)?;
        let before = left;
        while let Some(message) = batch.next().await {
            let message = message.map_err(broken)?;
            left = left.saturating_sub(1);
            let found: Tries = serde_json::from_slice(&message.payload).unwrap_or_default();
            for (seq, tries) in found {
                let most = known.entry(seq).or_default();
                *most = tries.max(*most);
            }
        }
        if left == before {
            break;
        }
    }
    let name = &consumer.cached_info().name;
    broker.tries.delete_consumer(name).await.ok();
    Ok(known)
}
