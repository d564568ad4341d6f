//! Statuses of own messages.

use std::borrow::Cow;

use super::item::Reading;
use super::{notices, party};
use crate::collector::Item;
use crate::event::{ErrorDetail, MessageStatus, Party, StatusUpdate};
use crate::json::{Owned, RawSlice};
use crate::types::Timestamp;
use crate::whatzmeapi::payload::{Key, Receipt};

/// Statuses by number, by name, and by the values of gateways, in lower case.
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

/// Reads a status; an unknown one is kept as received.
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

/// Reads code and text of a failure. A first parameter that is not a number is the text.
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

/// Returns whether the item reports that the message was deleted.
pub(super) fn is_deleted(item: &Reading<'_, '_, '_>) -> bool {
    (item.state()).is_some_and(|state| word(state) == MessageStatus::Deleted)
}

/// Reads the status of an own message.
pub(super) fn state(item: &mut Reading<'_, '_, '_>) {
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
        member: party::participant(&item.key),
        occurred_at: item.changed_at(),
    };
    let place = item.take_item();
    report.push(item, place);
}

/// Reads the receipt of a group member: one status for each time in it, in the order of the steps.
pub(super) fn receipt(item: &mut Reading<'_, '_, '_>) {
    let Receipt {
        user_jid,
        receipt_timestamp,
        read_timestamp,
        played_timestamp,
    } = *item.wire.receipt.take().unwrap_or_default();
    let times = [
        (MessageStatus::Delivered, receipt_timestamp),
        (MessageStatus::Read, read_timestamp),
        (MessageStatus::Played, played_timestamp),
    ];
    // A receipt of another person's message is not a report on an own message.
    let is_report = item.key.from_me != Some(false);
    for (state, occurred_at) in times {
        if is_report && occurred_at.is_some() {
            let report = Report {
                state,
                errors: Vec::new(),
                member: user_jid.as_deref().map(|user| party::party(user, &[], &[])),
                occurred_at,
            };
            report.push(item, item.item(""));
        }
    }
    if !item.is_read() {
        item.push_unknown(None);
    }
}

/// A status of one message.
struct Report {
    state: MessageStatus,
    errors: Vec<ErrorDetail>,
    /// Group member who sent the receipt.
    member: Option<Party>,
    occurred_at: Option<Timestamp>,
}

impl Report {
    fn push(self, item: &mut Reading<'_, '_, '_>, place: Item<'_>) {
        let own = Key {
            from_me: Some(true),
            ..item.key.clone()
        };
        let chat = own.remote_jid.as_deref().map(party::chat);
        let (recipient, participant) = if party::is_shared(chat.as_ref()) {
            (None, self.member)
        } else {
            (party::peer(&own), None)
        };
        let event = StatusUpdate {
            meta: (item.collector).meta(&item.scope, place.path, self.occurred_at),
            message_id: own.id.owned(),
            status: self.state,
            recipient: recipient.map(Box::new),
            participant: participant.map(Box::new),
            chat: chat.map(Box::new),
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
