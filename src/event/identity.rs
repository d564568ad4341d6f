//! Changes of people's IDs.

use crate::event::Party;
use crate::event::model::event;

event! {
    /// A change of a person's IDs. Sent by Meta.
    pub struct IdentityChange {
        /// Person, with the new IDs.
        pub person: Option<Party>,
        /// Previous business-scoped user ID.
        pub previous_user_id: Option<String>,
        /// Previous parent business-scoped user ID.
        pub previous_parent_user_id: Option<String>,
        /// Text for people.
        pub detail: Option<String> = text,
    }
}
