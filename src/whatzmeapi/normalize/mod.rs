//! Wire to event.

mod about;
mod bytes;
mod call;
mod commerce;
mod content;
mod context;
mod envelope;
mod group;
mod keys;
mod lists;
mod media;
mod message;
mod offered;
mod parts;
mod party;
mod place;
mod poll;
mod replies;
mod several;
mod status;
mod stub;
mod update;

use std::borrow::Cow;
use std::sync::Arc;

pub(super) use self::envelope::{claims, claims_list};
use self::lists::Lists;
use super::payload::{Instance, Payload};
use crate::collector::{Collector, Item, Scope};
use crate::event::{Account, ErrorDetail, Failure, Origin, Party};
use crate::json;
use crate::json::RawSlice;
use crate::json::own;
use crate::types::{Jid, PhoneNumber};

/// What the items of one delivery have in common.
pub(super) struct Batch<'a> {
    scope: Scope,
    /// Name of the event as received, or nothing.
    kind: &'a str,
    /// The gateway's own number.
    own: Option<Party>,
    origin: Origin,
    /// Which way messages went that do not say so.
    from_me: Option<bool>,
}

/// What makes events of one item.
type Read = for<'a> fn(&mut Collector<'_>, &Batch<'_>, Item<'a>);

/// Events whose items are read, by name.
const EVENTS: &[(&str, Read)] = &[
    ("messages.upsert", message::item),
    ("messages.received", message::item),
    ("messages.personal.received", message::item),
    ("messages.group.received", message::item),
    ("messages.newsletter.received", message::item),
    ("messages.set", message::item),
    ("messaging.history.set", message::item),
    ("send.message", message::item),
    ("messages.update", update::item),
    ("message.receipt.update", update::item),
    ("messages.reaction", update::item),
    ("messages.delete", update::deleted),
    ("messages.edited", message::edited),
    ("send.message.update", message::edited),
    ("group.participants.update", group::item),
    ("group.join.request", group::item),
    ("groups.upsert", group::item),
    ("groups.update", group::item),
    (envelope::CALL, call::item),
];

pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    if !root.is_object() {
        return lists::list(root, collector);
    }
    let payload: Payload<'_> = json::read(root)?;
    if !envelope::fits(&payload, root) {
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
    let batch = Batch {
        scope: Scope {
            account: account(sender.as_deref(), instance),
            topic: event.as_deref().map(topic),
        },
        kind: event.as_deref().unwrap_or_default(),
        own: sender.as_deref().map(|jid| party::party(jid, &[], &[])),
        origin: match name.as_deref() {
            Some("messages.set" | "messaging.history.set") => Origin::History,
            _ => Origin::Live,
        },
        from_me: match name.as_deref() {
            Some(name) if name.ends_with(".received") => Some(false),
            Some("send.message" | "send.message.update") => Some(true),
            _ => None,
        },
    };
    let lists = Lists {
        messages,
        statuses,
        keys,
        chats,
        contacts,
    };
    let failed = status.is_some_and(|status| status.eq_ignore_ascii_case("error"));
    if failed && data.is_empty() && lists.is_empty() {
        failure(collector, &batch, root, own(message));
        return Ok(());
    }
    // A name that is none of the gateways' says nothing: then the items' keys tell.
    let read = match name
        .as_deref()
        .filter(|name| !envelope::is_odd(name, &data))
    {
        None => Some(message::item as Read),
        Some(name) => EVENTS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|&(_, read)| read),
    };
    match read {
        Some(read) => {
            lists.read(collector, &batch, "", root, read)?;
            lists::elements(collector, &batch, root, &data, read)?;
        }
        None if lists.messages.is_empty() && lists.statuses.is_empty() => {}
        None => {
            lists.read(collector, &batch, "", root, message::item)?;
            lists::elements(collector, &batch, root, &data, lists::unknown)?;
        }
    }
    if collector.len() == 0 && (read.is_none() || !envelope::has_empty_list(root)) {
        let path = String::new();
        lists::unknown(collector, &batch, Item { slice: root, path });
    }
    Ok(())
}

fn topic(name: &str) -> Cow<'static, str> {
    match name {
        "messages.upsert" => Cow::Borrowed("messages.upsert"),
        "messages.update" => Cow::Borrowed("messages.update"),
        other => Cow::Owned(other.to_owned()),
    }
}

fn account(sender: Option<&str>, instance: Option<Cow<'_, str>>) -> Arc<Account> {
    Arc::new(Account {
        phone_number: sender.and_then(|jid| match Jid::parse(jid) {
            Some(jid) => jid.phone(),
            None => PhoneNumber::parse(jid),
        }),
        instance: own(instance),
        ..Account::default()
    })
}

/// The instance's name: a text, or an object that has it.
fn instance_name(part: RawSlice<'_>) -> Option<Cow<'_, str>> {
    if part.is_object() {
        let Instance { name, id } = json::read(part).ok()?;
        return name.or(id);
    }
    json::get_from(part, json::get::id)
}

impl Batch<'_> {
    /// What events have in common, with the instance that only the item names.
    fn scope(&self, instance: Option<Cow<'_, str>>) -> Cow<'_, Scope> {
        match instance {
            Some(instance) if self.scope.account.instance.is_none() => Cow::Owned(Scope {
                account: Arc::new(Account {
                    instance: Some(instance.into_owned()),
                    ..(*self.scope.account).clone()
                }),
                topic: self.scope.topic.clone(),
            }),
            _ => Cow::Borrowed(&self.scope),
        }
    }
}

/// The gateway could not do its work.
fn failure(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    root: RawSlice<'_>,
    message: Option<String>,
) {
    let raw = collector.raw(root);
    collector.push(Failure {
        meta: collector.meta(&batch.scope, String::new(), None),
        error: ErrorDetail {
            message,
            ..ErrorDetail::default()
        },
        raw,
    });
}
