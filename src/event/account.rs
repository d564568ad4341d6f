//! Business accounts.

use crate::event::model::{event, model};
use crate::types::{Code, Raw, Timestamp};

event! {
    /// Something happened to a business account. Sent by Meta, six fields.
    pub struct AccountUpdate {
        /// Meta's word for what happened: its `event`, `decision` or `alert_type`.
        pub event: Option<String>,
        /// What it is about: WABA, business, number or solution.
        pub id: Option<String>,
        /// Kind of what it is about: `BUSINESS`, `PHONE_NUMBER` …
        pub entity_type: Option<String>,
        /// Number it is about, as displayed.
        pub phone_number: Option<String> = tail,
        /// ISO code of the primary country.
        pub country: Option<String>,
        /// State of the thing it is about.
        pub status: Option<String>,
        /// How grave an alert is.
        pub severity: Option<String>,
        /// Prose of an alert.
        pub description: Option<String>,
        /// Kind of violation.
        pub violation_type: Option<String>,
        /// What Meta recommends.
        pub remediation: Option<String>,
        /// What is restricted.
        pub restrictions: Vec<Restriction>,
        /// State of a ban.
        pub ban_state: Option<String>,
        /// Day of a ban, in prose.
        pub ban_date: Option<String>,
        /// Why it happened.
        pub reason: Option<String>,
        /// Who began it.
        pub initiated_by: Option<String>,
        /// WABA that was shared or unshared.
        pub waba_id: Option<String>,
        /// Business that owns it.
        pub owner_business_id: Option<String>,
        /// App of the partner.
        pub partner_app_id: Option<String>,
        /// Solution it belongs to.
        pub solution_id: Option<String>,
        /// Limit of conversations a day, in Meta's notation.
        pub max_daily_conversations: Option<Code>,
        /// Limit of numbers.
        pub max_phone_numbers: Option<i64>,
        /// What else the event carries: JSON, unread.
        pub details: Option<Raw>,
    }
}

model! {
    /// One thing that a business account may not do.
    pub struct Restriction {
        /// Meta's word for it.
        pub restriction_type: Option<String>,
        /// End.
        pub expires_at: Option<Timestamp>,
        /// What Meta recommends.
        pub remediation: Option<String>,
    }
}
