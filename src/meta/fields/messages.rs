//! `messages`: messages to the business, the progress of its own, errors, and clicks.

use crate::collector::Collector;
use crate::event::Origin;
use crate::json;
use crate::meta::item::{self, Around, ValuePath};
use crate::meta::normalize::authorship::Author;
use crate::meta::normalize::{message, standby_echo};
use crate::meta::payload::{ConversationContext, Error, Standby, Status, UserAction, Value};
use crate::meta::people::People;

/// Reads the lists of this field.
pub(super) fn read<'a>(
    collector: &mut Collector<'_>,
    around: Around<'_, 'a>,
    value: Value<'a>,
) -> json::Result<()> {
    lists(collector, around, value, &Origin::Live)
}

/// Reads the lists of this field, under whatever field they stand.
pub(super) fn lists<'a>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    value: Value<'a>,
    origin: &Origin,
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
    let direct = Standby {
        contacts,
        messages,
        message_echoes,
        statuses,
    };
    chats(collector, &mut around, direct, origin)?;
    if let Some(standby) = standby {
        let mut around = Around {
            people: People::default(),
            path: ValuePath {
                value: ".value.standby",
                ..around.path
            },
            ..around
        };
        chats(collector, &mut around, *standby, &Origin::Standby)?;
    }
    item::each::<Error<'_>>(collector, &around, "error", "errors", errors)?;
    let kind = "user_actions";
    item::each::<UserAction<'_>>(collector, &around, kind, kind, user_actions)?;
    if let Some(slice) = conversation_context {
        let (key, path) = ("conversation_context", around.path);
        item::item::<ConversationContext<'_>>(collector, &around, key, slice, || path.key(key));
    }
    Ok(())
}

/// Reads the lists of messages and their progress.
fn chats<'a>(
    collector: &mut Collector<'_>,
    around: &mut Around<'_, 'a>,
    lists: Standby<'a>,
    origin: &Origin,
) -> json::Result<()> {
    let Standby {
        contacts,
        messages,
        message_echoes,
        statuses,
    } = lists;
    let count = messages.len().saturating_add(message_echoes.len());
    around.people = People::new(contacts, count);
    let path = around.path;
    let author = match origin {
        Origin::Echo => Author::Business,
        Origin::History => Author::Either(None),
        _ => Author::Person,
    };
    collector.reserve(&messages)?;
    for (index, slice) in messages.into_iter().enumerate() {
        let path = path.element("messages", index);
        message::push(collector, around, origin, author, slice, path);
    }
    let echo = match origin {
        Origin::Live => &Origin::Echo,
        other => other,
    };
    collector.reserve(&message_echoes)?;
    for (index, slice) in message_echoes.into_iter().enumerate() {
        let path = path.element("message_echoes", index);
        if *echo == Origin::Standby {
            standby_echo::push(collector, around, echo, slice, path);
        } else {
            message::push(collector, around, echo, Author::Business, slice, path);
        }
    }
    item::each::<Status<'_>>(collector, around, "status", "statuses", statuses)
}
