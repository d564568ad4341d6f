//! Messages that are pinned or kept.

use std::borrow::Cow;

use super::key::Key;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// `pinInChatMessage`.
    pub struct PinInChatMessage<'a> {
        /// Message it is about.
        pub key: Option<Key<'a>> = object,
        /// `PIN_FOR_ALL` 1 or `UNPIN_FOR_ALL` 2.
        pub pin_type "type": Option<Cow<'a, str>> = id,
        /// When it was pinned.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
    }

    /// `keepInChatMessage`.
    pub struct KeepInChatMessage<'a> {
        /// Message it is about.
        pub key: Option<Key<'a>> = object,
        /// `KEEP_FOR_ALL` 1 or `UNDO_KEEP_FOR_ALL` 2.
        pub keep_type "keepType": Option<Cow<'a, str>> = id,
        /// When it was kept.
        pub timestamp_ms "timestampMs": Option<Timestamp> = time,
    }
}
