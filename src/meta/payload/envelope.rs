//! The envelope: entries, changes, values.

use std::borrow::Cow;

use super::contact::Contact;
use super::standby::Standby;
use crate::json::wire;
use crate::json::{List, Part, RawSlice};
use crate::types::Timestamp;

wire! {
    /// One delivery.
    ///
    /// Source: Cloud API, webhooks overview (read 2026-11-21). Seen in the wild: yes.
    pub struct Payload<'a> {
        /// `whatsapp_business_account`; another word where the app receives other products too.
        pub object: Option<Cow<'a, str>> = text,
        /// One for each business account; usually one.
        pub entry: List<Part<'a, Entry<'a>>> = parts,
    }

    /// What happened to one business account.
    ///
    /// Source: Cloud API, webhooks, overview (read 2026-11-21). Seen in the wild: yes.
    pub struct Entry<'a> {
        /// Id of the business account; `0` from the dashboard's test button.
        pub id: Option<Cow<'a, str>> = id,
        /// Absent for `messages`.
        pub time: Option<Timestamp> = time,
        /// Usually one.
        pub changes: List<Part<'a, Change<'a>>> = parts,
    }

    /// One change: a field and what it carries.
    ///
    /// Source: Cloud API, webhooks, overview (read 2026-11-21). Seen in the wild: yes.
    pub struct Change<'a> {
        /// Stands before or after `value`.
        pub field: Option<Cow<'a, str>> = text,
        /// Absent where the subscription leaves values out.
        pub value: List<Part<'a, Box<Value<'a>>>> = parts,
    }

    /// What a field carries. Of `messages` any of the lists, several at once; other fields have keys of
    /// their own, in the bytes.
    ///
    /// Source: Cloud API, messages webhook reference (read 2026-11-21). Seen in the wild: yes.
    pub struct Value<'a> {
        /// `whatsapp`.
        pub messaging_product: Option<Cow<'a, str>> = text,
        /// Number of the business.
        pub metadata: Option<Metadata<'a>> = object,
        /// People; not in the order of the messages.
        pub contacts: List<Contact<'a>> = list,
        /// Messages to the business.
        pub messages: List<RawSlice<'a>> = items,
        /// Progress of messages from the business.
        pub statuses: List<RawSlice<'a>> = items,
        /// Messages that the thread's owner sent; under `standby` as a rule.
        pub message_echoes: List<RawSlice<'a>> = items,
        /// Errors that belong to no message.
        pub errors: List<RawSlice<'a>> = items,
        /// Clicks on marketing messages. Since 2026.
        pub user_actions: List<RawSlice<'a>> = items,
        /// What the thread was about: a [`ConversationContext`](super::ConversationContext). Since 2026.
        pub conversation_context: Option<RawSlice<'a>> = raw,
        /// Lists of the field `standby`, one level deeper. Since 2026.
        pub standby: Option<Box<Standby<'a>>> = boxed,
    }

    /// Number of the business.
    ///
    /// Source: Cloud API, messages webhook reference (read 2026-11-21). Seen in the wild: yes.
    pub struct Metadata<'a> {
        /// Number, normally digits only.
        pub display_phone_number: Option<Cow<'a, str>> = id,
        /// Id of the number.
        pub phone_number_id: Option<Cow<'a, str>> = id,
    }
}
