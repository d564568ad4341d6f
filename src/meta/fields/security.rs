//! `security`: the PIN of a number was changed, or its reset was requested.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{Event, EventMeta, SecurityUpdate};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `security`.
    ///
    /// Source: Cloud API, webhooks, security (read 2026-11-25). Seen in the wild: no.
    pub struct Security<'a> {
        /// Number, as it is displayed.
        pub display_phone_number: Option<Cow<'a, str>> = id,
        /// `PIN_CHANGED`, `PIN_RESET_REQUEST`, `PIN_REQUEST_SUCCESS`; older pages say `PIN_RESET_SUCCESS`.
        pub event: Option<Cow<'a, str>> = text,
        /// User of Meta Business Suite; with reset requests only.
        pub requester: Option<Cow<'a, str>> = id,
    }
}

impl<'a> FieldItem<'a> for Security<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            display_phone_number,
            event,
            requester,
        } = self;
        if event.is_none() {
            return Err(Problem::no_value("event"));
        }
        Ok(Event::from(SecurityUpdate {
            meta,
            event: event.owned(),
            display_phone_number: display_phone_number.owned(),
            requester: requester.owned(),
            raw,
        }))
    }
}
