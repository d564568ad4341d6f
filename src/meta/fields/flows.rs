//! `flows`: the status of a flow changed, or its endpoint is not well.

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
        /// `FLOW_STATUS_CHANGE`, `CLIENT_ERROR_RATE`, `ENDPOINT_ERROR_RATE`, `ENDPOINT_LATENCY`,
        /// `ENDPOINT_AVAILABILITY`, `FLOW_VERSION_EXPIRY_WARNING`.
        pub event: Option<Cow<'a, str>> = text,
        /// Id of the flow.
        pub flow_id: Option<Cow<'a, str>> = id,
        /// Sentence for people; absent from expiry warnings.
        pub message: Option<Cow<'a, str>> = text,
        /// Status before; absent when the flow was created.
        pub old_status: Option<Cow<'a, str>> = text,
        /// `DRAFT`, `PUBLISHED`, `DEPRECATED`, `BLOCKED`, `THROTTLED`.
        pub new_status: Option<Cow<'a, str>> = text,
        /// Expiry warning; also when a flow is created with a version that freezes soon.
        pub warning: Option<Cow<'a, str>> = text,
        /// `ACTIVATED` or `DEACTIVATED`.
        pub alert_state: Option<Cow<'a, str>> = text,
        /// Limit that was crossed: percent or milliseconds.
        pub threshold: Option<f64> = number,
        /// Percent; documented as whole, printed as a fraction.
        pub error_rate: Option<f64> = number,
        /// Median, in milliseconds.
        pub p50_latency: Option<f64> = number,
        /// 90th percentile, in milliseconds.
        pub p90_latency: Option<f64> = number,
        /// Requests that were counted.
        pub requests_count: Option<i64> = int,
        /// Percent; missing from the page's table.
        pub availability: Option<f64> = number,
        /// Rate and count by type of error.
        pub errors: List<FlowError<'a>> = list,
    }

    /// How often one type of error occurred.
    ///
    /// Source: Cloud API, webhooks, flows (read 2026-11-25). Seen in the wild: no.
    pub struct FlowError<'a> {
        /// `INVALID_SCREEN_TRANSITION`, `TIMEOUT` …; the page of error codes spells the words differently.
        pub error_type: Option<Cow<'a, str>> = text,
        /// Percent.
        pub error_rate: Option<f64> = number,
        /// How often it occurred.
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
