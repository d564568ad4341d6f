//! States of own messages.

use std::borrow::Cow;

use super::{party, stub};
use crate::collector::{Collector, Item, Scope};
use crate::event::{ErrorDetail, Event, MessageStatus, Party, StatusUpdate};
use crate::json::RawSlice;
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::{Key, Receipt};

/// States by number, by name, and by the words of gateways, in lower case.
const STATES: &[(&str, MessageStatus)] = &[
    ("0", MessageStatus::Failed),
    ("error", MessageStatus::Failed),
    ("server_error", MessageStatus::Failed),
    ("1", MessageStatus::Pending),
    ("2", MessageStatus::Sent),
    ("server_ack", MessageStatus::Sent),
    ("3", MessageStatus::Delivered),
    ("delivery_ack", MessageStatus::Delivered),
    ("4", MessageStatus::Read),
    ("5", MessageStatus::Played),
];

/// The status for a state; an unknown one is kept verbatim.
pub(super) fn word(state: &str) -> MessageStatus {
    let lower = state.to_ascii_lowercase();
    if let Some((_, status)) = STATES.iter().find(|(known, _)| *known == lower) {
        return status.clone();
    }
    if MessageStatus::KNOWN.contains(&lower.as_str()) {
        return MessageStatus::from(lower);
    }
    MessageStatus::from(state)
}

/// Code and text of a failure. A first text that is no number is the text.
pub(super) fn errors(parameters: RawSlice<'_>) -> Vec<ErrorDetail> {
    let mut texts = stub::texts(Some(parameters))
        .into_iter()
        .map(Cow::into_owned);
    let Some(first) = texts.next() else {
        return Vec::new();
    };
    let code = first.trim().parse().ok();
    let (message, details) = if code.is_some() {
        (texts.next(), texts.next())
    } else {
        (Some(first), texts.next())
    };
    vec![ErrorDetail {
        code,
        message,
        details,
        ..ErrorDetail::default()
    }]
}

/// A state of one message.
pub(super) struct Report {
    pub(super) state: MessageStatus,
    pub(super) errors: Vec<ErrorDetail>,
    /// Member of a group who reports.
    pub(super) member: Option<Party>,
    pub(super) occurred_at: Option<Timestamp>,
}

impl Report {
    pub(super) fn event(
        self,
        collector: &Collector<'_>,
        scope: &Scope,
        key: &Key<'_>,
        item: &mut Item<'_>,
    ) -> Event {
        let chat = key.remote_jid.as_deref().map(party::chat);
        let is_shared = party::is_shared(chat.as_ref());
        let own = Key {
            from_me: Some(true),
            ..key.clone()
        };
        Event::from(StatusUpdate {
            meta: collector.meta(scope, std::mem::take(&mut item.path), self.occurred_at),
            message_id: own.id.clone().map(MessageId::from),
            status: self.state,
            recipient: party::peer(&own).filter(|_| !is_shared).map(Box::new),
            participant: self.member.filter(|_| is_shared).map(Box::new),
            chat: chat.map(Box::new),
            errors: self.errors,
            conversation: None,
            pricing: None,
            payment: None,
            campaign: None,
            channel: None,
            template_id: None,
            callback_data: None,
            raw: collector.raw(item.slice),
        })
    }
}

/// A receipt of a member of a group: a state for each time it has, in the order of their steps.
pub(super) fn receipt(receipt: Receipt<'_>) -> impl Iterator<Item = Report> {
    let Receipt {
        user_jid,
        receipt_timestamp,
        read_timestamp,
        played_timestamp,
    } = receipt;
    let times = [
        (MessageStatus::Delivered, receipt_timestamp),
        (MessageStatus::Read, read_timestamp),
        (MessageStatus::Played, played_timestamp),
    ];
    let member = user_jid.map(|user| party::party(&user, &[], &[]));
    let known = times.into_iter().filter(|(_, at)| at.is_some());
    known.map(move |(state, occurred_at)| Report {
        state,
        errors: Vec::new(),
        member: member.clone(),
        occurred_at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_come_as_numbers_names_and_words() {
        for (state, status) in [
            ("0", "failed"),
            ("ERROR", "failed"),
            ("server_error", "failed"),
            ("failed", "failed"),
            ("1", "pending"),
            ("PENDING", "pending"),
            ("SERVER_ACK", "sent"),
            ("sent", "sent"),
            ("3", "delivered"),
            ("DELIVERY_ACK", "delivered"),
            ("Read", "read"),
            ("5", "played"),
            ("DELETED", "deleted"),
            ("EDITED", "EDITED"),
            ("queued_remote", "queued_remote"),
        ] {
            assert_eq!(word(state).as_str(), status, "{state}");
        }
    }

    #[test]
    fn the_first_parameter_is_the_code() {
        let read = |json: &str| errors(RawSlice::new(json, 0));
        assert_eq!(read(r#"["463","restricted"]"#)[0].code, Some(463));
        assert_eq!(
            read(r#"["463","restricted"]"#)[0].message.as_deref(),
            Some("restricted")
        );
        assert_eq!(read("[479]")[0].code, Some(479));
        assert_eq!(
            read(r#"["no session"]"#)[0].message.as_deref(),
            Some("no session")
        );
        assert!(read("[]").is_empty() && read("null").is_empty());
    }
}
