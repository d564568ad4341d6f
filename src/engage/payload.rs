//! Engage's wire types.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// One status of one message.
    ///
    /// Source: Aivo help centre, Engage Webhook API (read 2026-11-21). Seen in the wild: no.
    pub struct Payload<'a> {
        /// ID of the message: Meta's own.
        pub message_id: Option<Cow<'a, str>> = id,
        /// Status of the message: `sent`, `delivered`, `read` or `error`.
        pub message_status: Option<Cow<'a, str>> = id,
        /// Status of the message, as the text of the page spells it.
        pub msg_status: Option<Cow<'a, str>> = id,
        /// Channel that the message was sent from.
        pub channel: Option<Channel<'a>> = object,
        /// Campaign that the message was sent for; may be `null` or absent.
        pub campaign: Option<Campaign<'a>> = object,
        /// Name of the event: `msg_status`.
        pub event_name: Option<Cow<'a, str>> = id,
        /// Time of the status, in seconds, as text.
        pub event_timestamp: Option<Timestamp> = time,
        /// Person that the message was sent to.
        pub recipient: Option<Recipient<'a>> = object,
        /// Errors in Meta's form. Undocumented.
        pub errors: Option<RawSlice<'a>> = raw,
        /// One error: an object, a text or a code. Undocumented.
        pub error: Option<RawSlice<'a>> = raw,
        /// Error code: a number or a text. Undocumented.
        pub error_code: Option<Cow<'a, str>> = id,
        /// Error message. Undocumented.
        pub error_message: Option<Cow<'a, str>> = text,
        /// Reason of the failure: a text, or an error object. Undocumented.
        pub reason: Option<RawSlice<'a>> = raw,
    }

    /// Channel that a message was sent from.
    pub struct Channel<'a> {
        /// Type of the channel: `Whatsapp`.
        pub channel_type: Option<Cow<'a, str>> = text,
        /// Displayed name of the channel.
        pub name: Option<Cow<'a, str>> = text,
        /// Phone number of the channel.
        pub sender_id: Option<Cow<'a, str>> = id,
    }

    /// Campaign that a message was sent for.
    pub struct Campaign<'a> {
        /// ID of the campaign; a UUID in the sample.
        pub id: Option<Cow<'a, str>> = id,
        /// Name of the campaign, as free text; may be `null` or absent.
        pub name: Option<Cow<'a, str>> = text,
    }

    /// Person that a message was sent to.
    pub struct Recipient<'a> {
        /// Phone number of the person.
        pub id: Option<Cow<'a, str>> = id,
    }

    /// An error object, with the keys of Meta's errors. Undocumented.
    pub struct Error<'a> {
        /// Error code: a number or a text.
        pub code: Option<Cow<'a, str>> = id,
        /// Title of the error.
        pub title: Option<Cow<'a, str>> = text,
        /// Error message.
        pub message: Option<Cow<'a, str>> = text,
        /// Explanation of the error.
        pub details: Option<Cow<'a, str>> = text,
        /// Container of the explanation in Meta's form.
        pub error_data: Option<ErrorData<'a>> = object,
        /// Link to the documentation of the error.
        pub href: Option<Cow<'a, str>> = text,
    }

    /// Container of the explanation of an error.
    pub struct ErrorData<'a> {
        /// Explanation of the error.
        pub details: Option<Cow<'a, str>> = text,
    }
}
