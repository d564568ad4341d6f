//! An element of `messages`.

use std::borrow::Cow;

use super::content::{
    Button, Card, Edit, Identity, Location, Media, Order, Reaction, Revoke, System, Text,
    Unsupported,
};
use super::error::Error;
use super::interactive::Interactive;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// A message to the business; in echoes and history also one from it. The payload stands under the name of its type.
    ///
    /// Source: Cloud API, messages webhook reference, echoes, history (read 2026-11-25). Seen in the wild: yes.
    pub struct Message<'a> {
        /// Sender's number; absent where it is hidden.
        pub from: Option<Cow<'a, str>> = id,
        /// Sender's business-scoped id.
        pub from_user_id: Option<Cow<'a, str>> = id,
        /// Sender's parent id.
        pub from_parent_user_id: Option<Cow<'a, str>> = id,
        /// Number of the person that the business wrote to: echoes and history.
        pub to: Option<Cow<'a, str>> = id,
        /// Business-scoped id of that person.
        pub to_user_id: Option<Cow<'a, str>> = id,
        /// Parent id of that person.
        pub to_parent_user_id: Option<Cow<'a, str>> = id,
        /// Undocumented; seen with authentication templates.
        pub from_logical_id: Option<Cow<'a, str>> = id,
        /// Group the message was written in.
        pub group_id: Option<Cow<'a, str>> = id,
        /// Id of the message.
        pub id: Option<Cow<'a, str>> = id,
        /// Time, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Name of the payload; an open list of words.
        pub r#type "type": Option<Cow<'a, str>> = id,
        /// What it refers to.
        pub context: Option<Box<Context<'a>>> = boxed,
        /// Ad that led here.
        pub referral: Option<Box<Referral<'a>>> = boxed,
        /// What created it, of an echo: `created_by_1p_bot`.
        pub message_creation_type: Option<Cow<'a, str>> = text,
        /// What had become of it when it was handed over: history.
        pub history_context: Option<HistoryContext<'a>> = object,
        /// Why it is `unsupported` or `unknown`.
        pub errors: Vec<Error<'a>> = list,
        /// Identity check.
        pub identity: Option<Box<Identity<'a>>> = boxed,
        /// Drafts only.
        pub origin: Option<Cow<'a, str>> = text,
        /// Payload of `text`.
        pub text: Option<Text<'a>> = object,
        /// Payload of `image`.
        pub image: Option<Box<Media<'a>>> = boxed,
        /// Payload of `video`.
        pub video: Option<Box<Media<'a>>> = boxed,
        /// Payload of `audio`; also of a call's voicemail.
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

    /// What had become of a message from history.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryContext<'a> {
        /// `DELIVERED`, `ERROR`, `PENDING`, `PLAYED`, `READ`, `SENT`.
        pub status: Option<Cow<'a, str>> = id,
        /// Whether the business wrote it; in the dashboard's sample.
        pub from_me: Option<bool> = flag,
    }

    /// What a message refers to.
    ///
    /// Source: Cloud API, messages webhook reference, context (read 2026-11-21). Seen in the wild: yes.
    pub struct Context<'a> {
        /// Message that is answered.
        pub id: Option<Cow<'a, str>> = id,
        /// Who wrote that message.
        pub from: Option<Cow<'a, str>> = id,
        /// Forwarded up to five times.
        pub forwarded: Option<bool> = flag,
        /// Forwarded more than five times.
        pub frequently_forwarded: Option<bool> = flag,
        /// Product that was asked about.
        pub referred_product: Option<Product<'a>> = object,
        /// Before the Cloud API.
        pub group_id: Option<Cow<'a, str>> = id,
        /// Before the Cloud API.
        pub mentions: Vec<Cow<'a, str>> = texts,
    }

    /// A product that a message asks about.
    ///
    /// Source: Cloud API, messages webhook reference, context (read 2026-11-21). Seen in the wild: yes.
    pub struct Product<'a> {
        /// Catalog.
        pub catalog_id: Option<Cow<'a, str>> = id,
        /// Id that the seller gave the product.
        pub product_retailer_id: Option<Cow<'a, str>> = id,
    }

    /// Ad or post that led to a message. Every key is optional.
    ///
    /// Source: Cloud API, messages webhook reference, referral (read 2026-11-21). Seen in the wild: yes.
    pub struct Referral<'a> {
        /// Short address of the ad or post.
        pub source_url: Option<Cow<'a, str>> = text,
        /// Id of the ad or post.
        pub source_id: Option<Cow<'a, str>> = id,
        /// `ad`, `post`.
        pub source_type: Option<Cow<'a, str>> = text,
        /// Text.
        pub body: Option<Cow<'a, str>> = text,
        /// Headline.
        pub headline: Option<Cow<'a, str>> = text,
        /// `image` or `video`.
        pub media_type: Option<Cow<'a, str>> = text,
        /// For pictures.
        pub image_url: Option<Cow<'a, str>> = text,
        /// For videos.
        pub video_url: Option<Cow<'a, str>> = text,
        /// For videos.
        pub thumbnail_url: Option<Cow<'a, str>> = text,
        /// Id of the click.
        pub ctwa_clid: Option<Cow<'a, str>> = text,
        /// Greeting.
        pub welcome_message: Option<WelcomeMessage<'a>> = object,
        /// Text that the advertiser set.
        pub r#ref "ref": Option<Cow<'a, str>> = text,
    }

    /// Greeting of an ad.
    ///
    /// Source: Cloud API, messages webhook reference, referral (read 2026-11-21). Seen in the wild: yes.
    pub struct WelcomeMessage<'a> {
        /// Text.
        pub text: Option<Cow<'a, str>> = text,
    }
}
