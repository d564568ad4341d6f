//! The unified event: one type for all providers.
//!
//! Start with [`Event`]: each of its variants contains one of the structs of this module. The contents of messages are
//! in [`content`].

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
#[cfg(feature = "schema")]
mod schema;
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
    TemplateComponents, TemplateEvent, TemplatePause, TemplateReason, TemplateRejection,
    TemplateUpdate,
};
pub use self::unhandled::{Malformed, Unknown};
use crate::Provider;
pub use crate::path::Path;
use crate::types::{Raw, Timestamp};

/// Declares [`Event`]: one line per variant with its JSON tag and its two accessors.
macro_rules! events {
    ($(
        $(#[$attribute:meta])*
        $variant:ident($type:ident) = $tag:literal, $as:ident, $into:ident;
    )*) => {
        /// One event of a delivery, in the same form for all providers.
        ///
        /// `parse` and `Endpoint::receive` of every provider return events. Match on the variants that you handle and
        /// let a `_` arm take the others: later versions add variants. [`meta`](Self::meta) and [`raw`](Self::raw)
        /// are available on every event without a `match`.
        ///
        /// # Examples
        ///
        /// ```
        /// use whatsapp_webhooks::{Event, MessageStatus, meta};
        ///
        /// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
        ///     "value":{"messages":[{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"Hi"}}],
        ///     "statuses":[{"id":"wamid.B","status":"read","recipient_id":"16505551234"}]}}]}]}"#;
        /// for event in meta::parse(body)? {
        ///     match event {
        ///         Event::Message(message) => assert_eq!(message.text(), Some("Hi")),
        ///         Event::Status(status) => assert_eq!(status.status, MessageStatus::Read),
        ///         other => println!("not handled: {}", other.kind()),
        ///     }
        /// }
        /// # Ok::<(), whatsapp_webhooks::ParseError>(())
        /// ```
        ///
        /// # Variants
        ///
        /// | variant | reports | sent by |
        /// |---|---|---|
        /// | [`Message`](Self::Message) | a chat message, inbound or outbound | Meta, WhatzMeAPI, Cooby |
        /// | [`Status`](Self::Status) | the delivery status of an outbound message | Meta, Engage, WhatzMeAPI |
        /// | [`Call`](Self::Call) | a call and its progress | Meta, WhatzMeAPI |
        /// | [`Template`](Self::Template) | a change of a template's status, quality, category or components | Meta |
        /// | [`Account`](Self::Account) | a review, restriction, limit, alert or partner update | Meta |
        /// | [`PhoneNumber`](Self::PhoneNumber) | a change of name, limits, settings or username of a number | Meta |
        /// | [`Flow`](Self::Flow) | the status of a flow, or an alert about it | Meta |
        /// | [`Group`](Self::Group) | a change of a group, its participants or its settings | Meta, WhatzMeAPI |
        /// | [`History`](Self::History) | a chunk of synchronized chat history, or why there is none | Meta |
        /// | [`ContactSync`](Self::ContactSync) | a change in the address book of the business | Meta |
        /// | [`Identity`](Self::Identity) | new IDs of a person | Meta |
        /// | [`Preference`](Self::Preference) | a marketing opt-out, its withdrawal, or a sign-up | Meta |
        /// | [`Payment`](Self::Payment) | a change of a payment configuration | Meta |
        /// | [`Security`](Self::Security) | a change of the two-step verification PIN | Meta |
        /// | [`Handover`](Self::Handover) | the handover of a thread between apps | Meta |
        /// | [`Conversion`](Self::Conversion) | a click, lead or purchase | Meta |
        /// | [`PartnerWhatsapp`](Self::PartnerWhatsapp) | the onboarding or a change of a WhatsApp number | Partner |
        /// | [`PartnerBuilder`](Self::PartnerBuilder) | a change of a builder | Partner |
        /// | [`PartnerOnline`](Self::PartnerOnline) | a change of an omnichannel account | Partner |
        /// | [`Failure`](Self::Failure) | an error that belongs to no message | Meta, WhatzMeAPI |
        /// | [`Unknown`](Self::Unknown) | an item of an unknown type | Meta, Engage, WhatzMeAPI, Partner |
        /// | [`Malformed`](Self::Malformed) | an unreadable item of a known type | Meta, Engage, WhatzMeAPI, Cooby |
        ///
        /// # JSON
        ///
        /// As JSON, an event is an object with one key, its [`kind`](Self::kind): `{"message":{…}}`. Absent values
        /// are left out, times are in RFC 3339, and `raw` comes last. This form is stable.
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = schema::event)
        )]
        #[non_exhaustive]
        pub enum Event {
            $($(#[$attribute])* #[serde(rename = $tag)] $variant(Box<$type>),)*
        }

        impl Event {
            /// Returns the metadata common to all events.
            #[must_use]
            pub fn meta(&self) -> &EventMeta {
                match self {
                    $(Self::$variant(event) => &event.meta,)*
                }
            }

            /// Returns the kind of the event, which is its JSON tag: `message`, `status` …
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $tag,)*
                }
            }

            /// Returns the raw JSON of the item, exactly as received.
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
                #[doc = concat!("Returns the event if its kind is `", $tag, "`.")]
                #[must_use]
                pub fn $as(&self) -> Option<&$type> {
                    match self {
                        Self::$variant(event) => Some(event),
                        _ => None,
                    }
                }

                #[doc = concat!("Converts into the event if its kind is `", $tag, "`.")]
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
    /// A chat message, inbound or outbound. Sent by Meta, WhatzMeAPI and Cooby.
    Message(Message) = "message", as_message, into_message;
    /// The delivery status of an outbound message. Sent by Meta, Engage and WhatzMeAPI.
    Status(StatusUpdate) = "status", as_status, into_status;
    /// A call and its progress. Sent by Meta and WhatzMeAPI.
    Call(Call) = "call", as_call, into_call;
    /// A change of the status, quality, category or components of a template. Sent by Meta.
    Template(TemplateUpdate) = "template", as_template, into_template;
    /// A review, restriction, limit, alert or partner change of a business account. Sent by Meta.
    Account(AccountUpdate) = "account", as_account, into_account;
    /// A change of the name, limits, settings or username of a business number. Sent by Meta.
    PhoneNumber(PhoneNumberUpdate) = "phone_number", as_phone_number, into_phone_number;
    /// A change of the status of a flow, or an alert about it. Sent by Meta.
    Flow(FlowUpdate) = "flow", as_flow, into_flow;
    /// A change of a group, its participants or its settings. Sent by Meta and WhatzMeAPI.
    Group(GroupUpdate) = "group", as_group, into_group;
    /// A chunk of synchronized chat history, or the reason why there is none. Sent by Meta.
    History(History) = "history", as_history, into_history;
    /// A change in the address book of the business. Sent by Meta.
    ContactSync(ContactSync) = "contact_sync", as_contact_sync, into_contact_sync;
    /// A change of a person's IDs. Sent by Meta.
    Identity(IdentityChange) = "identity", as_identity, into_identity;
    /// A marketing opt-out, its withdrawal, or a sign-up. Sent by Meta.
    Preference(Preference) = "preference", as_preference, into_preference;
    /// A change of a payment configuration. Sent by Meta.
    Payment(PaymentConfiguration) = "payment", as_payment, into_payment;
    /// A change of the two-step verification PIN, or a request to reset it. Sent by Meta.
    Security(SecurityUpdate) = "security", as_security, into_security;
    /// A handover of a thread between apps. Sent by Meta.
    Handover(Handover) = "handover", as_handover, into_handover;
    /// A click, lead or purchase. Sent by Meta.
    Conversion(Conversion) = "conversion", as_conversion, into_conversion;
    /// The onboarding of a WhatsApp number, or a change of it. Sent by Partner.
    PartnerWhatsapp(PartnerWhatsapp) = "partner_whatsapp", as_partner_whatsapp, into_partner_whatsapp;
    /// A change of a builder. Sent by Partner.
    PartnerBuilder(PartnerBuilder) = "partner_builder", as_partner_builder, into_partner_builder;
    /// A change of an omnichannel account. Sent by Partner.
    PartnerOnline(PartnerOnline) = "partner_online", as_partner_online, into_partner_online;
    /// An error that belongs to no message. Sent by Meta and WhatzMeAPI.
    Failure(Failure) = "failure", as_failure, into_failure;
    /// An item of a type that this version does not know. Sent by Meta, Engage, WhatzMeAPI and Partner.
    Unknown(Unknown) = "unknown", as_unknown, into_unknown;
    /// An item of a known type that cannot be read. Sent by Meta, Engage, WhatzMeAPI and Cooby.
    Malformed(Malformed) = "malformed", as_malformed, into_malformed;
}

impl Event {
    /// Returns the provider that the delivery was parsed for.
    #[must_use]
    pub fn provider(&self) -> Provider {
        self.meta().provider
    }

    /// Returns the business account that the event belongs to.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.meta().account
    }

    /// Returns when the event happened, according to the provider.
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

/// Writes kind, provider and [key](Event::dedup_key), for logs: `status meta meta:status:…`.
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

/// An event is a tag and a pointer: a batch is cheap to hold and to sort.
const _: () = assert!(size_of::<Event>() <= 16);
