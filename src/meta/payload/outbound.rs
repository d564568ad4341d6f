//! Body of a request that sends a message; a standby echo holds it as the owner of the thread sent it.

use std::borrow::Cow;

use super::content::{Card, Location, Reaction};
use super::interactive::Reply;
use crate::json::RawSlice;
use crate::json::wire;

wire! {
    /// Body of a request that sends a message. The payload stands under the name of its type.
    ///
    /// Source: Cloud API, sending messages; conversation routing, standby (read 2026-11-21).
    /// Seen in the wild: no.
    pub struct OutboundMessage<'a> {
        /// `whatsapp`.
        pub messaging_product: Option<Cow<'a, str>> = text,
        /// `individual` or `group`.
        pub recipient_type: Option<Cow<'a, str>> = text,
        /// Number, or id of the group.
        pub to: Option<Cow<'a, str>> = id,
        /// Business-scoped id. Since July 2026.
        pub recipient: Option<Cow<'a, str>> = id,
        /// Name of the payload.
        pub r#type "type": Option<Cow<'a, str>> = id,
        /// Message that is answered.
        pub context: Option<OutboundContext<'a>> = object,
        /// Text that comes back in statuses.
        pub biz_opaque_callback_data: Option<Cow<'a, str>> = text,
        /// Payload of `text`.
        pub text: Option<OutboundText<'a>> = object,
        /// Payload of `image`.
        pub image: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Payload of `video`.
        pub video: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Payload of `audio`.
        pub audio: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Payload of `document`.
        pub document: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Payload of `sticker`.
        pub sticker: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Payload of `location`.
        pub location: Option<Box<Location<'a>>> = boxed,
        /// Payload of `contacts`.
        pub contacts: Vec<Card<'a>> = list,
        /// Payload of `reaction`.
        pub reaction: Option<Reaction<'a>> = object,
        /// Payload of `interactive`.
        pub interactive: Option<Box<OutboundInteractive<'a>>> = boxed,
        /// Payload of `template`.
        pub template: Option<Box<OutboundTemplate<'a>>> = boxed,
    }

    /// Message that an outbound message answers.
    ///
    /// Source: Cloud API, sending messages (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundContext<'a> {
        /// Message that is answered.
        pub message_id: Option<Cow<'a, str>> = id,
    }

    /// Text to send.
    ///
    /// Source: Cloud API, sending messages, text (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundText<'a> {
        /// Text.
        pub body: Option<Cow<'a, str>> = body,
        /// Whether a preview of a link is wanted.
        pub preview_url: Option<bool> = flag,
    }

    /// File to send.
    ///
    /// Source: Cloud API, sending messages, media (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundMedia<'a> {
        /// Id of a file that was uploaded.
        pub id: Option<Cow<'a, str>> = id,
        /// Address of a file elsewhere.
        pub link: Option<Cow<'a, str>> = text,
        /// Image, video, document.
        pub caption: Option<Cow<'a, str>> = text,
        /// Document.
        pub filename: Option<Cow<'a, str>> = text,
        /// Audio: shown as recorded in the chat.
        pub voice: Option<bool> = flag,
    }

    /// Buttons, list or another offer to send.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundInteractive<'a> {
        /// `button`, `list`, `cta_url`, `flow`, `product` …
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// What stands above.
        pub header: Option<OutboundHeader<'a>> = object,
        /// Text.
        pub body: Option<OutboundLine<'a>> = object,
        /// Small print.
        pub footer: Option<OutboundLine<'a>> = object,
        /// What can be done.
        pub action: Option<Box<OutboundAction<'a>>> = boxed,
    }

    /// What stands above an offer: a line or a file.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundHeader<'a> {
        /// `text`, `image`, `video`, `document`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Line.
        pub text: Option<Cow<'a, str>> = text,
        /// Picture.
        pub image: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Video.
        pub video: Option<Box<OutboundMedia<'a>>> = boxed,
        /// File.
        pub document: Option<Box<OutboundMedia<'a>>> = boxed,
    }

    /// A line of an offer.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundLine<'a> {
        /// Text.
        pub text: Option<Cow<'a, str>> = text,
    }

    /// What can be done with an offer.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundAction<'a> {
        /// Name of the action: `cta_url`, `flow`, `send_location` …
        pub name: Option<Cow<'a, str>> = text,
        /// Label of the button that opens a list.
        pub button: Option<Cow<'a, str>> = text,
        /// Buttons.
        pub buttons: Vec<OutboundButton<'a>> = list,
        /// Sections of a list.
        pub sections: Vec<OutboundSection<'a>> = list,
        /// Parameters of the named action.
        pub parameters: Option<RawSlice<'a>> = raw,
        /// Catalog of a product.
        pub catalog_id: Option<Cow<'a, str>> = id,
        /// Id that the seller gave the product.
        pub product_retailer_id: Option<Cow<'a, str>> = id,
    }

    /// A button to offer.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundButton<'a> {
        /// `reply`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Its id and label.
        pub reply: Option<Reply<'a>> = object,
    }

    /// A section of a list to offer.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundSection<'a> {
        /// Title.
        pub title: Option<Cow<'a, str>> = text,
        /// Rows.
        pub rows: Vec<Reply<'a>> = list,
        /// Products instead of rows.
        pub product_items: Option<RawSlice<'a>> = raw,
    }

    /// Parameters of a named action, as far as they say what the button does.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundParameters<'a> {
        /// Label.
        pub display_text: Option<Cow<'a, str>> = text,
        /// Address that it opens.
        pub url: Option<Cow<'a, str>> = text,
        /// Label of a button that opens a flow.
        pub flow_cta: Option<Cow<'a, str>> = text,
    }

    /// Template to send.
    ///
    /// Source: Cloud API, sending messages, template (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundTemplate<'a> {
        /// Name of the template.
        pub name: Option<Cow<'a, str>> = text,
        /// Language of the template.
        pub language: Option<OutboundLanguage<'a>> = object,
        /// Before the Cloud API.
        pub namespace: Option<Cow<'a, str>> = text,
        /// Values of the placeholders.
        pub components: Option<RawSlice<'a>> = raw,
    }

    /// Values of the placeholders of one part of a template.
    ///
    /// Source: Cloud API, sending messages, template (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundComponent<'a> {
        /// Values in order: a line each, where they are texts.
        pub parameters: Vec<OutboundLine<'a>> = list,
    }

    /// Language of a template.
    ///
    /// Source: Cloud API, sending messages, template (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundLanguage<'a> {
        /// Code such as `es_AR`.
        pub code: Option<Cow<'a, str>> = text,
        /// `deterministic`.
        pub policy: Option<Cow<'a, str>> = text,
    }
}
