//! An element of `messages`.

use std::borrow::Cow;

use super::content::{
    Button, Card, Edit, Identity, Location, Media, Order, Product, Reaction, Revoke, System, Text,
    Unsupported,
};
use super::error::Error;
use super::interactive::Interactive;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// A message to the business; in echoes and history also one from the business. The payload is under the name of
    /// its type.
    ///
    /// Source: Cloud API, messages webhook reference, echoes, history (read 2026-11-25). Seen in the wild: yes.
    pub struct Message<'a> {
        /// Phone number of the sender; absent if it is hidden.
        pub from: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of the sender.
        pub from_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the sender.
        pub from_parent_user_id: Option<Cow<'a, str>> = id,
        /// Phone number of the person that the business wrote to; only in echoes and history.
        pub to: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of that person.
        pub to_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of that person.
        pub to_parent_user_id: Option<Cow<'a, str>> = id,
        /// Logical ID of the sender. Undocumented; seen with authentication templates.
        pub from_logical_id: Option<Cow<'a, str>> = id,
        /// ID of the group that the message was sent in.
        pub group_id: Option<Cow<'a, str>> = id,
        /// ID of the message.
        pub id: Option<Cow<'a, str>> = id,
        /// Time of the message, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Type of the message, which is the name of its payload; an open list of values.
        pub r#type "type": Option<Cow<'a, str>> = id,
        /// Message or product that this message refers to.
        pub context: Option<Box<Context<'a>>> = boxed,
        /// Ad or post that led to the message.
        pub referral: Option<Box<Referral<'a>>> = boxed,
        /// Creator of an echoed message: `created_by_1p_bot`.
        pub message_creation_type: Option<Cow<'a, str>> = text,
        /// Status of a message from history.
        pub history_context: Option<HistoryContext<'a>> = object,
        /// Reasons why the message is `unsupported` or `unknown`.
        pub errors: Vec<Error<'a>> = list,
        /// Identity check.
        pub identity: Option<Box<Identity<'a>>> = boxed,
        /// Origin of contact cards; in drafts only.
        pub origin: Option<Cow<'a, str>> = text,
        /// Payload of `text`.
        pub text: Option<Text<'a>> = object,
        /// Payload of `image`.
        pub image: Option<Box<Media<'a>>> = boxed,
        /// Payload of `video`.
        pub video: Option<Box<Media<'a>>> = boxed,
        /// Payload of `audio`; also of the voicemail of a call.
        pub audio: Option<Box<Media<'a>>> = boxed,
        /// Payload of `voice`, before the Cloud API.
        pub voice: Option<Box<Media<'a>>> = boxed,
        /// Payload of `document`.
        pub document: Option<Box<Media<'a>>> = boxed,
        /// Payload of `sticker`.
        pub sticker: Option<Box<Media<'a>>> = boxed,
        /// Payload of `location`.
        pub location: Option<Box<Location<'a>>> = boxed,
        /// Payload of `contacts`.
        pub contacts: Vec<Card<'a>> = list,
        /// Payload of `button`.
        pub button: Option<Box<Button<'a>>> = boxed,
        /// Payload of `interactive`.
        pub interactive: Option<Box<Interactive<'a>>> = boxed,
        /// Payload of `order`.
        pub order: Option<Box<Order<'a>>> = boxed,
        /// Payload of `reaction`.
        pub reaction: Option<Reaction<'a>> = object,
        /// Payload of `system`.
        pub system: Option<Box<System<'a>>> = boxed,
        /// Payload of `edit`.
        pub edit: Option<Edit<'a>> = object,
        /// Payload of `revoke`.
        pub revoke: Option<Revoke<'a>> = object,
        /// Payload of `unsupported`; absent in older deliveries.
        pub unsupported: Option<Unsupported<'a>> = object,
    }

    /// Status of a message from history.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryContext<'a> {
        /// Status: `DELIVERED`, `ERROR`, `PENDING`, `PLAYED`, `READ` or `SENT`.
        pub status: Option<Cow<'a, str>> = id,
        /// Whether the business wrote the message; in the dashboard's sample only.
        pub from_me: Option<bool> = flag,
    }

    /// Message or product that a message refers to.
    ///
    /// Source: Cloud API, messages webhook reference, context (read 2026-11-21). Seen in the wild: yes.
    pub struct Context<'a> {
        /// ID of the message that is replied to.
        pub id: Option<Cow<'a, str>> = id,
        /// Author of the message that is replied to.
        pub from: Option<Cow<'a, str>> = id,
        /// Whether the message was forwarded, up to five times.
        pub forwarded: Option<bool> = flag,
        /// Whether the message was forwarded more than five times.
        pub frequently_forwarded: Option<bool> = flag,
        /// Product that the message asks about.
        pub referred_product: Option<Product<'a>> = object,
        /// ID of the group, before the Cloud API.
        pub group_id: Option<Cow<'a, str>> = id,
        /// Mentioned people, before the Cloud API.
        pub mentions: Vec<Cow<'a, str>> = texts,
    }

    /// Ad or post that led to a message. Every key is optional.
    ///
    /// Source: Cloud API, messages webhook reference, referral (read 2026-11-21). Seen in the wild: yes.
    pub struct Referral<'a> {
        /// Short URL of the ad or post.
        pub source_url: Option<Cow<'a, str>> = text,
        /// ID of the ad or post.
        pub source_id: Option<Cow<'a, str>> = id,
        /// Type of the source: `ad` or `post`.
        pub source_type: Option<Cow<'a, str>> = text,
        /// Text of the ad or post.
        pub body: Option<Cow<'a, str>> = text,
        /// Headline of the ad or post.
        pub headline: Option<Cow<'a, str>> = text,
        /// Type of the media: `image` or `video`.
        pub media_type: Option<Cow<'a, str>> = text,
        /// URL of the image.
        pub image_url: Option<Cow<'a, str>> = text,
        /// URL of the video.
        pub video_url: Option<Cow<'a, str>> = text,
        /// URL of the video's thumbnail.
        pub thumbnail_url: Option<Cow<'a, str>> = text,
        /// Click ID of the click-to-WhatsApp ad.
        pub ctwa_clid: Option<Cow<'a, str>> = text,
        /// Greeting message of the ad.
        pub welcome_message: Option<WelcomeMessage<'a>> = object,
        /// Text that the advertiser set.
        pub r#ref "ref": Option<Cow<'a, str>> = text,
    }

    /// Greeting message of an ad.
    ///
    /// Source: Cloud API, messages webhook reference, referral (read 2026-11-21). Seen in the wild: yes.
    pub struct WelcomeMessage<'a> {
        /// Text of the greeting.
        pub text: Option<Cow<'a, str>> = text,
    }
}
