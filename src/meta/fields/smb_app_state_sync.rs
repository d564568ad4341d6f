//! `smb_app_state_sync`: changed contacts in the WhatsApp Business app.

use std::borrow::Cow;

use super::words::without_at;
use crate::collector::Problem;
use crate::event::{ContactSync, Event, EventMeta, Party};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::meta::people::Ids;
use crate::types::{Raw, Timestamp};

wire! {
    /// Element of `state_sync`: a change of the address book.
    ///
    /// Source: Cloud API, webhooks, `smb_app_state_sync` (read 2026-11-25). Seen in the wild: no.
    pub struct StateSync<'a> {
        /// Type of the change: `contact`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Action: `add` for new and edited contacts, or `remove`.
        pub action: Option<Cow<'a, str>> = text,
        /// Contact that changed.
        pub contact: Option<Box<SyncedContact<'a>>> = boxed,
        /// Time of the change; may be absent.
        pub metadata: Option<SyncMetadata<'a>> = object,
    }

    /// Contact in the address book of the WhatsApp Business app.
    ///
    /// Source: Cloud API, webhooks, `smb_app_state_sync`, and business-scoped user IDs (read 2026-11-25).
    /// Seen in the wild: no.
    pub struct SyncedContact<'a> {
        /// Full name; absent if the contact was removed.
        pub full_name: Option<Cow<'a, str>> = text,
        /// First name; may be absent.
        pub first_name: Option<Cow<'a, str>> = text,
        /// Phone number; may be absent.
        pub phone_number: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Username.
        pub username: Option<Cow<'a, str>> = id,
    }

    /// Time and version of a change.
    ///
    /// Source: Cloud API, webhooks, `smb_app_state_sync` (read 2026-11-25). Seen in the wild: no.
    pub struct SyncMetadata<'a> {
        /// Time of the change, in seconds; a text or a number.
        pub timestamp: Option<Timestamp> = time,
        /// Version; only in the types of one client library.
        pub version: Option<Cow<'a, str>> = id,
    }
}

impl<'a> FieldItem<'a> for StateSync<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        let time = self.metadata.as_ref().and_then(|it| it.timestamp);
        time.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            r#type: _,
            action,
            contact,
            metadata,
        } = self;
        if action.is_none() {
            return Err(Problem::no_value("action"));
        }
        let SyncedContact {
            full_name,
            first_name,
            phone_number,
            user_id,
            parent_user_id,
            username,
        } = contact.map(|it| *it).unwrap_or_default();
        let known = around.people.party(Ids {
            phone: phone_number,
            user_id,
            parent_user_id,
        });
        let known = known.unwrap_or_default();
        let contact = Party {
            // The name in the address book was chosen by the business.
            name: full_name.owned().or(known.name),
            username: username.map(|it| without_at(&it)).or(known.username),
            ..known
        };
        Ok(Event::from(ContactSync {
            event: action.owned(),
            contact: (contact != Party::default()).then_some(contact),
            first_name: first_name.owned(),
            version: metadata.and_then(|it| it.version?.parse().ok()),
            ..ContactSync::new(meta, raw)
        }))
    }
}
