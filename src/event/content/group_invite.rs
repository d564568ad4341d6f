//! Invitations to groups and newsletters (channels).

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// An invitation to a group or newsletter (channel).
    pub struct GroupInvite {
        /// ID of the group or newsletter, exactly as received.
        pub group_id: Option<String> = group,
        /// Name of the group or newsletter.
        pub group_name: Option<String> = text,
        /// Invite code.
        pub invite_code: Option<String> = secret,
        /// When the invitation expires.
        pub expires_at: Option<Timestamp>,
        /// Text that was sent with the invitation.
        pub caption: Option<String> = text,
    }
}
