//! Notices of the system, and calls as the chat shows them.

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// A notice of the system about the chat or the person.
    pub struct System {
        /// Provider's word: `user_changed_number`, `customer_identity_changed` …
        pub kind: Option<String>,
        /// Sentence for people; not meant to be parsed.
        pub body: Option<String> = text,
        /// New WhatsApp id of the person.
        pub wa_id: Option<String> = tail,
        /// New business-scoped id of the person.
        pub user_id: Option<String>,
        /// New parent id of the person.
        pub parent_user_id: Option<String>,
        /// Business-scoped id that the person had before. Where it is absent, the ids of the message's author are the
        /// old ones. Meta.
        pub previous_user_id: Option<String>,
        /// Parent id that the person had before. Meta.
        pub previous_parent_user_id: Option<String>,
        /// Earlier id of the person.
        pub customer: Option<String> = tail,
        /// Hash of the person's new identity.
        pub identity: Option<String>,
        /// Whether the new identity was acknowledged.
        pub acknowledged: Option<bool>,
        /// When the new identity was made.
        pub created_at: Option<Timestamp>,
        /// Parameters of a stub, as received. WhatzMeAPI.
        pub parameters: Vec<String> = text,
    }

    /// Messages of the chat disappear after a while, or no longer.
    pub struct EphemeralSetting {
        /// Seconds; 0 means never.
        pub expiration: Option<i64>,
    }

    /// A call, as the chat shows it.
    pub struct CallLog {
        /// With pictures.
        pub video: Option<bool>,
        /// In a group.
        pub group: Option<bool>,
        /// How it ended, the provider's word: `CONNECTED`, `MISSED` …
        pub outcome: Option<String>,
        /// Seconds.
        pub duration: Option<i64>,
        /// Provider's word for the kind of call.
        pub kind: Option<String>,
    }
}
