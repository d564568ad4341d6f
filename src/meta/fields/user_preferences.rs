//! `user_preferences`: a person stopped marketing messages, or wants them again.

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
        /// WhatsApp id; absent where the number is hidden.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user id, which the preference belongs to.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent id.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// `marketing_messages`.
        pub category: Option<Cow<'a, str>> = text,
        /// `stop`, `resume`; `signup` has been seen.
        pub value: Option<Cow<'a, str>> = text,
        /// English sentence.
        pub detail: Option<Cow<'a, str>> = text,
        /// Id of a sign-up link; in the dashboard's sample.
        pub signup_id: Option<Cow<'a, str>> = id,
        /// Time, in seconds.
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
