//! Updates of messages: changes and receipts.

use std::borrow::Cow;

use super::key::Key;
use crate::json::{List, RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// A change of a message.
    pub struct Change<'a> {
        /// Status of the message: number or name.
        pub status: Option<Cow<'a, str>> = id,
        /// Time of the change.
        pub message_timestamp "messageTimestamp": Option<Timestamp> = time,
        /// New content; `null` if the message was deleted.
        pub message: Option<RawSlice<'a>> = raw,
        /// Type of a system notice: number or name.
        pub message_stub_type "messageStubType": Option<Cow<'a, str>> = id,
        /// Code and text of a failure.
        pub message_stub_parameters "messageStubParameters": Option<RawSlice<'a>> = raw,
        /// Votes of a poll.
        pub poll_updates "pollUpdates": List<RawSlice<'a>> = raws,
        /// Reactions to the message.
        pub reactions: List<RawSlice<'a>> = raws,
        /// Key of the message that made the change.
        pub key: Option<Key<'a>> = object,
        /// Name of the author.
        pub push_name "pushName": Option<Cow<'a, str>> = text,
    }

    /// A receipt of a group member.
    pub struct Receipt<'a> {
        /// JID of the member.
        pub user_jid "userJid": Option<Cow<'a, str>> = id,
        /// Time at which the message was delivered.
        pub receipt_timestamp "receiptTimestamp": Option<Timestamp> = time,
        /// Time at which the message was read.
        pub read_timestamp "readTimestamp": Option<Timestamp> = time,
        /// Time at which the voice message or video was played.
        pub played_timestamp "playedTimestamp": Option<Timestamp> = time,
    }
}
