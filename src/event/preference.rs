//! What people want to receive.

use crate::event::Party;
use crate::event::model::event;

event! {
    /// A person stopped marketing messages, or wants them again. Sent by Meta.
    pub struct Preference {
        /// Meta's `value`: `stop`, `resume` …
        pub event: Option<String>,
        /// Person.
        pub person: Option<Party>,
        /// What it is about: `marketing_messages`.
        pub category: Option<String>,
        /// Sentence for people.
        pub detail: Option<String> = text,
        /// Id of a sign-up.
        pub signup_id: Option<String>,
    }
}
