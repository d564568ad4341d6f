//! The life of what a partner onboards: numbers, builders, online accounts.

use crate::event::EventMeta;
use crate::event::model::model;
use crate::types::{Code, Raw};

model! {
    /// A WhatsApp number was onboarded or changed. Sent by Partner.
    pub struct Line {
        /// What every event has.
        pub meta: EventMeta,
        /// Number, as received. May be a temporary one, so join by `reference`.
        pub id: Option<String> = tail,
        /// Reference that the partner gave the number.
        pub reference: Option<String>,
        /// What happened: Partner's `whatsapp_extra_info`.
        pub code: Option<Code>,
        /// Limit of conversations a day, in the provider's notation.
        pub daily_limit: Option<Code>,
        /// Key of the number's API: a secret.
        pub api_key: Option<String> = secret,
        /// Provider's `status`: `OK`, and no status of a message.
        pub status: Option<String>,
        /// Its bytes; they hold the key too.
        pub raw: Raw,
    }

    /// A builder changed. Sent by Partner.
    pub struct Builder {
        /// What every event has.
        pub meta: EventMeta,
        /// Id of the builder.
        pub id: Option<String>,
        /// Reference that the partner gave the builder.
        pub reference: Option<String>,
        /// What happened: Partner's `builder_extra_info`.
        pub code: Option<Code>,
        /// Address of the builder.
        pub url: Option<String>,
        /// Provider's `status`: `OK`, and no status of a message.
        pub status: Option<String>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// An omnichannel account changed. Sent by Partner.
    pub struct Online {
        /// What every event has.
        pub meta: EventMeta,
        /// Id of the account.
        pub id: Option<String>,
        /// Reference that the partner gave the account.
        pub reference: Option<String>,
        /// What happened: Partner's `online_extra_info`.
        pub code: Option<Code>,
        /// Id of the agent.
        pub agent_id: Option<String>,
        /// Id of the inbox.
        pub inbox_id: Option<String>,
        /// Subdomain of the server.
        pub server: Option<String>,
        /// Provider's `status`: `OK`, and no status of a message.
        pub status: Option<String>,
        /// Its bytes.
        pub raw: Raw,
    }
}

impl Line {
    /// Whether the code is one that carries a key and a limit: 1, 2 or 3.
    #[must_use]
    pub fn carries_api_key(&self) -> bool {
        matches!(self.code.as_ref().and_then(Code::as_i64), Some(1..=3))
    }

    /// Whether this is the first event after a client finished onboarding: code 1 or 2.
    #[must_use]
    pub fn is_first_after_onboarding(&self) -> bool {
        matches!(self.code.as_ref().and_then(Code::as_i64), Some(1..=2))
    }

    /// Whether the number stands in for one that is still being onboarded: it starts with 97257.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        self.id.as_deref().is_some_and(|id| id.starts_with("97257"))
    }
}
