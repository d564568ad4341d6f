//! Wire to event: the envelope down to the item.

mod action;
mod contacts;
mod content;
mod error;
mod interactive;
mod message;
mod party;
mod status;

use std::borrow::Cow;
use std::sync::Arc;

use self::error::failure;
use self::party::People;
use super::payload::{Change, Entry, Metadata, Payload, Value};
use crate::delivery::{Delivery, Item, Problem, Scope, element};
use crate::event::{Account, Origin};
use crate::json;
use crate::types::{PhoneNumber, PhoneNumberId, RawSlice, Timestamp};

/// `object` of every delivery of this provider.
const WHATSAPP: &str = "whatsapp_business_account";

/// The field whose lists hold messages and statuses.
const MESSAGES: &str = "messages";

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
    for (index, entry) in entry.into_iter().enumerate() {
        let item = Item {
            slice: entry.raw,
            path: element("", "entry", index),
        };
        let Some(entry) = entry.value else {
            delivery.malformed(&Scope::default(), "", item, None, &Problem::no_object(""));
            continue;
        };
        let Entry { id, time, changes } = entry;
        let begun = delivery.len();
        for (index, part) in changes.into_iter().enumerate() {
            let path = element(&item.path, "changes", index);
            let item = Item {
                slice: part.raw,
                path,
            };
            change(part.value, id.as_deref(), time, item, delivery)?;
        }
        if delivery.len() == begun {
            delivery.unknown(&scope(id.as_deref(), None, None), "", item, time);
        }
    }
    Ok(())
}

fn change<'a>(
    change: Option<Change<'a>>,
    id: Option<&str>,
    time: Option<Timestamp>,
    item: Item<'a>,
    delivery: &mut Delivery<'_>,
) -> json::Result<()> {
    let Some(Change { field, value }) = change else {
        delivery.malformed(
            &scope(id, None, None),
            "",
            item,
            time,
            &Problem::no_object(""),
        );
        return Ok(());
    };
    let name = field.as_deref().unwrap_or_default();
    let is_messages = matches!(name, MESSAGES | "");
    let value = match value.map(|part| part.value) {
        Some(Some(value)) if is_messages => value,
        Some(None) if is_messages => {
            let scope = scope(id, field.as_deref(), None);
            delivery.malformed(&scope, name, item, time, &Problem::no_object("value"));
            return Ok(());
        }
        _ => {
            delivery.unknown(&scope(id, field.as_deref(), None), name, item, time);
            return Ok(());
        }
    };
    let scope = scope(id, field.as_deref(), value.metadata.as_ref());
    let begun = delivery.len();
    lists(value, &scope, &item.path, time, delivery)?;
    if delivery.len() == begun {
        delivery.unknown(&scope, name, item, time);
    }
    Ok(())
}

/// Every list of a value: messages, statuses, errors, and what this version does not read.
fn lists(
    value: Value<'_>,
    scope: &Scope,
    base: &str,
    time: Option<Timestamp>,
    delivery: &mut Delivery<'_>,
) -> json::Result<()> {
    let Value {
        messaging_product: _,
        metadata: _,
        contacts,
        messages,
        statuses,
        errors,
        user_actions,
        conversation_context,
    } = value;
    let people = People::new(contacts, messages.len());
    delivery.reserve(&messages)?;
    for (index, slice) in messages.into_iter().enumerate() {
        let item = Item {
            slice,
            path: element(base, "value.messages", index),
        };
        message::push(delivery, scope, &people, &Origin::Live, item);
    }
    delivery.reserve(&statuses)?;
    for (index, slice) in statuses.into_iter().enumerate() {
        let item = Item {
            slice,
            path: element(base, "value.statuses", index),
        };
        delivery.item(scope, "status", item, |delivery, status, item| {
            status::event(status, scope, &people, delivery, item)
        });
    }
    delivery.reserve(&errors)?;
    for (index, slice) in errors.into_iter().enumerate() {
        let item = Item {
            slice,
            path: element(base, "value.errors", index),
        };
        delivery.item(scope, "error", item, |delivery, error, item| {
            Ok(failure(error, scope, time, delivery, item))
        });
    }
    delivery.reserve(&user_actions)?;
    for (index, slice) in user_actions.into_iter().enumerate() {
        let item = Item {
            slice,
            path: element(base, "value.user_actions", index),
        };
        delivery.item(scope, "user_actions", item, |delivery, action, item| {
            Ok(action::event(action, scope, delivery, item))
        });
    }
    if let Some(slice) = conversation_context {
        let item = Item {
            slice,
            path: format!("{base}.value.conversation_context"),
        };
        delivery.unknown(scope, "conversation_context", item, None);
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
