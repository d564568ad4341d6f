//! Events and statuses in a database.

// [storage.md]
use rusqlite::{Connection, Transaction};
use whatsapp_webhooks::Event;
use whatsapp_webhooks::event::{Account, Direction, StatusUpdate};

const KEEP_EVENT: &str = include_str!("../sql/keep_event.sql");
const KEEP_STATUS: &str = include_str!("../sql/keep_status.sql");

/// Stores the events of a delivery and their effects in one transaction, and returns the new ones.
///
/// Answer the delivery with 200 only after this: if the program stops before the commit, the
/// provider sends the delivery again.
pub fn keep(db: &mut Connection, events: Vec<Event>) -> Result<Vec<Event>, StoreError> {
    let transaction = db.transaction()?;
    let mut new = Vec::new();
    for event in events {
        let event = event.without_secrets();
        let json = serde_json::to_string(&event)?;
        let row = (event.dedup_key(), json);
        if transaction.prepare_cached(KEEP_EVENT)?.execute(row)? == 0 {
            continue;
        }
        if let Event::Status(update) = &event {
            keep_status(&transaction, update)?;
        }
        new.push(event);
    }
    transaction.commit()?;
    Ok(new)
}

fn keep_status(transaction: &Transaction<'_>, update: &StatusUpdate) -> Result<(), StoreError> {
    // The business itself read or played a message on another device.
    let is_of_received = update.direction == Some(Direction::Inbound);
    let Some(message_id) = update.message_id.as_ref().filter(|_| !is_of_received) else {
        return Ok(());
    };
    // In a group, every participant has a status.
    let participant = update
        .participant
        .as_deref()
        .and_then(|person| person.id.as_deref());
    transaction.prepare_cached(KEEP_STATUS)?.execute((
        account(&update.meta.account),
        message_id.as_str(),
        participant.unwrap_or_default(),
        update.status.as_str(),
        update.status.rank(),
        update.meta.occurred_at.map(|at| at.to_string()),
    ))?;
    Ok(())
}

/// The most exact ID of the business account: message IDs are unique within it.
pub fn account(account: &Account) -> &str {
    let id = account.phone_number_id.as_ref().map(|id| id.as_str());
    let number = account.phone_number.as_ref().map(|number| number.as_str());
    id.or(number)
        .or(account.id.as_deref())
        .or(account.instance.as_deref())
        .unwrap_or_default()
}

/// Why nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] rusqlite::Error),
    /// The event cannot be written as JSON.
    #[error("the event cannot be written as JSON")]
    Json(#[from] serde_json::Error),
}
// [/storage.md]
