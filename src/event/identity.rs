//! Changes of people's ids.

use crate::event::Party;
use crate::event::model::event;

event! {
    /// A person's ids changed. Sent by Meta.
    pub struct IdentityChange {
        /// Person, with the new ids.
        pub person: Option<Party>,
        /// User id before.
        pub previous_user_id: Option<String>,
        /// Parent id before.
        pub previous_parent_user_id: Option<String>,
        /// Sentence for people.
        pub detail: Option<String> = text,
    }
}
