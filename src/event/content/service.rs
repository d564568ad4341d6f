//! What the service says: notices, calls, and what it cannot show.

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// A call, as the chat shows it.
    #[derive(Default)]
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

    /// Messages of the chat disappear after a while, or no longer.
    #[derive(Default)]
    pub struct EphemeralSetting {
        /// Seconds; 0 means never.
        pub expiration: Option<i64>,
    }

    /// A notice of the system about the chat or the person.
    #[derive(Default)]
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
        /// Earlier id of the person.
        pub customer: Option<String> = tail,
        /// Hash of the person's new identity.
        pub identity: Option<String>,
        /// Whether the new identity was acknowledged.
        pub acknowledged: Option<bool>,
        /// When the new identity was made.
        pub created_at: Option<Timestamp>,
        /// Parameters of a stub, as received. WhatzMeAPI.
        #[serde(default)]
        pub parameters: Vec<String> = text,
    }

    /// A message that could not be decrypted; the real one may follow with the same id.
    #[derive(Default)]
    pub struct Undecryptable {
        /// Reason that the provider gives.
        pub reason: Option<String>,
    }

    /// A message that the provider says it cannot show.
    #[derive(Default)]
    pub struct Unsupported {
        /// Provider's word for what it was: `poll_creation`, `edit` … Absent in older deliveries.
        pub kind: Option<String>,
        /// Provider's second word for it, where `kind` says `unknown`. Meta.
        pub raw_type: Option<String>,
    }

    /// A kind of message that this version does not know; the bytes are in the message.
    #[derive(Default)]
    pub struct UnknownContent {
        /// Provider's word, where it gives one.
        pub kind: Option<String>,
    }
}
