//! Chat messages.

use std::sync::Arc;

use crate::event::model::event;
use crate::event::{Chat, ChatKind, Content, Context, ErrorDetail, MessageStatus, Party, Referral};
use crate::types::{MessageId, string_enum};

string_enum! {
    /// Direction of a message or call, seen from the business.
    pub enum Direction {
        /// To the business.
        Inbound = "inbound",
        /// From the business.
        Outbound = "outbound",
    }

    /// How a message reached the webhook.
    pub enum Origin {
        /// The message was just sent.
        Live = "live",
        /// The message is a copy of one that the business sent by other means.
        Echo = "echo",
        /// The message is an older one, delivered later.
        History = "history",
        /// The message is a copy for an app that observes a thread it does not control. Never answer it.
        Standby = "standby",
    }

    /// What created a message of the business.
    pub enum CreationType {
        /// A bot of Meta.
        FirstPartyBot = "created_by_1p_bot",
    }
}

impl Direction {
    /// The direction of a message that the business itself sent, or received.
    pub(crate) fn of(from_me: bool) -> Self {
        if from_me {
            Self::Outbound
        } else {
            Self::Inbound
        }
    }
}

/// Messages are live unless stated otherwise.
impl Default for Origin {
    fn default() -> Self {
        Self::Live
    }
}

event! {
    /// A chat message, either direction. Sent by Meta, WhatzMeAPI and Cooby.
    pub struct Message: Identity {
        /// ID of the message; absent from Cooby's older format.
        pub id: Option<MessageId>,
        /// Direction of the message; absent if the provider does not state it.
        pub direction: Option<Direction>,
        /// How the message reached the webhook.
        pub origin: Origin,
        /// What created the message. Meta only, in `message_echoes`.
        pub creation_type: Option<CreationType>,
        /// Status of the message when it was delivered as history. Meta only, in `history`.
        pub status: Option<MessageStatus>,
        /// Chat that the message belongs to.
        pub chat: Option<Chat>,
        /// Author of the message.
        pub from: Option<Box<Party>>,
        /// Recipient of the message; for a message in a group, see `chat`.
        pub to: Option<Arc<Party>>,
        /// Content of the message.
        pub content: Content = required,
        /// Message or product that the message refers to, and how it was forwarded.
        pub context: Option<Box<Context>>,
        /// Ad or post that led to the message.
        pub referral: Option<Box<Referral>>,
        /// Errors that the provider reports for the message.
        pub errors: Vec<ErrorDetail>,
    }
}

impl Message {
    /// Returns the ID to send a reply to, exactly as the provider sent it: the group if the message was sent in a
    /// group, the author otherwise.
    ///
    /// Returns `None` if there is no one to reply to: for messages of the business itself, echoes, history and
    /// standby copies, for status updates (stories), broadcast lists and newsletters (channels), and where the
    /// provider does not state the direction.
    ///
    /// # Examples
    ///
    /// ```
    /// # use whatsapp_webhooks::{Event, meta};
    /// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
    ///     "value":{"messages":[{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"Hi"}}]}}]}]}"#;
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

    /// Returns `true` if the message was sent in a group.
    #[must_use]
    pub fn is_group(&self) -> bool {
        let chat = self.chat.as_ref();
        chat.is_some_and(|chat| chat.kind == Some(ChatKind::Group))
    }

    /// Returns the text that a person would read in the message: see [`Content::text`].
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.content.text()
    }
}
