//! Deletes what is old, every minute.

use std::time::Duration;

use tokio::time::sleep;

use crate::clock::{self, Watch};
use crate::config::Retention;
use crate::metrics;
use crate::store::Store;

const EVERY: Duration = Duration::from_secs(60);

/// Runs until it is dropped.
pub async fn run(store: Store, limits: Retention, clock: &Watch) {
    let mut seconds = 0_u64;
    loop {
        sleep(Duration::from_secs(1)).await;
        if let Some(jump) = clock.jump() {
            metrics::get().clock_jumps.inc();
            if clock.is_distrusted() {
                tracing::error!(
                    jump_ms = jump,
                    "the clock was set far ahead: nothing is deleted by age until a SIGHUP"
                );
            }
        }
        seconds += 1;
        if !seconds.is_multiple_of(EVERY.as_secs()) || clock.is_distrusted() {
            continue;
        }
        match store.purge(&limits, clock::now()).await {
            Ok(purged) if purged == Default::default() => {}
            Ok(purged) => {
                tracing::info!(
                    events = purged.events,
                    bodies = purged.bodies,
                    keys = purged.keys,
                    "deleted what is old"
                );
            }
            Err(error) => tracing::warn!(%error, "nothing was deleted"),
        }
    }
}
