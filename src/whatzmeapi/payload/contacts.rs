//! Contact cards.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// A contact card: `contactMessage`.
    pub struct ContactMessage<'a> {
        /// Name of the contact.
        pub display_name "displayName": Option<Cow<'a, str>> = text,
        /// Contact as vCard text.
        pub vcard: Option<Cow<'a, str>> = text,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// Several contact cards: `contactsArrayMessage`.
    pub struct ContactsArrayMessage<'a> {
        /// Title that the chat shows.
        pub display_name "displayName": Option<Cow<'a, str>> = text,
        /// Contact cards.
        pub contacts: Vec<ContactMessage<'a>> = list,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
