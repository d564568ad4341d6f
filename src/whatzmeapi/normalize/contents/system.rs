//! Notices of WhatsApp that come as a content.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::System;
use crate::whatzmeapi::payload::NoticeMessage;

/// A notice that says no more than its key.
pub(super) fn notice(part: &mut Part<'_>) -> Result<Content, Problem> {
    let NoticeMessage { context_info } = part.notice()?;
    part.context = context_info;
    Ok(System {
        kind: Some(part.key.to_owned()),
        ..System::default()
    }
    .into())
}
