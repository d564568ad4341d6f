//! The connection, streams and buckets.

use std::fmt;
use std::sync::atomic::Ordering;
use std::time::Duration;

use async_nats::jetstream::consumer::{PullConsumer, pull};
use async_nats::jetstream::context::PublishAckFuture;
use async_nats::jetstream::{self, kv, stream};
use async_nats::{Client, ConnectOptions, HeaderMap};
use bytes::Bytes;
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};

use super::super::{Depth, QueueError, Settled};
use super::Parcel;
use crate::config::Config;

/// Time for one answer of the broker. Less than a sender waits for its own.
const ANSWER: Duration = Duration::from_millis(1_500);

/// Age up to which outcomes are kept for receivers that were away.
const OUTCOMES: Duration = Duration::from_secs(7 * 86_400);

/// Age up to which the tries of an entry are kept.
const TRIES: Duration = Duration::from_secs(30 * 86_400);

/// Age up to which the last status of a message is kept.
const STATUSES: Duration = Duration::from_secs(30 * 86_400);

/// What a worker reports to the stores of the receivers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Report {
    pub key: String,
    pub state: String,
    pub tries: u32,
    pub at: i64,
    pub note: Option<String>,
    #[serde(default)]
    pub replay: bool,
}

/// The broker and everything in it.
#[derive(Clone)]
pub(super) struct Broker {
    pub client: Client,
    pub jetstream: jetstream::Context,
    pub prefix: String,
    pub partitions: u16,
    pub takeover: Duration,
    pub events: stream::Stream,
    pub dead: stream::Stream,
    pub outcomes: stream::Stream,
    pub tries: stream::Stream,
    pub locks: kv::Store,
    pub workers: kv::Store,
    pub statuses: kv::Store,
}

/// Errors of the client name streams and subjects, never what is in a message.
pub(super) fn broken(error: impl fmt::Display) -> QueueError {
    QueueError::Broker(error.to_string())
}

/// Publishes, and waits until the broker has acknowledged.
pub(super) async fn acknowledged<E: fmt::Display>(
    publish: impl Future<Output = Result<PublishAckFuture, E>>,
) -> Result<(), QueueError> {
    let acknowledgement = publish.await.map_err(broken)?;
    acknowledgement.await.map_err(broken).map(drop)
}

/// Hands the messages that a consumer would get now to `see`, at most so many of them.
pub(super) async fn each(
    stream: &stream::Stream,
    config: pull::Config,
    most: u64,
    mut see: impl FnMut(&[u8]),
) -> Result<(), QueueError> {
    let consumer: PullConsumer = stream.create_consumer(config).await.map_err(broken)?;
    let mut left = consumer.cached_info().num_pending.min(most);
    while left > 0 {
        let before = left;
        let batch = usize::try_from(left.min(1_000)).unwrap_or(1_000);
        let batch = consumer.fetch().max_messages(batch).messages();
        let mut batch = batch.await.map_err(broken)?;
        while let Some(message) = batch.next().await {
            see(&message.map_err(broken)?.payload);
            left = left.saturating_sub(1);
        }
        if left == before {
            break;
        }
    }
    let name = &consumer.cached_info().name;
    stream.delete_consumer(name).await.ok();
    Ok(())
}

