//! The wire types: the JSON of Baileys' messages and of the gateways around it, key by key.
//!
//! Source of all of them: the public Baileys source, versions 6.7.18 to 7.0.0-rc13, and the sources and
//! documentation of the gateways named (read 2026-11-21). Seen in the wild from WhatzMeAPI itself: no.
//!
//! A 64-bit number comes as number, text, or two halves; a moment in seconds unless its name ends in `Ms`.

mod buttons;
mod calendar;
mod calls;
mod commerce;
mod contacts;
mod context;
mod edits;
mod envelope;
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
    MessageContextInfo, Wrapper,
};
pub use self::edits::{
    ConditionalRevealMessage, EditProbe, MemberLabel, ProtocolMessage, SecretMessage,
};
pub use self::envelope::{Addition, Data, Instance, LidMapping, Payload, Probe};
pub use self::groups::{GroupChange, GroupParticipant};
pub use self::interactive::{
    CarouselMessage, InteractiveMessage, NativeFlowButton, NativeFlowMessage, NativeFlowParams,
    Titled,
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
    ButtonReplyMessage, InteractiveResponseMessage, ListResponseMessage, NativeFlowResponse,
    SingleSelectReply,
};
pub use self::templates::{
    FourRowTemplate, HighlyStructuredMessage, HydratedButton, HydratedTemplate, TemplateButton,
    TemplateMessage,
};
pub use self::text::ExtendedTextMessage;
pub use self::update::{Change, Receipt};
pub use self::waha::{WahaAccount, WahaPayload};
