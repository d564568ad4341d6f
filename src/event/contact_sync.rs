//! The address book of the business.

use crate::event::Party;
use crate::event::model::event;

event! {
    /// The address book of the business changed. Sent by Meta.
    pub struct ContactSync {
        /// Meta's `action`: `add` for new and changed ones, or `remove`.
        pub event: Option<String>,
        /// Contact.
        pub contact: Option<Party>,
        /// First name.
        pub first_name: Option<String> = text,
    }
}
