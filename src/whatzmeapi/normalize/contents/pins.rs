//! Messages that are pinned, or kept although they disappear.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Keep, Pin};
use crate::json::Owned;
use crate::whatzmeapi::payload::{KeepInChatMessage, PinInChatMessage};

/// Reads a pin; its duration is in the metadata next to the content.
pub(super) fn pin(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PinInChatMessage {
        key,
        pin_type,
        sender_timestamp_ms,
    } = part.wire()?;
    part.at = sender_timestamp_ms;
    let target = key.unwrap_or_default();
    Ok(Pin {
        message_id: target.id.owned(),
        pinned: match pin_type.as_deref() {
            Some("PIN_FOR_ALL" | "1") => Some(true),
            Some("UNPIN_FOR_ALL" | "2") => Some(false),
            _ => None,
        },
        duration: None,
        author: target.participant.owned(),
        sent_at: sender_timestamp_ms,
    }
    .into())
}

pub(super) fn keep(part: &mut Part<'_>) -> Result<Content, Problem> {
    let KeepInChatMessage {
        key,
        keep_type,
        timestamp_ms,
    } = part.wire()?;
    part.at = timestamp_ms;
    Ok(Keep {
        message_id: key.unwrap_or_default().id.owned(),
        kept: match keep_type.as_deref() {
            Some("KEEP_FOR_ALL" | "1") => Some(true),
            Some("UNDO_KEEP_FOR_ALL" | "2") => Some(false),
            _ => None,
        },
        sent_at: timestamp_ms,
    }
    .into())
}
