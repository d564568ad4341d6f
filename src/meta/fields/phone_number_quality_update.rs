//! `phone_number_quality_update`: changed messaging limit or throughput of a business number.

use std::borrow::Cow;

use super::own_number::with_number;
use super::words::limit;
use crate::collector::Problem;
use crate::event::{Event, EventMeta, PhoneNumberUpdate};
use crate::json::{Owned, RawSlice, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `phone_number_quality_update`.
    ///
    /// Source: Cloud API, webhooks, `phone_number_quality_update` (read 2026-11-25). Seen in the wild: no.
    pub struct PhoneNumberQuality<'a> {
        /// Phone number for display.
        pub display_phone_number: Option<Cow<'a, str>> = id,
        /// Name of the event: `ONBOARDING` or `THROUGHPUT_UPGRADE`; in older deliveries `FLAGGED`, `UNFLAGGED`,
        /// `UPGRADE` or `DOWNGRADE`.
        pub event: Option<Cow<'a, str>> = text,
        /// Messaging limit after the change: `TIER_250` … Deprecated since February 2026.
        pub current_limit: Option<Cow<'a, str>> = text,
        /// Messaging limit before the change. Deprecated since February 2026.
        pub old_limit: Option<Cow<'a, str>> = text,
        /// Messaging limit of the portfolio: `TIER_250` …, or a number.
        pub max_daily_conversations_per_business: Option<RawSlice<'a>> = raw,
    }
}

impl<'a> FieldItem<'a> for PhoneNumberQuality<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            display_phone_number,
            event,
            current_limit,
            old_limit,
            max_daily_conversations_per_business,
        } = self;
        if event.is_none() {
            return Err(Problem::no_value("event"));
        }
        let meta = with_number(meta, None, display_phone_number.as_ref());
        Ok(Event::from(PhoneNumberUpdate {
            event: event.owned(),
            display_phone_number: display_phone_number.owned(),
            current_limit: current_limit.owned(),
            old_limit: old_limit.owned(),
            max_daily_conversations_per_business: limit(max_daily_conversations_per_business),
            ..PhoneNumberUpdate::new(meta, raw)
        }))
    }
}
