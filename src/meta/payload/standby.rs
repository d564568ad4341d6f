//! Content of `standby`: copies for an app that watches a thread it does not own.

use std::borrow::Cow;

use super::outbound::OutboundMessage;
use crate::json::wire;
use crate::json::{List, RawSlice};
use crate::types::Timestamp;

wire! {
    /// Lists of `standby`, usually one of them.
    ///
    /// Source: Cloud API, conversation routing, standby (read 2026-11-21). Seen in the wild: yes.
    pub struct Standby<'a> {
        /// Contacts, not in the order of the messages.
        pub contacts: List<RawSlice<'a>> = raws,
        /// Messages to the business, as in the field `messages`.
        pub messages: List<RawSlice<'a>> = raws,
        /// Messages that the owner of the thread sent.
        pub message_echoes: List<RawSlice<'a>> = raws,
        /// Statuses of messages from the business, as in the field `messages`.
        pub statuses: List<RawSlice<'a>> = raws,
    }

    /// A message that the owner of the thread sent, with the body of its request.
    ///
    /// Source: Cloud API, conversation routing, standby (read 2026-11-21). Seen in the wild: no.
    pub struct StandbyEcho<'a> {
        /// ID of the message.
        pub id: Option<Cow<'a, str>> = id,
        /// Time of the message, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Body of the request that sent the message.
        pub message: Option<Box<OutboundMessage<'a>>> = boxed,
        /// Definition of the template that was sent.
        pub template: Option<Box<TemplateDefinition<'a>>> = boxed,
        /// Flow that the message opens.
        pub flow: Option<Box<FlowDefinition<'a>>> = boxed,
    }

    /// Definition of a template.
    ///
    /// Source: Cloud API, conversation routing, standby, which names no key of it; keys as in the template
    /// management API (read 2026-11-21). Seen in the wild: no.
    pub struct TemplateDefinition<'a> {
        /// ID of the template.
        pub id: Option<Cow<'a, str>> = id,
        /// Name of the template.
        pub name: Option<Cow<'a, str>> = text,
        /// Language of the template.
        pub language: Option<Cow<'a, str>> = text,
        /// Category of the template.
        pub category: Option<Cow<'a, str>> = text,
        /// Status of the template.
        pub status: Option<Cow<'a, str>> = text,
        /// Components of the template, with their placeholders.
        pub components: Option<RawSlice<'a>> = raw,
    }

    /// Definition of a flow.
    ///
    /// Source: Cloud API, conversation routing, standby (read 2026-11-21). Seen in the wild: no.
    pub struct FlowDefinition<'a> {
        /// ID of the flow.
        pub id: Option<Cow<'a, str>> = id,
        /// Name of the flow.
        pub name: Option<Cow<'a, str>> = text,
        /// Status of the flow.
        pub status: Option<Cow<'a, str>> = text,
        /// Categories of the flow.
        pub categories: Vec<Cow<'a, str>> = texts,
    }

    /// Summary of a thread, for the app that takes it over. Sent together with a message. Since 2026.
    ///
    /// Source: Cloud API, messages webhook reference, conversation routing (read 2026-11-21).
    /// Seen in the wild: no.
    pub struct ConversationContext<'a> {
        /// Type of the context, which is the name of its payload: `summary`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Payload of `summary`.
        pub summary: Option<Summary<'a>> = object,
    }

    /// Summary of a thread.
    ///
    /// Source: Cloud API, messages webhook reference, conversation routing (read 2026-11-21).
    /// Seen in the wild: no.
    pub struct Summary<'a> {
        /// Text of the summary.
        pub text: Option<Cow<'a, str>> = text,
    }
}
