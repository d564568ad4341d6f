//! Wire types: the JSON of Baileys' messages, and of the gateways that wrap them.
//!
//! Source of all types: the public source of Baileys, versions 6.7.18 to 7.0.0-rc13, and the sources and
//! documentation of the gateways named in them (read 2026-11-21). None has been observed in real deliveries of
//! WhatzMeAPI.
//!
//! 64-bit numbers are accepted as numbers, as text, or as two halves. Times are in seconds, or in milliseconds if the
//! name ends in `Ms`. `6.7.x` and `7.x` are the versions of Baileys that send a key.

mod buttons;
mod calendar;
mod calls;
mod commerce;
mod contacts;
mod context;
mod edits;
mod envelope;
mod go;
mod groups;
mod interactive;
mod invites;
mod key;
mod lists;
mod locations;
mod media;
mod message;
mod notices;
mod pins;
mod polls;
mod reactions;
mod replies;
mod templates;
mod text;
mod update;
mod waha;

pub use self::buttons::{ButtonText, ButtonsMessage, OfferedButton};
pub use self::calendar::{EventInviteMessage, EventMessage, ScheduledCallMessage};
pub use self::calls::{CallLogMessage, CallUpdate};
pub use self::commerce::{
    Amount, OrderMessage, PaymentMessage, PaymentNote, ProductMessage, ProductSnapshot,
};
pub use self::contacts::{ContactMessage, ContactsArrayMessage};
pub use self::context::{
    ContextInfo, ExternalAdReply, ForwardedNewsletterMessageInfo, MessageAssociation,
    MessageContextInfo, OtherMessage, Wrapper,
};
pub use self::edits::{
    ConditionalRevealMessage, EditProbe, MemberLabel, ProtocolMessage, SecretMessage,
};
pub use self::envelope::{Addition, Data, Instance, LidMapping, Payload, Probe};
pub use self::go::{GoInfo, GoReceipt};
pub use self::groups::{GroupChange, GroupParticipant};
pub use self::interactive::{
    CarouselMessage, InteractiveHeader, InteractiveMessage, NativeFlowButton, NativeFlowMessage,
    NativeFlowParams, Titled,
};
pub use self::invites::InviteMessage;
pub use self::key::Key;
pub use self::lists::{
    ListMessage, ListRow, ListSection, ListedProduct, ProductListInfo, ProductSection,
};
pub use self::locations::LocationMessage;
pub use self::media::{AlbumMessage, Buffer, MediaMessage};
pub use self::message::WebMessage;
pub use self::notices::NoticeMessage;
pub use self::pins::{KeepInChatMessage, PinInChatMessage};
pub use self::polls::{
    PollAddOptionMessage, PollCreationMessage, PollOption, PollTally, PollUpdateMessage, PollVote,
};
pub use self::reactions::{Reaction, ReactionMessage};
pub use self::replies::{
    ButtonLabel, ButtonReplyMessage, InteractiveResponse, InteractiveResponseMessage,
    ListResponseMessage, NativeFlowResponse, SingleSelectReply,
};
pub use self::templates::{
    FourRowTemplate, HighlyStructuredMessage, HydratedButton, HydratedTemplate, TemplateButton,
    TemplateMessage,
};
pub use self::text::ExtendedTextMessage;
pub use self::update::{Change, Receipt};
pub use self::waha::{
    WahaAccount, WahaLocation, WahaMedia, WahaParts, WahaPayload, WahaReaction, WahaReplyTo,
};
