//! Changes to earlier messages: reactions, edits, deletions, pins, kept messages.

use crate::event::content::Content;
use crate::event::model::model;
use crate::types::{MessageId, Timestamp};

model! {
    /// A reaction to an earlier message, or its removal.
    pub struct Reaction {
        /// ID of the message that the reaction belongs to. Absent for Cooby.
        pub message_id: Option<MessageId>,
        /// Emoji, often several code points; absent if the reaction was removed or the provider does not send it.
        pub emoji: Option<String> = text,
        /// Whether the reaction was removed; absent if the provider does not state it.
        pub removed: Option<bool>,
        /// Author of that message in a group, exactly as received. WhatzMeAPI only.
        pub author: Option<String> = tail,
        /// When the reaction was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI
        /// only.
        pub sent_at: Option<Timestamp>,
    }

    /// New content of an earlier message.
    pub struct Edit {
        /// ID of the message that was edited.
        pub message_id: Option<MessageId>,
        /// New content of the message.
        pub content: Option<Content>,
        /// When the edit was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI
        /// only.
        pub sent_at: Option<Timestamp>,
    }

    /// The deletion of an earlier message for everyone.
    pub struct Revoke {
        /// ID of the message that was deleted. Absent for Cooby.
        pub message_id: Option<MessageId>,
        /// Author of that message if someone else deleted it, such as a group admin, exactly as received. WhatzMeAPI
        /// only.
        pub author: Option<String> = tail,
    }

    /// The pinning or unpinning of a message in the chat.
    pub struct Pin {
        /// ID of the message. Absent for Cooby.
        pub message_id: Option<MessageId>,
        /// Whether the message is pinned; absent if the provider does not state it.
        pub pinned: Option<bool>,
        /// Seconds until the message is unpinned automatically. WhatzMeAPI only.
        pub duration: Option<i64>,
        /// Author of that message in a group, exactly as received. WhatzMeAPI only.
        pub author: Option<String> = tail,
        /// When the change was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI
        /// only.
        pub sent_at: Option<Timestamp>,
    }

    /// A decision to keep a disappearing message in the chat, or to stop keeping it.
    pub struct Keep {
        /// ID of the message. Absent for Cooby.
        pub message_id: Option<MessageId>,
        /// Whether the message is kept; absent if the provider does not state it.
        pub kept: Option<bool>,
        /// When the change was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI
        /// only.
        pub sent_at: Option<Timestamp>,
    }
}
