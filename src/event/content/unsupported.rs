//! What cannot be shown: undecryptable, unsupported, unknown.

use crate::event::model::model;

model! {
    /// A message that could not be decrypted; the real one may follow with the same id.
    pub struct Undecryptable {
        /// Reason that the provider gives.
        pub reason: Option<String> = masked,
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
}

impl UnknownContent {
    /// The content under a tag of a later version's JSON.
    pub(super) fn of_later_version(tag: &str) -> Self {
        Self {
            kind: Some(tag.to_owned()),
            ..Self::default()
        }
    }
}
