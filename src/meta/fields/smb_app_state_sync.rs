//! `smb_app_state_sync`: the contacts in the WhatsApp Business app changed.

use std::borrow::Cow;

use super::words::without_at;
use crate::collector::Problem;
use crate::event::{ContactSync, Event, EventMeta, Party};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::meta::people::Ids;
use crate::types::{Raw, Timestamp};

wire! {
    /// Element of `state_sync`.
    ///
    /// Source: Cloud API, webhooks, `smb_app_state_sync` (read 2026-11-25). Seen in the wild: no.
    pub struct StateSync<'a> {
        /// `contact`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// `add`, for new and edited contacts, or `remove`.
        pub action: Option<Cow<'a, str>> = text,
        /// Contact.
        pub contact: Option<Box<SyncedContact<'a>>> = boxed,
        /// Time of the change; may be absent.
        pub metadata: Option<SyncMetadata<'a>> = object,
    }

    /// Contact in the app's address book.
    ///
    /// Source: Cloud API, webhooks, `smb_app_state_sync`, and business-scoped user ids (read 2026-11-25).
    /// Seen in the wild: no.
    pub struct SyncedContact<'a> {
        /// Full name; absent when the contact is removed.
        pub full_name: Option<Cow<'a, str>> = text,
        /// First name; may be absent.
        pub first_name: Option<Cow<'a, str>> = text,
        /// Number; may be absent.
        pub phone_number: Option<Cow<'a, str>> = id,
        /// Business-scoped user id.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent id.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Username.
        pub username: Option<Cow<'a, str>> = id,
    }

    /// When the contact changed.
    ///
    /// Source: Cloud API, webhooks, `smb_app_state_sync` (read 2026-11-25). Seen in the wild: no.
    pub struct SyncMetadata<'a> {
        /// Time, in seconds; text or a number.
        pub timestamp: Option<Timestamp> = time,
        /// Version; in the types of one client library only.
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
            // The name in the address book, which the business chose.
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
