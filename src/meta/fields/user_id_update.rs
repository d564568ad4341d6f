//! `user_id_update`: changed business-scoped user ID of a person. Since August 2026 replaced by a system message.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{Event, EventMeta, IdentityChange};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::meta::people::Ids;
use crate::types::{Raw, Timestamp};

wire! {
    /// Element of `user_id_update`.
    ///
    /// Source: Cloud API, business-scoped user IDs (read 2026-11-25). Seen in the wild: no.
    pub struct UserIdUpdate<'a> {
        /// WhatsApp ID; absent if the number is hidden.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Details: an English sentence.
        pub detail: Option<Cow<'a, str>> = text,
        /// Business-scoped user IDs before and after the change: an object here, a text in other fields.
        pub user_id: Option<ChangedId<'a>> = object,
        /// Parent business-scoped user IDs before and after the change; only if the business uses them.
        pub parent_user_id: Option<ChangedId<'a>> = object,
        /// Time of the change, in seconds.
        pub timestamp: Option<Timestamp> = time,
    }

    /// An ID before and after the change.
    ///
    /// Source: Cloud API, business-scoped user IDs (read 2026-11-25). Seen in the wild: no.
    pub struct ChangedId<'a> {
        /// ID before the change.
        pub previous: Option<Cow<'a, str>> = id,
        /// ID after the change.
        pub current: Option<Cow<'a, str>> = id,
    }
}

impl<'a> FieldItem<'a> for UserIdUpdate<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            wa_id,
            detail,
            user_id,
            parent_user_id,
            timestamp: _,
        } = self;
        if user_id.is_none() && parent_user_id.is_none() {
            return Err(Problem::no_value("user_id"));
        }
        let user_id = user_id.unwrap_or_default();
        let parent_user_id = parent_user_id.unwrap_or_default();
        let person = around.people.person(Ids {
            phone: wa_id,
            user_id: user_id.current,
            parent_user_id: parent_user_id.current,
        });
        Ok(Event::from(IdentityChange {
            person,
            previous_user_id: user_id.previous.owned(),
            previous_parent_user_id: parent_user_id.previous.owned(),
            detail: detail.owned(),
            ..IdentityChange::new(meta, raw)
        }))
    }
}
