//! Invitations to groups and channels.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::GroupInvite;
use crate::json::Owned;
use crate::whatzmeapi::payload::InviteMessage;

pub(super) fn invite(part: &mut Part<'_>) -> Result<Content, Problem> {
    let InviteMessage {
        group_jid,
        group_name,
        newsletter_jid,
        newsletter_name,
        invite_code,
        invite_expiration,
        caption,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(GroupInvite {
        group_id: group_jid.or(newsletter_jid).owned(),
        group_name: group_name.or(newsletter_name).owned(),
        invite_code: invite_code.owned(),
        expires_at: invite_expiration,
        caption: caption.owned(),
    }
    .into())
}
