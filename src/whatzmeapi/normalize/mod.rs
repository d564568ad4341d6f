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
mod go;
mod go_receipt;
mod groups;
mod item;
mod items;
mod message;
mod notices;
mod party;
mod rules;
mod status;
mod updates;
mod waha;

use std::borrow::Cow;

use self::batch::Batch;
use self::elements::is_blank;
use self::envelope::has_empty_list;
pub(super) use self::envelope::{fits, fits_list};
use self::items::{Lists, Read};
use super::payload::{Addition, Instance, Payload, WahaAccount};
use crate::collector::{Collector, Item};
use crate::envelope::{Kept, limit, object_in};
use crate::event::{ErrorDetail, Failure};
use crate::json::{self, Owned, RawSlice};
use crate::marks::Object;
use crate::path::Path;

/// Events whose items are read, by name.
const EVENTS: &[(&str, Read)] = &[
    ("messages.upsert", rules::message),
    ("messages.received", rules::message),
    ("messages.personal.received", rules::message),
    ("messages.group.received", rules::message),
    ("messages.newsletter.received", rules::message),
    ("messages.sent", rules::message),
    ("messages.set", rules::message),
    ("messaging.history.set", rules::message),
    ("send.message", rules::message),
    ("messages.update", rules::update),
    ("message.receipt.update", rules::update),
    ("messages.reaction", rules::update),
    ("messages.delete", rules::deletion),
    ("messages.edited", rules::edit),
    ("messages.edit", rules::edit),
    ("send.message.update", rules::edit),
    ("group.participants.update", groups::item),
    ("group.join.request", groups::item),
    ("groups.upsert", groups::item),
    ("groups.update", groups::item),
    ("group.member.tag.update", groups::item),
    (envelope::CALL, calls::item),
    ("receipt", go_receipt::receipt),
    ("call.received", calls::item),
    ("call.accepted", calls::item),
    ("call.rejected", calls::item),
];

/// A row of [`EVENTS`] by its exact name.
fn listed(name: &str) -> Option<&'static (&'static str, Read)> {
    EVENTS.iter().find(|(known, _)| *known == name)
}

/// What reads the items of an event; its name may differ from that of the row in singular and plural.
fn reader(name: &str) -> Option<Read> {
    let row = listed(name).or_else(|| EVENTS.iter().find(|(known, _)| is_same(known, name)));
    row.map(|&(_, read)| read)
}

/// Whether two names are the same but for singular and plural.
fn is_same(known: &str, name: &str) -> bool {
    singular(known).eq(singular(name))
}

fn singular(name: &str) -> impl Iterator<Item = &str> {
    name.split('.').map(|word| word.trim_end_matches('s'))
}

/// Secrets of a gateway that no event carries.
const SECRETS: &[&str] = &[
    "apikey",
    "api_key",
    "token",
    "instanceToken",
    "webhookVerifyToken",
];

/// Whether a key next to the items holds a secret, in any case.
fn is_secret(key: &str) -> bool {
    SECRETS
        .iter()
        .any(|secret| secret.eq_ignore_ascii_case(key))
}

/// The name of an event as a constant, where it is one whose items are read.
fn constant(event: &str) -> Option<&'static str> {
    listed(event).map(|&(known, _)| known)
}

pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    if !root.is_object() {
        return items::bare_list(root, collector);
    }
    let (mut payload, is_whole) = json::read_all::<Payload<'_>>(root)?;
    // Most bodies have a name that is enough.
    let exact = payload.event.as_deref().and_then(listed);
    let is_named = match exact {
        Some((name, _)) => name.contains('.'),
        None => payload.event.as_deref().is_some_and(envelope::is_event),
    };
    if !is_named && !fits(&json::read(root)?) {
        return Err(Collector::wrong_envelope(root));
    }
    let event = payload.event.clone();
    let name = match exact {
        Some((name, _)) => Some(Cow::Borrowed(*name)),
        None => event.as_deref().map(envelope::normalized),
    };
    let mut is_whole = limit(&mut payload.event) && is_whole;
    let waha = waha::payload(&payload);
    if waha.is_some() && payload.sender.is_none() {
        payload.sender = waha::account(&payload);
    }
    is_whole &= limit(&mut payload.sender);
    let instance = Named::read(&payload);
    let mut batch = Batch::new(
        payload.event.as_deref(),
        name.as_deref(),
        payload.sender.as_deref(),
        instance.name.clone(),
    );
    let files = payload.extra.and_then(files);
    if let Some(files) = files {
        batch.add_files(collector, files);
    }
    let lists = Lists::from(&payload);
    let whole = Item {
        slice: root,
        path: Path::default(),
    };
    let has_data = payload.data.iter().any(|data| !is_blank(*data));
    let is_failed = (payload.status.as_deref()).is_some_and(|it| it.eq_ignore_ascii_case("error"));
    if is_failed && !has_data && lists.is_empty() {
        push_failure(collector, &batch, whole, payload.message.clone());
        return Ok(());
    }
    let read = match (exact, name.as_deref()) {
        (Some(&(_, read)), _) => Some(read),
        (None, None) => Some(rules::message as Read),
        // A name that is none of the gateways' says nothing: then the items' keys tell.
        (None, Some(name)) if envelope::is_odd(name, &payload.data) => Some(rules::message as Read),
        (None, Some(name)) => reader(name),
    };
    let waha = waha.filter(|_| name.as_deref().is_some_and(waha::is_read));
    if !has_data && lists.is_empty() && envelope::is_list_item(root) {
        // The item holds all bytes of the body.
        read.unwrap_or(rules::message)(collector, &batch, whole);
        return Ok(());
    }
    if waha.is_none()
        && read.is_none()
        && !lists.has_messages()
        && !items::has_known_shape(&payload.data)
    {
        items::unknown(collector, &batch, whole);
        return Ok(());
    }
    batch.learn(collector, &payload.lid_pn_mappings);
    lists.read(
        collector,
        &batch,
        root,
        &Path::default(),
        read.unwrap_or(rules::message),
    );
    items::data(
        collector,
        &batch,
        root,
        &payload.data,
        read.unwrap_or(items::known_shape),
    );
    if let (Some(slice), Some(name)) = (waha, name.as_deref()) {
        let path = Path::default().key("payload", 1);
        waha::item(collector, &batch, name, Item { slice, path });
    }
    let mut kept = Kept::default();
    let is_plain = is_whole && is_plain(&payload, &instance);
    if collector.len() > 0 && !is_plain {
        beside(collector, &batch, root, &payload, &instance, &mut kept);
    }
    collector.close(0, kept, |collector| {
        // An empty list, and nothing unknown beside it, says that there are no items.
        let is_known = exact.is_some() || name.as_deref().is_none_or(|it| reader(it).is_some());
        let is_said = is_known && is_whole && instance.object.is_none();
        if !is_said || !has_empty_list(root) {
            items::unknown(collector, &batch, whole);
        }
    });
    Ok(())
}

/// Whether events hold all that stands beside the items; a quick look that may say no where they do.
fn is_plain(payload: &Payload<'_>, instance: &Named<'_>) -> bool {
    let texts = [
        &payload.upsert_type,
        &payload.status,
        &payload.message,
        &payload.session,
        &payload.engine,
    ];
    let parts = [
        payload.extra,
        payload.me,
        payload.payload,
        payload.environment,
        payload.metadata,
        instance.object,
    ];
    let names = [
        payload.instance.is_some(),
        payload.instance_name.is_some(),
        payload.session_id.is_some(),
        payload.instance_id.is_some(),
    ];
    let count = names.into_iter().filter(|is_there| *is_there).count();
    texts.into_iter().all(Option::is_none)
        && parts.iter().all(Option::is_none)
        && payload.lid_pn_mappings.is_empty()
        && count == usize::from(instance.key.is_some())
}

