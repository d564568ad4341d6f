//! Metadata common to all events: provider, business account, time and path.

use std::borrow::Cow;
use std::sync::Arc;

use crate::Provider;
use crate::event::Extra;
use crate::event::kept_key::KeptKey;
use crate::event::model::model;
use crate::path::Path;
use crate::types::{PhoneNumber, PhoneNumberId, Timestamp};

model! {
    /// Metadata common to all events: provider, business account, time and path.
    ///
    /// Every event has it in its field `meta`, and [`Event::meta`](crate::Event::meta) returns it.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::{Provider, meta};
    ///
    /// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
    ///     "value":{"metadata":{"display_phone_number":"15550109988","phone_number_id":"104857600123456"},
    ///     "statuses":[{"id":"wamid.A","status":"read","timestamp":"1784000000"}]}}]}]}"#;
    /// let events = meta::parse(body)?;
    /// let event_meta = events[0].meta();
    /// assert_eq!(event_meta.provider, Provider::Meta);
    /// assert_eq!(event_meta.topic.as_deref(), Some("messages"));
    /// assert_eq!(event_meta.path, "entry[0].changes[0].value.statuses[0]");
    /// assert!(event_meta.occurred_at.is_some());
    /// assert_eq!(event_meta.account.id.as_deref(), Some("1"));
    /// # Ok::<(), whatsapp_webhooks::ParseError>(())
    /// ```
    pub struct EventMeta {
        /// Provider that the delivery was parsed for.
        pub provider: Provider = required,
        /// Business account that the event belongs to, shared by the events of a delivery.
        pub account: Arc<Account>,
        /// When the event happened, according to the provider; never the time of receipt.
        pub occurred_at: Option<Timestamp>,
        /// Provider's name for the kind of delivery: `field` of Meta, `event` or `event_name` of the others. Absent
        /// for Cooby.
        pub topic: Option<Cow<'static, str>> = word,
        /// Path of the item in the body, such as `entry[0].changes[1].value.messages[2]`; empty if the whole body is
        /// the item.
        pub path: Path,
        /// `true` for an event that [`replay`](crate::replay) read from kept bytes; absent for one that was delivered.
        pub replayed: Option<bool>,
        /// Values of the envelope that no field of an event contains. They are on the first event of the part of the
        /// envelope that has them.
        pub extra: Extra,
        /// Key that the event was read with, or had before it lost its raw JSON.
        pub(crate) key: KeptKey,
    }

    /// Business account that an event belongs to.
    pub struct Account {
        /// ID of the business account or business. Engage and Cooby: the value sent as the number, if it is not one.
        pub id: Option<String> = id,
        /// Meta's ID for the business number (not the number itself).
        pub phone_number_id: Option<PhoneNumberId>,
        /// Business number.
        pub phone_number: Option<PhoneNumber>,
        /// Display name.
        pub name: Option<String> = text,
        /// Email address of the user of the account. Cooby only.
        pub email: Option<String> = text,
        /// Name or ID of the instance of the gateway. WhatzMeAPI only.
        pub instance: Option<String>,
    }

    /// A person or a number, with every ID that the provider sent.
    ///
    /// People can hide their phone number from a business. `phone` is then absent, and `id` is another ID, such as a
    /// business-scoped user ID.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::meta;
    ///
    /// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
    ///     "value":{"contacts":[{"wa_id":"16505551234","profile":{"name":"Dana"}}],
    ///     "messages":[{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"Hi"}}]}}]}]}"#;
    /// for event in meta::parse(body)? {
    ///     let author = event.as_message().and_then(|message| message.from.as_ref());
    ///     assert_eq!(author.and_then(|author| author.id.as_deref()), Some("16505551234"));
    ///     assert_eq!(author.and_then(|author| author.name.as_deref()), Some("Dana"));
    /// }
    /// # Ok::<(), whatsapp_webhooks::ParseError>(())
    /// ```
    pub struct Party {
        /// The ID to reply to, exactly as the provider sent it.
        pub id: Option<String> = tail,
        /// Phone number; never an anonymous ID.
        pub phone: Option<PhoneNumber>,
        /// Business-scoped user ID: opaque and case-sensitive. Meta only.
        pub user_id: Option<String>,
        /// Business-scoped user ID that is shared by linked businesses. Meta only.
        pub parent_user_id: Option<String>,
        /// LID, WhatsApp's anonymous ID, exactly as received. WhatzMeAPI only.
        pub lid: Option<String> = tail,
        /// Username, without `@`.
        pub username: Option<String> = text,
        /// Display name; the person can change it at any time.
        pub name: Option<String> = text,
        /// Business name that WhatsApp has verified. WhatzMeAPI only.
        pub verified_name: Option<String> = text,
        /// WhatsApp ID of the contact, if it differs from `id`: in some countries a number has two forms. Meta only.
        pub wa_id: Option<String> = tail,
        /// Hash of the person's identity. Meta only, with the identity check.
        pub identity_key_hash: Option<String>,
        /// Whether a new identity was acknowledged. Meta only, with the identity check.
        pub identity_acknowledged: Option<bool>,
        /// When the identity was created. Meta only, with the identity check.
        pub identity_created_at: Option<Timestamp>,
    }
}

impl EventMeta {
    /// Creates the metadata of an event of this provider; all other values are absent or empty.
    ///
    /// # Examples
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
            replayed: None,
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
