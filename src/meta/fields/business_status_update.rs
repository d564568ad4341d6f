//! `business_status_update`: changed status of a business portfolio.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{AccountUpdate, Event, EventMeta};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `business_status_update`, which is not described on any page of Meta.
    ///
    /// Source: App Dashboard, sample of the field (read 2026-11-25). Seen in the wild: no.
    pub struct BusinessStatus<'a> {
        /// Name of the event: `COMPROMISED_NOTIFICATION` in the sample.
        pub event: Option<Cow<'a, str>> = text,
        /// ID of the portfolio; a number in the sample.
        pub business_id: Option<Cow<'a, str>> = id,
    }
}

impl<'a> FieldItem<'a> for BusinessStatus<'a> {
    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self { event, business_id } = self;
        if event.is_none() && business_id.is_none() {
            return Err(Problem::no_value("event"));
        }
        Ok(Event::from(AccountUpdate {
            event: event.owned(),
            id: business_id.owned(),
            details: Some(around.raw(around.value)),
            ..AccountUpdate::new(meta, raw)
        }))
    }
}
