//! Reactions: as a message, and on an event of their own.

use std::borrow::Cow;

use super::key::Key;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// `reactionMessage`, and `encReactionMessage`, whose emoji is encrypted.
    pub struct ReactionMessage<'a> {
        /// Message it belongs to, seen by the sender.
        pub key: Option<Key<'a>> = object,
        /// Message it belongs to, where the emoji is encrypted.
        pub target_message_key "targetMessageKey": Option<Key<'a>> = object,
        /// Emoji; empty or absent where it was removed.
        pub text: Option<Cow<'a, str>> = text,
        /// When it was made.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
    }

    /// Reaction to a message, on its own event: as [`ReactionMessage`], but `key` is its own.
    pub struct Reaction<'a> {
        /// Emoji; empty or absent where it was removed.
        pub text: Option<Cow<'a, str>> = text,
        /// When it was made.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
        /// Message that brought it.
        pub key: Option<Key<'a>> = object,
    }
}
