//! What becomes of messages: changes and receipts.

use std::borrow::Cow;

use super::{Key, Reaction};
use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// A change of one message, in the style of any of the gateways.
    pub struct Update<'a> {
        /// Message it is about.
        pub key: Option<Key<'a>> = object,
        /// What changed. Baileys.
        pub update: Option<Change<'a>> = object,
        /// Receipt of a member of a group. Baileys.
        pub receipt: Option<Receipt<'a>> = object,
        /// Reaction. Baileys.
        pub reaction: Option<Reaction<'a>> = object,
        /// State: number, name or word.
        pub status: Option<Cow<'a, str>> = id,
        /// WhatsApp's id of the message. Evolution; its `messageId` is the gateway's own.
        pub key_id "keyId": Option<Cow<'a, str>> = id,
        /// Id of the message. WhatzMeAPI and `CodeChat`.
        pub id: Option<Cow<'a, str>> = id,
        /// Chat. Evolution and `CodeChat`.
        pub remote_jid "remoteJid": Option<Cow<'a, str>> = id,
        /// Sent by the own account. Evolution and `CodeChat`.
        pub from_me "fromMe": Option<bool> = flag,
        /// Member of a group; in direct chats it says nothing. Evolution.
        pub participant: Option<Cow<'a, str>> = id,
        /// When it changed. `CodeChat`.
        pub date_time "dateTime": Option<Timestamp> = time,
        /// When it changed.
        pub message_timestamp "messageTimestamp": Option<Timestamp> = time,
        /// Code and text of a failure.
        pub message_stub_parameters "messageStubParameters": Option<RawSlice<'a>> = raw,
        /// What was counted of a poll. Evolution.
        pub poll_updates "pollUpdates": Vec<RawSlice<'a>> = items,
        /// Content, where the item is no update but the message itself.
        pub message: Option<RawSlice<'a>> = raw,
        /// Id of the gateway's instance. Evolution.
        pub instance_id "instanceId": Option<Cow<'a, str>> = id,
    }

    /// What changed of a message.
    pub struct Change<'a> {
        /// State: number or name.
        pub status: Option<Cow<'a, str>> = id,
        /// When it changed.
        pub message_timestamp "messageTimestamp": Option<Timestamp> = time,
        /// New content; `null` where the message was deleted.
        pub message: Option<RawSlice<'a>> = raw,
        /// System notice: number or name.
        pub message_stub_type "messageStubType": Option<Cow<'a, str>> = id,
        /// Code and text of a failure.
        pub message_stub_parameters "messageStubParameters": Option<RawSlice<'a>> = raw,
        /// Answers to a poll.
        pub poll_updates "pollUpdates": Vec<RawSlice<'a>> = items,
        /// Reactions to the message.
        pub reactions: Vec<RawSlice<'a>> = items,
        /// Message that brought the change.
        pub key: Option<Key<'a>> = object,
        /// Name of the author.
        pub push_name "pushName": Option<Cow<'a, str>> = text,
    }

    /// Receipt of a member of a group.
    pub struct Receipt<'a> {
        /// Member.
        pub user_jid "userJid": Option<Cow<'a, str>> = id,
        /// When it arrived.
        pub receipt_timestamp "receiptTimestamp": Option<Timestamp> = time,
        /// When it was opened.
        pub read_timestamp "readTimestamp": Option<Timestamp> = time,
        /// When it was played.
        pub played_timestamp "playedTimestamp": Option<Timestamp> = time,
    }
}
