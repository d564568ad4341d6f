//! Payments in the chat. Amounts are decimal text, without rounding.

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// A payment, a payment request, or a reply to a request.
    pub struct Payment {
        /// Provider's value for the kind: `sendPaymentMessage`, `payment` …
        pub kind: Option<String> = word,
        /// Text that was sent with the payment.
        pub note: Option<String> = text,
        /// Amount in the main unit of the currency, as decimal text.
        pub amount: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// ID of the message with the payment request.
        pub request_id: Option<String>,
        /// When the request expires.
        pub expires_at: Option<Timestamp>,
    }
}
