//! What people want to receive.

use crate::event::Party;
use crate::event::model::event;
use crate::types::string_enum;

string_enum! {
    /// What a person wants.
    pub enum PreferenceEvent {
        /// No more messages of the category.
        Stop = "stop",
        /// Messages of the category again.
        Resume = "resume",
        /// The person signed up for messages of the category.
        Signup = "signup",
    }

    /// Category of messages that a preference is about.
    pub enum PreferenceCategory {
        /// Marketing messages.
        MarketingMessages = "marketing_messages",
    }
}

event! {
    /// A person stopped marketing messages, or wants them again. Sent by Meta.
    pub struct Preference {
        /// Meta's `value`: `stop`, `resume` …
        pub event: Option<PreferenceEvent>,
        /// Person.
        pub person: Option<Party>,
        /// What it is about: `marketing_messages`.
        pub category: Option<PreferenceCategory>,
        /// Sentence for people.
        pub detail: Option<String> = text,
        /// Id of a sign-up.
        pub signup_id: Option<String>,
    }
}
