//! Flows and their endpoints.

use crate::event::model::event;
use crate::types::Raw;

event! {
    /// Something happened to a flow or its endpoint. Sent by Meta.
    pub struct FlowUpdate {
        /// Meta's word for what happened.
        pub event: Option<String>,
        /// Id of the flow.
        pub id: Option<String>,
        /// Sentence for people.
        pub message: Option<String>,
        /// Status before.
        pub old_status: Option<String>,
        /// Status now.
        pub new_status: Option<String>,
        /// What will go wrong.
        pub warning: Option<String>,
        /// Whether an alert begins or ends.
        pub alert_state: Option<String>,
        /// Limit that was crossed: percent or milliseconds.
        pub threshold: Option<f64>,
        /// Percent.
        pub error_rate: Option<f64>,
        /// Milliseconds.
        pub p50_latency: Option<f64>,
        /// Milliseconds.
        pub p90_latency: Option<f64>,
        /// Requests that were counted.
        pub requests_count: Option<i64>,
        /// Percent.
        pub availability: Option<f64>,
        /// Errors by kind: JSON, unread.
        pub errors: Option<Raw>,
    }
}
