//! Payment configurations.

use crate::event::model::event;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// Status of a payment configuration. One page of Meta spells the values with `_` instead of spaces; they are
    /// read as those with spaces.
    pub enum PaymentConfigurationStatus {
        /// The gateway is connected.
        Active = "Active",
        /// The gateway must be connected.
        NeedsConnecting = "Needs Connecting",
        /// The connection must be tested.
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
        /// UPI without a gateway; only in older payments.
        Upi = "upi",
    }
}

event! {
    /// A change of a payment configuration. Sent by Meta.
    pub struct PaymentConfiguration {
        /// Status of the configuration: Meta's `status`.
        pub event: Option<PaymentConfigurationStatus>,
        /// Name of the configuration.
        pub id: Option<String>,
        /// Payment gateway.
        pub provider_name: Option<PaymentGateway>,
        /// The gateway's ID for the merchant.
        pub provider_mid: Option<String>,
        /// When the configuration was created.
        pub created_at: Option<Timestamp>,
        /// When the configuration was last updated.
        pub updated_at: Option<Timestamp>,
    }
}
