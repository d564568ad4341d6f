//! `receiver status`

use serde_json::json;

use super::{CommandError, print};
use crate::clock::{self, rfc3339};
use crate::config::Config;
use crate::queue::Queue;
use crate::store::Store;

pub(super) async fn run(
    store: &Store,
    queue: &dyn Queue,
    config: &Config,
) -> Result<(), CommandError> {
    let depth = queue.depth().await?;
    let counts = store.counts().await?;
    let free = store.free_bytes().ok();
    let healthy = free.is_some_and(|free| free >= config.retention.free);
    let actions = store.actions(10).await?;
    let actions: Vec<_> = actions
        .iter()
        .map(|it| json!({"at": rfc3339(it.at), "who": it.who, "what": it.what, "why": it.why, "subject": it.subject}))
        .collect();
    print(&json!({
        "queue": {
            "entries": depth.entries,
            "oldest_seconds": depth.oldest.map(|oldest| clock::now().saturating_sub(oldest) / 1_000),
            "dead": depth.dead,
        },
        "store": counts,
        "disk_free_bytes": free,
        "last_actions": actions,
        "healthy": healthy,
    }));
    if healthy {
        Ok(())
    } else {
        Err(CommandError::Unhealthy)
    }
}
