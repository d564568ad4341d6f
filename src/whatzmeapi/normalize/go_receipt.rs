//! Receipts of gateways in Go, which are built on whatsmeow.

use std::borrow::Cow;

use super::batch::Batch;
use super::item::List;
use super::{party, rules};
use crate::collector::{Collector, Item, Problem};
use crate::envelope::limit;
use crate::json;
use crate::whatzmeapi::payload::{GoReceipt, Key, WebMessage};

/// Types of receipts: the state as Baileys names it, and whether the account itself opened the message.
const RECEIPTS: &[(&str, &str, bool)] = &[
    ("", "DELIVERY_ACK", false),
    ("delivered", "DELIVERY_ACK", false),
    ("read", "READ", false),
    ("played", "PLAYED", false),
    ("read-self", "READ", true),
    ("played-self", "PLAYED", true),
];

/// Reads a receipt: a status for each message of it.
pub(super) fn receipt<'a>(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'a>) {
    let receipt: GoReceipt<'a> = match json::read(item.slice) {
        Ok(receipt) => receipt,
        Err(error) => {
            let problem = Problem::unreadable(error);
            return collector.malformed(&batch.scope, batch.kind, item, None, &problem);
        }
    };
    let GoReceipt {
        mut chat,
        mut sender,
        mut sender_alt,
        message_ids,
        receipt_type,
        timestamp,
    } = receipt;
    // What the events of all messages share.
    for text in [&mut chat, &mut sender, &mut sender_alt] {
        limit(text);
    }
    let word = receipt_type.unwrap_or_default();
    let row = RECEIPTS.iter().find(|(known, _, _)| *known == word);
    let (Some(&(_, state, is_self)), false) = (row, message_ids.is_empty()) else {
        return collector.unknown(&batch.scope, batch.kind, item, timestamp);
    };
    let place = chat.as_deref().map(party::chat);
    let is_shared = party::is_shared(place.as_ref());
    let (remote_jid_alt, participant, participant_alt) = if is_shared {
        (None, sender, sender_alt)
    } else {
        (sender_alt, None, None)
    };
    let list = item.path.key("MessageIDs", 1);
    for (index, id) in message_ids.into_iter().enumerate() {
        // What is not read stands in the bytes of the item.
        if index > 0 && !collector.charge() {
            return;
        }
        let key = Key {
            id: Some(id),
            from_me: Some(!is_self),
            remote_jid: chat.clone(),
            remote_jid_alt: remote_jid_alt.clone(),
            participant: participant.clone(),
            participant_alt: participant_alt.clone(),
            ..Key::default()
        };
        let wire = WebMessage {
            key: Some(key),
            status: Some(Cow::Borrowed(state)),
            timestamp,
            ..WebMessage::default()
        };
        let path = if index == 0 {
            item.path.clone()
        } else {
            list.element(index)
        };
        let slice = item.slice;
        rules::read_wire(collector, batch, List::Statuses, Item { slice, path }, wire);
    }
}
