//! Payment gateways.

use crate::event::model::event;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// State of the link to a payment gateway. One page of Meta spells the words with `_` for the space.
    pub enum PaymentConfigurationStatus {
        /// The gateway is linked.
        Active = "Active",
        /// The gateway must be linked.
        NeedsConnecting = "Needs Connecting",
        /// The link must be tested.
        NeedsTesting = "Needs Testing",
    }

    /// Payment gateway.
    pub enum PaymentGateway {
        /// The gateway `BillDesk`.
        BillDesk = "billdesk",
        /// The gateway `PayU`.
        PayU = "payu",
        /// The gateway Razorpay.
        Razorpay = "razorpay",
        /// The gateway Zaakpay.
        Zaakpay = "zaakpay",
        /// UPI, without a gateway; older payments only.
        Upi = "upi",
    }
}

event! {
    /// A payment gateway was linked or changed. Sent by Meta.
    pub struct PaymentConfiguration {
        /// State of the link: Meta's `status`.
        pub event: Option<PaymentConfigurationStatus>,
        /// Name of the configuration.
        pub id: Option<String>,
        /// Payment gateway.
        pub provider_name: Option<PaymentGateway>,
        /// Merchant's id there.
        pub provider_mid: Option<String>,
        /// When it was made.
        pub created_at: Option<Timestamp>,
        /// When it changed last.
        pub updated_at: Option<Timestamp>,
    }
}
