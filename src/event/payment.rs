//! Payment gateways.

use crate::event::model::event;
use crate::types::Timestamp;

event! {
    /// A payment gateway was linked or changed. Sent by Meta.
    pub struct PaymentConfiguration {
        /// State of the link: Meta's `status`.
        pub event: Option<String>,
        /// Name of the configuration.
        pub id: Option<String>,
        /// Payment gateway.
        pub provider_name: Option<String>,
        /// Merchant's id there.
        pub provider_mid: Option<String>,
        /// When it was made.
        pub created_at: Option<Timestamp>,
        /// When it changed last.
        pub updated_at: Option<Timestamp>,
    }
}
