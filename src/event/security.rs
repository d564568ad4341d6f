//! Two-step verification.

use crate::event::model::event;

event! {
    /// The PIN of a number was changed or asked for. Sent by Meta.
    pub struct SecurityUpdate {
        /// Meta's word for what happened.
        pub event: Option<String>,
        /// Number, as displayed.
        pub display_phone_number: Option<String> = tail,
        /// User who asked.
        pub requester: Option<String>,
    }
}
