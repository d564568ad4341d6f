//! What happens to earlier messages.

use crate::event::content::Content;
use crate::event::model::model;
use crate::types::{MessageId, Timestamp};

model! {
    /// A reaction to an earlier message, or its removal.
    pub struct Reaction {
        /// Message it belongs to. Cooby does not say.
        pub message_id: Option<MessageId>,
        /// Emoji, often several code points; absent where it was removed or is not said.
        pub emoji: Option<String> = text,
        /// Whether the reaction was taken back; absent where the provider does not say.
        pub removed: Option<bool>,
        /// Who wrote that message, as received: in groups. WhatzMeAPI.
        pub author: Option<String> = tail,
        /// When, by the clock of the sender's device, where the event's own time is another. WhatzMeAPI.
        pub sent_at: Option<Timestamp>,
    }

    /// New content of an earlier message.
    pub struct Edit {
        /// Message that was changed.
        pub message_id: Option<MessageId>,
        /// What it says now.
        pub content: Option<Content>,
        /// When, by the clock of the sender's device, where the event's own time is another. WhatzMeAPI.
        pub sent_at: Option<Timestamp>,
    }

    /// An earlier message was deleted for everyone.
    pub struct Revoke {
        /// Message that is gone. Cooby does not say.
        pub message_id: Option<MessageId>,
        /// Who wrote it, as received, where somebody else deleted it: an admin of a group. WhatzMeAPI.
        pub author: Option<String> = tail,
    }

    /// A message was pinned in the chat, or unpinned.
    pub struct Pin {
        /// Message it is about. Cooby does not say.
        pub message_id: Option<MessageId>,
        /// Pinned, or unpinned; absent where the provider does not say.
        pub pinned: Option<bool>,
        /// Seconds until it is unpinned by itself. WhatzMeAPI.
        pub duration: Option<i64>,
        /// Who wrote that message, as received: in groups. WhatzMeAPI.
        pub author: Option<String> = tail,
        /// When, by the clock of the sender's device, where the event's own time is another. WhatzMeAPI.
        pub sent_at: Option<Timestamp>,
    }

    /// A disappearing message was kept in the chat, or let go.
    pub struct Keep {
        /// Message it is about. Cooby does not say.
        pub message_id: Option<MessageId>,
        /// Kept, or let go; absent where the provider does not say.
        pub kept: Option<bool>,
        /// When, by the clock of the sender's device, where the event's own time is another. WhatzMeAPI.
        pub sent_at: Option<Timestamp>,
    }
}
