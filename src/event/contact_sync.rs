//! The address book of the business.

use crate::event::Party;
use crate::event::model::event;
use crate::types::string_enum;

string_enum! {
    /// What happened to a contact of the business.
    pub enum ContactSyncEvent {
        /// The contact is new or was changed.
        Add = "add",
        /// The contact was removed.
        Remove = "remove",
    }
}

event! {
    /// The address book of the business changed. Sent by Meta.
    pub struct ContactSync {
        /// Meta's `action`: `add` for new and changed ones, or `remove`.
        pub event: Option<ContactSyncEvent>,
        /// Contact; its `name` is the full name in the address book.
        pub contact: Option<Party>,
        /// First name.
        pub first_name: Option<String> = text,
        /// Version of the entry; in the types of one client library only.
        pub version: Option<i64>,
    }
}
