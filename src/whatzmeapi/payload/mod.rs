//! The wire types: the JSON of Baileys' messages and of the gateways around it, key by key.
//!
//! Source of all of them: the public Baileys source, versions 6.7.18 to 7.0.0-rc13, and the sources and
//! documentation of the gateways named (read 2026-11-21). Seen in the wild from WhatzMeAPI itself: no.
//!
//! A 64-bit number comes as number, text, or two halves; a moment in seconds unless its name ends in `Ms`.

mod about;
mod commerce;
mod context;
mod envelope;
mod group;
mod media;
mod message;
mod offered;
mod outgoing;
mod place;
mod poll;
mod replies;
mod update;

pub use self::about::{
    KeepInChatMessage, MemberLabel, NoticeMessage, PinInChatMessage, ProtocolMessage,
    ReactionMessage, SecretMessage,
};
pub use self::commerce::{
    Amount, OrderMessage, PaymentMessage, PaymentNote, ProductMessage, ProductSnapshot,
};
pub use self::context::{
    ContextInfo, ExternalAdReply, ForwardedNewsletterMessageInfo, MessageAssociation,
    MessageContextInfo, Wrapper,
};
pub use self::envelope::{Data, Instance, Payload, Probe};
pub use self::group::{CallUpdate, GroupChange};
pub use self::media::{AlbumMessage, Buffer, ExtendedTextMessage, MediaMessage};
pub use self::message::{GroupParticipant, Key, WebMessage};
pub use self::offered::{
    ButtonText, ButtonsMessage, CarouselMessage, FourRowTemplate, HighlyStructuredMessage,
    HydratedButton, HydratedTemplate, InteractiveMessage, ListMessage, ListRow, ListSection,
    ListedProduct, NativeFlowButton, NativeFlowMessage, NativeFlowParams, OfferedButton,
    ProductListInfo, ProductSection, TemplateButton, TemplateMessage, Titled,
};
pub use self::outgoing::{InvalidRecipient, OutgoingBody, OutgoingText, OutgoingType};
pub use self::place::{ContactMessage, ContactsArrayMessage, LocationMessage};
pub use self::poll::{
    CallLogMessage, EventMessage, InviteMessage, PollCreationMessage, PollOption, PollTally,
    PollUpdateMessage, PollVote, ScheduledCallMessage,
};
pub use self::replies::{
    ButtonReplyMessage, InteractiveResponseMessage, ListResponseMessage, NativeFlowResponse,
    SingleSelectReply,
};
pub use self::update::{Change, Reaction, Receipt, Update};
