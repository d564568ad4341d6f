//! Invitations to groups and channels.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// An invitation: `groupInviteMessage`, `newsletterAdminInviteMessage`, `newsletterFollowerInviteMessageV2`.
    pub struct InviteMessage<'a> {
        /// JID of the group.
        pub group_jid "groupJid": Option<Cow<'a, str>> = id,
        /// Name of the group.
        pub group_name "groupName": Option<Cow<'a, str>> = text,
        /// JID of the newsletter (channel).
        pub newsletter_jid "newsletterJid": Option<Cow<'a, str>> = id,
        /// Name of the newsletter.
        pub newsletter_name "newsletterName": Option<Cow<'a, str>> = text,
        /// Invite code.
        pub invite_code "inviteCode": Option<Cow<'a, str>> = id,
        /// Time at which the invitation expires.
        pub invite_expiration "inviteExpiration": Option<Timestamp> = time,
        /// Text that was sent with the invitation.
        pub caption: Option<Cow<'a, str>> = text,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
