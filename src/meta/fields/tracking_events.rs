//! `tracking_events`: tracked events of marketing messages.

use std::borrow::Cow;

use super::words::in_any_case;
use crate::collector::Problem;
use crate::event::{Conversion, Event, EventMeta};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Raw, Timestamp};

wire! {
    /// Element of `events` in the field `tracking_events`.
    ///
    /// Source: App Dashboard, sample of the field, which no page describes (read 2026-11-25). Seen in the wild: no.
    pub struct TrackingEvent<'a> {
        /// Name of the event: `sent`.
        pub event_name: Option<Cow<'a, str>> = text,
        /// Time of the event, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Click and message that the event belongs to.
        pub tracking_data: Option<TrackingData<'a>> = object,
    }

    /// Click and message that a tracked event belongs to.
    ///
    /// Source: App Dashboard, sample of the field, which no page describes (read 2026-11-25). Seen in the wild: no.
    pub struct TrackingData<'a> {
        /// ID of the click.
        pub click_id: Option<Cow<'a, str>> = id,
        /// Tracking token of the message.
        pub tracking_token: Option<Cow<'a, str>> = id,
    }
}

impl<'a> FieldItem<'a> for TrackingEvent<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            event_name,
            timestamp: _,
            tracking_data,
        } = self;
        let event_name = event_name.ok_or(Problem::no_value("event_name"))?;
        let TrackingData {
            click_id,
            tracking_token,
        } = tracking_data.unwrap_or_default();
        Ok(Event::from(Conversion {
            event: Some(in_any_case(&event_name)),
            click_id: click_id.owned(),
            tracking_token: tracking_token.owned(),
            ..Conversion::new(meta, raw)
        }))
    }
}
