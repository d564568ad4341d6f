//! `business_username_updates`: changed username of a business number.

use std::borrow::Cow;

use super::own_number::with_number;
use super::words::known;
use crate::collector::Problem;
use crate::event::{Event, EventMeta, PhoneNumberEvent, PhoneNumberUpdate};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

/// Known values of `status`, in lower case: in upper case they are values of another field.
const STATUSES: &[&str] = &["approved", "reserved", "deleted"];

wire! {
    /// Value of the field `business_username_updates`.
    ///
    /// Source: Cloud API, business-scoped user IDs, usernames of businesses (read 2026-11-25). Seen in the wild: no.
    pub struct BusinessUsername<'a> {
        /// Phone number for display.
        pub display_phone_number: Option<Cow<'a, str>> = id,
        /// Username; absent if it was deleted.
        pub username: Option<Cow<'a, str>> = text,
        /// Status of the username: `approved`, `reserved` or `deleted`.
        pub status: Option<Cow<'a, str>> = text,
        /// Context of the change: `revoked` if Meta withdrew the username. Since September 2026.
        pub context: Option<Cow<'a, str>> = text,
    }
}

impl<'a> FieldItem<'a> for BusinessUsername<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            display_phone_number,
            username,
            status,
            context,
        } = self;
        let Some(status) = status else {
            return Err(Problem::no_value("status"));
        };
        let meta = with_number(meta, None, display_phone_number.as_ref());
        Ok(Event::from(PhoneNumberUpdate {
            event: Some(PhoneNumberEvent::from(known(status, STATUSES))),
            display_phone_number: display_phone_number.owned(),
            username: username.owned(),
            context: context.owned(),
            ..PhoneNumberUpdate::new(meta, raw)
        }))
    }
}
