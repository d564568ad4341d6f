//! Wire to event: the envelope down to the item.

mod contacts;
mod content;
mod conversation_context;
mod error;
mod interactive;
mod message;
mod outbound;
mod standby_echo;
mod status;
mod user_action;

use std::borrow::Cow;
use std::sync::Arc;

use self::error::failure;
use super::payload::{Change, Entry, Metadata, Payload, Standby, Value};
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::{Account, Origin};
use crate::json;
use crate::json::{Part, RawSlice};
use crate::meta::people::People;
use crate::path::push_element;
use crate::types::{PhoneNumber, PhoneNumberId, Timestamp};

/// `object` of every delivery of this provider.
const WHATSAPP: &str = "whatsapp_business_account";

/// The field whose lists hold messages and statuses.
const MESSAGES: &str = "messages";

/// The field whose lists hold copies of them.
const STANDBY: &str = "standby";

/// Where the lists of chats stand: messages, echoes, statuses.
type Lists = [&'static str; 3];

/// The lists directly under the value.
const IN_VALUE: Lists = [
    ".value.messages",
    ".value.message_echoes",
    ".value.statuses",
];

/// The lists one level deeper.
const IN_STANDBY: Lists = [
    ".value.standby.messages",
    ".value.standby.message_echoes",
    ".value.standby.statuses",
];

pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    if !root.is_object() {
        return Err(Collector::wrong_envelope(root));
    }
    let Payload { object, entry } = json::read(root)?;
    match object.as_deref() {
        None if entry.is_empty() => return Err(Collector::wrong_envelope(root)),
        Some(other) if other != WHATSAPP => {
            let item = Item {
                slice: root,
                path: String::new(),
            };
            collector.unknown(&Scope::default(), other, item, None);
            return Ok(());
        }
        _ => {}
    }
    for (entry, part) in entry.into_iter().enumerate() {
        let place = Place {
            entry,
            change: None,
        };
        let item = Item {
            slice: part.raw,
            path: String::new(),
        };
        let Some(Entry { id, time, changes }) = part.value else {
            let item = Item {
                path: place.path(),
                ..item
            };
            collector.malformed(&Scope::default(), "", item, None, &Problem::no_object(""));
            continue;
        };
        let begun = collector.len();
        for (index, part) in changes.into_iter().enumerate() {
            let place = Place {
                change: Some(index),
                ..place
            };
            change(part, id.as_deref(), time, place, collector)?;
        }
        if collector.len() == begun {
            let item = Item {
                path: place.path(),
                ..item
            };
            collector.unknown(&scope(id.as_deref(), None, None), "", item, time);
        }
    }
    Ok(())
}

/// Where an entry or a change stands; its path is made when it is needed.
#[derive(Clone, Copy)]
struct Place {
    entry: usize,
    change: Option<usize>,
}

impl Place {
    fn path(self) -> String {
        let mut path = String::with_capacity(48);
        push_element(&mut path, "entry", self.entry);
        if let Some(change) = self.change {
            push_element(&mut path, ".changes", change);
        }
        path
    }

    fn of(self, list: &str, index: usize) -> String {
        let mut path = self.path();
        push_element(&mut path, list, index);
        path
    }
}

fn change<'a>(
    part: Part<'a, Change<'a>>,
    id: Option<&str>,
    time: Option<Timestamp>,
    place: Place,
    collector: &mut Collector<'_>,
) -> json::Result<()> {
    let item = |place: Place| Item {
        slice: part.raw,
        path: place.path(),
    };
    let Some(Change { field, value }) = part.value else {
        let scope = scope(id, None, None);
        collector.malformed(&scope, "", item(place), time, &Problem::no_object(""));
        return Ok(());
    };
    let name = field.as_deref().unwrap_or_default();
    if value.is_empty() || !matches!(name, MESSAGES | STANDBY | "") {
        collector.unknown(&scope(id, field.as_deref(), None), name, item(place), time);
        return Ok(());
    }
    // The key can stand twice.
    for value in value {
        let Some(value) = value.value else {
            let scope = scope(id, field.as_deref(), None);
            collector.malformed(
                &scope,
                name,
                item(place),
                time,
                &Problem::no_object("value"),
            );
            continue;
        };
        let scope = scope(id, field.as_deref(), value.metadata.as_ref());
        let begun = collector.len();
        lists(*value, &scope, place, time, collector)?;
        if collector.len() == begun {
            collector.unknown(&scope, name, item(place), time);
        }
    }
    Ok(())
}

