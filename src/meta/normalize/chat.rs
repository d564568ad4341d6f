//! The chat of a message or status.

use std::borrow::Cow;

use crate::event::{Chat, ChatKind, Party};

/// Returns the chat of a group.
pub(super) fn group_chat(id: Cow<'_, str>) -> Chat {
    Chat {
        id: Some(id.into_owned()),
        kind: Some(ChatKind::Group),
        ..Chat::default()
    }
}

/// Returns the chat with one person; `None` if the person has no ID.
pub(super) fn person_chat(person: &Party) -> Option<Chat> {
    Some(Chat {
        id: Some(person.id.clone()?),
        kind: Some(ChatKind::Person),
        ..Chat::default()
    })
}
