//! Messages without readable content: undecryptable, unsupported, unknown, malformed.

use std::borrow::Cow;

use crate::event::model::model;

model! {
    /// A message that could not be decrypted. The decrypted message may follow with the same ID.
    pub struct Undecryptable {
        /// Reason that the provider reports.
        pub reason: Option<String> = masked,
    }

    /// A message that the provider reports as unsupported.
    pub struct Unsupported {
        /// Provider's value for what the message was: `poll_creation`, `edit` … Absent in older deliveries.
        pub kind: Option<String> = word,
        /// Second value for what the message was, if `kind` is `unknown`. Meta only.
        pub raw_type: Option<String>,
        /// Text that was sent with the message. Meta only.
        pub text: Option<String> = text,
    }

    /// A kind of message that this version does not know. Its JSON is in the `raw` of the message.
    pub struct UnknownContent {
        /// Provider's value for the kind, if there is one.
        pub kind: Option<String> = word,
        /// Text that was sent with the message. Meta only.
        pub text: Option<String> = text,
    }

    /// A message of a known type whose payload is missing or cannot be read. Its JSON is in the `raw` of the message.
    pub struct MalformedContent {
        /// Provider's value for the type; empty if there is none.
        pub kind: String = required word,
        /// Path in the body, such as `entry[0].changes[0].value.messages[0].image`.
        pub path: String = path,
        /// What was expected at the path.
        pub reason: Cow<'static, str>,
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
