//! Wire to event: the envelope down to the item.

mod action;
mod contacts;
mod content;
mod echo;
mod error;
mod handover;
mod interactive;
mod message;
mod party;
mod request;
mod status;

use std::borrow::Cow;
use std::sync::Arc;

use self::error::failure;
use self::party::People;
use super::payload::{Change, Entry, Metadata, Payload, Standby, Value};
use crate::delivery::{Delivery, Item, Problem, Scope, push_element};
use crate::event::{Account, Origin};
use crate::json;
use crate::types::{Part, PhoneNumber, PhoneNumberId, RawSlice, Timestamp};

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

pub(super) fn events(root: RawSlice<'_>, delivery: &mut Delivery<'_>) -> json::Result<()> {
    if !root.is_object() {
        return Err(Delivery::wrong_envelope(root));
    }
    let Payload { object, entry } = json::read(root)?;
    match object.as_deref() {
        None if entry.is_empty() => return Err(Delivery::wrong_envelope(root)),
        Some(other) if other != WHATSAPP => {
            let item = Item {
                slice: root,
                path: String::new(),
            };
            delivery.unknown(&Scope::default(), other, item, None);
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
            delivery.malformed(&Scope::default(), "", item, None, &Problem::no_object(""));
            continue;
        };
        let begun = delivery.len();
        for (index, part) in changes.into_iter().enumerate() {
            let place = Place {
                change: Some(index),
                ..place
            };
            change(part, id.as_deref(), time, place, delivery)?;
        }
        if delivery.len() == begun {
            let item = Item {
                path: place.path(),
                ..item
            };
            delivery.unknown(&scope(id.as_deref(), None, None), "", item, time);
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
    delivery: &mut Delivery<'_>,
) -> json::Result<()> {
    let item = |place: Place| Item {
        slice: part.raw,
        path: place.path(),
    };
    let Some(Change { field, value }) = part.value else {
        let scope = scope(id, None, None);
        delivery.malformed(&scope, "", item(place), time, &Problem::no_object(""));
        return Ok(());
    };
    let name = field.as_deref().unwrap_or_default();
    if value.is_empty() || !matches!(name, MESSAGES | STANDBY | "") {
        delivery.unknown(&scope(id, field.as_deref(), None), name, item(place), time);
        return Ok(());
    }
    // The key can stand twice.
    for value in value {
        let Some(value) = value.value else {
            let scope = scope(id, field.as_deref(), None);
            delivery.malformed(
                &scope,
                name,
                item(place),
                time,
                &Problem::no_object("value"),
            );
            continue;
        };
        let scope = scope(id, field.as_deref(), value.metadata.as_ref());
        let begun = delivery.len();
        lists(*value, &scope, place, time, delivery)?;
        if delivery.len() == begun {
            delivery.unknown(&scope, name, item(place), time);
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
    delivery: &mut Delivery<'_>,
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
    chats(direct, &origin, IN_VALUE, scope, place, delivery)?;
    if let Some(standby) = standby {
        let origin = Origin::Standby;
        chats(*standby, &origin, IN_STANDBY, scope, place, delivery)?;
    }
    delivery.reserve(&errors)?;
    for (index, slice) in errors.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(".value.errors", index),
        };
        delivery.item(scope, "error", item, |delivery, error, item| {
            Ok(failure(error, scope, time, delivery, item))
        });
    }
    delivery.reserve(&user_actions)?;
    for (index, slice) in user_actions.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(".value.user_actions", index),
        };
        delivery.item(scope, "user_actions", item, |delivery, action, item| {
            Ok(action::event(action, scope, delivery, item))
        });
    }
    if let Some(slice) = conversation_context {
        let item = Item {
            slice,
            path: place.path() + ".value.conversation_context",
        };
        handover::push(delivery, scope, item);
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
    delivery: &mut Delivery<'_>,
) -> json::Result<()> {
    let Standby {
        contacts,
        messages,
        message_echoes,
        statuses,
    } = lists;
    let [messages_name, echoes_name, statuses_name] = names;
    let people = People::new(contacts, messages.len());
    delivery.reserve(&messages)?;
    for (index, slice) in messages.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(messages_name, index),
        };
        message::push(delivery, scope, &people, origin, item);
    }
    delivery.reserve(&message_echoes)?;
    for (index, slice) in message_echoes.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(echoes_name, index),
        };
        echo::push(delivery, scope, &people, origin, item);
    }
    delivery.reserve(&statuses)?;
    for (index, slice) in statuses.into_iter().enumerate() {
        let item = Item {
            slice,
            path: place.of(statuses_name, index),
        };
        delivery.item(scope, "status", item, |delivery, status, item| {
            status::event(status, scope, &people, delivery, item)
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
