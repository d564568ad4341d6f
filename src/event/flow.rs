//! Changes of flows, and alerts about them.

use crate::event::model::{event, model};
use crate::types::string_enum;

string_enum! {
    /// What happened to a flow or its endpoint.
    pub enum FlowEvent {
        /// The status of the flow changed.
        StatusChange = "FLOW_STATUS_CHANGE",
        /// The error rate on people's devices crossed a threshold.
        ClientErrorRate = "CLIENT_ERROR_RATE",
        /// The error rate of the endpoint crossed a threshold.
        EndpointErrorRate = "ENDPOINT_ERROR_RATE",
        /// The latency of the endpoint crossed a threshold.
        EndpointLatency = "ENDPOINT_LATENCY",
        /// The availability of the endpoint crossed a threshold.
        EndpointAvailability = "ENDPOINT_AVAILABILITY",
        /// The version of the flow is about to expire.
        VersionExpiryWarning = "FLOW_VERSION_EXPIRY_WARNING",
    }

    /// Status of a flow.
    pub enum FlowStatus {
        /// The flow is not published yet.
        Draft = "DRAFT",
        /// The flow is published and can be sent.
        Published = "PUBLISHED",
        /// The flow can no longer be sent or opened.
        Deprecated = "DEPRECATED",
        /// The flow is blocked because of its health: it can neither be sent nor opened.
        Blocked = "BLOCKED",
        /// The flow is throttled because of its health: few messages with it can be sent.
        Throttled = "THROTTLED",
    }

    /// State of an alert.
    pub enum FlowAlertState {
        /// The alert started.
        Activated = "ACTIVATED",
        /// The alert ended.
        Deactivated = "DEACTIVATED",
    }
}

event! {
    /// A change of the status of a flow, or an alert about it. Sent by Meta.
    pub struct FlowUpdate {
        /// What happened.
        pub event: Option<FlowEvent>,
        /// ID of the flow.
        pub id: Option<String>,
        /// Text for people.
        pub message: Option<String> = masked,
        /// Previous status.
        pub old_status: Option<FlowStatus>,
        /// Current status.
        pub new_status: Option<FlowStatus>,
        /// Text of the warning.
        pub warning: Option<String> = masked,
        /// Whether the alert started or ended.
        pub alert_state: Option<FlowAlertState>,
        /// Threshold that was crossed, in percent or milliseconds.
        pub threshold: Option<f64>,
        /// Error rate in percent.
        pub error_rate: Option<f64>,
        /// Median latency in milliseconds.
        pub p50_latency: Option<f64>,
        /// Latency at the 90th percentile, in milliseconds.
        pub p90_latency: Option<f64>,
        /// Number of requests that were counted.
        pub requests_count: Option<i64>,
        /// Availability in percent.
        pub availability: Option<f64>,
        /// Errors by type.
        pub errors: Vec<FlowError>,
    }
}

model! {
    /// Number and rate of errors of one type.
    pub struct FlowError {
        /// Meta's value for the type; two pages spell it differently.
        pub error_type: Option<String>,
        /// Error rate in percent.
        pub error_rate: Option<f64>,
        /// Number of errors.
        pub error_count: Option<i64>,
    }
}
