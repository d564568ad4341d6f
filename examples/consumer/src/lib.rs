//! A consumer of a queue of events: it handles each event once, and keeps the last status of each message.
//!
//! The server that received the deliveries has verified them and put each event into the queue as JSON. So the consumer
//! depends on the crate with `default-features = false`: no signatures, no secrets, no web framework. It must be the
//! only way into the queue that writing to it needs your own credentials: an event says what the sender claims, and
//! nothing in it proves that somebody verified it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead};

use serde_json::json;
use whatsapp_webhooks::event::{Account, Direction, StatusUpdate};
use whatsapp_webhooks::{Event, MessageStatus};

/// What a consumer knows. In production, both parts are tables: see the recipes *Store events* and *Statuses*.
#[derive(Debug, Default)]
pub struct State {
    /// Keys of events already handled. Queues deliver at least once, and so do the providers before them.
    seen: BTreeSet<String>,
    statuses: BTreeMap<Subject, MessageStatus>,
}

/// What a status is about.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Subject {
    /// IDs of messages are unique within an account.
    account: String,
    message_id: String,
    /// In a group, every participant has a status; empty for the whole message.
    participant: String,
    /// The payment of a message has statuses of its own.
    is_payment: bool,
}

/// Numbers of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    pub new: usize,
    pub repeated: usize,
    pub unreadable: usize,
}

impl State {
    /// Reads a line of JSON for each event, to the end, and passes the new events to `handle`.
    ///
    /// A line that is not an event is passed to `refuse` with its number, and the others are still handled. An event of
    /// a kind that only a newer server knows is an [`Event::Unknown`].
    ///
    /// # Errors
    ///
    /// The error of the input.
    pub fn consume(
        &mut self,
        input: impl BufRead,
        mut handle: impl FnMut(&Event),
        mut refuse: impl FnMut(usize, &serde_json::Error),
    ) -> io::Result<Counts> {
        let mut counts = Counts::default();
        // Bytes, and not text: a line that is not UTF-8 is an unreadable event, and not the end.
        for (number, line) in (1..).zip(input.split(b'\n')) {
            let line = line?;
            if line.trim_ascii().is_empty() {
                continue;
            }
            match serde_json::from_slice::<Event>(&line) {
                Ok(event) if self.is_new(&event) => {
                    counts.new += 1;
                    handle(&event);
                }
                Ok(_) => counts.repeated += 1,
                Err(error) => {
                    counts.unreadable += 1;
                    refuse(number, &error);
                }
            }
        }
        Ok(counts)
    }

    /// Keeps what is to be known of an event; `false` if it was handled before.
    fn is_new(&mut self, event: &Event) -> bool {
        let is_new = self.seen.insert(event.dedup_key());
        if is_new && let Some(update) = event.as_status() {
            self.apply(update);
        }
        is_new
    }

    /// Statuses arrive in any order: a late `sent` does not replace `read`.
    fn apply(&mut self, update: &StatusUpdate) {
        // The business itself read a message that it received: no progress of one that it sent.
        let is_of_received = update.direction == Some(Direction::Inbound);
        let Some(message_id) = update.message_id.as_ref().filter(|_| !is_of_received) else {
            return;
        };
        let participant = update.participant.as_deref();
        let subject = Subject {
            account: account(&update.meta.account).to_owned(),
            message_id: message_id.as_str().to_owned(),
            participant: participant
                .and_then(|person| person.id.clone())
                .unwrap_or_default(),
            is_payment: update.payment.is_some(),
        };
        let current = self.statuses.get(&subject);
        if current.is_none_or(|current| update.status.supersedes(current)) {
            self.statuses.insert(subject, update.status.clone());
        }
    }

    /// The last status of each message, as a line of JSON.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.statuses.iter().map(|(subject, status)| {
            let line = json!({
                "account": subject.account,
                "message_id": subject.message_id,
                "participant": subject.participant,
                "payment": subject.is_payment,
                "status": status.as_str(),
            });
            line.to_string()
        })
    }
}

/// The most exact ID of the business account.
fn account(account: &Account) -> &str {
    let id = account.phone_number_id.as_ref().map(|id| id.as_str());
    let number = account.phone_number.as_ref().map(|number| number.as_str());
    id.or(number)
        .or(account.id.as_deref())
        .or(account.instance.as_deref())
        .unwrap_or_default()
}