/// Keeps what stands beside the items of a body and no field of an event holds.
fn beside<'a>(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    root: RawSlice<'a>,
    payload: &Payload<'a>,
    instance: &Named<'a>,
    kept: &mut Kept,
) {
    let (scope, path) = (&batch.scope, Path::default());
    let path_of = |key| path.key(key, object_in(root, key).map_or(1, |(nth, _)| nth));
    collector.members::<Payload<'a>>(scope, root, &path, None, kept, |key, counts| match key {
        "messages" | "statuses" | "keys" | "chats" | "contacts" | "data" => true,
        "event" => counts && scope.topic.is_some(),
        "sender" => counts && batch.own.is_some(),
        "instance" => counts && instance.holds(key),
        "instanceName" | "sessionId" | "instanceId" | "session" => {
            counts && instance.key == Some(key)
        }
        "payload" => counts && waha::payload(payload).is_some(),
        "environment" | "metadata" => counts && waha::parts(payload).any(|(it, _)| it == key),
        "me" => counts && payload.me.is_some_and(|me| me.is_object()),
        "extra" => counts && payload.extra.is_some_and(|extra| extra.is_object()),
        _ => is_secret(key),
    });
    if let Some(part) = instance.object {
        let path = path_of("instance");
        collector.members::<Instance<'a>>(scope, part, &path, None, kept, |key, counts| {
            let is_name = instance.key == Some("instance") && instance.member == Some(key);
            is_secret(key) || (counts && is_name)
        });
    }
    if let Some(me) = payload.me.filter(RawSlice::is_object) {
        let path = path_of("me");
        collector.members::<WahaAccount<'a>>(scope, me, &path, None, kept, |key, counts| {
            let is_account = waha::payload(payload).is_some() && batch.own.is_some();
            key == "id" && counts && is_account && waha::account(payload) == payload.sender
        });
    }
    for (key, part) in waha::parts(payload) {
        let path = path_of(key);
        collector.members::<Object>(scope, part, &path, None, kept, |_, _| false);
    }
    if let Some(extra) = payload.extra.filter(RawSlice::is_object) {
        let path = path_of("extra");
        let files = files(extra);
        collector.members::<Addition<'a>>(scope, extra, &path, None, kept, |key, counts| {
            key == "media" && counts && files.is_some()
        });
        if let Some(files) = files {
            let nth = object_in(extra, "media").map_or(1, |(nth, _)| nth);
            let path = path.key("media", nth);
            collector.members::<Object>(scope, files, &path, None, kept, |id, counts| {
                counts && batch.has_given(id)
            });
        }
    }
}

/// The files that a gateway adds to its messages.
fn files(extra: RawSlice<'_>) -> Option<RawSlice<'_>> {
    let Addition { media } = json::read(extra).ok()?;
    media.filter(RawSlice::is_object)
}

/// The instance's name, and where it stands.
#[derive(Default)]
struct Named<'a> {
    name: Option<Cow<'a, str>>,
    /// Key of the body that gives the name.
    key: Option<&'static str>,
    /// `instance`, where it is an object.
    object: Option<RawSlice<'a>>,
    /// Key of that object that gives the name.
    member: Option<&'static str>,
}

impl<'a> Named<'a> {
    fn read(payload: &Payload<'a>) -> Self {
        let object = payload.instance.filter(RawSlice::is_object);
        let (instance, member) = match (object, payload.instance) {
            (Some(object), _) => first_of(object),
            (None, Some(text)) => (json::get_from(text, json::get::id), None),
            (None, None) => (None, None),
        };
        let names = [
            ("instance", instance),
            ("instanceName", payload.instance_name.clone()),
            ("sessionId", payload.session_id.clone()),
            ("instanceId", payload.instance_id.clone()),
            (
                "session",
                payload
                    .session
                    .clone()
                    .filter(|_| waha::payload(payload).is_some()),
            ),
        ];
        let found = names.into_iter().find_map(|(key, mut name)| {
            limit(&mut name);
            Some((key, name?))
        });
        let (key, name) = found.unzip();
        Self {
            name,
            key,
            object,
            member,
        }
    }

    /// Whether the name is what this key of the body holds, or an object that is looked into.
    fn holds(&self, key: &str) -> bool {
        self.object.is_some() || self.key == Some(key)
    }
}

/// The name of an instance that is an object, and the key that has it.
fn first_of(object: RawSlice<'_>) -> (Option<Cow<'_, str>>, Option<&'static str>) {
    let Instance {
        name,
        instance_name,
        id,
    } = json::read(object).unwrap_or_default();
    let names = [("name", name), ("instanceName", instance_name), ("id", id)];
    let found = names.into_iter().find_map(|(key, name)| Some((name?, key)));
    found.unzip()
}

/// Reads a failure of the gateway.
fn push_failure(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    whole: Item<'_>,
    message: Option<Cow<'_, str>>,
) {
    let raw = collector.raw(whole.slice);
    collector.push(Failure {
        meta: collector.meta(&batch.scope, whole.path, None),
        error: ErrorDetail {
            message: message.owned(),
            ..ErrorDetail::default()
        },
        raw,
    });
}
