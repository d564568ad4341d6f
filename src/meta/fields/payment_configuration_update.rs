//! `payment_configuration_update`: a payment gateway that was linked or changed.

use std::borrow::Cow;

use super::words::known;
use crate::collector::Problem;
use crate::event::{self, Event, EventMeta, PaymentConfigurationStatus};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Raw, Timestamp};

wire! {
    /// Value of the field `payment_configuration_update`.
    ///
    /// Source: Cloud API, webhooks, `payment_configuration_update` (read 2026-11-25). Seen in the wild: no.
    pub struct PaymentConfiguration<'a> {
        /// Name of the configuration, unique in the business account.
        pub configuration_name: Option<Cow<'a, str>> = text,
        /// Name of the payment gateway: `billdesk`, `payu`, `razorpay`, `zaakpay` …
        pub provider_name: Option<Cow<'a, str>> = text,
        /// ID of the merchant at the payment gateway.
        pub provider_mid: Option<Cow<'a, str>> = id,
        /// Status: `Active`, `Needs Connecting` or `Needs Testing`; one page has `_` instead of the space.
        pub status: Option<Cow<'a, str>> = text,
        /// Time at which the configuration was created.
        pub created_timestamp: Option<Timestamp> = time,
        /// Time of the latest change.
        pub updated_timestamp: Option<Timestamp> = time,
    }
}

impl<'a> FieldItem<'a> for PaymentConfiguration<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            configuration_name,
            provider_name,
            provider_mid,
            status,
            created_timestamp,
            updated_timestamp,
        } = self;
        if configuration_name.is_none() && status.is_none() {
            return Err(Problem::no_value("configuration_name"));
        }
        let status = status.map(|word| known(word, PaymentConfigurationStatus::KNOWN));
        Ok(Event::from(event::PaymentConfiguration {
            meta,
            event: status.owned(),
            id: configuration_name.owned(),
            provider_name: provider_name.owned(),
            provider_mid: provider_mid.owned(),
            created_at: created_timestamp,
            updated_at: updated_timestamp,
            raw,
        }))
    }
}
