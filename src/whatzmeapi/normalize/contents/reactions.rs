//! Reactions.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::Reaction;
use crate::json::Owned;
use crate::whatzmeapi::payload::ReactionMessage;

/// Reads a reaction. Without an emoji it was removed, unless the emoji is encrypted.
pub(super) fn reaction(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ReactionMessage {
        key,
        target_message_key,
        text,
        sender_timestamp_ms,
    } = part.wire()?;
    part.at = sender_timestamp_ms;
    let is_encrypted = part.key == "encReactionMessage";
    let target = key.or(target_message_key).unwrap_or_default();
    Ok(Reaction {
        message_id: target.id.owned(),
        removed: (!is_encrypted).then_some(text.is_none()),
        emoji: text.owned(),
        author: target.participant.owned(),
        sent_at: sender_timestamp_ms,
    }
    .into())
}
