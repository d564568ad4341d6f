//! States of own messages, and of received ones that the business opened on another device.

use std::borrow::Cow;

use super::item::Reading;
use super::{notices, party};
use crate::collector::Problem;
use crate::event::{Direction, ErrorDetail, MessageStatus, Party, StatusUpdate};
use crate::json::{Owned, RawSlice};
use crate::types::Timestamp;
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
    let mut texts = notices::texts(Some(parameters))
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

/// Whether the item reports that the message was deleted.
pub(super) fn is_deleted(item: &Reading<'_, '_, '_>) -> bool {
    (item.state()).is_some_and(|state| word(state) == MessageStatus::Deleted)
}

/// Whether the item reports that a message was opened.
pub(super) fn is_opened(item: &Reading<'_, '_, '_>) -> bool {
    let state = item.state().map(word);
    state.is_some_and(|state| matches!(state, MessageStatus::Read | MessageStatus::Played))
}

/// Reads the state of a message.
pub(super) fn state(item: &mut Reading<'_, '_, '_>) {
    if item.key.id.is_none() {
        return item.push_malformed(&Problem::no_value("id"));
    }
    let state = word(item.state().unwrap_or_default());
    let change = item.wire.update.as_deref();
    let parameters = change.and_then(|change| change.message_stub_parameters);
    let errors = match parameters.or(item.wire.message_stub_parameters) {
        Some(parameters) if state == MessageStatus::Failed => errors(parameters),
        _ => Vec::new(),
    };
    let report = Report {
        state,
        errors,
        // Of a received message the key names the author, not who opened it.
        member: if item.key.from_me == Some(false) {
            None
        } else {
            party::participant(&item.key)
        },
        occurred_at: item.changed_at(),
    };
    report.push(item, "update.status");
}

/// Reads a status that says no state.
pub(super) fn without_state(item: &mut Reading<'_, '_, '_>) {
    item.push_malformed(&Problem::no_value("status"));
}

/// Reads the receipt of a member of a group: a state for each time it has, in the order of their steps.
pub(super) fn receipt(item: &mut Reading<'_, '_, '_>) {
    let Receipt {
        user_jid,
        receipt_timestamp,
        read_timestamp,
        played_timestamp,
    } = *item.wire.receipt.take().unwrap_or_default();
    if item.key.id.is_none() {
        return item.push_malformed(&Problem::no_value("key.id"));
    }
    let times = [
        (
            MessageStatus::Delivered,
            receipt_timestamp,
            "receipt.receiptTimestamp",
        ),
        (MessageStatus::Read, read_timestamp, "receipt.readTimestamp"),
        (
            MessageStatus::Played,
            played_timestamp,
            "receipt.playedTimestamp",
        ),
    ];
    // What became of somebody else's message is only said where the business itself opened it.
    let is_own = item.key.from_me != Some(false);
    for (state, occurred_at, part) in times {
        if occurred_at.is_some() && (is_own || state != MessageStatus::Delivered) {
            let report = Report {
                state,
                errors: Vec::new(),
                member: user_jid.as_deref().map(|user| party::party(user, &[], &[])),
                occurred_at,
            };
            report.push(item, part);
        }
    }
    if !item.is_read() {
        item.push_unknown(None);
    }
}

/// A state of one message.
struct Report {
    state: MessageStatus,
    errors: Vec<ErrorDetail>,
    /// Member of a group who reports.
    member: Option<Party>,
    occurred_at: Option<Timestamp>,
}

impl Report {
    /// `part` says which of several events of the item it is.
    fn push(self, item: &mut Reading<'_, '_, '_>, part: &str) {
        let place = item.item(part);
        let own = Key {
            from_me: Some(true),
            ..item.key.clone()
        };
        let chat = own.remote_jid.as_deref().map(party::chat);
        let direction = item.key.from_me.map(Direction::of);
        let (recipient, participant) = match direction {
            _ if party::is_shared(chat.as_ref()) => (None, self.member),
            Some(Direction::Inbound) => (item.batch.own.clone(), None),
            _ => (party::peer(&own), None),
        };
        let event = StatusUpdate {
            meta: (item.collector).meta(&item.scope, place.path, self.occurred_at),
            message_id: own.id.owned(),
            status: self.state,
            recipient: recipient.map(Box::new),
            participant: participant.map(Box::new),
            chat: chat.map(Box::new),
            direction,
            errors: self.errors,
            conversation: None,
            pricing: None,
            payment: None,
            campaign: None,
            channel: None,
            template_id: None,
            callback_data: None,
            raw: item.collector.raw(place.slice),
        };
        item.push(event);
    }
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
