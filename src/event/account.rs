//! What happens to a business account: account, number, templates, flows, security, payments.

use crate::event::EventMeta;
use crate::event::model::model;
use crate::types::{Code, Raw, Timestamp};

model! {
    /// Something happened to a template. Sent by Meta, five fields.
    pub struct TemplateUpdate {
        /// What every event has.
        pub meta: EventMeta,
        /// Meta's word for what happened: its `event`, `new_quality_score` or `new_category`.
        pub event: Option<String>,
        /// Id of the template.
        pub id: Option<String>,
        /// Name of the template.
        pub name: Option<String>,
        /// Language of the template; `es_AR` and `es-AR` both occur.
        pub language: Option<String>,
        /// Category of the template.
        pub category: Option<String>,
        /// Why, as Meta's word.
        pub reason: Option<String>,
        /// Why, as prose.
        pub description: Option<String>,
        /// What Meta recommends.
        pub recommendation: Option<String>,
        /// Title of a pause or lock.
        pub title: Option<String>,
        /// When it was or will be disabled, as received.
        pub disable_date: Option<String>,
        /// Quality before.
        pub previous_quality_score: Option<String>,
        /// Quality now.
        pub new_quality_score: Option<String>,
        /// Category before.
        pub previous_category: Option<String>,
        /// Category now, or until the change.
        pub new_category: Option<String>,
        /// Category that Meta finds right.
        pub correct_category: Option<String>,
        /// When the category will change.
        pub category_update_at: Option<Timestamp>,
        /// Whether an appeal is possible.
        pub category_appeal_status: Option<String>,
        /// New content of an edited template.
        pub components: Option<Raw>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// Something happened to a business account. Sent by Meta, six fields.
    pub struct AccountUpdate {
        /// What every event has.
        pub meta: EventMeta,
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
        #[serde(default)]
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
        /// Its bytes.
        pub raw: Raw,
    }

    /// One thing that a business account may not do.
    #[derive(Default)]
    pub struct Restriction {
        /// Meta's word for it.
        pub restriction_type: Option<String>,
        /// End.
        pub expires_at: Option<Timestamp>,
        /// What Meta recommends.
        pub remediation: Option<String>,
    }

    /// Something happened to a business number. Sent by Meta, four fields.
    pub struct PhoneNumberUpdate {
        /// What every event has.
        pub meta: EventMeta,
        /// Meta's word for what happened: its `event`, `decision`, `status` or `type`.
        pub event: Option<String>,
        /// Id of the number.
        pub id: Option<String>,
        /// Number, as displayed.
        pub display_phone_number: Option<String> = tail,
        /// Name that was reviewed.
        pub requested_verified_name: Option<String> = text,
        /// Why it was refused.
        pub rejection_reason: Option<String>,
        /// Limit now.
        pub current_limit: Option<String>,
        /// Limit before.
        pub old_limit: Option<String>,
        /// Limit of conversations a day, in Meta's notation.
        pub max_daily_conversations: Option<Code>,
        /// Username of the business.
        pub username: Option<String>,
        /// Circumstance, such as `revoked`.
        pub context: Option<String>,
        /// Calling settings: JSON, unread.
        pub calling: Option<Raw>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// Something happened to a flow or its endpoint. Sent by Meta.
    pub struct FlowUpdate {
        /// What every event has.
        pub meta: EventMeta,
        /// Meta's word for what happened.
        pub event: Option<String>,
        /// Id of the flow.
        pub id: Option<String>,
        /// Sentence for people.
        pub message: Option<String>,
        /// Status before.
        pub old_status: Option<String>,
        /// Status now.
        pub new_status: Option<String>,
        /// What will go wrong.
        pub warning: Option<String>,
        /// Whether an alert begins or ends.
        pub alert_state: Option<String>,
        /// Limit that was crossed: percent or milliseconds.
        pub threshold: Option<f64>,
        /// Percent.
        pub error_rate: Option<f64>,
        /// Milliseconds.
        pub p50_latency: Option<f64>,
        /// Milliseconds.
        pub p90_latency: Option<f64>,
        /// Requests that were counted.
        pub requests_count: Option<i64>,
        /// Percent.
        pub availability: Option<f64>,
        /// Errors by kind: JSON, unread.
        pub errors: Option<Raw>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// A payment gateway was linked or changed. Sent by Meta.
    pub struct PaymentConfiguration {
        /// What every event has.
        pub meta: EventMeta,
        /// State of the link: Meta's `status`.
        pub event: Option<String>,
        /// Name of the configuration.
        pub id: Option<String>,
        /// Payment gateway.
        pub provider_name: Option<String>,
        /// Merchant's id there.
        pub provider_mid: Option<String>,
        /// When it was made.
        pub created_at: Option<Timestamp>,
        /// When it changed last.
        pub updated_at: Option<Timestamp>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// The PIN of a number was changed or asked for. Sent by Meta.
    pub struct SecurityUpdate {
        /// What every event has.
        pub meta: EventMeta,
        /// Meta's word for what happened.
        pub event: Option<String>,
        /// Number, as displayed.
        pub display_phone_number: Option<String> = tail,
        /// User who asked.
        pub requester: Option<String>,
        /// Its bytes.
        pub raw: Raw,
    }
}
