//! Cooby's wire types.

use std::borrow::Cow;

use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// One message, as reported by one Cooby user.
    ///
    /// Source: Cooby help centre, Webhook column definitions, new and old version (read 2026-11-21). Seen in
    /// the wild: no.
    pub struct Payload<'a> {
        /// ID of the chat: `number_number@c.us`, or a group ID with `@g.us`. Absent in the old version.
        pub chat_id: Option<Cow<'a, str>> = id,
        /// ID of the chat, as the index page spells it.
        pub chatid: Option<Cow<'a, str>> = id,
        /// Kind of the chat: `individual` or `group`. Absent in the old version.
        pub chat_type: Option<Cow<'a, str>> = id,
        /// Kind of the chat, as the index page spells it.
        pub chattype: Option<Cow<'a, str>> = id,
        /// Title of the chat: name of the contact, its number, or name of the group.
        pub chat_title: Option<Cow<'a, str>> = text,
        /// Title of the chat, as the index page spells it.
        pub chattitle: Option<Cow<'a, str>> = text,
        /// Author of the message; the user if `direction` is `sent`.
        pub sender: Option<Person<'a>> = object,
        /// Phone number of the author, in the old version.
        pub sender_phone: Option<Cow<'a, str>> = id,
        /// Name of the author, in the old version.
        pub sender_name: Option<Cow<'a, str>> = text,
        /// Participants of the chat, including the user; sometimes absent.
        pub participants: Vec<Person<'a>> = list,
        /// Phone number of the Cooby user who owns this WhatsApp account.
        pub user_phone: Option<Cow<'a, str>> = id,
        /// Email address of the Cooby user.
        pub user_email: Option<Cow<'a, str>> = text,
        /// Direction from the user's point of view: `sent` or `received`.
        pub direction: Option<Cow<'a, str>> = id,
        /// Message that was sent or received.
        pub message: Option<Message<'a>> = object,
        /// Time at which the message was sent; in `message` in some versions.
        pub timestamp: Option<Timestamp> = time,
    }

    /// A participant of a chat.
    pub struct Person<'a> {
        /// Phone number.
        pub phone: Option<Cow<'a, str>> = id,
        /// Name in WhatsApp.
        pub wa_name: Option<Cow<'a, str>> = text,
    }

    /// Type, text and file of a message.
    pub struct Message<'a> {
        /// ID of the message, in no documented form. Absent in the old version.
        pub id: Option<Cow<'a, str>> = id,
        /// Type of the message: one of 35 documented values, or the type of a file.
        pub r#type "type": Option<Cow<'a, str>> = id,
        /// Text of a `chat`, or caption of a file; empty or absent otherwise.
        pub text: Option<Cow<'a, str>> = body,
        /// Original name of a document.
        pub file_name: Option<Cow<'a, str>> = text,
        /// URL of the file; `null` if the file is over 15 MB.
        pub file_url: Option<Cow<'a, str>> = text,
        /// Caption of the file.
        pub caption: Option<Cow<'a, str>> = text,
        /// Time at which the message was sent, if it is not at the top level.
        pub timestamp: Option<Timestamp> = time,
    }
}
