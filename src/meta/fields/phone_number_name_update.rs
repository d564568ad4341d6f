//! `phone_number_name_update`: result of the review of a display name.

use std::borrow::Cow;

use super::own_number::with_number;
use crate::collector::Problem;
use crate::event::{Event, EventMeta, PhoneNumberUpdate};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `phone_number_name_update`.
    ///
    /// Source: Cloud API, webhooks, `phone_number_name_update` (read 2026-11-25). Seen in the wild: no.
    pub struct PhoneNumberName<'a> {
        /// Phone number for display.
        pub display_phone_number: Option<Cow<'a, str>> = id,
        /// Decision: `APPROVED`, `REJECTED`, `DEFERRED` or `PENDING`.
        pub decision: Option<Cow<'a, str>> = text,
        /// Display name that was reviewed.
        pub requested_verified_name: Option<Cow<'a, str>> = text,
        /// Reason of the rejection: `NAME_EMPLOYEE_ISSUE`, `NAME_NOT_CONSISTENT` …; `null` if the name was approved.
        pub rejection_reason: Option<Cow<'a, str>> = text,
    }
}

impl<'a> FieldItem<'a> for PhoneNumberName<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            display_phone_number,
            decision,
            requested_verified_name,
            rejection_reason,
        } = self;
        if decision.is_none() {
            return Err(Problem::no_value("decision"));
        }
        let meta = with_number(meta, None, display_phone_number.as_ref());
        Ok(Event::from(PhoneNumberUpdate {
            event: decision.owned(),
            display_phone_number: display_phone_number.owned(),
            requested_verified_name: requested_verified_name.owned(),
            rejection_reason: rejection_reason.owned(),
            ..PhoneNumberUpdate::new(meta, raw)
        }))
    }
}
