//! The wire types: Cooby's JSON, key by key.

use std::borrow::Cow;

use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// One message of one user.
    ///
    /// Source: Cooby help centre, Webhook column definitions, new and old version (read 2026-11-21). Seen in
    /// the wild: no.
    pub struct Payload<'a> {
        /// `number_number@c.us`, or a group's id with `@g.us`. Absent in the old version.
        pub chat_id: Option<Cow<'a, str>> = id,
        /// What the index page calls `chat_id`.
        pub chatid: Option<Cow<'a, str>> = id,
        /// `individual` or `group`. Absent in the old version.
        pub chat_type: Option<Cow<'a, str>> = id,
        /// What the index page calls `chat_type`.
        pub chattype: Option<Cow<'a, str>> = id,
        /// Name of the contact, its number, or name of the group.
        pub chat_title: Option<Cow<'a, str>> = text,
        /// What the index page calls `chat_title`.
        pub chattitle: Option<Cow<'a, str>> = text,
        /// Author: the user where `direction` is `sent`.
        pub sender: Option<Person<'a>> = object,
        /// Number of the author: the name in the columns of the old version.
        pub sender_phone: Option<Cow<'a, str>> = id,
        /// Name of the author: the name in the columns of the old version.
        pub sender_name: Option<Cow<'a, str>> = text,
        /// Everybody in the chat, the user too.
        pub participants: Vec<Person<'a>> = list,
        /// Number of the Cooby user whose WhatsApp this is.
        pub user_phone: Option<Cow<'a, str>> = id,
        /// Mail address of that user.
        pub user_email: Option<Cow<'a, str>> = text,
        /// `sent` or `received` by that user.
        pub direction: Option<Cow<'a, str>> = id,
        /// What was written.
        pub message: Option<Message<'a>> = object,
        /// When it was sent.
        pub timestamp: Option<Timestamp> = time,
    }

    /// Somebody in a chat.
    pub struct Person<'a> {
        /// Number.
        pub phone: Option<Cow<'a, str>> = id,
        /// Name in WhatsApp.
        pub wa_name: Option<Cow<'a, str>> = text,
    }

    /// What was written.
    pub struct Message<'a> {
        /// Id, in no documented form. Absent in the old version.
        pub id: Option<Cow<'a, str>> = id,
        /// One of 35 words, or the type of a file.
        pub r#type "type": Option<Cow<'a, str>> = id,
        /// Text of a `chat`, caption of a medium; empty or absent otherwise.
        pub text: Option<Cow<'a, str>> = body,
        /// Original name of a document.
        pub file_name: Option<Cow<'a, str>> = text,
        /// Address of the file; `null` over 15 MB.
        pub file_url: Option<Cow<'a, str>> = text,
        /// Caption of a medium.
        pub caption: Option<Cow<'a, str>> = text,
        /// When it was sent, where that does not stand at top level.
        pub timestamp: Option<Timestamp> = time,
    }
}
