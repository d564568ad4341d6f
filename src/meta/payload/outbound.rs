//! Body of a request that sends a message; a standby echo contains it as the owner of the thread sent it.

use std::borrow::Cow;

use super::content::{Card, Location, Reaction};
use super::interactive::Reply;
use crate::json::RawSlice;
use crate::json::wire;

wire! {
    /// Body of a request that sends a message. The payload is under the name of its type.
    ///
    /// Source: Cloud API, sending messages; conversation routing, standby (read 2026-11-21).
    /// Seen in the wild: no.
    pub struct OutboundMessage<'a> {
        /// Name of the product: `whatsapp`.
        pub messaging_product: Option<Cow<'a, str>> = text,
        /// Kind of the recipient: `individual` or `group`.
        pub recipient_type: Option<Cow<'a, str>> = text,
        /// Phone number or group ID of the recipient.
        pub to: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of the recipient. Since July 2026.
        pub recipient: Option<Cow<'a, str>> = id,
        /// Type of the message, which is the name of its payload.
        pub r#type "type": Option<Cow<'a, str>> = id,
        /// Message that is replied to.
        pub context: Option<OutboundContext<'a>> = object,
        /// Text that is returned in the statuses of the message.
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

    /// Message that an outbound message replies to.
    ///
    /// Source: Cloud API, sending messages (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundContext<'a> {
        /// ID of the message that is replied to.
        pub message_id: Option<Cow<'a, str>> = id,
    }

    /// Text message to send.
    ///
    /// Source: Cloud API, sending messages, text (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundText<'a> {
        /// Text of the message.
        pub body: Option<Cow<'a, str>> = body,
        /// Whether to show a link preview.
        pub preview_url: Option<bool> = flag,
    }

    /// File to send.
    ///
    /// Source: Cloud API, sending messages, media (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundMedia<'a> {
        /// ID of an uploaded file.
        pub id: Option<Cow<'a, str>> = id,
        /// URL of a file on another server.
        pub link: Option<Cow<'a, str>> = text,
        /// Caption of an image, video or document.
        pub caption: Option<Cow<'a, str>> = text,
        /// File name of a document.
        pub filename: Option<Cow<'a, str>> = text,
        /// Whether an audio file is shown as a voice message.
        pub voice: Option<bool> = flag,
    }

    /// Interactive message to send.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundInteractive<'a> {
        /// Type of the message: `button`, `list`, `cta_url`, `flow`, `product` …
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Header.
        pub header: Option<OutboundHeader<'a>> = object,
        /// Body.
        pub body: Option<OutboundLine<'a>> = object,
        /// Footer.
        pub footer: Option<OutboundLine<'a>> = object,
        /// Buttons, list or other action.
        pub action: Option<Box<OutboundAction<'a>>> = boxed,
    }

    /// Header of an interactive message: a text or a file.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundHeader<'a> {
        /// Type of the header: `text`, `image`, `video` or `document`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Text of the header.
        pub text: Option<Cow<'a, str>> = text,
        /// Image of the header.
        pub image: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Video of the header.
        pub video: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Document of the header.
        pub document: Option<Box<OutboundMedia<'a>>> = boxed,
    }

    /// Text of a part of an interactive message or a template.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundLine<'a> {
        /// Text.
        pub text: Option<Cow<'a, str>> = text,
    }

    /// Action of an interactive message.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundAction<'a> {
        /// Name of the action: `cta_url`, `flow`, `send_location` …
        pub name: Option<Cow<'a, str>> = text,
        /// Label of the button that opens a list.
        pub button: Option<Cow<'a, str>> = text,
        /// Reply buttons.
        pub buttons: Vec<OutboundButton<'a>> = list,
        /// Sections of a list.
        pub sections: Vec<OutboundSection<'a>> = list,
        /// Parameters of the named action.
        pub parameters: Option<RawSlice<'a>> = raw,
        /// ID of the product's catalog.
        pub catalog_id: Option<Cow<'a, str>> = id,
        /// ID that the seller gave the product.
        pub product_retailer_id: Option<Cow<'a, str>> = id,
    }

    /// Reply button to send.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundButton<'a> {
        /// Type of the button: `reply`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// ID and label of the button.
        pub reply: Option<Reply<'a>> = object,
    }

    /// Section of a list to send.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundSection<'a> {
        /// Title of the section.
        pub title: Option<Cow<'a, str>> = text,
        /// Rows of the section.
        pub rows: Vec<Reply<'a>> = list,
        /// Products of the section, instead of rows.
        pub product_items: Option<RawSlice<'a>> = raw,
    }

    /// Parameters of a named action: the ones that describe its button.
    ///
    /// Source: Cloud API, sending messages, interactive (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundParameters<'a> {
        /// Label of the button.
        pub display_text: Option<Cow<'a, str>> = text,
        /// URL that the button opens.
        pub url: Option<Cow<'a, str>> = text,
        /// Label of a button that opens a flow.
        pub flow_cta: Option<Cow<'a, str>> = text,
    }

    /// Template message to send.
    ///
    /// Source: Cloud API, sending messages, template (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundTemplate<'a> {
        /// Name of the template.
        pub name: Option<Cow<'a, str>> = text,
        /// Language of the template.
        pub language: Option<OutboundLanguage<'a>> = object,
        /// Namespace of the template, before the Cloud API.
        pub namespace: Option<Cow<'a, str>> = text,
        /// Values of the placeholders, by component.
        pub components: Option<RawSlice<'a>> = raw,
    }

    /// Values of the placeholders of one template component.
    ///
    /// Source: Cloud API, sending messages, template (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundComponent<'a> {
        /// Values in order.
        pub parameters: Vec<OutboundParameter<'a>> = list,
    }

    /// Value of a placeholder: a text, an amount, a time, the file of the header or the payload of a button.
    ///
    /// Source: Cloud API, sending messages, template (read 2026-11-25). Seen in the wild: no.
    pub struct OutboundParameter<'a> {
        /// Text.
        pub text: Option<Cow<'a, str>> = text,
        /// Amount of money.
        pub currency: Option<OutboundFallback<'a>> = object,
        /// Time.
        pub date_time: Option<OutboundFallback<'a>> = object,
        /// Image of the header.
        pub image: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Video of the header.
        pub video: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Document of the header.
        pub document: Option<Box<OutboundMedia<'a>>> = boxed,
        /// Payload of a quick reply button.
        pub payload: Option<Cow<'a, str>> = text,
    }

    /// Amount or time that a device writes in its own language.
    ///
    /// Source: Cloud API, sending messages, template (read 2026-11-25). Seen in the wild: no.
    pub struct OutboundFallback<'a> {
        /// Text for devices that cannot write it themselves.
        pub fallback_value: Option<Cow<'a, str>> = text,
    }

    /// Language of a template.
    ///
    /// Source: Cloud API, sending messages, template (read 2026-11-21). Seen in the wild: no.
    pub struct OutboundLanguage<'a> {
        /// Language code such as `es_AR`.
        pub code: Option<Cow<'a, str>> = text,
        /// Language policy: `deterministic`.
        pub policy: Option<Cow<'a, str>> = text,
    }
}
