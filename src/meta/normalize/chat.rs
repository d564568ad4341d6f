//! The chat of a message or status.

use std::borrow::Cow;

use crate::event::{Chat, ChatKind, Party};

/// The chat of a group.
pub(super) fn group_chat(id: Cow<'_, str>) -> Chat {
    Chat {
        id: Some(id.into_owned()),
        kind: Some(ChatKind::Group),
        ..Chat::default()
    }
}

/// The chat with one person; `None` for a person without an id.
pub(super) fn person_chat(person: &Party) -> Option<Chat> {
    Some(Chat {
        id: Some(person.id.clone()?),
        kind: Some(ChatKind::Person),
        ..Chat::default()
    })
}
