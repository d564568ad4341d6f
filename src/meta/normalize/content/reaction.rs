//! Reactions to a message.

use crate::collector::Problem;
use crate::event::content::{Content, Reaction};
use crate::json::Owned;
use crate::meta::payload;

/// Reads the payload of `reaction` at this path. Without an emoji, the reaction was removed.
pub(in crate::meta::normalize) fn reaction(
    payload: Option<payload::Reaction<'_>>,
    place: &'static str,
) -> Result<Content, Problem> {
    let payload::Reaction {
        message_id,
        messsage_id,
        emoji,
    } = payload.ok_or(Problem::no_object(place))?;
    let message_id = message_id.or(messsage_id).ok_or(Problem::no_value(place))?;
    Ok(Content::from(Reaction {
        message_id: Some(message_id.into()),
        removed: Some(emoji.is_none()),
        emoji: emoji.owned(),
        ..Reaction::default()
    }))
}
