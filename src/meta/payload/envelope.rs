//! The envelope of a delivery: entries, changes and values.

use std::borrow::Cow;

use crate::json::wire;
use crate::json::{List, RawSlice};
use crate::types::Timestamp;

wire! {
    /// One delivery.
    ///
    /// Source: Cloud API, webhooks overview (read 2026-11-21). Seen in the wild: yes.
    pub struct Payload<'a> {
        /// Product of the webhook: `whatsapp_business_account`, or another one if the app also receives other
        /// products.
        pub object: Option<Cow<'a, str>> = text,
        /// Entries: one for each business account, usually a single one.
        pub entry: List<RawSlice<'a>> = raws,
    }

    /// Changes of one business account.
    ///
    /// Source: Cloud API, webhooks, overview (read 2026-11-21). Seen in the wild: yes.
    pub struct Entry<'a> {
        /// ID of the business account; `0` from the dashboard's test button.
        pub id: Option<Cow<'a, str>> = id,
        /// Time of the entry, in seconds; absent for `messages`.
        pub time: Option<Timestamp> = time,
        /// Changes, usually a single one.
        pub changes: List<RawSlice<'a>> = raws,
    }

    /// One change: a webhook field and its value.
    ///
    /// Source: Cloud API, webhooks, overview (read 2026-11-21). Seen in the wild: yes.
    pub struct Change<'a> {
        /// Name of the webhook field; before or after `value`.
        pub field: Option<Cow<'a, str>> = text,
        /// Value of the field; absent if the subscription does not include values.
        pub value: List<RawSlice<'a>> = raws,
    }

    /// Value of a field. For `messages` it contains one or more of the lists. Other fields have keys of their own,
    /// which are not part of this type.
    ///
    /// Source: Cloud API, messages webhook reference (read 2026-11-21). Seen in the wild: yes.
    pub struct Value<'a> {
        /// Name of the product: `whatsapp`.
        pub messaging_product: Option<Cow<'a, str>> = text,
        /// Business number that the value belongs to.
        pub metadata: Option<Metadata<'a>> = object,
        /// Contacts, not in the order of the messages.
        pub contacts: List<RawSlice<'a>> = raws,
        /// Messages to the business.
        pub messages: List<RawSlice<'a>> = raws,
        /// Statuses of messages from the business.
        pub statuses: List<RawSlice<'a>> = raws,
        /// Messages that the owner of the thread sent; usually within `standby`.
        pub message_echoes: List<RawSlice<'a>> = raws,
        /// Errors that do not belong to a message.
        pub errors: List<RawSlice<'a>> = raws,
        /// Clicks on marketing messages. Since 2026.
        pub user_actions: List<RawSlice<'a>> = raws,
        /// Summary of the thread: a [`ConversationContext`](super::ConversationContext). Since 2026.
        pub conversation_context: List<RawSlice<'a>> = raws,
        /// Lists of the field `standby`, one level deeper. Since 2026.
        pub standby: List<RawSlice<'a>> = raws,
    }

    /// Business number that a value belongs to.
    ///
    /// Source: Cloud API, messages webhook reference (read 2026-11-21). Seen in the wild: yes.
    pub struct Metadata<'a> {
        /// Phone number for display, usually digits only.
        pub display_phone_number: Option<Cow<'a, str>> = id,
        /// Meta's ID for the business number (not the number itself).
        pub phone_number_id: Option<Cow<'a, str>> = id,
    }
}
