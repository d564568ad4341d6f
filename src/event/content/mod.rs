//! Content of messages: [`Content`] and one struct for each kind.

mod calendar_event;
mod changes;
mod contacts;
mod file_name;
mod group_invite;
mod interactive;
mod location;
mod media;
mod order;
mod payment;
mod poll;
mod replies;
mod system;
mod text;
mod unsupported;

pub use self::calendar_event::CalendarEvent;
pub use self::changes::{Edit, Keep, Pin, Reaction, Revoke};
pub use self::contacts::{
    ContactAddress, ContactCard, ContactEmail, ContactName, ContactOrganization, ContactOrigin,
    ContactPhone, ContactUrl, Contacts,
};
pub use self::group_invite::GroupInvite;
pub use self::interactive::{Button, Buttons, Interactive, List, Row, Section, Template};
pub use self::location::Location;
pub use self::media::{Album, Media, MediaEncryption};
pub use self::order::{Order, OrderItem, Product};
pub use self::payment::Payment;
pub use self::poll::{Poll, PollResult, PollVote};
pub use self::replies::{
    AddressReply, ButtonReply, CallPermissionReply, CallPermissionResponse, CallPermissionSource,
    FlowReply, ListReply,
};
pub use self::system::{CallLog, EphemeralSetting, System, SystemKind};
pub use self::text::{LinkPreview, Text};
pub use self::unsupported::{
    MalformedContent, Undecryptable, UnknownContent, Unsupported, UnsupportedKind,
};

use serde::de::{IgnoredAny, MapAccess};
use serde::{Deserialize, Deserializer};

use crate::event::tagged::{self, FromTag};
use crate::types::MessageId;

/// Declares [`Content`]: one line per kind with its JSON tag, the text that a person would read and, if the content
/// is about another message, the ID of that message. `from` gives the struct a conversion into this kind.
macro_rules! content {
    ($(
        $(#[$attribute:meta])*
        $variant:ident($type:ty $(, from $unboxed:ident)?) = $tag:literal
            $(, text: $text:expr)? $(, about: $about:expr)?;
    )*) => {
        /// Content of a message: text, media, a reply, a reaction and so on, in the same form for all providers.
        ///
        /// Match on the kinds that you handle and let a `_` arm take the others: later versions add kinds.
        /// [`text`](Self::text) and [`media`](Self::media) need no `match`.
        ///
        /// # Examples
        ///
        /// ```
        /// use whatsapp_webhooks::{Content, meta};
        ///
        /// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
        ///     "value":{"messages":[{"from":"16505551234","id":"wamid.A","type":"image",
        ///     "image":{"id":"1003383421387256","mime_type":"image/jpeg","caption":"My receipt"}}]}}]}]}"#;
        /// for event in meta::parse(body)? {
        ///     let Some(message) = event.into_message() else { continue };
        ///     match message.content {
        ///         Content::Text(text) => println!("{}", text.body),
        ///         Content::Image(image) => assert_eq!(image.caption.as_deref(), Some("My receipt")),
        ///         Content::ButtonReply(reply) => println!("{:?}", reply.id),
        ///         other => println!("not handled: {}", other.kind()),
        ///     }
        /// }
        /// # Ok::<(), whatsapp_webhooks::ParseError>(())
        /// ```
        ///
        /// # JSON
        ///
        /// As JSON, it is an object with one key, its [`kind`](Self::kind): `{"text":{"body":"Hi"}}`.
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = crate::schema::tagged)
        )]
        #[non_exhaustive]
        pub enum Content {
            $($(#[$attribute])* #[serde(rename = $tag)] $variant($type),)*
        }

        impl Content {
            /// Returns the kind of the content, which is its JSON tag: `text`, `image`, `button_reply` …
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $tag,)*
                }
            }

            /// Returns the text that a person would read: a body, a caption, the label of a tapped button, an emoji,
            /// the new text of an edit.
            #[must_use]
            pub fn text(&self) -> Option<&str> {
                match self {
                    $($(Self::$variant(content) => {
                        let text: fn(&$type) -> Option<&str> = $text;
                        text(content)
                    })?)*
                    _ => None,
                }
            }

            /// Returns what tells apart several contents in messages with the same ID: for a content about another
            /// message, its tag and the ID of that message if it is known.
            pub(crate) fn about(&self) -> Option<(&'static str, Option<&MessageId>)> {
                match self {
                    $($(Self::$variant(content) => {
                        let about: fn(&$type) -> Option<&MessageId> = $about;
                        Some(($tag, about(content)))
                    })?)*
                    _ => None,
                }
            }
        }

        impl<'de> FromTag<'de> for Content {
            fn from_tag<M: MapAccess<'de>>(tag: &str, map: &mut M) -> Result<Self, M::Error> {
                Ok(match tag {
                    $($tag => Self::$variant(map.next_value()?),)*
                    _ => {
                        map.next_value::<IgnoredAny>()?;
                        Self::from(UnknownContent::of_later_version(tag))
                    }
                })
            }
        }

        $($(impl From<$unboxed> for Content {
            fn from(content: $unboxed) -> Self {
                Self::$variant(content.into())
            }
        })?)*

        impl crate::types::Absent for Content {}
    };
}

