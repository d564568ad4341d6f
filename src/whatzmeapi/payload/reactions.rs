//! Reactions: as messages, and as events of their own.

use std::borrow::Cow;

use super::key::Key;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// A reaction to a message: `reactionMessage`, and `encReactionMessage`, whose emoji is encrypted.
    pub struct ReactionMessage<'a> {
        /// Key of the message that is reacted to, from the sender's point of view.
        pub key: Option<Key<'a>> = object,
        /// Key of the message that is reacted to, if the emoji is encrypted.
        pub target_message_key "targetMessageKey": Option<Key<'a>> = object,
        /// Emoji; empty or absent if the reaction was removed.
        pub text: Option<Cow<'a, str>> = text,
        /// Time of the reaction.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
    }

    /// A reaction to a message, as an event of its own. It is like a [`ReactionMessage`](super::ReactionMessage), but
    /// `key` is its own key.
    pub struct Reaction<'a> {
        /// Emoji; empty or absent if the reaction was removed.
        pub text: Option<Cow<'a, str>> = text,
        /// Time of the reaction.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
        /// Key of the message with the reaction.
        pub key: Option<Key<'a>> = object,
    }
}
