//! `security`: change of the two-step verification PIN of a business number, and requests to reset it.

use std::borrow::Cow;

use super::own_number::with_number;
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
        /// Phone number for display.
        pub display_phone_number: Option<Cow<'a, str>> = id,
        /// Name of the event: `PIN_CHANGED`, `PIN_RESET_REQUEST` or `PIN_REQUEST_SUCCESS`; `PIN_RESET_SUCCESS` on
        /// older pages.
        pub event: Option<Cow<'a, str>> = text,
        /// ID of the Meta Business Suite user who requested the reset; absent in other events.
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
            meta: with_number(meta, None, display_phone_number.as_ref()),
            event: event.owned(),
            display_phone_number: display_phone_number.owned(),
            requester: requester.owned(),
            raw,
        }))
    }
}
