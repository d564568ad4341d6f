//! Two-step verification of business numbers.

use crate::event::model::event;
use crate::types::string_enum;

string_enum! {
    /// What happened to the two-step verification PIN.
    pub enum SecurityEvent {
        /// The PIN was changed or set.
        PinChanged = "PIN_CHANGED",
        /// A user asked to turn two-step verification off.
        PinResetRequest = "PIN_RESET_REQUEST",
        /// Two-step verification was turned off.
        PinRequestSuccess = "PIN_REQUEST_SUCCESS",
        /// Two-step verification was turned off; the spelling of older pages.
        PinResetSuccess = "PIN_RESET_SUCCESS",
    }
}

event! {
    /// A change of the two-step verification PIN, or a request to reset it. Sent by Meta.
    pub struct SecurityUpdate {
        /// What happened to the PIN.
        pub event: Option<SecurityEvent>,
        /// Number as displayed.
        pub display_phone_number: Option<String> = tail,
        /// User of Meta Business Suite who asked for the reset; only in reset requests.
        pub requester: Option<String>,
    }
}
