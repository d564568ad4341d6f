//! Messages that were deleted for everyone.

use crate::collector::Problem;
use crate::event::content::{Content, Revoke};
use crate::meta::payload::{self, Message};

/// Reads the payload of `revoke`.
pub(super) fn revoke(message: &mut Message<'_>) -> Result<Content, Problem> {
    let payload::Revoke {
        original_message_id,
    } = message.revoke.take().ok_or(Problem::no_object("revoke"))?;
    let id = original_message_id.ok_or(Problem::no_value("revoke.original_message_id"))?;
    Ok(Content::from(Revoke {
        message_id: Some(id.into()),
        author: None,
    }))
}
