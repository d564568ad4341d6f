//! Message templates.

use crate::event::model::event;
use crate::types::{Raw, Timestamp};

event! {
    /// Something happened to a template. Sent by Meta, five fields.
    pub struct TemplateUpdate {
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
    }
}
