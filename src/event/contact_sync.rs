//! Changes in the address book of the business.

use crate::event::Party;
use crate::event::model::event;
use crate::types::string_enum;

string_enum! {
    /// What happened to a contact of the business.
    pub enum ContactSyncEvent {
        /// The contact was added or edited.
        Add = "add",
        /// The contact was removed.
        Remove = "remove",
    }
}

event! {
    /// A change in the address book of the business, in the WhatsApp Business app. Sent by Meta.
    pub struct ContactSync {
        /// What happened, from Meta's `action`.
        pub event: Option<ContactSyncEvent>,
        /// Contact; its `name` is the full name in the address book.
        pub contact: Option<Party>,
        /// First name of the contact.
        pub first_name: Option<String> = text,
        /// Version of the entry. Known only from the types of one client library.
        pub version: Option<i64>,
    }
}
