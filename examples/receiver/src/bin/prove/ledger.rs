//! What was acknowledged, against what is stored and what was handled.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use serde_json::json;
use whatsapp_webhooks::Event;

use super::Proof;
use super::sink::Sink;

/// Keys of events whose delivery was answered with 200.
#[derive(Default)]
pub struct Ledger(Mutex<Vec<String>>);

impl Ledger {
    fn keys(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn acknowledged(&self, keys: &[String]) {
        self.keys().extend_from_slice(keys);
    }

    pub fn len(&self) -> usize {
        self.keys().len()
    }

    /// Compares. Whatever was acknowledged is stored exactly once, was handled at least once, and each chat in order.
    pub fn settle(&self, data: &Path, sink: &Sink) -> Proof {
        let stored = stored(data)?;
        let handled = sink.keys();
        let acknowledged: BTreeSet<String> = self.keys().iter().cloned().collect();
        let mut states: BTreeMap<&str, u32> = BTreeMap::new();
        for key in &acknowledged {
            let rows = stored.get(key).map_or(&[][..], Vec::as_slice);
            let [state] = rows else {
                return Err(format!("{key} is stored {} times", rows.len()).into());
            };
            *states.entry(state).or_default() += 1;
            match state.as_str() {
                "done" if handled.contains_key(key) => {}
                // A status that came too late is not handed over.
                "superseded" => {}
                state => {
                    let times = handled.get(key).copied().unwrap_or_default();
                    return Err(format!("{key} is `{state}` and was handled {times} times").into());
                }
            }
        }
        if let Some(key) = handled.keys().find(|key| !stored.contains_key(*key)) {
            return Err(format!("{key} was handled but is not stored").into());
        }
        sink.check_order()?;
        let again: usize = handled.values().map(|times| times - 1).sum();
        Ok(json!({
            "acknowledged": acknowledged.len(),
            "stored": stored.len(),
            "handled": handled.len(),
            "handled_again": again,
            "states": states,
        }))
    }
}

/// Reads keys and states, and finds messages with two rows.
fn stored(data: &Path) -> Result<BTreeMap<String, Vec<String>>, rusqlite::Error> {
    let connection = Connection::open(data)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    let ok: String = connection.query_row("PRAGMA integrity_check", (), |row| row.get(0))?;
    if ok != "ok" {
        return Err(rusqlite::Error::InvalidQuery);
    }
    // By the key in the event itself, not by the column that is unique anyway.
    let mut select = connection.prepare("SELECT json, state FROM events")?;
    let rows = select.query_map((), |row| {
        let event: Event = serde_json::from_str(&row.get::<_, String>(0)?)
            .map_err(|_| rusqlite::Error::InvalidQuery)?;
        Ok((event.dedup_key(), row.get::<_, String>(1)?))
    })?;
    let mut stored: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        let (key, state) = row?;
        stored.entry(key).or_default().push(state);
    }
    Ok(stored)
}
