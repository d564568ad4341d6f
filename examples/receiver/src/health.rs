//! Whether the process lives, and whether it should be sent anything.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde::Serialize;

use crate::clock;
use crate::metrics;
use crate::queue::Queue;
use crate::store::Store;
use crate::worker::Pulse;

/// Time without a beat after which the worker counts as stalled.
const STALLED: Duration = Duration::from_secs(30);

/// What the readiness looks at.
pub struct Health {
    pub store: Option<Store>,
    pub queue: Arc<dyn Queue>,
    /// Absent where no worker runs.
    pub pulse: Option<Arc<Pulse>>,
    pub least_free: u64,
    pub stopping: AtomicBool,
}

/// Every reason against being ready.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ready {
    pub ready: bool,
    pub problems: Vec<&'static str>,
}

impl Health {
    /// Looks at everything that a delivery needs.
    pub async fn ready(&self) -> Ready {
        let mut problems = Vec::new();
        if self.stopping.load(Ordering::Relaxed) {
            problems.push("stopping");
        }
        if self
            .pulse
            .as_ref()
            .is_some_and(|pulse| pulse.age() > STALLED)
        {
            problems.push("the worker stalls");
        }
        if !self.queue.is_up() {
            problems.push("the broker cannot be reached");
        }
        if let Some(store) = &self.store {
            match store.free_bytes() {
                Ok(free) if free >= self.least_free => {}
                Ok(_) => problems.push("the disk is full"),
                Err(_) => problems.push("the disk cannot be read"),
            }
            // A transaction without a change costs no `fsync`, but needs the writer and its lock.
            let probe = store.write(|connection| {
                connection.execute("UPDATE deliveries SET repeats = repeats WHERE id = -1", ())
            });
            match tokio::time::timeout(Duration::from_secs(2), probe).await {
                Ok(Ok(_)) => {}
                _ => problems.push("the store cannot be written"),
            }
        }
        Ready {
            ready: problems.is_empty(),
            problems,
        }
    }

    /// Sets the gauges.
    pub async fn measure(&self) {
        let metrics = metrics::get();
        let signed = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        if let Ok(depth) = self.queue.depth().await {
            metrics.queue_entries.set(signed(depth.entries));
            metrics.dead_letters.set(signed(depth.dead));
            let age = depth
                .oldest
                .map_or(0, |oldest| clock::now().saturating_sub(oldest) / 1_000);
            metrics.queue_oldest_seconds.set(age.max(0));
        }
        if let Some(store) = &self.store {
            metrics
                .disk_free_bytes
                .set(store.free_bytes().map_or(0, signed));
            let size = std::fs::metadata(store.path()).map_or(0, |file| file.len());
            metrics.store_bytes.set(signed(size));
        }
    }
}
