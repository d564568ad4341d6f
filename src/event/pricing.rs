//! What a message costs, and the conversation that it is charged to.

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// Conversation as it is charged.
    pub struct Conversation {
        /// Id.
        pub id: Option<String>,
        /// End.
        pub expires_at: Option<Timestamp>,
        /// Category: `marketing`, `service`, `user_initiated` …
        pub origin: Option<String>,
    }

    /// What a message costs.
    pub struct Pricing {
        /// Whether it costs anything.
        pub billable: Option<bool>,
        /// `PMP` by message, `CBP` by conversation.
        pub pricing_model: Option<String>,
        /// `regular`, `free_customer_service`, `free_entry_point`.
        pub r#type: Option<String>,
        /// Category: `marketing`, `utility`, `authentication` …
        pub category: Option<String>,
    }
}
