//! `messages`: messages to the business, statuses of its own messages, errors, and clicks.

use crate::collector::{Collector, Item};
use crate::event::Origin;
use crate::json::{self, RawSlice};
use crate::meta::item::{self, Around};
use crate::meta::normalize::authorship::Author;
use crate::meta::normalize::{message, standby_echo};
use crate::meta::payload::{ConversationContext, Error, Standby, Status, UserAction, Value};
use crate::meta::people::People;

/// Reads the lists of this field.
pub(super) fn read<'a>(collector: &mut Collector<'_>, around: Around<'_, 'a>, value: &Value<'a>) {
    lists(collector, around, value, &Origin::Live);
}

/// Reads the lists of this field, in the value of any field.
pub(super) fn lists<'a>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    value: &Value<'a>,
    origin: &Origin,
) {
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
    let direct = Lists {
        contacts: around.claim("contacts", contacts),
        messages: around.claim("messages", messages),
        message_echoes: around.claim("message_echoes", message_echoes),
        statuses: around.claim("statuses", statuses),
    };
    chats(collector, &mut around, &direct, origin);
    let kind = "user_actions";
    for (nth, list) in (1..).zip(around.claim("standby", standby)) {
        let path = around.path.key("standby", nth);
        if list.is_object() {
            let item = Item { slice: *list, path };
            copies(collector, &around, item);
        } else {
            let scope = around.scope;
            collector.items(scope, "standby", *list, &path, |collector, item| {
                copies(collector, &around, item);
            });
        }
    }
    item::each::<Error<'_>>(
        collector,
        &around,
        "error",
        "errors",
        around.claim("errors", errors),
    );
    let actions = around.claim(kind, user_actions);
    item::each::<UserAction<'_>>(collector, &around, kind, kind, actions);
    let kind = "conversation_context";
    for (nth, slice) in (1..).zip(around.claim(kind, conversation_context)) {
        let (slice, path) = (*slice, around.path.key(kind, nth));
        item::item::<ConversationContext<'_>>(collector, &around, kind, Item { slice, path });
    }
    around.taken.add_known_lists();
}

/// Reads the lists of the field `standby`, one level deeper.
fn copies<'a>(collector: &mut Collector<'_>, around: &Around<'_, 'a>, item: Item<'a>) {
    let Item { slice, path } = item;
    let Ok((standby, is_whole)) = json::read_all::<Standby<'a>>(slice) else {
        return;
    };
    let Standby {
        contacts,
        messages,
        message_echoes,
        statuses,
    } = &standby;
    let mut inner = Around {
        people: People::default(),
        path,
        ..*around
    };
    let lists = Lists {
        contacts,
        messages,
        message_echoes,
        statuses,
    };
    chats(collector, &mut inner, &lists, &Origin::Standby);
    if !is_whole {
        let kept = &mut around.kept.borrow_mut();
        collector.rest(
            around.scope,
            slice,
            &standby,
            &inner.path,
            around.time,
            kept,
        );
    }
}

/// Lists of messages and statuses, with their contacts.
struct Lists<'v, 'a> {
    contacts: &'v [RawSlice<'a>],
    messages: &'v [RawSlice<'a>],
    message_echoes: &'v [RawSlice<'a>],
    statuses: &'v [RawSlice<'a>],
}

/// Reads the lists of messages and statuses.
fn chats<'a>(
    collector: &mut Collector<'_>,
    around: &mut Around<'_, 'a>,
    lists: &Lists<'_, 'a>,
    origin: &Origin,
) {
    let Lists {
        contacts,
        messages,
        message_echoes,
        statuses,
    } = lists;
    let items = [messages, message_echoes, statuses];
    let items = items.iter().flat_map(|lists| lists.iter());
    let items = items.map(|list| json::count_objects(*list)).sum();
    match around.taken.people() {
        Some(people) => around.people = people,
        None => around.read_people(collector, contacts, items),
    }
    let around = &*around;
    let author = match origin {
        Origin::Echo => Author::Business,
        Origin::History => Author::Either(None),
        _ => Author::Person,
    };
    let kind = "messages";
    item::walk(collector, around, "", kind, messages, |collector, item| {
        message::push(collector, around, origin, author, item);
    });
    let echo = match origin {
        Origin::Live => &Origin::Echo,
        other => other,
    };
    let kind = "message_echoes";
    item::walk(
        collector,
        around,
        kind,
        kind,
        message_echoes,
        |collector, item| {
            if *echo == Origin::Standby {
                standby_echo::push(collector, around, echo, item);
            } else {
                message::push(collector, around, echo, Author::Business, item);
            }
        },
    );
    item::each::<Status<'_>>(collector, around, "status", "statuses", statuses);
    // Contacts that belong to no item become events of their own.
    let kept = &mut around.kept.borrow_mut();
    around
        .people
        .part(collector, around.scope, around.time, kept);
}
