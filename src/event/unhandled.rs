//! What was not understood, with all of its bytes.

use crate::error::DecodeError;
use crate::event::model::event;

event! {
    /// An item of a type this version does not know. Sent by all providers.
    pub struct Unknown {
        /// Provider's word for the type; empty where it gives none.
        pub kind: String = required,
    }

    /// An item of a known type that cannot be read. Sent by all providers.
    pub struct Malformed {
        /// Provider's word for the type; empty where it gives none.
        pub kind: String = required,
        /// Where and why.
        pub error: DecodeError = required,
    }
}
