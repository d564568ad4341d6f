//! `flows`: changed statuses of flows, and alerts about their endpoints.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{self, Event, EventMeta, FlowUpdate};
use crate::json::{List, Owned, owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `flows`.
    ///
    /// Source: Cloud API, webhooks, flows (read 2026-11-25). Seen in the wild: no.
    pub struct Flow<'a> {
        /// Name of the event: `FLOW_STATUS_CHANGE`, `CLIENT_ERROR_RATE`, `ENDPOINT_ERROR_RATE`, `ENDPOINT_LATENCY`,
        /// `ENDPOINT_AVAILABILITY` or `FLOW_VERSION_EXPIRY_WARNING`.
        pub event: Option<Cow<'a, str>> = text,
        /// ID of the flow.
        pub flow_id: Option<Cow<'a, str>> = id,
        /// Human-readable sentence; absent in expiry warnings.
        pub message: Option<Cow<'a, str>> = text,
        /// Status before the change; absent if the flow was created.
        pub old_status: Option<Cow<'a, str>> = text,
        /// Status after the change: `DRAFT`, `PUBLISHED`, `DEPRECATED`, `BLOCKED` or `THROTTLED`.
        pub new_status: Option<Cow<'a, str>> = text,
        /// Expiry warning; also sent for a new flow with a version that will soon be frozen.
        pub warning: Option<Cow<'a, str>> = text,
        /// State of the alert: `ACTIVATED` or `DEACTIVATED`.
        pub alert_state: Option<Cow<'a, str>> = text,
        /// Threshold of the alert, in percent or milliseconds.
        pub threshold: Option<f64> = number,
        /// Error rate, in percent; documented as a whole number, printed as a fraction.
        pub error_rate: Option<f64> = number,
        /// Median latency, in milliseconds.
        pub p50_latency: Option<f64> = number,
        /// 90th percentile of the latency, in milliseconds.
        pub p90_latency: Option<f64> = number,
        /// Number of requests that were counted.
        pub requests_count: Option<i64> = int,
        /// Availability, in percent; not in the table of the page.
        pub availability: Option<f64> = number,
        /// Error rates by type of error.
        pub errors: List<FlowError<'a>> = list,
    }

    /// Rate of one type of error.
    ///
    /// Source: Cloud API, webhooks, flows (read 2026-11-25). Seen in the wild: no.
    pub struct FlowError<'a> {
        /// Type of the error: `INVALID_SCREEN_TRANSITION`, `TIMEOUT` …; spelled differently on the page of error
        /// codes.
        pub error_type: Option<Cow<'a, str>> = text,
        /// Error rate, in percent.
        pub error_rate: Option<f64> = number,
        /// Number of errors.
        pub error_count: Option<i64> = int,
    }
}

owned! {
    FlowError => event::FlowError { error_type, error_rate, error_count }
}

impl<'a> FieldItem<'a> for Flow<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            event,
            flow_id,
            message,
            old_status,
            new_status,
            warning,
            alert_state,
            threshold,
            error_rate,
            p50_latency,
            p90_latency,
            requests_count,
            availability,
            errors,
        } = self;
        if event.is_none() {
            return Err(Problem::no_value("event"));
        }
        Ok(Event::from(FlowUpdate {
            meta,
            event: event.owned(),
            id: flow_id.owned(),
            message: message.owned(),
            old_status: old_status.owned(),
            new_status: new_status.owned(),
            warning: warning.owned(),
            alert_state: alert_state.owned(),
            threshold,
            error_rate,
            p50_latency,
            p90_latency,
            requests_count,
            availability,
            errors: errors.owned(),
            raw,
        }))
    }
}
