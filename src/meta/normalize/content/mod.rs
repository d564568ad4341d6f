//! Contents of received messages: the table of message types.

mod button;
mod contacts;
mod interactive;
mod location;
mod media;
mod order;
mod reaction;
mod revoke;
mod system;
mod text;
mod unsupported;

use std::borrow::Cow;

pub(super) use self::contacts::contacts;
pub(super) use self::interactive::is_reply;
pub(super) use self::reaction::reaction;
pub(super) use self::unsupported::unknown;
use super::message_types::message_types;
use crate::collector::Problem;
use crate::event::content::{ButtonReply, Content, Edit, Location, Media, Order};
use crate::json::{self, Owned};
use crate::meta::payload::{self, Message};
use crate::types::Absent;

message_types! {
    Message at "" {
        text => text::text,
        image: Media as Image,
        video: Media as Video,
        audio: Media as Audio,
        voice => media::voice,
        document: Media as Document,
        sticker: Media as Sticker,
        location: Location,
        contacts => contacts::with_origin,
        button: ButtonReply,
        interactive => interactive::interactive,
        order: Order,
        reaction => |message| reaction(message.reaction.take(), "reaction"),
        edit => edit,
        revoke => revoke::revoke,
        system => system::system,
        unsupported => |message| Ok(unsupported::unsupported(message)),
        "unknown" => |message| Ok(unsupported::word("unknown", message)),
        "ephemeral" => |message| Ok(unsupported::word("ephemeral", message)),
        "errors" => |message| Ok(unsupported::word("errors", message)),
        "media_placeholder" => |message| Ok(unsupported::word("media_placeholder", message)),
        "request_welcome" => |_| Ok(system::word("request_welcome")),
    }
}

/// Returns the type of a message. Without a `type`, this is the name of its only payload.
pub(super) fn kind<'a>(message: &Message<'a>) -> Cow<'a, str> {
    match &message.r#type {
        Some(word) => word.clone(),
        None => Cow::Borrowed(only_payload(message).unwrap_or_default()),
    }
}

/// Reads the payload of this type. Returns `None` if the type is unknown.
///
/// # Errors
///
/// Returns [`Problem`] if the type is known and its payload cannot be read.
pub(super) fn read(kind: &str, message: &mut Message<'_>) -> Result<Option<Content>, Problem> {
    read_as(kind, message).transpose()
}

/// Reads the payload of `edit`. The new content is a message of its own, read one level deep.
fn edit(edited: &mut Message<'_>) -> Result<Content, Problem> {
    let payload::Edit {
        original_message_id,
        message,
    } = edited.edit.take().ok_or(Problem::no_object("edit"))?;
    let part = message.ok_or(Problem::no_object("edit.message"))?;
    let mut inner: Message<'_> =
        json::read(part).map_err(|_| Problem::no_object("edit.message"))?;
    // The context of an edit is the message that the new content replies to, or a token of Meta's own.
    let contexts = [edited.context.take(), inner.context.take()];
    let answered = contexts.into_iter().flatten().map(|mut context| {
        context.id = context.id.filter(|id| !is_internal(id));
        context
    });
    edited.context =
        answered.reduce(|context, inner| if context.id.is_some() { context } else { inner });
    let kind = kind(&inner);
    let content = match &*kind {
        "edit" => None,
        kind => read(kind, &mut inner)?,
    };
    Ok(Content::from(Edit {
        message_id: original_message_id.owned(),
        content: Some(content.unwrap_or_else(|| unknown(&kind, &mut inner))),
        sent_at: None,
    }))
}

/// Whether the ID is a token such as `M0`, which is not the ID of a message.
fn is_internal(id: &str) -> bool {
    let number = id.strip_prefix('M').unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}
