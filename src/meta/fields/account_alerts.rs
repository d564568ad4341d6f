//! `account_alerts`: a messaging limit was decided, an official business account was granted or declined, a profile
//! photo was lost.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{AccountUpdate, Event, EventMeta};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `account_alerts`. The dashboard's sample has the keys of `alert_info` directly in the value.
    ///
    /// Source: Cloud API, webhooks, account_alerts (read 2026-11-25). Seen in the wild: no.
    pub struct AccountAlert<'a> {
        /// `BUSINESS`, `PHONE_NUMBER`, `CURRENT_STATUS_ID` for the business profile; `WABA` in the sample.
        pub entity_type: Option<Cow<'a, str>> = text,
        /// Id of the portfolio or number; a number in the sample.
        pub entity_id: Option<Cow<'a, str>> = id,
        /// The alert itself.
        pub alert_info: Option<AlertInfo<'a>> = object,
        /// As in [`AlertInfo`].
        pub alert_severity: Option<Cow<'a, str>> = text,
        /// As in [`AlertInfo`].
        pub alert_status: Option<Cow<'a, str>> = text,
        /// As in [`AlertInfo`].
        pub alert_type: Option<Cow<'a, str>> = text,
        /// As in [`AlertInfo`].
        pub alert_description: Option<Cow<'a, str>> = text,
    }

    /// What an alert says.
    ///
    /// Source: Cloud API, webhooks, account_alerts (read 2026-11-25). Seen in the wild: no.
    pub struct AlertInfo<'a> {
        /// `CRITICAL`, `WARNING`, `INFORMATIONAL`.
        pub alert_severity: Option<Cow<'a, str>> = text,
        /// `ACTIVE`, `NONE`.
        pub alert_status: Option<Cow<'a, str>> = text,
        /// `OBA_APPROVED`, `OBA_REJECTED`, `PROFILE_PICTURE_LOST`, `INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED` …
        pub alert_type: Option<Cow<'a, str>> = text,
        /// English sentence; may hold placeholders that were not filled in.
        pub alert_description: Option<Cow<'a, str>> = text,
    }
}

impl<'a> FieldItem<'a> for AccountAlert<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            entity_type,
            entity_id,
            alert_info,
            alert_severity,
            alert_status,
            alert_type,
            alert_description,
        } = self;
        let info = alert_info.unwrap_or_default();
        let Some(event) = info.alert_type.or(alert_type) else {
            return Err(Problem::no_value("alert_info.alert_type"));
        };
        Ok(Event::from(AccountUpdate {
            event: Some(event.into()),
            id: entity_id.owned(),
            entity_type: entity_type.owned(),
            status: info.alert_status.or(alert_status).owned(),
            severity: info.alert_severity.or(alert_severity).owned(),
            description: info.alert_description.or(alert_description).owned(),
            ..AccountUpdate::new(meta, raw)
        }))
    }
}
