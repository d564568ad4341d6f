//! What happens to earlier messages.

use std::borrow::Cow;

use super::Key;
use crate::json::wire;
use crate::types::{RawSlice, Timestamp};

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

    /// `pinInChatMessage`.
    pub struct PinInChatMessage<'a> {
        /// Message it is about.
        pub key: Option<Key<'a>> = object,
        /// `PIN_FOR_ALL` 1 or `UNPIN_FOR_ALL` 2.
        pub pin_type "type": Option<Cow<'a, str>> = id,
    }

    /// `keepInChatMessage`.
    pub struct KeepInChatMessage<'a> {
        /// Message it is about.
        pub key: Option<Key<'a>> = object,
        /// `KEEP_FOR_ALL` 1 or `UNDO_KEEP_FOR_ALL` 2.
        pub keep_type "keepType": Option<Cow<'a, str>> = id,
    }

    /// `protocolMessage`: deletion, edit, settings, and what devices tell each other.
    pub struct ProtocolMessage<'a> {
        /// Message it is about, seen by the sender: only its id, and its author in groups, can be used.
        pub key: Option<Key<'a>> = object,
        /// Kind: number or name; absent means `REVOKE` 0.
        pub protocol_type "type": Option<Cow<'a, str>> = id,
        /// Seconds, of `EPHEMERAL_SETTING` 3.
        pub ephemeral_expiration "ephemeralExpiration": Option<i64> = int,
        /// New content, of `MESSAGE_EDIT` 14.
        pub edited_message "editedMessage": Option<RawSlice<'a>> = raw,
        /// When it was edited.
        pub timestamp_ms "timestampMs": Option<Timestamp> = time,
    }
}
