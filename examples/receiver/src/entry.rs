//! An event as a row: its key, its lane, and what the page filters by.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use whatsapp_webhooks::event::Message;
use whatsapp_webhooks::{Event, MessageStatus};

/// An event, ready to be stored and queued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// [`Event::dedup_key`].
    pub key: String,
    /// `meta/main`.
    pub endpoint: String,
    /// Provider's name.
    pub provider: String,
    pub kind: String,
    /// Kind of the content, or the status.
    pub detail: String,
    /// Events of one lane are handled one after the other: a hash of the chat, or of the message for statuses.
    pub lane: String,
    /// ID of the message that the event is or is about.
    pub message: Option<String>,
    /// Status, if the event is one.
    pub status: Option<String>,
    /// Milliseconds since 1970, as the provider says.
    pub occurred_at: Option<i64>,
    /// The event's JSON.
    pub json: String,
}

impl Entry {
    /// Reads what the row needs from an event.
    pub fn new(endpoint: &str, event: &Event) -> Result<Self, serde_json::Error> {
        let status = event.as_status().map(|status| status.status.to_string());
        Ok(Self {
            key: event.dedup_key(),
            endpoint: endpoint.into(),
            provider: event.provider().to_string(),
            kind: event.kind().into(),
            detail: detail(event),
            lane: lane(endpoint, event),
            message: message_id(event),
            status,
            occurred_at: event.occurred_at().map(|time| time.unix_millis()),
            json: serde_json::to_string(event)?,
        })
    }
}

/// Returns whether a status moves the message on from what is known of it.
pub fn supersedes(status: &str, previous: &str) -> bool {
    MessageStatus::from(status).supersedes(&MessageStatus::from(previous))
}

fn detail(event: &Event) -> String {
    match event {
        Event::Message(message) => message.content.kind().into(),
        Event::Status(status) => status.status.to_string(),
        Event::Unknown(unknown) => unknown.kind.clone(),
        Event::Malformed(malformed) => malformed.kind.clone(),
        other => other.meta().topic.as_deref().unwrap_or_default().into(),
    }
}

fn message_id(event: &Event) -> Option<String> {
    let id = match event {
        Event::Message(message) => message.id.as_ref()?.to_string(),
        Event::Status(status) => status.message_id.as_ref()?.to_string(),
        _ => return None,
    };
    Some(id)
}

fn lane(endpoint: &str, event: &Event) -> String {
    let account = event.account();
    let number = account.phone_number_id.as_ref().map(ToString::to_string);
    let account = number
        .or_else(|| account.phone_number.as_ref().map(ToString::to_string))
        .or_else(|| account.id.clone())
        .or_else(|| account.instance.clone())
        .unwrap_or_default();
    let (word, name) = match event {
        Event::Message(message) => ("chat", chat(message)),
        Event::Status(status) => (
            "message",
            status.message_id.as_ref().map(ToString::to_string),
        ),
        Event::Call(call) => ("call", call.id.clone()),
        other => (other.kind(), None),
    };
    let mut hash = Sha256::new();
    for part in [
        endpoint,
        &account,
        word,
        name.as_deref().unwrap_or_default(),
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let hash = hash.finalize();
    hash.iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The chat of a message; the other person if the provider names none.
fn chat(message: &Message) -> Option<String> {
    let chat = message.chat.as_ref();
    chat.and_then(|chat| chat.id.clone())
        .or_else(|| chat.and_then(|chat| chat.title.clone()))
        .or_else(|| message.from.as_ref().and_then(|from| from.id.clone()))
}

#[cfg(test)]
mod tests {
    use whatsapp_webhooks::Provider;

    use super::*;

    fn entries(body: &str) -> Vec<Entry> {
        let events = Provider::Meta.parse(body.as_bytes().to_vec()).unwrap();
        events
            .iter()
            .map(|event| Entry::new("meta/main", event).unwrap())
            .collect()
    }

    fn delivery(value: &str) -> String {
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"metadata":{{"phone_number_id":"104857600123456"}},{value}}}}}]}}]}}"#
        )
    }

    #[test]
    fn messages_of_a_chat_share_a_lane_and_statuses_of_a_message() {
        let messages = entries(&delivery(
            r#""messages":[{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"a"}},
            {"from":"16505551234","id":"wamid.B","type":"text","text":{"body":"b"}},
            {"from":"16505550000","id":"wamid.C","type":"text","text":{"body":"c"}}],
            "statuses":[{"id":"wamid.A","status":"sent"},{"id":"wamid.A","status":"read"},{"id":"wamid.D","status":"read"}]"#,
        ));
        let lanes: Vec<&str> = messages.iter().map(|entry| entry.lane.as_str()).collect();
        assert_eq!(lanes.len(), 6);
        assert_eq!(lanes[0], lanes[1]);
        assert_eq!(lanes[3], lanes[4]);
        let mut distinct = lanes.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), 4);
        assert!(lanes.iter().all(|lane| lane.len() == 24));
        assert_eq!(messages[4].status.as_deref(), Some("read"));
        assert_eq!(messages[4].message.as_deref(), Some("wamid.A"));
    }

    #[test]
    fn a_late_status_does_not_supersede() {
        assert!(supersedes("read", "sent"));
        assert!(!supersedes("sent", "read"));
    }
}
