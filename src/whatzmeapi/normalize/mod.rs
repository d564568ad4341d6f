//! Wire to event.
//!
//! An item is read in these steps:
//!
//! 1. [`events`] reads the envelope; the name of the event selects a row of [`EVENTS`]. `batch` has the shared data.
//! 2. `items` finds the lists of items. `rules` has a table of conditions and readers, which decides what an item is.
//! 3. `message`, `updates` and `status` are those readers; `direction` sets chat, direction, author and recipient.
//! 4. [`contents`] has the table of content keys, and a file of readers for each kind of content. To find the caption
//!    of an image: this file, `contents/mod.rs` with the row `imageMessage`, `contents/media.rs`.

mod batch;
mod calls;
mod contents;
mod context;
mod direction;
mod elements;
mod envelope;
mod groups;
mod item;
mod items;
mod message;
mod notices;
mod party;
mod rules;
mod status;
mod updates;

use std::borrow::Cow;

use self::batch::Batch;
pub(super) use self::envelope::{fits, fits_list};
use self::items::{Lists, Read};
use super::payload::{Instance, Payload};
use crate::collector::{Collector, Item};
use crate::event::{ErrorDetail, Failure};
use crate::json::{self, Owned, RawSlice};
use crate::path::Path;

/// Events whose items are read, by name.
const EVENTS: &[(&str, Read)] = &[
    ("messages.upsert", rules::message),
    ("messages.received", rules::message),
    ("messages.personal.received", rules::message),
    ("messages.group.received", rules::message),
    ("messages.newsletter.received", rules::message),
    ("messages.set", rules::message),
    ("messaging.history.set", rules::message),
    ("send.message", rules::message),
    ("messages.update", rules::update),
    ("message.receipt.update", rules::update),
    ("messages.reaction", rules::update),
    ("messages.delete", rules::deletion),
    ("messages.edited", rules::edit),
    ("send.message.update", rules::edit),
    ("group.participants.update", groups::item),
    ("group.join.request", groups::item),
    ("groups.upsert", groups::item),
    ("groups.update", groups::item),
    (envelope::CALL, calls::item),
];

pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    if !root.is_object() {
        return items::bare_list(root, collector);
    }
    let payload: Payload<'_> = json::read(root)?;
    // For most bodies the name of the event is enough.
    let is_named = payload.event.as_deref().is_some_and(envelope::is_event);
    if !is_named && !fits(&json::read(root)?) {
        return Err(Collector::wrong_envelope(root));
    }
    let Payload {
        event,
        upsert_type: _,
        messages,
        statuses,
        keys,
        chats,
        contacts,
        data,
        instance,
        instance_id,
        session_id,
        sender,
        status,
        message,
    } = payload;
    let name = event.as_deref().map(envelope::normalized);
    let instance = instance
        .and_then(instance_name)
        .or(session_id)
        .or(instance_id);
    let batch = Batch::new(
        event.as_deref(),
        name.as_deref(),
        sender.as_deref(),
        instance,
    );
    let lists = Lists {
        messages,
        statuses,
        keys,
        chats,
        contacts,
    };
    let failed = status.is_some_and(|status| status.eq_ignore_ascii_case("error"));
    if failed && data.is_empty() && lists.is_empty() {
        push_failure(collector, &batch, root, message);
        return Ok(());
    }
    let read = match name.as_deref() {
        None => Some(rules::message as Read),
        // If no gateway uses the name, the keys of the items decide.
        Some(name) if envelope::is_odd(name, &data) => Some(rules::message as Read),
        Some(name) => {
            let row = EVENTS.iter().find(|(known, _)| *known == name);
            row.map(|&(_, read)| read)
        }
    };
    match read {
        Some(read) => {
            lists.read(collector, &batch, &Path::default(), root, read)?;
            items::data(collector, &batch, root, &data, read)?;
        }
        None if lists.messages.is_empty() && lists.statuses.is_empty() => {}
        None => {
            lists.read(collector, &batch, &Path::default(), root, rules::message)?;
            items::data(collector, &batch, root, &data, items::unknown)?;
        }
    }
    if collector.len() == 0 && (read.is_none() || !envelope::has_empty_list(root)) {
        let path = Path::default();
        items::unknown(collector, &batch, Item { slice: root, path });
    }
    Ok(())
}

/// The name of the instance: a text, or an object with the name.
fn instance_name(part: RawSlice<'_>) -> Option<Cow<'_, str>> {
    if part.is_object() {
        let Instance { name, id } = json::read(part).ok()?;
        return name.or(id);
    }
    json::get_from(part, json::get::id)
}

/// Reads a failure of the gateway.
fn push_failure(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    root: RawSlice<'_>,
    message: Option<Cow<'_, str>>,
) {
    let raw = collector.raw(root);
    collector.push(Failure {
        meta: collector.meta(&batch.scope, Path::default(), None),
        error: ErrorDetail {
            message: message.owned(),
            ..ErrorDetail::default()
        },
        raw,
    });
}
