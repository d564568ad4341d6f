//! What becomes of messages: changes and receipts.

use std::borrow::Cow;

use super::key::Key;
use crate::json::{List, RawSlice, wire};
use crate::types::Timestamp;

wire! {
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
        pub poll_updates "pollUpdates": List<RawSlice<'a>> = raws,
        /// Reactions to the message.
        pub reactions: List<RawSlice<'a>> = raws,
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
