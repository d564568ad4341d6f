//! Contact cards.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    /// `contactMessage`.
    pub struct ContactMessage<'a> {
        /// Name.
        pub display_name "displayName": Option<Cow<'a, str>> = text,
        /// Card as vCard text.
        pub vcard: Option<Cow<'a, str>> = text,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// `contactsArrayMessage`.
    pub struct ContactsArrayMessage<'a> {
        /// Line that the chat shows.
        pub display_name "displayName": Option<Cow<'a, str>> = text,
        /// Cards.
        pub contacts: Vec<ContactMessage<'a>> = list,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
