//! The unified event: one shape for all providers.

mod account;
mod account_pricing;
mod call;
mod chat;
mod contact_sync;
pub mod content;
mod context;
mod conversion;
mod dedup;
mod error_detail;
mod extra;
mod failure;
mod flow;
mod group;
mod handover;
mod history;
mod identity;
pub(crate) mod kept_key;
mod key;
mod message;
mod meta;
pub(crate) mod model;
mod partner;
mod payment;
mod payment_status;
mod phone_number;
mod preference;
mod pricing;
pub(crate) mod redact;
mod referral;
mod secrets;
mod security;
mod status;
mod tagged;
mod template;
mod unhandled;

use std::fmt;

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer};

pub use self::account::{
    AccountEntityType, AccountEvent, AccountStatus, AccountUpdate, AlertSeverity, BanState,
    CertificationRejection, DisconnectionInitiator, DisconnectionReason, Restriction,
    RestrictionType, ViolationType,
};
pub use self::account_pricing::{InternationalRates, RateException, VolumeTier};
pub use self::call::{Call, CallEvent, CallStatus, SdpType};
pub use self::chat::{Chat, ChatKind};
pub use self::contact_sync::{ContactSync, ContactSyncEvent};
pub use self::content::Content;
pub use self::context::{Channel, Context, ReferredProduct};
pub use self::conversion::{ClickComponent, Conversion, ConversionEvent};
pub use self::error_detail::ErrorDetail;
pub use self::extra::Extra;
pub use self::failure::Failure;
pub use self::flow::{FlowAlertState, FlowError, FlowEvent, FlowStatus, FlowUpdate};
pub use self::group::{
    FailedParticipant, GroupEvent, GroupReason, GroupSetting, GroupUpdate, JoinApprovalMode,
    RemovalInitiator,
};
pub use self::handover::{Handover, HandoverEvent, HandoverRole};
pub use self::history::History;
pub use self::identity::IdentityChange;
use self::key::Keyed;
pub use self::message::{CreationType, Direction, Message, Origin};
pub use self::meta::{Account, EventMeta, Party};
pub use self::partner::{DailyLimit, PartnerBuilder, PartnerOnline, PartnerWhatsapp};
pub use self::payment::{PaymentConfiguration, PaymentConfigurationStatus, PaymentGateway};
pub use self::payment_status::{
    PaymentMethod, PaymentStatus, Refund, RefundSpeed, RefundStatus, TransactionStatus,
};
pub use self::phone_number::{
    DisplayNameRejection, MessagingLimit, PhoneNumberEvent, PhoneNumberUpdate, UsernameContext,
};
pub use self::preference::{Preference, PreferenceCategory, PreferenceEvent};
pub use self::pricing::{
    Conversation, ConversationOrigin, Pricing, PricingCategory, PricingModel, PricingSubtype,
    PricingType,
};
pub use self::referral::{Referral, ReferralMediaType, ReferralSource};
pub use self::security::{SecurityEvent, SecurityUpdate};
pub use self::status::{Campaign, MessageStatus, StatusUpdate};
use self::tagged::FromTag;
pub use self::template::{
    CategoryAppealStatus, QualityScore, TemplateButton, TemplateButtonType, TemplateCategory,
    TemplateComponents, TemplateEvent, TemplatePause, TemplateReason, TemplateUpdate,
};
pub use self::unhandled::{Malformed, Unknown};
use crate::Provider;
pub use crate::path::Path;
use crate::types::{Raw, Timestamp};

/// Declares [`Event`]: one line for each variant, its JSON tag, and the two functions that look for it.
macro_rules! events {
    ($(
        $(#[$attribute:meta])*
        $variant:ident($type:ident) = $tag:literal, $as:ident, $into:ident;
    )*) => {
        /// One thing that happened.
        ///
        /// As JSON it is an object with one key, the kind: `{"message":{…}}`. What is absent is left out,
        /// times are RFC 3339, `meta.key` is the [key](Self::dedup_key), `raw` comes last. This form is stable.
        ///
        /// JSON of a later version can be read: an event of a kind that this version does not know is [`Unknown`],
        /// with its JSON as `raw`. Errors say what was expected and where, never what stood there.
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[non_exhaustive]
        pub enum Event {
            $($(#[$attribute])* #[serde(rename = $tag)] $variant(Box<$type>),)*
        }

        impl Event {
            /// Returns what every event has.
            #[must_use]
            pub fn meta(&self) -> &EventMeta {
                match self {
                    $(Self::$variant(event) => &event.meta,)*
                }
            }

            /// Returns the JSON tag: `message`, `status` …
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $tag,)*
                }
            }

            /// Returns the exact bytes of the item.
            #[must_use]
            pub fn raw(&self) -> &Raw {
                match self {
                    $(Self::$variant(event) => &event.raw,)*
                }
            }

            fn keyed(&self) -> &dyn Keyed {
                match self {
                    $(Self::$variant(event) => &**event,)*
                }
            }

            pub(crate) fn meta_mut(&mut self) -> &mut EventMeta {
                match self {
                    $(Self::$variant(event) => &mut event.meta,)*
                }
            }

            fn raw_mut(&mut self) -> &mut Raw {
                match self {
                    $(Self::$variant(event) => &mut event.raw,)*
                }
            }

            $(
                #[doc = concat!("Returns the event if it is a `", $tag, "`.")]
                #[must_use]
                pub fn $as(&self) -> Option<&$type> {
                    match self {
                        Self::$variant(event) => Some(event),
                        _ => None,
                    }
                }

                #[doc = concat!("Takes the event if it is a `", $tag, "`.")]
                #[must_use]
                pub fn $into(self) -> Option<$type> {
                    match self {
                        Self::$variant(event) => Some(*event),
                        _ => None,
                    }
                }
            )*
        }

        impl<'de> FromTag<'de> for Event {
            fn from_tag<M: MapAccess<'de>>(tag: &str, map: &mut M) -> Result<Self, M::Error> {
                Ok(match tag {
                    $($tag => Self::$variant(map.next_value()?),)*
                    _ => Self::from(Unknown::of_later_version(tag, map)?),
                })
            }
        }

        $(impl From<$type> for Event {
            fn from(event: $type) -> Self {
                Self::$variant(Box::new(event))
            }
        })*
    };
}

