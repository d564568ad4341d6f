//! `automatic_events`: leads and purchases that Meta detected in chats started from an ad.

use std::borrow::Cow;

use super::words::in_any_case;
use crate::collector::Problem;
use crate::event::{Conversion, Event, EventMeta};
use crate::json::{Owned, RawSlice, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Code, Raw, Timestamp};

wire! {
    /// Element of `automatic_events`.
    ///
    /// Source: Cloud API, webhooks, automatic events (read 2026-11-25). Seen in the wild: no.
    pub struct AutomaticEvent<'a> {
        /// ID of the message in which the event was detected.
        pub id: Option<Cow<'a, str>> = id,
        /// Name of the event: `LeadSubmitted` or `Purchase`; in lower case in the dashboard's sample.
        pub event_name: Option<Cow<'a, str>> = text,
        /// Time of the event, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Click ID of the click-to-WhatsApp ad; absent for ads in status updates.
        pub ctwa_clid: Option<Cow<'a, str>> = id,
        /// Amount of a purchase; absent for a lead.
        pub custom_data: Option<CustomData<'a>> = object,
    }

    /// Amount of a purchase.
    ///
    /// Source: Cloud API, webhooks, automatic events (read 2026-11-25). Seen in the wild: no.
    pub struct CustomData<'a> {
        /// ISO 4217 code of the currency.
        pub currency: Option<Cow<'a, str>> = text,
        /// Price, multiplied by 1000; a text in the table of the page, a number in its examples.
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
            event: Some(in_any_case(&event_name)),
            message_id: id.owned(),
            ctwa_clid: ctwa_clid.owned(),
            currency: currency.owned(),
            value: value.map(|value| Code::from_json(value.as_str())),
            ..Conversion::new(meta, raw)
        }))
    }
}