/// Everything that a value holds.
fn lists(
    value: Value<'_>,
    scope: &Scope,
    place: Place,
    time: Option<Timestamp>,
    collector: &mut Collector<'_>,
) -> json::Result<()> {
    let Value {
        messaging_product: _,
        metadata: _,
        contacts,
        messages,
        message_echoes,
        statuses,
        errors,
        user_actions,
        conversation_context,
        standby,
    } = value;
    let origin = match scope.topic.as_deref() {
        Some(STANDBY) => Origin::Standby,
        _ => Origin::Live,
    };
    let direct = Standby {
        contacts,
        messages,
        message_echoes,
        statuses,
    };
    chats(direct, &origin, IN_VALUE, scope, place, collector)?;
    if let Some(standby) = standby {
        let origin = Origin::Standby;
        chats(*standby, &origin, IN_STANDBY, scope, place, collector)?;
    }
    collector.reserve(&errors)?;
    for (index, slice) in errors.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(".value.errors", index),
        };
        collector.item(scope, "error", item, |collector, error, item| {
            Ok(failure(error, scope, time, collector, item))
        });
    }
    collector.reserve(&user_actions)?;
    for (index, slice) in user_actions.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(".value.user_actions", index),
        };
        collector.item(scope, "user_actions", item, |collector, action, item| {
            Ok(user_action::event(action, scope, collector, item))
        });
    }
    if let Some(slice) = conversation_context {
        let item = Item {
            slice,
            path: place.path() + ".value.conversation_context",
        };
        conversation_context::push(collector, scope, item);
    }
    Ok(())
}

/// The lists of messages and their progress.
fn chats(
    lists: Standby<'_>,
    origin: &Origin,
    names: Lists,
    scope: &Scope,
    place: Place,
    collector: &mut Collector<'_>,
) -> json::Result<()> {
    let Standby {
        contacts,
        messages,
        message_echoes,
        statuses,
    } = lists;
    let [messages_name, echoes_name, statuses_name] = names;
    let people = People::new(contacts, messages.len());
    collector.reserve(&messages)?;
    for (index, slice) in messages.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(messages_name, index),
        };
        message::push(collector, scope, &people, origin, item);
    }
    collector.reserve(&message_echoes)?;
    for (index, slice) in message_echoes.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(echoes_name, index),
        };
        standby_echo::push(collector, scope, &people, origin, item);
    }
    collector.reserve(&statuses)?;
    for (index, slice) in statuses.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(statuses_name, index),
        };
        collector.item(scope, "status", item, |collector, status, item| {
            status::event(status, scope, &people, collector, item)
        });
    }
    Ok(())
}

fn scope(id: Option<&str>, field: Option<&str>, metadata: Option<&Metadata<'_>>) -> Scope {
    let number = metadata.and_then(|metadata| metadata.display_phone_number.as_deref());
    let number_id = metadata.and_then(|metadata| metadata.phone_number_id.as_deref());
    Scope {
        account: Arc::new(Account {
            id: id.map(str::to_owned),
            phone_number_id: number_id.map(PhoneNumberId::from),
            phone_number: number.and_then(PhoneNumber::parse),
            ..Account::default()
        }),
        topic: field.map(|field| match field {
            MESSAGES => Cow::Borrowed(MESSAGES),
            other => Cow::Owned(other.to_owned()),
        }),
    }
}
