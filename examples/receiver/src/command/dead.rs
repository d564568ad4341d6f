//! `receiver dead …`

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{CommandError, Reason, print};
use crate::clock::rfc3339;
use crate::mask;
use crate::queue::{DeadLetter, Queue};
use crate::store::Store;

/// Events that were given up.
#[derive(Clone, Debug, Subcommand)]
pub enum Dead {
    /// Lists them, the newest first.
    List {
        #[arg(long, default_value_t = 100)]
        limit: usize,
    },
    /// Prints one with its event; numbers are masked.
    Show {
        key: String,
        /// Prints numbers and credentials too.
        #[arg(long)]
        show_numbers: bool,
    },
    /// Puts one, or all, at the end of its chat again.
    Retry(Which),
    /// Removes one, or all, for good.
    Purge(Which),
}

/// One dead letter, or all, and why.
#[derive(Clone, Debug, Args)]
pub struct Which {
    #[arg(required_unless_present = "all")]
    key: Option<String>,
    #[arg(long, conflicts_with = "key")]
    all: bool,
    #[command(flatten)]
    reason: Reason,
}

pub(super) async fn run(
    command: Dead,
    store: &Store,
    queue: &dyn Queue,
) -> Result<(), CommandError> {
    match command {
        Dead::List { limit } => {
            for letter in queue.dead(limit).await? {
                print(&line(&letter));
            }
            Ok(())
        }
        Dead::Show { key, show_numbers } => {
            let letters = queue.dead(usize::MAX).await?;
            let letter = letters
                .iter()
                .find(|letter| letter.entry.key == key)
                .ok_or(CommandError::NotFound)?;
            let mut shown = line(letter);
            let json = &letter.entry.json;
            let json = if show_numbers {
                json.clone()
            } else {
                mask::numbers(&mask::credentials(json))
            };
            if let Value::Object(fields) = &mut shown {
                let event = serde_json::from_str(&json).unwrap_or(Value::String(json));
                fields.insert("event".into(), event);
            }
            print(&shown);
            Ok(())
        }
        Dead::Retry(which) => each(which, store, queue, "retry").await,
        Dead::Purge(which) => each(which, store, queue, "purge").await,
    }
}

/// Retries or purges, and records it.
async fn each(
    which: Which,
    store: &Store,
    queue: &dyn Queue,
    what: &str,
) -> Result<(), CommandError> {
    let Which { key, all, reason } = which;
    let keys = match key {
        Some(key) => vec![key],
        None if all => queue
            .dead(usize::MAX)
            .await?
            .into_iter()
            .map(|letter| letter.entry.key)
            .collect(),
        None => Vec::new(),
    };
    if keys.is_empty() {
        return Err(CommandError::NotFound);
    }
    for key in keys {
        if what == "retry" {
            queue.retry_dead(&key).await?;
        } else {
            queue.purge_dead(&key).await?;
        }
        store
            .record(reason.action(&format!("dead {what}"), &key))
            .await?;
        print(&json!({"key": key, "done": what}));
    }
    Ok(())
}

fn line(letter: &DeadLetter) -> Value {
    json!({
        "key": letter.entry.key,
        "endpoint": letter.entry.endpoint,
        "kind": letter.entry.kind,
        "detail": mask::numbers(&letter.entry.detail),
        "received_at": rfc3339(letter.received_at),
        "died_at": rfc3339(letter.died_at),
        "tries": letter.tries,
        "reason": letter.reason,
    })
}
