//! `account_alerts`: decisions about messaging limits and official business accounts, and lost profile photos.

use std::borrow::Cow;

use super::own_number::with_number;
use crate::collector::Problem;
use crate::event::{AccountEntityType, AccountUpdate, Event, EventMeta};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `account_alerts`. In the dashboard's sample the keys of `alert_info` are directly in the
    /// value.
    ///
    /// Source: Cloud API, webhooks, `account_alerts` (read 2026-11-25). Seen in the wild: no.
    pub struct AccountAlert<'a> {
        /// Type of the entity: `BUSINESS`, `PHONE_NUMBER`, or `CURRENT_STATUS_ID` for the business profile; `WABA` in
        /// the sample.
        pub entity_type: Option<Cow<'a, str>> = text,
        /// ID of the portfolio or phone number; a number in the sample.
        pub entity_id: Option<Cow<'a, str>> = id,
        /// Details of the alert.
        pub alert_info: Option<AlertInfo<'a>> = object,
        /// Severity, as in [`AlertInfo`].
        pub alert_severity: Option<Cow<'a, str>> = text,
        /// Status, as in [`AlertInfo`].
        pub alert_status: Option<Cow<'a, str>> = text,
        /// Type, as in [`AlertInfo`].
        pub alert_type: Option<Cow<'a, str>> = text,
        /// Description, as in [`AlertInfo`].
        pub alert_description: Option<Cow<'a, str>> = text,
    }

    /// Details of an alert.
    ///
    /// Source: Cloud API, webhooks, `account_alerts` (read 2026-11-25). Seen in the wild: no.
    pub struct AlertInfo<'a> {
        /// Severity: `CRITICAL`, `WARNING` or `INFORMATIONAL`.
        pub alert_severity: Option<Cow<'a, str>> = text,
        /// Status: `ACTIVE` or `NONE`.
        pub alert_status: Option<Cow<'a, str>> = text,
        /// Type: `OBA_APPROVED`, `OBA_REJECTED`, `PROFILE_PICTURE_LOST`,
        /// `INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED` …
        pub alert_type: Option<Cow<'a, str>> = text,
        /// Description: an English sentence; may contain placeholders that were not filled in.
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
        let entity_type = entity_type.map(AccountEntityType::from);
        let number_id = match entity_type {
            Some(AccountEntityType::PhoneNumber) => entity_id.as_ref(),
            _ => None,
        };
        let meta = with_number(meta, number_id, None);
        Ok(Event::from(AccountUpdate {
            event: Some(event.into()),
            id: entity_id.owned(),
            entity_type,
            status: info.alert_status.or(alert_status).owned(),
            alert_severity: info.alert_severity.or(alert_severity).owned(),
            alert_description: info.alert_description.or(alert_description).owned(),
            ..AccountUpdate::new(meta, raw)
        }))
    }
}
