//! An element of `contacts`, with the profile of the contact.

use std::borrow::Cow;

use crate::json::wire;

wire! {
    /// A person who writes to the business, or whom the business writes to.
    ///
    /// Source: Cloud API, messages webhook reference and business-scoped user IDs (read 2026-11-21).
    /// Seen in the wild: yes.
    pub struct Contact<'a> {
        /// WhatsApp ID; absent if the phone number is hidden.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Profile with the displayed name and the username.
        pub profile: Option<Profile<'a>> = object,
        /// Business-scoped user ID.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Hash of the person's identity key; only with the identity check.
        pub identity_key_hash: Option<Cow<'a, str>> = id,
    }

    /// Profile of a person.
    ///
    /// Source: Cloud API, messages webhook reference and business-scoped user IDs (read 2026-11-21).
    /// Seen in the wild: yes.
    pub struct Profile<'a> {
        /// Displayed name.
        pub name: Option<Cow<'a, str>> = text,
        /// Username; in drafts with an `@` in front.
        pub username: Option<Cow<'a, str>> = id,
    }
}
