//! What a message says: one type for each kind, alike for all providers.

mod calendar_event;
mod changes;
mod contacts;
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
pub use self::system::{CallLog, EphemeralSetting, System};
pub use self::text::{LinkPreview, Text};
pub use self::unsupported::{MalformedContent, Undecryptable, UnknownContent, Unsupported};

use crate::types::MessageId;

/// Declares [`Content`]: one line for each kind, its JSON tag, what a person would read of it, and, where it is about
/// another message, that message. `from` names the struct that is this kind and no other.
macro_rules! content {
    ($(
        $(#[$attribute:meta])*
        $variant:ident($type:ty $(, from $unboxed:ident)?) = $tag:literal
            $(, text: $text:expr)? $(, about: $about:expr)?;
    )*) => {
        /// What a message says.
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub enum Content {
            $($(#[$attribute])* #[serde(rename = $tag)] $variant($type),)*
        }

        impl Content {
            /// Returns the JSON tag: `text`, `image`, `button_reply` …
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $tag,)*
                }
            }

            /// Returns what a person would read: body, caption, chosen label, emoji, new text of an edit.
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

            /// Returns what makes a content about another message one of several with the same id: its tag, and the
            /// id of that message where it is known.
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

        $($(impl From<$unboxed> for Content {
            fn from(content: $unboxed) -> Self {
                Self::$variant(content.into())
            }
        })?)*

        impl crate::types::Absent for Content {}
    };
}

content! {
    /// Plain text. Sent by Meta, WhatzMeAPI and Cooby.
    Text(Text, from Text) = "text", text: |text| Some(&text.body);
    /// A picture. Sent by Meta, WhatzMeAPI and Cooby.
    Image(Box<Media>) = "image", text: |media| media.text();
    /// A video, a GIF or a round video note. Sent by Meta, WhatzMeAPI and Cooby.
    Video(Box<Media>) = "video", text: |media| media.text();
    /// A sound file or a voice message. Sent by Meta, WhatzMeAPI and Cooby.
    Audio(Box<Media>) = "audio", text: |media| media.text();
    /// A file. Sent by Meta, WhatzMeAPI and Cooby.
    Document(Box<Media>) = "document", text: |media| media.text();
    /// A sticker. Sent by Meta, WhatzMeAPI and Cooby.
    Sticker(Box<Media>) = "sticker", text: |media| media.text();
    /// A place. Sent by Meta, WhatzMeAPI and Cooby.
    Location(Box<Location>, from Location) = "location", text: |place| place.name.as_deref();
    /// Contact cards. Sent by Meta, WhatzMeAPI and Cooby.
    Contacts(Box<Contacts>, from Contacts) = "contacts";
    /// A button that was tapped. Sent by Meta, WhatzMeAPI and Cooby.
    ButtonReply(Box<ButtonReply>, from ButtonReply) = "button_reply", text: |reply| reply.title.as_deref();
    /// A row that was chosen from a list. Sent by Meta, WhatzMeAPI and Cooby.
    ListReply(Box<ListReply>, from ListReply) = "list_reply", text: |reply| reply.title.as_deref();
    /// A form that was filled in. Sent by Meta, WhatzMeAPI and Cooby.
    FlowReply(Box<FlowReply>, from FlowReply) = "flow_reply", text: |reply| reply.body.as_deref();
    /// An address that was filled in. Sent by Meta.
    AddressReply(Box<AddressReply>, from AddressReply) = "address_reply", text: |reply| reply.body.as_deref();
    /// The answer to a request for permission to call. Sent by Meta.
    CallPermissionReply(Box<CallPermissionReply>, from CallPermissionReply) = "call_permission_reply";
    /// A cart. Sent by Meta, WhatzMeAPI and Cooby.
    Order(Box<Order>, from Order) = "order", text: |order| order.text.as_deref();
    /// A product of a catalog. Sent by Meta, WhatzMeAPI and Cooby.
    Product(Box<Product>, from Product) = "product", text: |product| product.title.as_deref();
    /// A reaction, or its removal. Sent by Meta, WhatzMeAPI and Cooby.
    Reaction(Box<Reaction>, from Reaction) = "reaction", text: |reaction| reaction.emoji.as_deref(),
        about: |reaction| reaction.message_id.as_ref();
    /// New content of an earlier message. Sent by Meta and WhatzMeAPI.
    Edit(Box<Edit>, from Edit) = "edit", text: |edit| edit.content.as_ref().and_then(Content::text),
        about: |edit| edit.message_id.as_ref();
    /// An earlier message was deleted for everyone. Sent by Meta, WhatzMeAPI and Cooby.
    Revoke(Box<Revoke>, from Revoke) = "revoke", about: |revoke| revoke.message_id.as_ref();
    /// A question with options. Sent by WhatzMeAPI and Cooby.
    Poll(Box<Poll>, from Poll) = "poll", text: |poll| poll.name.as_deref();
    /// An answer to a poll. Sent by WhatzMeAPI and Cooby.
    PollVote(Box<PollVote>, from PollVote) = "poll_vote", about: |vote| vote.poll_id.as_ref();
    /// Announces pictures and videos that follow as messages. Sent by WhatzMeAPI.
    Album(Box<Album>, from Album) = "album";
    /// An appointment. Sent by WhatzMeAPI.
    CalendarEvent(Box<CalendarEvent>, from CalendarEvent) = "calendar_event", text: |event| event.name.as_deref();
    /// An invitation to a group or channel. Sent by WhatzMeAPI and Cooby.
    GroupInvite(Box<GroupInvite>, from GroupInvite) = "group_invite", text: |invite| invite.caption.as_deref();
    /// Buttons that were offered. Sent by Meta (echoes) and WhatzMeAPI.
    Buttons(Box<Buttons>, from Buttons) = "buttons", text: |offer| offer.body.as_deref();
    /// A list that was offered. Sent by Meta (echoes), WhatzMeAPI and Cooby.
    List(Box<List>, from List) = "list", text: |offer| offer.body.as_deref();
    /// A template that was sent. Sent by Meta (echoes) and WhatzMeAPI.
    Template(Box<Template>, from Template) = "template", text: |offer| offer.body.as_deref();
    /// Another interactive message that was offered. Sent by Meta (echoes), WhatzMeAPI and Cooby.
    Interactive(Box<Interactive>, from Interactive) = "interactive", text: |offer| offer.body.as_deref();
    /// A payment, or a request for one. Sent by WhatzMeAPI and Cooby.
    Payment(Box<Payment>, from Payment) = "payment", text: |payment| payment.note.as_deref();
    /// A call, as the chat shows it. Sent by WhatzMeAPI and Cooby.
    CallLog(Box<CallLog>, from CallLog) = "call_log";
    /// A message was pinned or unpinned. Sent by WhatzMeAPI and Cooby.
    Pin(Box<Pin>, from Pin) = "pin", about: |pin| pin.message_id.as_ref();
    /// A disappearing message was kept or let go. Sent by WhatzMeAPI and Cooby.
    Keep(Box<Keep>, from Keep) = "keep", about: |keep| keep.message_id.as_ref();
    /// Messages of the chat disappear from now on, or no longer. Sent by WhatzMeAPI.
    EphemeralSetting(Box<EphemeralSetting>, from EphemeralSetting) = "ephemeral_setting";
    /// A notice of the system. Sent by Meta, WhatzMeAPI and Cooby.
    System(Box<System>, from System) = "system", text: |system| system.body.as_deref();
    /// A message that could not be decrypted, yet or ever. Sent by WhatzMeAPI and Cooby.
    Undecryptable(Box<Undecryptable>, from Undecryptable) = "undecryptable", about: |_| None;
    /// A message that the provider says it cannot show. Sent by Meta and Cooby.
    Unsupported(Box<Unsupported>, from Unsupported) = "unsupported";
    /// A kind of message that this version does not know. Sent by all that send messages.
    Unknown(Box<UnknownContent>, from UnknownContent) = "unknown";
    /// A message of a known type whose payload is missing or cannot be read: sender and id are in the message. Sent by all
    /// that send messages.
    Malformed(Box<MalformedContent>, from MalformedContent) = "malformed";
}

impl Content {
    /// Returns the file of an image, video, audio, document or sticker.
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
