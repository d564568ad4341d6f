//! An element of a value's `contacts`.

use std::borrow::Cow;

use crate::json::wire;

wire! {
    /// A person on the other side.
    ///
    /// Source: Cloud API, messages webhook reference and business-scoped user ids (read 2026-11-21).
    /// Seen in the wild: yes.
    pub struct Contact<'a> {
        /// WhatsApp id; absent where the number is hidden.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Names.
        pub profile: Option<Profile<'a>> = object,
        /// Business-scoped user id.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent id.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Only with the identity check.
        pub identity_key_hash: Option<Cow<'a, str>> = id,
        /// ISO code of the country; drafts only.
        pub country_code: Option<Cow<'a, str>> = id,
    }

    /// Names of a person.
    ///
    /// Source: Cloud API, messages webhook reference and business-scoped user ids (read 2026-11-21).
    /// Seen in the wild: yes.
    pub struct Profile<'a> {
        /// Displayed name.
        pub name: Option<Cow<'a, str>> = text,
        /// Username; drafts have an `@` in front.
        pub username: Option<Cow<'a, str>> = id,
    }
}
