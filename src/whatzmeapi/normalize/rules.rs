//! Rules that decide what an item is: a message, an edit, a reaction, a receipt, votes, a status, a deletion.

use super::batch::Batch;
use super::item::{List, Reading};
use super::{message, status, updates};
use crate::collector::{Collector, Item, Problem};
use crate::json;
use crate::whatzmeapi::payload::WebMessage;

/// A rule: a condition on an item, and its reader.
struct Rule {
    applies: fn(&Reading<'_, '_, '_>) -> bool,
    read: fn(&mut Reading<'_, '_, '_>),
}

/// Rules in order; the first one that applies and returns an event decides.
const RULES: &[Rule] = &[
    Rule {
        applies: |item| item.list == List::Deletions,
        read: updates::deletion,
    },
    Rule {
        applies: |item| item.list == List::Edits && is_protocol_message(item),
        read: message::edit,
    },
    Rule {
        applies: |item| item.wire.reaction.is_some(),
        read: updates::reaction,
    },
    Rule {
        applies: |item| item.wire.receipt.is_some(),
        read: status::receipt,
    },
    Rule {
        applies: is_message,
        read: message::message,
    },
    Rule {
        applies: has_votes,
        read: updates::votes,
    },
    Rule {
        applies: has_reactions,
        read: updates::reactions,
    },
    Rule {
        applies: |item| has_state(item) && item.key.from_me != Some(false),
        read: status::state,
    },
    Rule {
        applies: |item| has_state(item) && status::is_deleted(item),
        read: updates::deletion,
    },
    Rule {
        applies: |item| item.list == List::Statuses && item.state().is_none(),
        read: |item| item.push_malformed(&Problem::no_value("status")),
    },
    Rule {
        applies: |item| is_changed(item),
        read: message::change,
    },
    // Other changes, and statuses of other people's messages, which are not reports on own messages.
    Rule {
        applies: |_| true,
        read: updates::unknown,
    },
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
    let mut reading = Reading::new(collector, batch, list, item, wire);
    for rule in RULES {
        if reading.is_read() {
            break;
        }
        if (rule.applies)(&reading) {
            (rule.read)(&mut reading);
        }
    }
}

fn is_protocol_message(item: &Reading<'_, '_, '_>) -> bool {
    item.wire.protocol_type.is_some() || item.wire.edited_message.is_some()
}

fn is_message(item: &Reading<'_, '_, '_>) -> bool {
    let wire = &item.wire;
    let has_content = wire.message.is_some_and(|message| message.is_object());
    match item.list {
        List::Messages | List::Edits => wire.update.is_none(),
        List::Updates => wire.update.is_none() && wire.status.is_none() && has_content,
        List::Statuses | List::Deletions => false,
    }
}

fn has_votes(item: &Reading<'_, '_, '_>) -> bool {
    let change = item.wire.update.as_deref();
    !item.wire.poll_updates.is_empty() || change.is_some_and(|it| !it.poll_updates.is_empty())
}

fn has_reactions(item: &Reading<'_, '_, '_>) -> bool {
    let change = item.wire.update.as_deref();
    change.is_some_and(|change| !change.reactions.is_empty())
}

/// Returns whether the item reports a status. A new content has precedence.
fn has_state(item: &Reading<'_, '_, '_>) -> bool {
    item.state().is_some() && !item.has_new_content()
}

fn is_changed(item: &Reading<'_, '_, '_>) -> bool {
    let change = item.wire.update.as_deref();
    let has_notice = change.is_some_and(|change| change.message_stub_type.is_some());
    item.has_new_content() || (has_notice && item.state().is_none())
}
