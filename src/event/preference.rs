//! Marketing preferences.

use crate::event::Party;
use crate::event::model::event;
use crate::types::string_enum;

string_enum! {
    /// Change of a person's marketing preference.
    pub enum PreferenceEvent {
        /// The person opted out of messages of the category.
        Stop = "stop",
        /// The person withdrew the opt-out.
        Resume = "resume",
        /// The person signed up for messages of the category.
        Signup = "signup",
    }

    /// Category of messages that a preference applies to.
    pub enum PreferenceCategory {
        /// Marketing messages.
        MarketingMessages = "marketing_messages",
    }
}

event! {
    /// A marketing opt-out, its withdrawal, or a sign-up. Sent by Meta.
    pub struct Preference {
        /// What happened, from Meta's `value`.
        pub event: Option<PreferenceEvent>,
        /// Person whose preference changed.
        pub person: Option<Party>,
        /// Category of messages that the preference applies to.
        pub category: Option<PreferenceCategory>,
        /// Text for people.
        pub detail: Option<String> = text,
        /// ID of the sign-up.
        pub signup_id: Option<String>,
    }
}
