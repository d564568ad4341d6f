//! The wire types: Engage's JSON, key by key.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// One status of one message.
    ///
    /// Source: Aivo help centre, Engage Webhook API (read 2026-11-21). Seen in the wild: no.
    pub struct Payload<'a> {
        /// Message it is about: Meta's id.
        pub message_id: Option<Cow<'a, str>> = id,
        /// `sent`, `delivered`, `read` or `error`.
        pub message_status: Option<Cow<'a, str>> = id,
        /// What the prose calls the status.
        pub msg_status: Option<Cow<'a, str>> = id,
        /// Number it was sent from.
        pub channel: Option<Channel<'a>> = object,
        /// Campaign it was sent for.
        pub campaign: Option<Campaign<'a>> = object,
        /// `msg_status`.
        pub event_name: Option<Cow<'a, str>> = id,
        /// Time of the status, in seconds, as text.
        pub event_timestamp: Option<Timestamp> = time,
        /// Who it was sent to.
        pub recipient: Option<Recipient<'a>> = object,
        /// Undocumented: errors as Meta writes them.
        pub errors: Option<RawSlice<'a>> = raw,
        /// Undocumented: one error, as an object, a text or a code.
        pub error: Option<RawSlice<'a>> = raw,
        /// Undocumented: a number, or a word.
        pub error_code: Option<Cow<'a, str>> = id,
        /// Undocumented.
        pub error_message: Option<Cow<'a, str>> = text,
        /// Undocumented: a text, or an error as an object.
        pub reason: Option<RawSlice<'a>> = raw,
    }

    /// Number that a message was sent from.
    pub struct Channel<'a> {
        /// `Whatsapp`.
        pub channel_type: Option<Cow<'a, str>> = text,
        /// Displayed name.
        pub name: Option<Cow<'a, str>> = text,
        /// Number.
        pub sender_id: Option<Cow<'a, str>> = id,
    }

    /// Campaign that a message was sent for.
    pub struct Campaign<'a> {
        /// A UUID in the sample.
        pub id: Option<Cow<'a, str>> = id,
        /// Free text.
        pub name: Option<Cow<'a, str>> = text,
    }

    /// Person that a message was sent to.
    pub struct Recipient<'a> {
        /// Number.
        pub id: Option<Cow<'a, str>> = id,
    }

    /// An error, where Engage sends an object: the keys of Meta's errors.
    pub struct Error<'a> {
        /// Number to branch on, or a word.
        pub code: Option<Cow<'a, str>> = id,
        /// Short text.
        pub title: Option<Cow<'a, str>> = text,
        /// Text.
        pub message: Option<Cow<'a, str>> = text,
        /// Longer text.
        pub details: Option<Cow<'a, str>> = text,
        /// Where Meta has the longer text.
        pub error_data: Option<ErrorData<'a>> = object,
        /// Link to the documentation.
        pub href: Option<Cow<'a, str>> = text,
    }

    /// What Meta puts around the longer text of an error.
    pub struct ErrorData<'a> {
        /// Longer text.
        pub details: Option<Cow<'a, str>> = text,
    }
}
