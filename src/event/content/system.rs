//! System messages, and calls as shown in the chat.

use crate::event::model::model;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// Kind of a system message. WhatzMeAPI has many more, which are unknown values here: the names of message stubs
    /// and of protocol messages.
    pub enum SystemKind {
        /// The person has a new phone number.
        UserChangedNumber = "user_changed_number",
        /// The person has a new phone number. Before 2022.
        CustomerChangedNumber = "customer_changed_number",
        /// The person has a new business-scoped user ID.
        UserChangedUserId = "user_changed_user_id",
        /// The security code of the person changed; only with the identity check.
        CustomerIdentityChanged = "customer_identity_changed",
        /// The security code of the person changed, in another spelling. Seen, not documented.
        UserIdentityChanged = "user_identity_changed",
        /// The person opened the chat for the first time. Until March 2026.
        RequestWelcome = "request_welcome",
        /// A request for a phone number. Cooby only.
        RequestPhoneNumber = "request_phone_number",
        /// The business changed its cover photo. Cooby only.
        BusinessCoverPhoto = "biz-cover-photo",
    }
}

model! {
    /// A system message about the chat or the person.
    pub struct System {
        /// Provider's value for the kind: `user_changed_number`, `customer_identity_changed` …
        pub kind: Option<SystemKind>,
        /// Text for people; do not parse it.
        pub body: Option<String> = text,
        /// New WhatsApp ID of the person.
        pub wa_id: Option<String> = tail,
        /// New business-scoped user ID of the person.
        pub user_id: Option<String>,
        /// New parent business-scoped user ID of the person.
        pub parent_user_id: Option<String>,
        /// Previous business-scoped user ID of the person. If it is absent, the IDs of the author of the message are
        /// the previous ones. Meta only.
        pub previous_user_id: Option<String>,
        /// Previous parent business-scoped user ID of the person. Meta only.
        pub previous_parent_user_id: Option<String>,
        /// Previous WhatsApp ID of the person.
        pub customer: Option<String> = tail,
        /// Hash of the new identity of the person.
        pub identity: Option<String>,
        /// Whether the new identity was acknowledged.
        pub acknowledged: Option<bool>,
        /// When the new identity was created.
        pub created_at: Option<Timestamp>,
        /// Parameters of the message stub, exactly as received. WhatzMeAPI only.
        pub parameters: Vec<String> = text,
    }

    /// A change of the timer for disappearing messages. WhatzMeAPI only.
    pub struct EphemeralSetting {
        /// Seconds until new messages disappear; 0 means never.
        pub expiration: Option<i64>,
    }

    /// A call, as shown in the chat.
    pub struct CallLog {
        /// Whether it was a video call.
        pub video: Option<bool>,
        /// Whether it was a group call.
        pub group: Option<bool>,
        /// Provider's value for the outcome: `CONNECTED`, `MISSED` …
        pub outcome: Option<String>,
        /// Duration in seconds.
        pub duration: Option<i64>,
        /// Provider's value for the kind of call.
        pub kind: Option<String> = word,
    }
}