impl Broker {
    pub(super) async fn connect(config: &Config) -> Result<Self, QueueError> {
        let settings = &config.nats;
        let mut options = ConnectOptions::new()
            .name("whatsapp-webhooks-receiver")
            .connection_timeout(Duration::from_secs(3))
            .ping_interval(Duration::from_secs(5))
            .reconnect_delay_callback(|attempt| {
                let attempt = u32::try_from(attempt).unwrap_or(u32::MAX);
                Duration::from_millis(50)
                    .saturating_mul(attempt)
                    .min(Duration::from_secs(1))
            });
        if let Some(credentials) = &settings.credentials {
            options = options
                .credentials_file(credentials)
                .await
                .map_err(broken)?;
        }
        let client = options.connect(&config.queue).await.map_err(broken)?;
        let mut jetstream = jetstream::new(client.clone());
        jetstream.set_timeout(ANSWER);
        let prefix = settings.prefix.clone();
        let replicas = settings.replicas;
        let common = |name: &str, subject: &str| stream::Config {
            name: format!("{prefix}_{name}"),
            subjects: vec![format!("{prefix}.{subject}")],
            storage: stream::StorageType::File,
            num_replicas: replicas,
            ..stream::Config::default()
        };
        let note = format!("partitions={}", settings.partitions);
        let events = jetstream.get_or_create_stream(stream::Config {
            retention: stream::RetentionPolicy::WorkQueue,
            duplicate_window: settings.duplicate_window,
            description: Some(note.clone()),
            ..common("events", "event.*")
        });
        let events = events.await.map_err(broken)?;
        if events.cached_info().config.description.as_ref() != Some(&note) {
            let problem = "the stream exists with another number of partitions: drain and delete it, or keep the number";
            return Err(QueueError::Broker(problem.into()));
        }
        let dead = jetstream.get_or_create_stream(stream::Config {
            max_messages_per_subject: 1,
            ..common("dead", "dead.*")
        });
        let outcomes = jetstream.get_or_create_stream(stream::Config {
            max_age: OUTCOMES,
            ..common("outcomes", "outcome")
        });
        let tries = jetstream.get_or_create_stream(stream::Config {
            max_messages_per_subject: 1,
            max_age: TRIES,
            ..common("tries", "tries.*.*")
        });
        // Streams, and not through the client's own function for buckets: that one asks servers of version 2.9 for
        // something that they do not know.
        let bucket = |name: &str, max_age: Duration| stream::Config {
            name: format!("KV_{prefix}_{name}"),
            subjects: vec![format!("$KV.{prefix}_{name}.>")],
            max_messages_per_subject: 1,
            max_age,
            duplicate_window: max_age.min(Duration::from_secs(120)),
            discard: stream::DiscardPolicy::New,
            storage: stream::StorageType::File,
            num_replicas: replicas,
            allow_rollup: true,
            allow_direct: true,
            deny_delete: true,
            ..stream::Config::default()
        };
        let takeover = settings.takeover;
        Ok(Self {
            dead: dead.await.map_err(broken)?,
            outcomes: outcomes.await.map_err(broken)?,
            tries: tries.await.map_err(broken)?,
            locks: bucket_of(&jetstream, bucket("locks", takeover)).await?,
            workers: bucket_of(&jetstream, bucket("workers", takeover)).await?,
            statuses: bucket_of(&jetstream, bucket("statuses", STATUSES)).await?,
            events,
            partitions: settings.partitions,
            takeover,
            prefix,
            jetstream,
            client,
        })
    }

    /// Returns how often the client has connected.
    pub(super) fn connects(&self) -> u64 {
        self.client.statistics().connects.load(Ordering::Relaxed)
    }

    pub(super) fn partition(&self, lane: &str) -> u16 {
        let hash = lane
            .get(..8)
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .unwrap_or(0);
        u16::try_from(hash % u32::from(self.partitions)).unwrap_or(0)
    }

    /// Publishes an event and returns once the broker has it on its disk. A second one with the same `id` is ignored.
    pub(super) async fn publish(&self, parcel: &Parcel, id: &str) -> Result<(), QueueError> {
        let payload = serde_json::to_vec(parcel).map_err(broken)?;
        let subject = format!(
            "{}.event.{}",
            self.prefix,
            self.partition(&parcel.entry.lane)
        );
        let mut headers = HeaderMap::new();
        headers.insert("Nats-Msg-Id", id);
        let publish = self
            .jetstream
            .publish_with_headers(subject, headers, payload.into());
        acknowledged(publish).await
    }

    /// Tells the stores of the receivers what became of an event.
    pub(super) async fn report(&self, settled: &Settled) -> Result<(), QueueError> {
        let report = Report {
            key: settled.leased.entry.key.clone(),
            state: settled.outcome.state().into(),
            tries: settled.leased.tries,
            at: settled.at,
            note: settled.outcome.reason().map(str::to_owned),
            replay: settled.leased.replay,
        };
        self.report_as(&report).await
    }

    pub(super) async fn report_as(&self, report: &Report) -> Result<(), QueueError> {
        let payload = Bytes::from(serde_json::to_vec(report).map_err(broken)?);
        let subject = format!("{}.outcome", self.prefix);
        acknowledged(self.jetstream.publish(subject, payload)).await
    }

    /// Largest payload that the broker takes.
    pub(super) fn max_payload(&self) -> usize {
        self.client.server_info().max_payload
    }

    pub(super) async fn depth(&self) -> Result<Depth, QueueError> {
        let events = self.events.get_info().await.map_err(broken)?.state;
        let dead = self.dead.get_info().await.map_err(broken)?.state;
        let oldest = i64::try_from(events.first_timestamp.unix_timestamp_nanos() / 1_000_000).ok();
        Ok(Depth {
            entries: events.messages,
            oldest: oldest.filter(|_| events.messages > 0),
            dead: dead.messages,
        })
    }
}

async fn bucket_of(
    jetstream: &jetstream::Context,
    config: stream::Config,
) -> Result<kv::Store, QueueError> {
    let name = config.name.trim_start_matches("KV_").to_owned();
    jetstream
        .get_or_create_stream(config)
        .await
        .map_err(broken)?;
    jetstream.get_key_value(name).await.map_err(broken)
}
