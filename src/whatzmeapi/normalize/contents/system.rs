//! Notices of WhatsApp in the form of a content.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::System;
use crate::whatzmeapi::payload::NoticeMessage;

/// Reads a notice without data of its own.
pub(super) fn notice(part: &mut Part<'_>) -> Result<Content, Problem> {
    let NoticeMessage { context_info } = part.notice()?;
    part.context = context_info;
    Ok(System {
        kind: Some(part.key.into()),
        ..System::default()
    }
    .into())
}
