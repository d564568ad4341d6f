//! `statuses` of the field `calls`: statuses of calls from the business.

use std::borrow::Cow;

use super::words::in_any_case;
use crate::collector::Problem;
use crate::event::{Call, Direction, Event, EventMeta};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::meta::people::{Ids, business};
use crate::types::{Raw, Timestamp};

wire! {
    /// Element of `statuses` in the field `calls`: status of a call from the business.
    ///
    /// Source: Cloud API, calling, business-initiated calls (read 2026-11-25). Seen in the wild: no.
    pub struct CallStatus<'a> {
        /// ID of the call.
        pub id: Option<Cow<'a, str>> = id,
        /// Type of the status: `call`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Status of the call: `RINGING`, `ACCEPTED` or `REJECTED`.
        pub status: Option<Cow<'a, str>> = text,
        /// Time of the status, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Phone number of the called person; absent if it is hidden.
        pub recipient_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of the called person.
        pub recipient_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the called person.
        pub recipient_parent_user_id: Option<Cow<'a, str>> = id,
        /// Text that the business set when it started the call.
        pub biz_opaque_callback_data: Option<Cow<'a, str>> = text,
    }
}

/// Only calls from the business have statuses.
impl<'a> FieldItem<'a> for CallStatus<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            id,
            r#type: _,
            status,
            timestamp: _,
            recipient_id,
            recipient_user_id,
            recipient_parent_user_id,
            biz_opaque_callback_data,
        } = self;
        let status = status.ok_or(Problem::no_value("status"))?;
        let to = around.people.person(Ids {
            phone: recipient_id,
            user_id: recipient_user_id,
            parent_user_id: recipient_parent_user_id,
        });
        Ok(Event::from(Call {
            event: Some(in_any_case(&status)),
            id: id.owned(),
            direction: Some(Direction::Outbound),
            from: business(&around.scope.account),
            to,
            callback_data: biz_opaque_callback_data.owned(),
            ..Call::new(meta, raw)
        }))
    }
}
