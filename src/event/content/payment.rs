//! Payments in the chat. Amounts are kept as decimal text: no rounding.

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// A payment, a request for one, or an answer to a request.
    pub struct Payment {
        /// Provider's word: `sendPaymentMessage`, `payment` …
        pub kind: Option<String>,
        /// What was written with it.
        pub note: Option<String> = text,
        /// Amount in the currency's main unit, as decimal text.
        pub amount: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// Message with the request that this answers.
        pub request_id: Option<String>,
        /// End of a request.
        pub expires_at: Option<Timestamp>,
    }
}
