//! Meta's wire types: the JSON of the webhook, key by key.
//!
//! The types borrow from the body and can be read with `serde_json`'s `from_str` or `from_slice`. Keys have Meta's
//! names. A key that is absent, `null` or of an unexpected shape is `None`. Rarely used parts are kept as
//! [`RawSlice`](crate::payload::RawSlice).
//!
//! # Examples
//!
//! ```
//! use whatsapp_webhooks::meta::payload::Message;
//!
//! let text = r#"{"from":"16505551234","type":"text","text":{"body":"Hi"},"new_key":1}"#;
//! let message: Message<'_> = serde_json::from_str(text)?;
//! assert_eq!(message.text.as_ref().and_then(|text| text.body.as_deref()), Some("Hi"));
//! assert_eq!(
//!     serde_json::to_string(&message)?,
//!     r#"{"from":"16505551234","type":"text","text":{"body":"Hi"}}"#
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```

mod contact;
mod content;
mod envelope;
mod error;
mod interactive;
mod message;
mod outbound;
mod standby;
mod status;
mod user_action;

pub use self::contact::{Contact, Profile};
pub use self::content::{
    Button, Card, CardAddress, CardEmail, CardName, CardOrganization, CardPhone, CardUrl, Edit,
    Identity, Location, Media, Order, Product, ProductItem, Reaction, Revoke, System, Text,
    Unsupported,
};
pub use self::envelope::{Change, Entry, Metadata, Payload, Value};
pub use self::error::{Error, ErrorData};
pub use self::interactive::{AddressResponse, CallPermissionReply, Interactive, NfmReply, Reply};
pub use self::message::{Context, HistoryContext, Message, Referral, WelcomeMessage};
pub use self::outbound::{
    OutboundAction, OutboundButton, OutboundComponent, OutboundContext, OutboundFallback,
    OutboundHeader, OutboundInteractive, OutboundLanguage, OutboundLine, OutboundMedia,
    OutboundMessage, OutboundParameter, OutboundParameters, OutboundSection, OutboundTemplate,
    OutboundText,
};
pub use self::standby::{
    ConversationContext, FlowDefinition, Standby, StandbyEcho, Summary, TemplateDefinition,
};
pub use self::status::{
    Amount, Conversation, ConversationOrigin, LegacyMessage, Payment, PaymentError, PaymentMethod,
    Pricing, Refund, Status, Transaction,
};
pub use self::user_action::{LinkClick, UserAction};
pub use super::fields::payload::*;
pub use super::fields::payload_of_irregular::*;
