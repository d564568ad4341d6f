//! Works the queue off.

mod backoff;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use futures_util::FutureExt;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

pub use self::backoff::Backoff;
use crate::clock;
use crate::config;
use crate::entry::supersedes;
use crate::handler::{Failure, Handler};
use crate::knobs::{self, Phase};
use crate::metrics;
use crate::queue::{Leased, Outcome, Queue, Settled};

/// Wait before the queue is asked again after an error.
const PAUSE: Duration = Duration::from_millis(500);

/// Wait in which leases and outcomes gather: each transaction writes whole pages, however little it changes.
const GATHER: Duration = Duration::from_millis(5);

/// Outcomes that are settled together at most.
const TOGETHER: usize = 256;

/// When the worker last got round, for the readiness.
#[derive(Debug)]
pub struct Pulse {
    begin: Instant,
    millis: AtomicU64,
}

impl Default for Pulse {
    fn default() -> Self {
        Self {
            begin: Instant::now(),
            millis: AtomicU64::new(0),
        }
    }
}

impl Pulse {
    fn beat(&self) {
        let millis = u64::try_from(self.begin.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.millis.store(millis, Ordering::Relaxed);
    }

    /// Returns how long ago the worker last got round.
    pub fn age(&self) -> Duration {
        let last = Duration::from_millis(self.millis.load(Ordering::Relaxed));
        self.begin.elapsed().saturating_sub(last)
    }
}

/// Leases events, hands them over, and settles them.
pub struct Worker {
    pub queue: Arc<dyn Queue>,
    /// Swapped when secrets are reloaded.
    pub handler: Arc<ArcSwap<Arc<dyn Handler>>>,
    pub limits: config::Worker,
    pub pulse: Arc<Pulse>,
}

impl Worker {
    /// Works until `stop` says so, and returns once nothing is in work any more, or `drain` has passed.
    pub async fn run(self, mut stop: watch::Receiver<bool>, drain: Duration) {
        let (outcomes, settling) = mpsc::channel::<Settled>(TOGETHER);
        let settler = tokio::spawn(settle(self.queue.clone(), settling));
        let mut in_work = JoinSet::new();
        while !*stop.borrow() {
            self.pulse.beat();
            while in_work.try_join_next().is_some() {}
            let free = self.limits.concurrency.saturating_sub(in_work.len());
            metrics::get()
                .in_work
                .set(i64::try_from(in_work.len()).unwrap_or(i64::MAX));
            if free == 0 {
                // The pulse goes on: that every chat is in work is no stall, time-outs end it.
                timeout(PAUSE, in_work.join_next()).await.ok();
                continue;
            }
            let leased = tokio::select! {
                leased = self.queue.lease(free) => leased,
                _ = stop.changed() => break,
            };
            match leased {
                Ok(leased) => {
                    let more = !leased.is_empty() && leased.len() < free;
                    for item in leased {
                        in_work.spawn(self.turn(item, outcomes.clone()));
                    }
                    if more {
                        sleep(GATHER).await;
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "nothing could be leased");
                    sleep(PAUSE).await;
                }
            }
        }
        drop(outcomes);
        let left = timeout(drain, async {
            while in_work.join_next().await.is_some() {}
        })
        .await;
        if left.is_err() {
            tracing::warn!(
                in_work = in_work.len(),
                "stopped while handlers were in work: they are tried again"
            );
        }
        in_work.shutdown().await;
        timeout(Duration::from_secs(5), settler).await.ok();
        self.queue.stop().await;
    }

    /// One try of one event.
    fn turn(
        &self,
        leased: Leased,
        outcomes: mpsc::Sender<Settled>,
    ) -> impl Future<Output = ()> + Send + use<> {
        let handler = self.handler.load_full();
        let limits = self.limits.clone();
        async move {
            let begin = Instant::now();
            let outcome = decide(&leased, handler.as_ref().as_ref(), &limits).await;
            let seconds = metrics::get()
                .handler_seconds
                .with_label_values(&[outcome.state()]);
            seconds.observe(begin.elapsed().as_secs_f64());
            if let Outcome::Dead { reason } = &outcome {
                tracing::warn!(
                    key = leased.entry.key,
                    tries = leased.tries,
                    reason,
                    "dead letter"
                );
            }
            // The receiver lives until the last sender is gone.
            outcomes
                .send(Settled {
                    leased,
                    outcome,
                    at: clock::now(),
                })
                .await
                .ok();
        }
    }
}

async fn decide(leased: &Leased, handler: &dyn Handler, limits: &config::Worker) -> Outcome {
    if let (Some(status), Some(current)) = (&leased.entry.status, &leased.current_status)
        && !limits.hand_over_stale
        && !leased.replay
        && !supersedes(status, current)
    {
        return Outcome::Superseded;
    }
    if leased.tries > limits.tries {
        let reason = "in work each time the process ended".into();
        return Outcome::Dead { reason };
    }
    let caught = AssertUnwindSafe(handler.handle(leased)).catch_unwind();
    let handled = timeout(limits.timeout, caught).await;
    knobs::reached(Phase::InHandler);
    let (reason, after) = match handled {
        Ok(Ok(Ok(()))) => return Outcome::Done,
        Ok(Ok(Err(Failure::Permanent { reason }))) => return Outcome::Dead { reason },
        Ok(Ok(Err(Failure::Retry { reason, after }))) => (reason, after),
        // The text of a panic may quote the event.
        Ok(Err(_)) => ("the handler panicked".into(), None),
        Err(_) => ("the handler did not end in time".into(), None),
    };
    if leased.tries >= limits.tries {
        return Outcome::Dead { reason };
    }
    let backoff = Backoff {
        first: limits.backoff,
        longest: limits.longest_backoff,
    };
    Outcome::Retry {
        after: backoff.wait(leased.tries, after),
        reason,
    }
}

/// Settles what comes, as much as there is at a time, until all of it is settled.
async fn settle(queue: Arc<dyn Queue>, mut outcomes: mpsc::Receiver<Settled>) {
    let mut batch = Vec::with_capacity(TOGETHER);
    while outcomes.recv_many(&mut batch, TOGETHER).await > 0 {
        sleep(GATHER).await;
        while batch.len() < TOGETHER
            && let Ok(more) = outcomes.try_recv()
        {
            batch.push(more);
        }
        let settled = std::mem::take(&mut batch);
        while let Err(error) = queue.settle(settled.clone()).await {
            tracing::warn!(%error, "outcomes could not be settled: once more");
            sleep(PAUSE).await;
        }
    }
}
