//! Chat messages.

use crate::event::model::event;
use crate::event::{Chat, ChatKind, Content, Context, ErrorDetail, Party, Referral};
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

impl Direction {
    /// The way of a message that the business itself sent, or not.
    pub(crate) fn of(from_me: bool) -> Self {
        if from_me {
            Self::Outbound
        } else {
            Self::Inbound
        }
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

impl Message {
    /// Returns the id to send an answer to: the group of a message in a group, else the author, exactly as the
    /// provider sent it.
    ///
    /// `None` where there is nobody to answer: for what the business itself sent, for copies and history, for status
    /// updates, broadcast lists and channels, and where the provider does not say which way the message went.
    ///
    /// ```
    /// # use whatsapp_webhooks::{Event, meta};
    /// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
    ///     "messages":[{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"Hi"}}]}}]}]}"#;
    /// for event in meta::parse(body)? {
    ///     if let Some(message) = event.as_message() {
    ///         assert_eq!(message.reply_to(), Some("16505551234"));
    ///         assert_eq!(message.text(), Some("Hi"));
    ///     }
    /// }
    /// # Ok::<(), whatsapp_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn reply_to(&self) -> Option<&str> {
        if self.direction != Some(Direction::Inbound) || self.origin != Origin::Live {
            return None;
        }
        let chat = self.chat.as_ref();
        match chat.and_then(|chat| chat.kind.as_ref()) {
            Some(ChatKind::Group) => chat?.id.as_deref(),
            None | Some(ChatKind::Person) => self.from.as_ref()?.id.as_deref(),
            Some(_) => None,
        }
    }

    /// Returns `true` if the message was written in a group.
    #[must_use]
    pub fn is_group(&self) -> bool {
        let chat = self.chat.as_ref();
        chat.is_some_and(|chat| chat.kind == Some(ChatKind::Group))
    }

    /// Returns what a person would read of the content: see [`Content::text`].
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.content.text()
    }
}
