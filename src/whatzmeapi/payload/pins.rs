//! Messages that are pinned or kept.

use std::borrow::Cow;

use super::key::Key;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// A message that is pinned or unpinned: `pinInChatMessage`.
    pub struct PinInChatMessage<'a> {
        /// Key of that message.
        pub key: Option<Key<'a>> = object,
        /// `PIN_FOR_ALL` 1 or `UNPIN_FOR_ALL` 2.
        pub pin_type "type": Option<Cow<'a, str>> = id,
        /// Time of the change.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
    }

    /// A disappearing message that is kept or no longer kept: `keepInChatMessage`.
    pub struct KeepInChatMessage<'a> {
        /// Key of that message.
        pub key: Option<Key<'a>> = object,
        /// `KEEP_FOR_ALL` 1 or `UNDO_KEEP_FOR_ALL` 2.
        pub keep_type "keepType": Option<Cow<'a, str>> = id,
        /// Time of the change.
        pub timestamp_ms "timestampMs": Option<Timestamp> = time,
    }
}