events! {
    /// A chat message, either direction. Sent by Meta, WhatzMeAPI and Cooby.
    Message(Message) = "message", as_message, into_message;
    /// Progress of an outbound message. Sent by Meta, Engage and WhatzMeAPI.
    Status(StatusUpdate) = "status", as_status, into_status;
    /// A call and its progress. Sent by Meta and WhatzMeAPI.
    Call(Call) = "call", as_call, into_call;
    /// Status, quality, category or components of a template. Sent by Meta.
    Template(TemplateUpdate) = "template", as_template, into_template;
    /// Review, restriction, capability, alerts, partners of a business account. Sent by Meta.
    Account(AccountUpdate) = "account", as_account, into_account;
    /// Name, quality, settings, username of a business number. Sent by Meta.
    PhoneNumber(PhoneNumberUpdate) = "phone_number", as_phone_number, into_phone_number;
    /// Status of a flow, health of its endpoint. Sent by Meta.
    Flow(FlowUpdate) = "flow", as_flow, into_flow;
    /// Life, members, settings, status of a group. Sent by Meta and WhatzMeAPI.
    Group(GroupUpdate) = "group", as_group, into_group;
    /// A chunk of synchronised history, or its refusal. Sent by Meta.
    History(History) = "history", as_history, into_history;
    /// The address book of the business changed. Sent by Meta.
    ContactSync(ContactSync) = "contact_sync", as_contact_sync, into_contact_sync;
    /// A person's ids changed. Sent by Meta.
    Identity(IdentityChange) = "identity", as_identity, into_identity;
    /// Marketing messages were stopped, or are wanted again. Sent by Meta.
    Preference(Preference) = "preference", as_preference, into_preference;
    /// A payment gateway was linked or changed. Sent by Meta.
    Payment(PaymentConfiguration) = "payment", as_payment, into_payment;
    /// A PIN was changed or asked for. Sent by Meta.
    Security(SecurityUpdate) = "security", as_security, into_security;
    /// Control over a thread changed hands. Sent by Meta.
    Handover(Handover) = "handover", as_handover, into_handover;
    /// A click, a lead or a purchase. Sent by Meta.
    Conversion(Conversion) = "conversion", as_conversion, into_conversion;
    /// A WhatsApp number was onboarded or changed. Sent by Partner.
    PartnerWhatsapp(PartnerWhatsapp) = "partner_whatsapp", as_partner_whatsapp, into_partner_whatsapp;
    /// A builder changed. Sent by Partner.
    PartnerBuilder(PartnerBuilder) = "partner_builder", as_partner_builder, into_partner_builder;
    /// An omnichannel account changed. Sent by Partner.
    PartnerOnline(PartnerOnline) = "partner_online", as_partner_online, into_partner_online;
    /// An error that belongs to no message. Sent by Meta and WhatzMeAPI.
    Failure(Failure) = "failure", as_failure, into_failure;
    /// An item of a type this version does not know. Sent by all.
    Unknown(Unknown) = "unknown", as_unknown, into_unknown;
    /// An item of a known type that cannot be read. Sent by all.
    Malformed(Malformed) = "malformed", as_malformed, into_malformed;
}

impl Event {
    /// Returns who sent it: the provider it was parsed for.
    #[must_use]
    pub fn provider(&self) -> Provider {
        self.meta().provider
    }

    /// Returns the business side.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.meta().account
    }

    /// Returns when it happened, as the provider says.
    #[must_use]
    pub fn occurred_at(&self) -> Option<Timestamp> {
        self.meta().occurred_at
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        tagged::read(source)
    }
}

/// Kind, provider and [key](Event::dedup_key): `status meta meta:5f1c…`, for logs.
impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {}",
            self.kind(),
            self.provider(),
            self.dedup_key()
        )
    }
}

/// An event is a tag and a pointer, so that a batch is cheap to hold and to sort.
const _: () = assert!(size_of::<Event>() <= 16);
