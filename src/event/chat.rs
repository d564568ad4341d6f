//! Conversations: with a person, in a group, to a list.

use crate::event::Party;
use crate::event::model::model;
use crate::types::string_enum;

string_enum! {
    /// Who is in a chat.
    pub enum ChatKind {
        /// One person.
        Person = "person",
        /// A group.
        Group = "group",
        /// A broadcast list.
        Broadcast = "broadcast",
        /// A channel.
        Newsletter = "newsletter",
        /// The stories.
        Status = "status",
    }
}

model! {
    /// A conversation.
    pub struct Chat {
        /// Id as received: a person's, or the group's; Cooby's old form has none.
        pub id: Option<String> = tail,
        /// Who is in it; absent where neither the provider nor the id says.
        pub kind: Option<ChatKind>,
        /// Displayed name. Cooby.
        pub title: Option<String> = text,
        /// Everybody in it, the business side too. Cooby.
        pub participants: Vec<Party>,
    }
}
