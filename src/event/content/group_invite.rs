//! Invitations to groups and channels.

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// An invitation to a group or channel.
    pub struct GroupInvite {
        /// Group or channel, as received.
        pub group_id: Option<String> = group,
        /// Its name.
        pub group_name: Option<String> = text,
        /// Code that opens it.
        pub invite_code: Option<String> = secret,
        /// End of the invitation.
        pub expires_at: Option<Timestamp>,
        /// What was written with it.
        pub caption: Option<String> = text,
    }
}
