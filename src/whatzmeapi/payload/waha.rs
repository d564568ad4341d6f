//! The body of WAHA, another gateway.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// WAHA's `payload`, next to `engine` and `session`: a message, or the status of one.
    pub struct WahaPayload<'a> {
        /// `<fromMe>_<chat>_<id>`: the ID of the message is the last part.
        pub id: Option<Cow<'a, str>> = id,
        /// Time of the message.
        pub timestamp: Option<Timestamp> = time,
        /// Chat of a received message, and own number of a sent one.
        pub from: Option<Cow<'a, str>> = id,
        /// Whether the account sent the message.
        pub from_me "fromMe": Option<bool> = flag,
        /// Chat of a sent message, and own number of a received one.
        pub to: Option<Cow<'a, str>> = id,
        /// Author of a message in a group.
        pub participant: Option<Cow<'a, str>> = id,
        /// Text or caption.
        pub body: Option<Cow<'a, str>> = body,
        /// File of the message.
        pub media: Option<Box<WahaMedia<'a>>> = boxed,
        /// Place.
        pub location: Option<Box<WahaLocation<'a>>> = boxed,
        /// Contacts as vCard texts.
        pub v_cards "vCards": Vec<Cow<'a, str>> = texts,
        /// Message that it replies to.
        pub reply_to "replyTo": Option<Box<WahaReplyTo<'a>>> = boxed,
        /// Reaction. Only with `message.reaction`.
        pub reaction: Option<Box<WahaReaction<'a>>> = boxed,
        /// ID of the message that was edited. Only with `message.edited`.
        pub edited_message_id "editedMessageId": Option<Cow<'a, str>> = id,
        /// Selected options by their text. Only in a vote.
        pub selected_options "selectedOptions": Vec<Cow<'a, str>> = texts,
        /// Whether the message is a file.
        pub has_media "hasMedia": Option<bool> = flag,
        /// State, one lower than that of Baileys: -1 is an error, 3 is read.
        pub ack: Option<i64> = int,
        /// Name of the state: `SERVER`, `DEVICE` …
        pub ack_name "ackName": Option<Cow<'a, str>> = text,
        /// Message in the format of the engine: with the engine NOWEB a [`WebMessage`](super::WebMessage).
        pub data "_data": Option<RawSlice<'a>> = raw,
    }

    /// WAHA's `payload` of events about other messages: each part is a [`WahaPayload`].
    pub struct WahaParts<'a> {
        /// Deletion. Only with `message.revoked`, as are the next two.
        pub after: Option<RawSlice<'a>> = raw,
        /// Deleted message.
        pub before: Option<RawSlice<'a>> = raw,
        /// ID of the deleted message.
        pub revoked_message_id "revokedMessageId": Option<Cow<'a, str>> = id,
        /// Vote. Only with `poll.vote`, as is the next one.
        pub vote: Option<RawSlice<'a>> = raw,
        /// Poll.
        pub poll: Option<RawSlice<'a>> = raw,
    }

    /// A file, which WAHA decrypts.
    pub struct WahaMedia<'a> {
        /// URL of the decrypted file.
        pub url: Option<RawSlice<'a>> = raw,
        /// MIME type.
        pub mimetype: Option<Cow<'a, str>> = text,
        /// File name of a document.
        pub filename: Option<Cow<'a, str>> = text,
        /// File itself as base64.
        pub data: Option<RawSlice<'a>> = raw,
    }

    /// A place.
    pub struct WahaLocation<'a> {
        /// Latitude in degrees.
        pub latitude: Option<f64> = number,
        /// Longitude in degrees.
        pub longitude: Option<f64> = number,
        /// Name of the place.
        pub name: Option<Cow<'a, str>> = text,
        /// Address of the place.
        pub address: Option<Cow<'a, str>> = text,
        /// Text about the place.
        pub description: Option<Cow<'a, str>> = text,
        /// URL of the place's page.
        pub url: Option<Cow<'a, str>> = text,
    }

    /// The message that another one replies to.
    pub struct WahaReplyTo<'a> {
        /// ID of the message.
        pub id: Option<Cow<'a, str>> = id,
        /// JID of its author.
        pub participant: Option<Cow<'a, str>> = id,
    }

    /// A reaction.
    pub struct WahaReaction<'a> {
        /// Emoji; empty if the reaction was removed.
        pub text: Option<Cow<'a, str>> = text,
        /// `<fromMe>_<chat>_<id>` of the message that is reacted to.
        pub message_id "messageId": Option<Cow<'a, str>> = id,
    }

    /// Account of a WAHA session.
    pub struct WahaAccount<'a> {
        /// JID of the account.
        pub id: Option<Cow<'a, str>> = id,
    }
}
