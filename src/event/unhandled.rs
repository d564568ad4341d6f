//! What was not understood, with all of its bytes.

use crate::error::DecodeError;
use crate::event::EventMeta;
use crate::event::model::model;
use crate::types::Raw;

model! {
    /// An item of a type this version does not know. Sent by all providers.
    pub struct Unknown {
        /// What every event has.
        pub meta: EventMeta,
        /// Provider's word for the type; empty where it gives none.
        pub kind: String,
        /// Its bytes.
        pub raw: Raw,
    }

    /// An item of a known type that cannot be read. Sent by all providers.
    pub struct Malformed {
        /// What every event has.
        pub meta: EventMeta,
        /// Provider's word for the type; empty where it gives none.
        pub kind: String,
        /// Where and why.
        pub error: DecodeError,
        /// Its bytes.
        pub raw: Raw,
    }
}
