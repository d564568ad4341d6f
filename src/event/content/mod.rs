//! What a message says: one type for each kind, alike for all providers.

mod about;
mod commerce;
mod contacts;
mod location;
mod media;
mod offered;
mod poll;
mod replies;
mod service;
mod text;

pub use self::about::{Edit, Keep, Pin, Reaction, Revoke};
pub use self::commerce::{Order, OrderItem, Payment, Product};
pub use self::contacts::{
    ContactAddress, ContactCard, ContactEmail, ContactName, ContactOrganization, ContactPhone,
    ContactUrl, Contacts,
};
pub use self::location::Location;
pub use self::media::{Album, Media, MediaEncryption};
pub use self::offered::{Button, Buttons, Interactive, List, Row, Section, Template};
pub use self::poll::{CalendarEvent, GroupInvite, Poll, PollVote};
pub use self::replies::{AddressReply, ButtonReply, CallPermissionReply, FlowReply, ListReply};
pub use self::service::{
    CallLog, EphemeralSetting, System, Undecryptable, UnknownContent, Unsupported,
};
pub use self::text::{LinkPreview, Text};

/// Declares [`Content`]: one line for each kind, its JSON tag, and what a person would read of it.
macro_rules! content {
    ($(
        $(#[$attribute:meta])*
        $variant:ident($type:ty) = $tag:literal $(, text: $text:expr)?;
    )*) => {
        /// What a message says.
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub enum Content {
            $($(#[$attribute])* #[serde(rename = $tag)] $variant(Box<$type>),)*
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
        }

        impl crate::types::Absent for Content {}
    };
}

content! {
    /// Plain text. Sent by Meta, WhatzMeAPI and Cooby.
    Text(Text) = "text", text: |text| Some(&text.body);
    /// A picture. Sent by Meta, WhatzMeAPI and Cooby.
    Image(Media) = "image", text: |media| media.caption.as_deref();
    /// A video, a GIF or a round video note. Sent by Meta, WhatzMeAPI and Cooby.
    Video(Media) = "video", text: |media| media.caption.as_deref();
    /// A sound file or a voice message. Sent by Meta, WhatzMeAPI and Cooby.
    Audio(Media) = "audio", text: |media| media.caption.as_deref();
    /// A file. Sent by Meta, WhatzMeAPI and Cooby.
    Document(Media) = "document", text: |media| media.caption.as_deref();
    /// A sticker. Sent by Meta, WhatzMeAPI and Cooby.
    Sticker(Media) = "sticker", text: |media| media.caption.as_deref();
    /// A place. Sent by Meta, WhatzMeAPI and Cooby.
    Location(Location) = "location", text: |place| place.name.as_deref();
    /// Contact cards. Sent by Meta, WhatzMeAPI and Cooby.
    Contacts(Contacts) = "contacts";
    /// A button that was tapped. Sent by Meta, WhatzMeAPI and Cooby.
    ButtonReply(ButtonReply) = "button_reply", text: |reply| reply.title.as_deref();
    /// A row that was chosen from a list. Sent by Meta, WhatzMeAPI and Cooby.
    ListReply(ListReply) = "list_reply", text: |reply| reply.title.as_deref();
    /// A form that was filled in. Sent by Meta, WhatzMeAPI and Cooby.
    FlowReply(FlowReply) = "flow_reply", text: |reply| reply.body.as_deref();
    /// An address that was filled in. Sent by Meta.
    AddressReply(AddressReply) = "address_reply", text: |reply| reply.body.as_deref();
    /// The answer to a request for permission to call. Sent by Meta.
    CallPermissionReply(CallPermissionReply) = "call_permission_reply";
    /// A cart. Sent by Meta, WhatzMeAPI and Cooby.
    Order(Order) = "order", text: |order| order.text.as_deref();
    /// A product of a catalog. Sent by WhatzMeAPI and Cooby.
    Product(Product) = "product", text: |product| product.title.as_deref();
    /// A reaction, or its removal. Sent by Meta, WhatzMeAPI and Cooby.
    Reaction(Reaction) = "reaction", text: |reaction| reaction.emoji.as_deref();
    /// New content of an earlier message. Sent by Meta and WhatzMeAPI.
    Edit(Edit) = "edit", text: |edit| edit.content.as_ref().and_then(Content::text);
    /// An earlier message was deleted for everyone. Sent by Meta, WhatzMeAPI and Cooby.
    Revoke(Revoke) = "revoke";
    /// A question with options. Sent by WhatzMeAPI and Cooby.
    Poll(Poll) = "poll", text: |poll| poll.name.as_deref();
    /// An answer to a poll. Sent by WhatzMeAPI and Cooby.
    PollVote(PollVote) = "poll_vote";
    /// Announces pictures and videos that follow as messages. Sent by WhatzMeAPI.
    Album(Album) = "album";
    /// An appointment. Sent by WhatzMeAPI.
    CalendarEvent(CalendarEvent) = "calendar_event", text: |event| event.name.as_deref();
    /// An invitation to a group or channel. Sent by WhatzMeAPI and Cooby.
    GroupInvite(GroupInvite) = "group_invite", text: |invite| invite.caption.as_deref();
    /// Buttons that were offered. Sent by WhatzMeAPI.
    Buttons(Buttons) = "buttons", text: |offer| offer.text.as_deref();
    /// A list that was offered. Sent by WhatzMeAPI and Cooby.
    List(List) = "list", text: |offer| offer.text.as_deref();
    /// A template that was sent. Sent by WhatzMeAPI.
    Template(Template) = "template", text: |offer| offer.text.as_deref();
    /// Another interactive message that was offered. Sent by WhatzMeAPI and Cooby.
    Interactive(Interactive) = "interactive", text: |offer| offer.text.as_deref();
    /// A payment, or a request for one. Sent by WhatzMeAPI and Cooby.
    Payment(Payment) = "payment", text: |payment| payment.note.as_deref();
    /// A call, as the chat shows it. Sent by WhatzMeAPI and Cooby.
    CallLog(CallLog) = "call_log";
    /// A message was pinned or unpinned. Sent by WhatzMeAPI and Cooby.
    Pin(Pin) = "pin";
    /// A disappearing message was kept or let go. Sent by WhatzMeAPI and Cooby.
    Keep(Keep) = "keep";
    /// Messages of the chat disappear from now on, or no longer. Sent by WhatzMeAPI.
    EphemeralSetting(EphemeralSetting) = "ephemeral_setting";
    /// A notice of the system. Sent by Meta, WhatzMeAPI and Cooby.
    System(System) = "system", text: |system| system.body.as_deref();
    /// A message that could not be decrypted, yet or ever. Sent by WhatzMeAPI and Cooby.
    Undecryptable(Undecryptable) = "undecryptable";
    /// A message that the provider says it cannot show. Sent by Meta and Cooby.
    Unsupported(Unsupported) = "unsupported";
    /// A kind of message that this version does not know. Sent by all that send messages.
    Unknown(UnknownContent) = "unknown";
}
