//! Chats: with one person, in a group, or with many readers.

use crate::event::Party;
use crate::event::model::model;
use crate::types::string_enum;

string_enum! {
    /// Kind of a chat.
    pub enum ChatKind {
        /// A chat with one person.
        Person = "person",
        /// A group.
        Group = "group",
        /// A broadcast list.
        Broadcast = "broadcast",
        /// A newsletter (channel).
        Newsletter = "newsletter",
        /// Status updates (stories).
        Status = "status",
    }
}

model! {
    /// The chat that a message belongs to.
    pub struct Chat {
        /// ID of the person or group, exactly as received; absent from Cooby's older format.
        pub id: Option<String> = tail,
        /// Kind of the chat; absent if neither the provider nor the ID determines it.
        pub kind: Option<ChatKind>,
        /// Title of the chat. Cooby only.
        pub title: Option<String> = text,
        /// All participants, including the business. Cooby only.
        pub participants: Vec<Party>,
    }
}
