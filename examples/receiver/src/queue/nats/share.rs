//! Which partitions this worker has: its fair share, held by locks that expire.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, PullConsumer, pull};
use bytes::Bytes;
use futures_util::StreamExt;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use super::super::QueueError;
use super::Parcel;
use super::hub::{Held, Hub};
use super::setup::{Broker, broken};
use super::tries;

/// Messages asked for at a time.
const BATCH: usize = 256;

/// Time after which the broker itself would deliver again. Never reached: whoever takes a partition over makes a new
/// consumer.
const ACK_WAIT: Duration = Duration::from_secs(30 * 86_400);

/// The task that keeps the locks.
pub(super) struct Share {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Share {
    pub(super) fn start(broker: Broker, hub: Arc<Hub>) -> Self {
        let (stop, stopped) = watch::channel(false);
        let id = format!("w{:016x}", fastrand::u64(..));
        let connects = broker.connects();
        let keeper = Keeper {
            id,
            broker,
            hub,
            owned: BTreeMap::new(),
            connects,
        };
        Self {
            stop,
            task: tokio::spawn(keeper.run(stopped)),
        }
    }

    pub(super) async fn stop(mut self) {
        self.stop.send_replace(true);
        timeout(Duration::from_secs(5), &mut self.task).await.ok();
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A partition that this worker has.
struct Owned {
    revision: u64,
    renewed: Instant,
    puller: JoinHandle<()>,
}

impl Drop for Owned {
    fn drop(&mut self) {
        self.puller.abort();
    }
}

struct Keeper {
    id: String,
    broker: Broker,
    hub: Arc<Hub>,
    owned: BTreeMap<u16, Owned>,
    /// Connections so far.
    connects: u64,
}

impl Keeper {
    async fn run(mut self, mut stopped: watch::Receiver<bool>) {
        let every = self.broker.takeover / 5;
        while !*stopped.borrow() {
            if let Err(error) = self.turn().await {
                tracing::warn!(%error, "the locks of the partitions were not all renewed");
            }
            timeout(every, stopped.changed()).await.ok();
        }
        let partitions: Vec<u16> = self.owned.keys().copied().collect();
        for partition in partitions {
            self.release(partition, true).await;
        }
        self.broker.workers.purge(&self.id).await.ok();
    }

    async fn turn(&mut self) -> Result<(), QueueError> {
        self.renew().await;
        let connects = self.broker.connects();
        if connects != self.connects {
            self.begin_anew().await?;
            self.connects = connects;
        }
        let id = Bytes::from(self.id.clone());
        self.broker
            .workers
            .put(&self.id, id)
            .await
            .map_err(broken)?;
        let workers = self
            .broker
            .workers
            .keys()
            .await
            .map_err(broken)?
            .count()
            .await
            .max(1);
        let share = usize::from(self.broker.partitions).div_ceil(workers);
        while self.owned.len() > share {
            let Some(partition) = self.owned.keys().next_back().copied() else {
                break;
            };
            self.release(partition, false).await;
        }
        let first = fastrand::u16(..self.broker.partitions);
        for step in 0..self.broker.partitions {
            if self.owned.len() >= share {
                break;
            }
            let partition = (first + step) % self.broker.partitions;
            if !self.owned.contains_key(&partition) {
                self.acquire(partition).await?;
            }
        }
        Ok(())
    }

    /// Renews every lock. One that is lost, or could not be renewed for too long, is given up at once.
    async fn renew(&mut self) {
        let mut lost = Vec::new();
        for (partition, owned) in &mut self.owned {
            let name = format!("p{partition}");
            let value = Bytes::from(self.id.clone());
            match self.broker.locks.update(&name, value, owned.revision).await {
                Ok(revision) => {
                    owned.revision = revision;
                    owned.renewed = Instant::now();
                }
                Err(error) => {
                    let is_taken = error.kind()
                        == async_nats::jetstream::kv::UpdateErrorKind::WrongLastRevision;
                    if is_taken || owned.renewed.elapsed() > self.broker.takeover.mul_f64(0.8) {
                        lost.push(*partition);
                    }
                }
            }
            if owned.puller.is_finished() {
                lost.push(*partition);
            }
        }
        for partition in lost {
            tracing::warn!(partition, "a partition is lost");
            self.owned.remove(&partition);
            self.hub.drop_partition(partition, true);
        }
    }

    /// A broker that was restarted may have forgotten acknowledgements, and would wait for them: new consumers get
    /// everything that it still has.
    async fn begin_anew(&mut self) -> Result<(), QueueError> {
        let owned: Vec<(u16, u64)> = self
            .owned
            .iter()
            .map(|(partition, owned)| (*partition, owned.revision))
            .collect();
        for (partition, revision) in owned {
            self.owned.remove(&partition);
            self.hub.drop_partition(partition, true);
            let consumer = self.consumer(partition, revision).await?;
            self.own(partition, revision, consumer);
        }
        Ok(())
    }

    fn own(&mut self, partition: u16, revision: u64, consumer: PullConsumer) {
        let puller = tokio::spawn(pull(consumer, partition, self.hub.clone()));
        let owned = Owned {
            revision,
            renewed: Instant::now(),
            puller,
        };
        self.owned.insert(partition, owned);
    }

    async fn acquire(&mut self, partition: u16) -> Result<(), QueueError> {
        let value = Bytes::from(self.id.clone());
        let Ok(revision) = self
            .broker
            .locks
            .create(format!("p{partition}"), value)
            .await
        else {
            return Ok(());
        };
        let consumer = self.consumer(partition, revision).await?;
        tracing::info!(partition, "a partition is taken over");
        self.own(partition, revision, consumer);
        Ok(())
    }

    /// Deletes the consumer of the last owner, who can acknowledge nothing then, and makes one that begins anew; tries are
    /// counted on.
    async fn consumer(&self, partition: u16, revision: u64) -> Result<PullConsumer, QueueError> {
        let prefix = format!("p{partition}-");
        let mut names = self.broker.events.consumer_names();
        let mut old = Vec::new();
        while let Some(name) = names.next().await {
            let name = name.map_err(broken)?;
            if name.starts_with(&prefix) {
                old.push(name);
            }
        }
        for name in old {
            self.broker
                .events
                .delete_consumer(&name)
                .await
                .map_err(broken)?;
        }
        let tries = tries::read(&self.broker, partition).await?;
        self.hub.count_from(partition, tries);
        let config = pull::Config {
            durable_name: Some(format!("{prefix}{revision}")),
            filter_subject: format!("{}.event.{partition}", self.broker.prefix),
            deliver_policy: DeliverPolicy::All,
            ack_policy: AckPolicy::Explicit,
            ack_wait: ACK_WAIT,
            max_ack_pending: 1_000_000,
            ..pull::Config::default()
        };
        self.broker
            .events
            .create_consumer(config)
            .await
            .map_err(broken)
    }

    /// Lets what is in work end, then gives the lock up.
    async fn release(&mut self, partition: u16, stopping: bool) {
        let Some(owned) = self.owned.remove(&partition) else {
            return;
        };
        owned.puller.abort();
        self.hub.drop_partition(partition, stopping);
        let deadline = owned.renewed + self.broker.takeover.mul_f64(0.8);
        while self.hub.is_leased(partition) && Instant::now() < deadline {
            sleep(Duration::from_millis(20)).await;
        }
        self.hub.drop_partition(partition, true);
        self.broker.locks.purge(format!("p{partition}")).await.ok();
    }
}

/// Reads the messages of a partition into the hub, until the consumer is gone.
async fn pull(consumer: PullConsumer, partition: u16, hub: Arc<Hub>) {
    let mut failures = 0;
    while failures < 20 {
        if hub.is_full() {
            sleep(Duration::from_millis(100)).await;
            continue;
        }
        let batch = consumer
            .batch()
            .max_messages(BATCH)
            .expires(Duration::from_secs(1))
            .messages()
            .await;
        let Ok(mut batch) = batch else {
            failures += 1;
            sleep(Duration::from_millis(200)).await;
            continue;
        };
        while let Some(message) = batch.next().await {
            let Ok(message) = message else {
                failures += 1;
                sleep(Duration::from_millis(200)).await;
                break;
            };
            failures = 0;
            let Ok(seq) = message.info().map(|info| info.stream_sequence) else {
                continue;
            };
            let (message, acker) = message.split();
            // Only the lane is read here.
            match serde_json::from_slice::<Parcel>(&message.payload) {
                Ok(parcel) => {
                    let held = Held {
                        seq,
                        partition,
                        acker: Arc::new(acker),
                        payload: Some(message.payload),
                    };
                    hub.add(&parcel.entry.lane, held);
                }
                Err(_) => {
                    tracing::error!(seq, "an entry of the broker cannot be read: it stays there")
                }
            }
        }
    }
}
