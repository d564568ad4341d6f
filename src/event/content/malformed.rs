//! What a message of a known kind lacks.

use std::borrow::Cow;

use crate::event::Path;
use crate::event::model::model;

model! {
    /// A known kind of message whose payload is missing, empty or unreadable; the bytes are in the message.
    pub struct MalformedContent {
        /// Provider's word for the kind, where it gives one.
        pub kind: Option<String>,
        /// Path of what cannot be read.
        pub path: Path,
        /// What was expected there.
        pub reason: Cow<'static, str>,
    }
}
