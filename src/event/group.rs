//! Groups: their life, their members, their settings.

use crate::event::model::event;
use crate::event::{ErrorDetail, Party};
use crate::types::{MessageId, Raw};

event! {
    /// Something happened to a group. Sent by Meta, four fields, and WhatzMeAPI.
    pub struct GroupUpdate {
        /// Provider's word for what happened: Meta's `type`.
        pub event: Option<String>,
        /// Id of the group.
        pub id: Option<String>,
        /// Id of the notice in the chat. WhatzMeAPI.
        pub message_id: Option<MessageId>,
        /// Request that caused it.
        pub request_id: Option<String>,
        /// Name of the group.
        pub subject: Option<String> = text,
        /// Description of the group.
        pub description: Option<String> = text,
        /// Link to join.
        pub invite_link: Option<String> = secret,
        /// How people join.
        pub join_approval_mode: Option<String>,
        /// Only admins write in it. WhatzMeAPI.
        pub announce: Option<bool>,
        /// Only admins change its name, picture and settings. WhatzMeAPI.
        pub restrict: Option<bool>,
        /// Members. WhatzMeAPI.
        pub size: Option<i64>,
        /// Why.
        pub reason: Option<String>,
        /// Who began it.
        pub initiated_by: Option<String>,
        /// Who did it. WhatzMeAPI.
        pub author: Option<Party>,
        /// Request to join.
        pub join_request_id: Option<String>,
        /// Who it is about.
        pub participants: Vec<Party>,
        /// Those of `participants` who are admins, as received. WhatzMeAPI.
        pub admins: Vec<String> = tail,
        /// For whom it did not work.
        pub failed_participants: Vec<Party>,
        /// What else the event carries: JSON, unread.
        pub details: Option<Raw>,
        /// What went wrong.
        pub errors: Vec<ErrorDetail>,
    }
}
