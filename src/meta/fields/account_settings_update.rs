//! `account_settings_update`: settings of a phone number changed.

use std::borrow::Cow;

use super::words::known;
use crate::collector::Problem;
use crate::event::{Event, EventMeta, PhoneNumberEvent, PhoneNumberUpdate};
use crate::json::{Owned, RawSlice, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Raw, Timestamp};

/// The word of the documented settings; other words of [`PhoneNumberEvent`] are those of other fields.
const PHONE_NUMBER_SETTINGS: &str = "phone_number_settings";

wire! {
    /// Value of the field `account_settings_update`.
    ///
    /// Source: Cloud API, calling, configure call settings (read 2026-11-25). Seen in the wild: no.
    pub struct AccountSettings<'a> {
        /// `PHONE_NUMBER_SETTINGS` in the text, `phone_number_settings` in the example.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Time, in seconds; one version of the page has a number.
        pub timestamp: Option<Timestamp> = time,
        /// Settings of one number.
        pub phone_number_settings: Option<PhoneNumberSettings<'a>> = object,
    }

    /// Settings of one number.
    ///
    /// Source: Cloud API, calling, configure call settings (read 2026-11-25). Seen in the wild: no.
    pub struct PhoneNumberSettings<'a> {
        /// Id of the number.
        pub phone_number_id: Option<Cow<'a, str>> = id,
        /// Calling settings, in the form in which the settings API returns them; absent where they did not change.
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
        Ok(Event::from(PhoneNumberUpdate {
            event: Some(word),
            id: phone_number_id.owned(),
            calling: calling.map(|part| around.raw(part)),
            details: is_unknown.then(|| around.raw(around.value)),
            ..PhoneNumberUpdate::new(meta, raw)
        }))
    }
}
