//! `business_capability_update`: changed limits of a business account or portfolio.

use super::words::limit;
use crate::collector::Problem;
use crate::event::{AccountUpdate, Event, EventMeta};
use crate::json::{RawSlice, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `business_capability_update`.
    ///
    /// Source: Cloud API, webhooks, `business_capability_update` (read 2026-11-25). Seen in the wild: no.
    pub struct BusinessCapability<'a> {
        /// Messaging limit of the portfolio: `TIER_250` to `TIER_UNLIMITED` in the table of the page, a number in its
        /// example; a negative number means no limit.
        pub max_daily_conversations_per_business: Option<RawSlice<'a>> = raw,
        /// Messaging limit per phone number; -1 means no limit. Deprecated since February 2026.
        pub max_daily_conversation_per_phone: Option<i64> = int,
        /// Number of phone numbers that the portfolio may have; only while the messaging limit is 250.
        pub max_phone_numbers_per_business: Option<i64> = int,
        /// Number of phone numbers that the business account may have; only once the messaging limit is over 250.
        pub max_phone_numbers_per_waba: Option<i64> = int,
    }
}

impl<'a> FieldItem<'a> for BusinessCapability<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        if self == Self::default() {
            return Err(Problem::no_value("max_daily_conversations_per_business"));
        }
        let Self {
            max_daily_conversations_per_business,
            max_daily_conversation_per_phone,
            max_phone_numbers_per_business,
            max_phone_numbers_per_waba,
        } = self;
        Ok(Event::from(AccountUpdate {
            id: meta.account.id.clone(),
            max_daily_conversations_per_business: limit(max_daily_conversations_per_business),
            max_daily_conversation_per_phone,
            max_phone_numbers_per_business,
            max_phone_numbers_per_waba,
            ..AccountUpdate::new(meta, raw)
        }))
    }
}
