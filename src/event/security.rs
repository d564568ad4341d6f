//! Two-step verification.

use crate::event::model::event;
use crate::types::string_enum;

string_enum! {
    /// What happened to the PIN of two-step verification.
    pub enum SecurityEvent {
        /// The PIN was changed or set.
        PinChanged = "PIN_CHANGED",
        /// Somebody asked to turn two-step verification off.
        PinResetRequest = "PIN_RESET_REQUEST",
        /// Two-step verification was turned off.
        PinRequestSuccess = "PIN_REQUEST_SUCCESS",
        /// Two-step verification was turned off; the spelling of older pages.
        PinResetSuccess = "PIN_RESET_SUCCESS",
    }
}

event! {
    /// The PIN of a number was changed or asked for. Sent by Meta.
    pub struct SecurityUpdate {
        /// Meta's word for what happened.
        pub event: Option<SecurityEvent>,
        /// Number, as displayed.
        pub display_phone_number: Option<String> = tail,
        /// User who asked.
        pub requester: Option<String>,
    }
}
