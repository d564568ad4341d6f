//! `account_settings_update`: changes of the settings of a phone number.

use std::borrow::Cow;

use super::own_number::with_number;
use super::words::known;
use crate::collector::Problem;
use crate::event::{Event, EventMeta, PhoneNumberEvent, PhoneNumberUpdate};
use crate::json::{Owned, RawSlice, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Raw, Timestamp};

/// The documented type. Other values of [`PhoneNumberEvent`] are used by other fields.
const PHONE_NUMBER_SETTINGS: &str = "phone_number_settings";

wire! {
    /// Value of the field `account_settings_update`.
    ///
    /// Source: Cloud API, calling, configure call settings (read 2026-11-25). Seen in the wild: no.
    pub struct AccountSettings<'a> {
        /// Type of the settings: `PHONE_NUMBER_SETTINGS` in the text of the page, `phone_number_settings` in its
        /// example.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Time of the change, in seconds; a number in one version of the page.
        pub timestamp: Option<Timestamp> = time,
        /// Settings of one phone number.
        pub phone_number_settings: Option<PhoneNumberSettings<'a>> = object,
    }

    /// Settings of one phone number.
    ///
    /// Source: Cloud API, calling, configure call settings (read 2026-11-25). Seen in the wild: no.
    pub struct PhoneNumberSettings<'a> {
        /// Meta's ID for the business number (not the number itself).
        pub phone_number_id: Option<Cow<'a, str>> = id,
        /// Calling settings, as the settings API returns them; absent if they did not change.
        pub calling: Option<RawSlice<'a>> = raw,
    }
}

impl<'a> FieldItem<'a> for AccountSettings<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            r#type,
            timestamp: _,
            phone_number_settings,
        } = self;
        let word = match (r#type, &phone_number_settings) {
            (Some(word), _) => known(word, &[PHONE_NUMBER_SETTINGS]).into(),
            (None, Some(_)) => PhoneNumberEvent::SettingsChanged,
            (None, None) => return Err(Problem::no_value("type")),
        };
        let PhoneNumberSettings {
            phone_number_id,
            calling,
        } = phone_number_settings.unwrap_or_default();
        let is_unknown = matches!(word, PhoneNumberEvent::Unknown(_));
        let meta = with_number(meta, phone_number_id.as_ref(), None);
        Ok(Event::from(PhoneNumberUpdate {
            event: Some(word),
            id: phone_number_id.owned(),
            calling: calling.map(|part| around.raw(part)),
            details: is_unknown.then(|| around.raw(around.value)),
            ..PhoneNumberUpdate::new(meta, raw)
        }))
    }
}
