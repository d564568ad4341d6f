//! Chat messages.

use crate::event::model::event;
use crate::event::{Chat, Content, Context, ErrorDetail, Party, Referral};
use crate::types::{MessageId, string_enum};

string_enum! {
    /// Which way a message went.
    pub enum Direction {
        /// To the business.
        Inbound = "inbound",
        /// From the business.
        Outbound = "outbound",
    }

    /// How a message came to be reported.
    pub enum Origin {
        /// Just sent.
        Live = "live",
        /// A copy of what the business sent by other means.
        Echo = "echo",
        /// A message from before, handed over later.
        History = "history",
        /// A copy for an app that watches a thread it does not own: never answer it.
        Standby = "standby",
    }
}

/// A message is live where nothing else is said.
impl Default for Origin {
    fn default() -> Self {
        Self::Live
    }
}

event! {
    /// A chat message, either direction. Sent by Meta, WhatzMeAPI and Cooby.
    pub struct Message {
        /// Id; Cooby's old form has none.
        pub id: Option<MessageId>,
        /// Which way it went; absent where the provider does not say.
        pub direction: Option<Direction>,
        /// How it came to be reported.
        pub origin: Origin,
        /// Conversation it belongs to.
        pub chat: Option<Chat>,
        /// Author.
        pub from: Option<Party>,
        /// Addressee; in a group the group is in `chat`.
        pub to: Option<Party>,
        /// What it says.
        pub content: Content = required,
        /// What it refers to.
        pub context: Option<Box<Context>>,
        /// Ad or post that led here.
        pub referral: Option<Box<Referral>>,
        /// What went wrong with it.
        pub errors: Vec<ErrorDetail>,
    }
}
