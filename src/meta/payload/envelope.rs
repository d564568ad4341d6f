//! The envelope: entries, changes, values.

use std::borrow::Cow;

use crate::json::wire;
use crate::json::{List, RawSlice};
use crate::types::Timestamp;

wire! {
    /// One delivery.
    ///
    /// Source: Cloud API, webhooks overview (read 2026-11-21). Seen in the wild: yes.
    pub struct Payload<'a> {
        /// `whatsapp_business_account`; another word where the app receives other products too.
        pub object: Option<Cow<'a, str>> = text,
        /// One for each business account; usually one.
        pub entry: List<RawSlice<'a>> = raws,
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
        pub changes: List<RawSlice<'a>> = raws,
    }

    /// One change: a field and what it carries.
    ///
    /// Source: Cloud API, webhooks, overview (read 2026-11-21). Seen in the wild: yes.
    pub struct Change<'a> {
        /// Stands before or after `value`.
        pub field: Option<Cow<'a, str>> = text,
        /// Absent where the subscription leaves values out.
        pub value: List<RawSlice<'a>> = raws,
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
        pub contacts: List<RawSlice<'a>> = raws,
        /// Messages to the business.
        pub messages: List<RawSlice<'a>> = raws,
        /// Progress of messages from the business.
        pub statuses: List<RawSlice<'a>> = raws,
        /// Messages that the thread's owner sent; under `standby` as a rule.
        pub message_echoes: List<RawSlice<'a>> = raws,
        /// Errors that belong to no message.
        pub errors: List<RawSlice<'a>> = raws,
        /// Clicks on marketing messages. Since 2026.
        pub user_actions: List<RawSlice<'a>> = raws,
        /// What the thread was about: a [`ConversationContext`](super::ConversationContext). Since 2026.
        pub conversation_context: List<RawSlice<'a>> = raws,
        /// Lists of the field `standby`, one level deeper. Since 2026.
        pub standby: List<RawSlice<'a>> = raws,
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
