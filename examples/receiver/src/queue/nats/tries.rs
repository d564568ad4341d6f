//! How often entries were tried, kept in the broker: whoever takes a partition over counts on.
//!
//! A stream has one message for what is in work in a partition, written before it is handed over, and one for each entry
//! that waits for another try. What ends a process while it is in work is counted too.

use std::collections::BTreeSet;

use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, pull};
use bytes::Bytes;
use futures_util::future::try_join_all;

use super::super::QueueError;
use super::hub::{Head, Hub, Tries};
use super::setup::{Broker, acknowledged, broken, each};

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
    let mut known = Tries::new();
    let see = |payload: &[u8]| {
        let found: Tries = serde_json::from_slice(payload).unwrap_or_default();
        for (seq, tries) in found {
            let most = known.entry(seq).or_default();
            *most = tries.max(*most);
        }
    };
    each(&broker.tries, config, u64::MAX, see).await?;
    Ok(known)
}
