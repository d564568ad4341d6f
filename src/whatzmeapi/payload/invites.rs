//! Invitations to groups and channels.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// `groupInviteMessage`, `newsletterAdminInviteMessage`, `newsletterFollowerInviteMessageV2`.
    pub struct InviteMessage<'a> {
        /// Group.
        pub group_jid "groupJid": Option<Cow<'a, str>> = id,
        /// Its name.
        pub group_name "groupName": Option<Cow<'a, str>> = text,
        /// Channel.
        pub newsletter_jid "newsletterJid": Option<Cow<'a, str>> = id,
        /// Its name.
        pub newsletter_name "newsletterName": Option<Cow<'a, str>> = text,
        /// Code that opens it.
        pub invite_code "inviteCode": Option<Cow<'a, str>> = id,
        /// End of the invitation.
        pub invite_expiration "inviteExpiration": Option<Timestamp> = time,
        /// What was written with it.
        pub caption: Option<Cow<'a, str>> = text,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
