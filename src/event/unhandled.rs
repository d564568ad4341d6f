//! Items that could not be read into another event, with their raw JSON.

use crate::error::DecodeError;
use crate::event::model::event;

event! {
    /// An item of a type that this version does not know. Sent by Meta, Engage, WhatzMeAPI and Partner.
    pub struct Unknown {
        /// Provider's value for the type; empty if there is none.
        pub kind: String = required,
    }

    /// An item of a known type that cannot be read. Sent by Meta, Engage, WhatzMeAPI and Cooby.
    pub struct Malformed {
        /// Provider's value for the type; empty if there is none.
        pub kind: String = required,
        /// What was expected, and where.
        pub error: DecodeError = required,
    }
}
