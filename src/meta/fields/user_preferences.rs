//! `user_preferences`: requests of people to stop or resume marketing messages.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{Event, EventMeta, Preference};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::meta::people::Ids;
use crate::types::{Raw, Timestamp};

wire! {
    /// Element of `user_preferences`.
    ///
    /// Source: Cloud API, webhooks, user preferences (read 2026-11-25). Seen in the wild: no.
    pub struct UserPreference<'a> {
        /// WhatsApp ID; absent if the number is hidden.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID that the preference belongs to.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Category of messages: `marketing_messages`.
        pub category: Option<Cow<'a, str>> = text,
        /// Preference: `stop` or `resume`; `signup` has been seen.
        pub value: Option<Cow<'a, str>> = text,
        /// Details: an English sentence.
        pub detail: Option<Cow<'a, str>> = text,
        /// ID of a sign-up link; in the dashboard's sample only.
        pub signup_id: Option<Cow<'a, str>> = id,
        /// Time of the change, in seconds.
        pub timestamp: Option<Timestamp> = time,
    }
}

impl<'a> FieldItem<'a> for UserPreference<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            wa_id,
            user_id,
            parent_user_id,
            category,
            value,
            detail,
            signup_id,
            timestamp: _,
        } = self;
        if value.is_none() {
            return Err(Problem::no_value("value"));
        }
        let person = around.people.person(Ids {
            phone: wa_id,
            user_id,
            parent_user_id,
        });
        Ok(Event::from(Preference {
            meta,
            event: value.owned(),
            person,
            category: category.owned(),
            detail: detail.owned(),
            signup_id: signup_id.owned(),
            raw,
        }))
    }
}

#[cfg(test)]
mod tests {
    use crate::meta;

    #[test]
    fn the_only_contact_is_the_person() {
        let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"user_preferences",
            "value":{"contacts":[{"wa_id":"16505550142"}],"user_preferences":[{"user_id":"US.1","value":"stop"}]}}]}]}"#;
        let event = meta::parse(body).unwrap().remove(0);
        let person = event.into_preference().unwrap().person.unwrap();
        assert_eq!(person.phone.unwrap().as_str(), "16505550142");
        assert_eq!(person.user_id.as_deref(), Some("US.1"));
    }
}
