//! Flows and their endpoints.

use crate::event::model::{event, model};
use crate::types::string_enum;

string_enum! {
    /// What happened to a flow or its endpoint.
    pub enum FlowEvent {
        /// The status of the flow changed.
        StatusChange = "FLOW_STATUS_CHANGE",
        /// The rate of errors on people's devices crossed a threshold.
        ClientErrorRate = "CLIENT_ERROR_RATE",
        /// The rate of errors of the endpoint crossed a threshold.
        EndpointErrorRate = "ENDPOINT_ERROR_RATE",
        /// The latency of the endpoint crossed a threshold.
        EndpointLatency = "ENDPOINT_LATENCY",
        /// The availability of the endpoint crossed a threshold.
        EndpointAvailability = "ENDPOINT_AVAILABILITY",
        /// The version of the flow will expire.
        VersionExpiryWarning = "FLOW_VERSION_EXPIRY_WARNING",
    }

    /// Status of a flow.
    pub enum FlowStatus {
        /// Not published yet.
        Draft = "DRAFT",
        /// Published: it can be sent.
        Published = "PUBLISHED",
        /// No longer sent or opened.
        Deprecated = "DEPRECATED",
        /// Blocked for its health: it can neither be sent nor opened.
        Blocked = "BLOCKED",
        /// Limited for its health: few messages with it can be sent.
        Throttled = "THROTTLED",
    }

    /// State of an alert.
    pub enum FlowAlertState {
        /// The alert starts.
        Activated = "ACTIVATED",
        /// The alert is over.
        Deactivated = "DEACTIVATED",
    }
}

event! {
    /// Something happened to a flow or its endpoint. Sent by Meta.
    pub struct FlowUpdate {
        /// Meta's word for what happened.
        pub event: Option<FlowEvent>,
        /// Id of the flow.
        pub id: Option<String>,
        /// Sentence for people.
        pub message: Option<String> = masked,
        /// Status before.
        pub old_status: Option<FlowStatus>,
        /// Status now.
        pub new_status: Option<FlowStatus>,
        /// What will go wrong.
        pub warning: Option<String> = masked,
        /// Whether an alert begins or ends.
        pub alert_state: Option<FlowAlertState>,
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
        /// Errors, by type.
        pub errors: Vec<FlowError>,
    }
}

model! {
    /// How often one type of error occurred.
    pub struct FlowError {
        /// Meta's word for the error; two pages spell it differently.
        pub error_type: Option<String>,
        /// Percent.
        pub error_rate: Option<f64>,
        /// How often it occurred.
        pub error_count: Option<i64>,
    }
}
