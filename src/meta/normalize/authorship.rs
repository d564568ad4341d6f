//! The author and the recipient of a message.

use std::borrow::Cow;
use std::sync::Arc;

use super::chat::person_chat;
use crate::collector::Scope;
use crate::event::{Account, Chat, Direction, Party};
use crate::meta::item::Around;
use crate::meta::payload::{HistoryThread, Message, ThreadContext};
use crate::meta::people::{Ids, business};
use crate::meta::words::without_at;
use crate::types::PhoneNumber;

/// The author of the messages in a list.
#[derive(Clone, Copy)]
pub(in crate::meta) enum Author<'t, 'a> {
    /// People, who write to the business.
    Person,
    /// The business: in echoes.
    Business,
    /// Either side, depending on the message: in history. The messages of a thread are from or to one person.
    Either(Option<&'t HistoryThread<'a>>),
}

/// Author and recipient of a message, and its direction.
pub(super) struct Parties {
    /// `None` if it is unknown, in history.
    pub(super) direction: Option<Direction>,
    pub(super) from: Option<Box<Party>>,
    pub(super) to: Option<Arc<Party>>,
    /// Chat with the person.
    pub(super) chat: Option<Chat>,
}

/// Takes the IDs of both sides from a message.
pub(super) fn parties<'a>(
    message: &mut Message<'a>,
    author: Author<'_, 'a>,
    around: &Around<'_, 'a>,
) -> Parties {
    let account = &around.scope.account;
    let (direction, thread) = match author {
        Author::Person => (Some(Direction::Inbound), None),
        Author::Business => (Some(Direction::Outbound), None),
        Author::Either(thread) => (direction(message, account, thread), thread),
    };
    let from = Ids {
        phone: message.from.take(),
        user_id: message.from_user_id.take(),
        parent_user_id: message.from_parent_user_id.take(),
    };
    let (from, to, chat) = match direction {
        Some(Direction::Outbound) => {
            let to = Ids {
                phone: message.to.take(),
                user_id: message.to_user_id.take(),
                parent_user_id: message.to_parent_user_id.take(),
            };
            let to = person(to, thread, |ids| around.people.person(ids));
            let chat = to.as_ref().and_then(person_chat);
            (writer(account, from.phone), to.map(Arc::new), chat)
        }
        Some(_) => {
            let from = person(from, thread, |ids| around.people.person(ids));
            let chat = from.as_ref().and_then(person_chat);
            (from, addressee(around.scope), chat)
        }
        None => {
            // The chat alone does not contain the person.
            let other = person(Ids::default(), thread, |ids| around.people.lookup(ids));
            let chat = other.as_ref().and_then(person_chat);
            (around.people.party(from), None, chat)
        }
    };
    Parties {
        direction,
        from: from.map(Box::new),
        to,
        chat,
    }
}

/// The business, once for all messages of a value.
fn addressee(scope: &Scope) -> Option<Arc<Party>> {
    let made = scope
        .addressee
        .get_or_init(|| business(&scope.account).map(Arc::new));
    made.clone()
}

/// Returns the direction of a message from history. Returns `None` if it is unknown.
fn direction(
    message: &Message<'_>,
    account: &Account,
    thread: Option<&HistoryThread<'_>>,
) -> Option<Direction> {
    let is = |from_me: bool| {
        Some(if from_me {
            Direction::Outbound
        } else {
            Direction::Inbound
        })
    };
    let from_me = message.history_context.as_ref().and_then(|it| it.from_me);
    if let Some(from_me) = from_me {
        return is(from_me);
    }
    if let Some(from) = message.from.as_deref() {
        if let Some(own) = &account.phone_number {
            return is(is_same(from, own.as_str()));
        }
        if let Some(id) = thread.and_then(|thread| thread.id.as_deref()) {
            return is(!is_same(from, id));
        }
    }
    if message.from_user_id.is_some() {
        return is(false);
    }
    // Only messages from the business have a recipient.
    (message.to.is_some() || message.to_user_id.is_some()).then_some(Direction::Outbound)
}

/// Whether both are the same number, in any form of its country.
fn is_same(number: &str, other: &str) -> bool {
    let key = PhoneNumber::comparison_key;
    number == other || key(number).is_some_and(|number| key(other) == Some(number))
}

/// Returns the business, by the number in the message.
fn writer(account: &Account, from: Option<Cow<'_, str>>) -> Option<Party> {
    let phone = from.as_deref().and_then(PhoneNumber::parse);
    let mut party = match business(account) {
        Some(party) => party,
        None => Party {
            id: Some(from?.into_owned()),
            ..Party::default()
        },
    };
    party.phone = phone.or(party.phone);
    Some(party)
}

/// Returns the person with these IDs and the IDs of the thread.
fn person<'a>(
    ids: Ids<'a>,
    thread: Option<&HistoryThread<'a>>,
    find: impl FnOnce(Ids<'a>) -> Option<Party>,
) -> Option<Party> {
    let Some(HistoryThread { id, context, .. }) = thread else {
        return find(ids);
    };
    let nothing = ThreadContext::default();
    let ThreadContext {
        wa_id,
        user_id,
        parent_user_id,
        username,
    } = context.as_deref().unwrap_or(&nothing);
    // The ID of a thread without a number may be another ID of the person.
    let is_number = |id: &&Cow<'_, str>| PhoneNumber::parse(id).is_some();
    let number = id.as_ref().filter(is_number);
    let other = id.as_ref().filter(|id| !is_number(id));
    let ids = Ids {
        phone: ids.phone.or_else(|| number.or(wa_id.as_ref()).cloned()),
        user_id: ids.user_id.or_else(|| user_id.as_ref().or(other).cloned()),
        parent_user_id: ids.parent_user_id.or_else(|| parent_user_id.clone()),
    };
    let mut party = find(ids)?;
    if party.wa_id.is_none() {
        let mut forms = [wa_id.as_deref(), number.map(|id| &**id)]
            .into_iter()
            .flatten();
        let form = forms.find(|form| party.id.as_deref() != Some(*form));
        party.wa_id = form.map(str::to_owned);
    }
    if party.username.is_none() {
        party.username = username.as_deref().map(without_at);
    }
    Some(party)
}