content! {
    /// A text. Sent by Meta, WhatzMeAPI and Cooby.
    Text(Text, from Text) = "text", text: |text| Some(&text.body);
    /// An image. Sent by Meta, WhatzMeAPI and Cooby.
    Image(Box<Media>) = "image", text: |media| media.text();
    /// A video, a GIF or a round video note. Sent by Meta, WhatzMeAPI and Cooby.
    Video(Box<Media>) = "video", text: |media| media.text();
    /// An audio file or a voice message. Sent by Meta, WhatzMeAPI and Cooby.
    Audio(Box<Media>) = "audio", text: |media| media.text();
    /// A document. Sent by Meta, WhatzMeAPI and Cooby.
    Document(Box<Media>) = "document", text: |media| media.text();
    /// A sticker. Sent by Meta, WhatzMeAPI and Cooby.
    Sticker(Box<Media>) = "sticker", text: |media| media.text();
    /// A location. Sent by Meta, WhatzMeAPI and Cooby.
    Location(Box<Location>, from Location) = "location", text: |place| place.name.as_deref().or(place.caption.as_deref());
    /// Contact cards. Sent by Meta, WhatzMeAPI and Cooby.
    Contacts(Box<Contacts>, from Contacts) = "contacts";
    /// A reply by tapping a button. Sent by Meta, WhatzMeAPI and Cooby.
    ButtonReply(Box<ButtonReply>, from ButtonReply) = "button_reply", text: |reply| reply.title.as_deref();
    /// A reply by choosing a row of a list. Sent by Meta, WhatzMeAPI and Cooby.
    ListReply(Box<ListReply>, from ListReply) = "list_reply", text: |reply| reply.title.as_deref();
    /// A reply by completing a flow. Sent by Meta, WhatzMeAPI and Cooby.
    FlowReply(Box<FlowReply>, from FlowReply) = "flow_reply", text: |reply| reply.body.as_deref();
    /// A reply to an address message. Sent by Meta.
    AddressReply(Box<AddressReply>, from AddressReply) = "address_reply", text: |reply| reply.body.as_deref();
    /// A reply to a call permission request. Sent by Meta.
    CallPermissionReply(Box<CallPermissionReply>, from CallPermissionReply) = "call_permission_reply";
    /// An order: a cart of products. Sent by Meta, WhatzMeAPI and Cooby.
    Order(Box<Order>, from Order) = "order", text: |order| order.text.as_deref();
    /// A product of a catalog. Sent by Meta, WhatzMeAPI and Cooby.
    Product(Box<Product>, from Product) = "product", text: |product| product.title.as_deref().or(product.body.as_deref());
    /// A reaction, or its removal. Sent by Meta, WhatzMeAPI and Cooby.
    Reaction(Box<Reaction>, from Reaction) = "reaction", text: |reaction| reaction.emoji.as_deref(),
        about: |reaction| reaction.message_id.as_ref();
    /// New content of an earlier message. Sent by Meta and WhatzMeAPI.
    Edit(Box<Edit>, from Edit) = "edit", text: |edit| edit.content.as_ref().and_then(Content::text),
        about: |edit| edit.message_id.as_ref();
    /// The deletion of an earlier message for everyone. Sent by Meta, WhatzMeAPI and Cooby.
    Revoke(Box<Revoke>, from Revoke) = "revoke", about: |revoke| revoke.message_id.as_ref();
    /// A poll. Sent by WhatzMeAPI and Cooby.
    Poll(Box<Poll>, from Poll) = "poll", text: |poll| poll.name.as_deref();
    /// A vote in a poll. Sent by WhatzMeAPI and Cooby.
    PollVote(Box<PollVote>, from PollVote) = "poll_vote", about: |vote| vote.poll_id.as_ref();
    /// An announcement of images and videos that follow as messages. Sent by WhatzMeAPI.
    Album(Box<Album>, from Album) = "album";
    /// A calendar event. Sent by WhatzMeAPI.
    CalendarEvent(Box<CalendarEvent>, from CalendarEvent) = "calendar_event", text: |event| event.name.as_deref();
    /// An invitation to a group or newsletter (channel). Sent by WhatzMeAPI and Cooby.
    GroupInvite(Box<GroupInvite>, from GroupInvite) = "group_invite", text: |invite| invite.caption.as_deref();
    /// A text with buttons. Sent by Meta (echoes) and WhatzMeAPI.
    Buttons(Box<Buttons>, from Buttons) = "buttons", text: |offer| offer.body.as_deref();
    /// A text with a list of options. Sent by Meta (echoes), WhatzMeAPI and Cooby.
    List(Box<List>, from List) = "list", text: |offer| offer.body.as_deref();
    /// A template message. Sent by Meta (echoes) and WhatzMeAPI.
    Template(Box<Template>, from Template) = "template", text: |offer| offer.body.as_deref();
    /// An interactive message of another kind. Sent by Meta (echoes), WhatzMeAPI and Cooby.
    Interactive(Box<Interactive>, from Interactive) = "interactive", text: |offer| offer.body.as_deref();
    /// A payment, or a request for one. Sent by WhatzMeAPI and Cooby.
    Payment(Box<Payment>, from Payment) = "payment", text: |payment| payment.note.as_deref();
    /// A call, as shown in the chat. Sent by WhatzMeAPI and Cooby.
    CallLog(Box<CallLog>, from CallLog) = "call_log";
    /// The pinning or unpinning of a message. Sent by WhatzMeAPI and Cooby.
    Pin(Box<Pin>, from Pin) = "pin", about: |pin| pin.message_id.as_ref();
    /// A decision to keep a disappearing message, or to stop keeping it. Sent by WhatzMeAPI and Cooby.
    Keep(Box<Keep>, from Keep) = "keep", about: |keep| keep.message_id.as_ref();
    /// A change of the timer for disappearing messages. Sent by WhatzMeAPI.
    EphemeralSetting(Box<EphemeralSetting>, from EphemeralSetting) = "ephemeral_setting";
    /// A system message. Sent by Meta, WhatzMeAPI and Cooby.
    System(Box<System>, from System) = "system", text: |system| system.body.as_deref();
    /// A message that could not be decrypted. Sent by WhatzMeAPI and Cooby.
    Undecryptable(Box<Undecryptable>, from Undecryptable) = "undecryptable", about: |_| None;
    /// A message that the provider reports as unsupported. Sent by Meta and Cooby.
    Unsupported(Box<Unsupported>, from Unsupported) = "unsupported", text: |other| other.text.as_deref(), about: |_| None;
    /// A kind of message that this version does not know. Sent by Meta, WhatzMeAPI and Cooby.
    Unknown(Box<UnknownContent>, from UnknownContent) = "unknown", text: |other| other.text.as_deref();
    /// A message of a known type whose payload is missing or cannot be read; its ID and author are in the message.
    /// Sent by Meta and WhatzMeAPI.
    Malformed(Box<MalformedContent>, from MalformedContent) = "malformed", about: |_| None;
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        tagged::read(source)
    }
}

impl Content {
    /// Returns the media of an image, video, audio, document or sticker.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::Content;
    /// use whatsapp_webhooks::event::content::Media;
    ///
    /// let mut media = Media::default();
    /// media.id = Some("1003383421387256".to_owned());
    /// let content = Content::Image(Box::new(media));
    /// assert_eq!(content.media().and_then(|media| media.id.as_deref()), Some("1003383421387256"));
    /// ```
    #[must_use]
    pub fn media(&self) -> Option<&Media> {
        match self {
            Self::Image(media)
            | Self::Video(media)
            | Self::Audio(media)
            | Self::Document(media)
            | Self::Sticker(media) => Some(media),
            _ => None,
        }
    }

    /// The same file, to be added to.
    pub(crate) fn media_mut(&mut self) -> Option<&mut Media> {
        match self {
            Self::Image(media)
            | Self::Video(media)
            | Self::Audio(media)
            | Self::Document(media)
            | Self::Sticker(media) => Some(media),
            _ => None,
        }
    }
}
