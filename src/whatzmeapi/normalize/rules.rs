//! Rules that decide what an item is: a message, an edit, a reaction, a receipt, votes, a status, a deletion.

use super::batch::Batch;
use super::item::{List, Reading};
use super::{message, status, updates};
use crate::collector::{Collector, Item, Problem};
use crate::event::MessageStatus;
use crate::json;
use crate::whatzmeapi::payload::{Change, EditProbe, WebMessage};

/// A rule: what items it is for, and what reads them.
type Rule = (
    fn(&Reading<'_, '_, '_>) -> bool,
    fn(&mut Reading<'_, '_, '_>),
);

/// Rules in order; the first one that applies and returns an event decides.
const RULES: &[Rule] = &[
    (is_deletion, updates::deletion),
    (is_edit, message::edit),
    (is_reaction, updates::reaction),
    (is_receipt, status::receipt),
    (is_message, message::message),
    (has_votes_or_reactions, updates::votes_and_reactions),
    (is_report, status::state),
    (is_state_deleted, updates::deletion),
    (is_status_without_state, status::without_state),
    (is_change, message::change),
    // Other changes, and states of somebody else's messages, which nobody reports.
    (|_| true, updates::unknown),
];

/// Reads one element of a list of messages.
pub(super) fn message(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(collector, batch, List::Messages, item);
}

/// Reads one element of `messages.update` and its like.
pub(super) fn update(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(collector, batch, List::Updates, item);
}

/// Reads one element of `statuses`.
pub(super) fn status(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(collector, batch, List::Statuses, item);
}

/// Reads the key of a message that was deleted.
pub(super) fn deletion(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(collector, batch, List::Deletions, item);
}

/// Reads an edit on its own event. Evolution.
pub(super) fn edit(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(collector, batch, List::Edits, item);
}

fn read(collector: &mut Collector<'_>, batch: &Batch<'_>, list: List, item: Item<'_>) {
    let mut wire = WebMessage::default();
    if let Err(error) = json::fill(&mut wire, item.slice) {
        let problem = Problem::unreadable(error);
        return collector.malformed(&batch.scope, batch.kind, item, None, &problem);
    }
    read_wire(collector, batch, list, item, wire);
}

/// Applies the rules to an item whose keys are read.
pub(super) fn read_wire<'a>(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    list: List,
    item: Item<'a>,
    wire: WebMessage<'a>,
) {
    let mut reading = Reading::new(collector, batch, list, item, wire);
    for (applies, read) in RULES {
        if applies(&reading) {
            read(&mut reading);
        }
        if reading.is_read() {
            return;
        }
    }
}

fn is_deletion(item: &Reading<'_, '_, '_>) -> bool {
    item.list == List::Deletions
}

fn is_edit(item: &Reading<'_, '_, '_>) -> bool {
    let is_protocol = item.wire.protocol_type.is_some() || item.wire.edited_message.is_some();
    item.list == List::Edits && is_protocol
}

fn is_reaction(item: &Reading<'_, '_, '_>) -> bool {
    item.wire.reaction.is_some()
}

fn is_receipt(item: &Reading<'_, '_, '_>) -> bool {
    item.wire.receipt.is_some()
}

fn is_message(item: &Reading<'_, '_, '_>) -> bool {
    let wire = &item.wire;
    let has_content = wire.message.is_some_and(|message| message.is_object());
    match item.list {
        List::Messages | List::Edits => wire.update.is_none(),
        // A state beside a new content says nothing of the message.
        List::Updates => {
            wire.update.is_none()
                && has_content
                && (wire.status.is_none() || is_edit_with_state(wire))
        }
        List::Statuses | List::Deletions => false,
    }
}

/// Whether a new content stands next to a state, which Evolution writes where there is none.
fn is_edit_with_state(wire: &WebMessage<'_>) -> bool {
    let keys = wire.message.and_then(|message| json::read(message).ok());
    let EditProbe {
        edited_message,
        protocol_message,
    } = keys.unwrap_or_default();
    let state = wire.status.as_deref().map(status::word);
    let is_unsaid = state == Some(MessageStatus::Sent) && wire.message_timestamp.is_none();
    edited_message.or(protocol_message).is_some() || is_unsaid
}

fn has_votes_or_reactions(item: &Reading<'_, '_, '_>) -> bool {
    let is_filled =
        |change: &Change<'_>| !change.poll_updates.is_empty() || !change.reactions.is_empty();
    !item.wire.poll_updates.is_empty() || item.wire.update.as_deref().is_some_and(is_filled)
}

/// Returns whether the item reports a status. A new content has precedence.
fn has_state(item: &Reading<'_, '_, '_>) -> bool {
    item.state().is_some() && !item.has_new_content()
}

/// Whether a state says something: that of a received message only where the business itself read or played it.
fn is_report(item: &Reading<'_, '_, '_>) -> bool {
    has_state(item) && (item.key.from_me != Some(false) || status::is_opened(item))
}

fn is_state_deleted(item: &Reading<'_, '_, '_>) -> bool {
    has_state(item) && status::is_deleted(item)
}

fn is_status_without_state(item: &Reading<'_, '_, '_>) -> bool {
    item.list == List::Statuses && item.state().is_none()
}

fn is_change(item: &Reading<'_, '_, '_>) -> bool {
    let change = item.wire.update.as_deref();
    let has_notice = change.is_some_and(|change| change.message_stub_type.is_some());
    item.has_new_content() || (has_notice && item.state().is_none())
}
