//! What every event has: who sent it, for whom, when, and where it stood.

use std::borrow::Cow;
use std::sync::Arc;

use crate::Provider;
use crate::event::Extra;
use crate::event::kept_key::KeptKey;
use crate::event::model::model;
use crate::path::Path;
use crate::types::{PhoneNumber, PhoneNumberId, Timestamp};

model! {
    /// What every event has.
    pub struct EventMeta {
        /// Who sent the delivery: the provider it was parsed for.
        pub provider: Provider = required,
        /// Business side. Events of one delivery share it.
        pub account: Arc<Account>,
        /// When it happened, as the provider says; never the time of receipt.
        pub occurred_at: Option<Timestamp>,
        /// Provider's own name for the kind of delivery: Meta's `field`, the others' `event` or `event_name`.
        /// Cooby has none.
        pub topic: Option<Cow<'static, str>>,
        /// Path in the body, such as `entry[0].changes[1].value.messages[2]`; empty where the body is the item.
        pub path: Path,
        /// Values of the envelope that no field of an event holds; on the first event of the part that has them.
        pub extra: Extra,
        /// Key that the event was read with, or had before it lost its raw JSON.
        pub(crate) key: KeptKey,
    }

    /// The business side: whatever the provider says of it.
    pub struct Account {
        /// Id of the business account or business; the text as received where a provider gives nothing else.
        pub id: Option<String> = id,
        /// Meta's id of the number. No phone number.
        pub phone_number_id: Option<PhoneNumberId>,
        /// Number.
        pub phone_number: Option<PhoneNumber>,
        /// Displayed name.
        pub name: Option<String> = text,
        /// Mail address of the user behind it. Cooby.
        pub email: Option<String> = text,
        /// Name or id of the gateway's instance. WhatzMeAPI.
        pub instance: Option<String>,
    }

    /// A person or number, with every id the provider gave.
    ///
    /// People can hide their number: then there is no `phone`, and `id` is another id.
    pub struct Party {
        /// What an answer would be sent to, as received.
        pub id: Option<String> = tail,
        /// Number; never an anonymous id.
        pub phone: Option<PhoneNumber>,
        /// Meta's business-scoped id: opaque, case-sensitive.
        pub user_id: Option<String>,
        /// Meta's id across linked businesses.
        pub parent_user_id: Option<String>,
        /// WhatsApp's anonymous id, as received. WhatzMeAPI.
        pub lid: Option<String> = tail,
        /// Name the person chose for others to find them, without `@`.
        pub username: Option<String> = text,
        /// Displayed name; the person can change it at any time.
        pub name: Option<String> = text,
        /// Name of a business that WhatsApp has verified. WhatzMeAPI.
        pub verified_name: Option<String> = text,
        /// WhatsApp id of the contact, where it differs from `id`: some countries have two forms. Meta.
        pub wa_id: Option<String> = tail,
        /// Hash of the person's identity. Meta, with the identity check.
        pub identity_key_hash: Option<String>,
        /// Whether a new identity was acknowledged. Meta, with the identity check.
        pub identity_acknowledged: Option<bool>,
        /// When the identity was made. Meta, with the identity check.
        pub identity_created_at: Option<Timestamp>,
    }
}

impl EventMeta {
    /// Creates what every event has, with the provider and nothing else.
    ///
    /// ```
    /// use whatsapp_webhooks::Provider;
    /// use whatsapp_webhooks::event::EventMeta;
    ///
    /// let mut meta = EventMeta::new(Provider::Meta);
    /// meta.topic = Some("messages".into());
    /// assert_eq!(meta.path, "");
    /// ```
    #[must_use]
    pub fn new(provider: Provider) -> Self {
        Self {
            provider,
            account: Arc::default(),
            occurred_at: None,
            topic: None,
            path: Path::default(),
            extra: Extra::default(),
            key: KeptKey::default(),
        }
    }

    /// The same with the key of its event.
    pub(super) fn with_key(&self, key: String) -> Self {
        Self {
            key: key.into(),
            ..self.clone()
        }
    }
}
