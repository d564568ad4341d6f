//! `automatic_events`: Meta found a lead or a purchase in a chat that began with an ad.

use std::borrow::Cow;

use super::words::in_any_case;
use crate::collector::Problem;
use crate::event::{Conversion, ConversionEvent, Event, EventMeta};
use crate::json::{Owned, RawSlice, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Code, Raw, Timestamp};

wire! {
    /// Element of `automatic_events`.
    ///
    /// Source: Cloud API, webhooks, automatic events (read 2026-11-25). Seen in the wild: no.
    pub struct AutomaticEvent<'a> {
        /// Id of the message in which the event was found.
        pub id: Option<Cow<'a, str>> = id,
        /// `LeadSubmitted`, `Purchase`; in lower case in the dashboard's sample.
        pub event_name: Option<Cow<'a, str>> = text,
        /// Time, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Id of the click on the ad; absent for ads in status updates.
        pub ctwa_clid: Option<Cow<'a, str>> = id,
        /// Amount of a purchase.
        pub custom_data: Option<CustomData<'a>> = object,
    }

    /// Amount of a purchase.
    ///
    /// Source: Cloud API, webhooks, automatic events (read 2026-11-25). Seen in the wild: no.
    pub struct CustomData<'a> {
        /// ISO code.
        pub currency: Option<Cow<'a, str>> = text,
        /// Price, multiplied by 1000. A text in the table, a number in the examples.
        pub value: Option<RawSlice<'a>> = raw,
    }
}

impl<'a> FieldItem<'a> for AutomaticEvent<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            id,
            event_name,
            timestamp: _,
            ctwa_clid,
            custom_data,
        } = self;
        let event_name = event_name.ok_or(Problem::no_value("event_name"))?;
        let CustomData { currency, value } = custom_data.unwrap_or_default();
        Ok(Event::from(Conversion {
            event: Some(in_any_case(ConversionEvent::KNOWN, &event_name)),
            message_id: id.owned(),
            ctwa_clid: ctwa_clid.owned(),
            currency: currency.owned(),
            value: value.map(|value| Code::from_json(value.as_str())),
            ..Conversion::new(meta, raw)
        }))
    }
}
