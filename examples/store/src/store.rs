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
        if !keep_event(&transaction, &event)? {
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

/// Values of an event that are searched.
#[derive(Default)]
struct Columns<'a> {
    direction: Option<&'a str>,
    chat_id: Option<&'a str>,
    message_id: Option<&'a str>,
    reply_to_id: Option<&'a str>,
    campaign_id: Option<&'a str>,
}

impl<'a> Columns<'a> {
    fn of(event: &'a Event) -> Self {
        match event {
            Event::Message(message) => {
                let context = message.context.as_ref();
                let reply_to_id = context.and_then(|context| context.message_id.as_ref());
                Self {
                    direction: message
                        .direction
                        .as_ref()
                        .map(|direction| direction.as_str()),
                    chat_id: message.chat.as_ref().and_then(|chat| chat.id.as_deref()),
                    message_id: message.id.as_ref().map(|id| id.as_str()),
                    reply_to_id: reply_to_id.map(|id| id.as_str()),
                    campaign_id: None,
                }
            }
            Event::Status(update) => {
                let campaign = update.campaign.as_ref();
                Self {
                    message_id: update.message_id.as_ref().map(|id| id.as_str()),
                    campaign_id: campaign.and_then(|campaign| campaign.id.as_deref()),
                    ..Self::default()
                }
            }
            _ => Self::default(),
        }
    }
}

/// Returns whether the event is new.
fn keep_event(transaction: &Transaction<'_>, event: &Event) -> Result<bool, StoreError> {
    let columns = Columns::of(event);
    let inserted = transaction.prepare_cached(KEEP_EVENT)?.execute((
        event.dedup_key(),
        event.kind(),
        text(account(event.account())),
        columns.direction.map(text),
        columns.chat_id.map(text),
        columns.message_id.map(text),
        columns.reply_to_id.map(text),
        columns.campaign_id.map(text),
        event.occurred_at().map(|at| at.to_string()),
        serde_json::to_string(event)?,
    ))?;
    Ok(inserted > 0)
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
        text(account(&update.meta.account)),
        text(message_id.as_str()),
        text(participant.unwrap_or_default()),
        text(update.status.as_str()),
        update.status.rank(),
        update.meta.occurred_at.map(|at| at.to_string()),
    ))?;
    Ok(())
}

/// A text that PostgreSQL accepts too: without U+0000, which JSON can contain.
fn text(value: &str) -> String {
    value.replace('\0', "\u{fffd}")
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
