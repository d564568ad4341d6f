//! What cannot be shown: undecryptable, unsupported, unknown, malformed.

use std::borrow::Cow;

use crate::event::model::model;

model! {
    /// A message that could not be decrypted; the real one may follow with the same id.
    pub struct Undecryptable {
        /// Reason that the provider gives.
        pub reason: Option<String>,
    }

    /// A message that the provider says it cannot show.
    pub struct Unsupported {
        /// Provider's word for what it was: `poll_creation`, `edit` … Absent in older deliveries.
        pub kind: Option<String>,
        /// Provider's second word for it, where `kind` says `unknown`. Meta.
        pub raw_type: Option<String>,
    }

    /// A kind of message that this version does not know; the bytes are in the message.
    pub struct UnknownContent {
        /// Provider's word, where it gives one.
        pub kind: Option<String>,
    }

    /// A message whose type is known and whose payload is missing or cannot be read; the bytes are in the message.
    pub struct MalformedContent {
        /// Provider's value for the type; empty where it gives none.
        pub kind: String = required,
        /// Path in the body, such as `entry[0].changes[0].value.messages[0].image`.
        pub path: String,
        /// What was expected there.
        pub reason: Cow<'static, str>,
    }
}
