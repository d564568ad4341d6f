//! Business phone numbers.

use crate::event::model::event;
use crate::types::{Code, Raw};

event! {
    /// Something happened to a business number. Sent by Meta, four fields.
    pub struct PhoneNumberUpdate {
        /// Meta's word for what happened: its `event`, `decision`, `status` or `type`.
        pub event: Option<String>,
        /// Id of the number.
        pub id: Option<String>,
        /// Number, as displayed.
        pub display_phone_number: Option<String> = tail,
        /// Name that was reviewed.
        pub requested_verified_name: Option<String> = text,
        /// Why it was refused.
        pub rejection_reason: Option<String>,
        /// Limit now.
        pub current_limit: Option<String>,
        /// Limit before.
        pub old_limit: Option<String>,
        /// Limit of conversations a day, in Meta's notation.
        pub max_daily_conversations: Option<Code>,
        /// Username of the business.
        pub username: Option<String>,
        /// Circumstance, such as `revoked`.
        pub context: Option<String>,
        /// Calling settings: JSON, unread.
        pub calling: Option<Raw>,
    }
}
