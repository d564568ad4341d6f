//! `template_category_update`: changed category of a template, or the announcement of the change.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{Event, EventMeta, TemplateUpdate};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Raw, Timestamp};

wire! {
    /// Value of the field `template_category_update`. It is sent about a day before the change, with
    /// `correct_category`, and again after the change, usually with `previous_category`.
    ///
    /// Source: Cloud API, webhooks, `template_category_update` (read 2026-11-25). Seen in the wild: no.
    pub struct TemplateCategory<'a> {
        /// ID of the template: a number that can have more than 16 digits; a text in one example.
        pub message_template_id: Option<Cow<'a, str>> = id,
        /// Name of the template.
        pub message_template_name: Option<Cow<'a, str>> = text,
        /// Language code: `es_AR`, also `es-AR`.
        pub message_template_language: Option<Cow<'a, str>> = text,
        /// Category before the change; absent in some deliveries.
        pub previous_category: Option<Cow<'a, str>> = text,
        /// Category after the change; in the announcement, the current category.
        pub new_category: Option<Cow<'a, str>> = text,
        /// Category that the template will get; only in the announcement.
        pub correct_category: Option<Cow<'a, str>> = text,
        /// Time of the announced change.
        pub category_update_timestamp: Option<Timestamp> = time,
        /// Status of the appeal: `ELIGIBLE`; in the dashboard's sample only.
        pub category_appeal_status: Option<Cow<'a, str>> = text,
    }
}

impl<'a> FieldItem<'a> for TemplateCategory<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            message_template_id,
            message_template_name,
            message_template_language,
            previous_category,
            new_category,
            correct_category,
            category_update_timestamp,
            category_appeal_status,
        } = self;
        if new_category.is_none() {
            return Err(Problem::no_value("new_category"));
        }
        Ok(Event::from(TemplateUpdate {
            event: new_category.clone().owned(),
            id: message_template_id.owned(),
            name: message_template_name.owned(),
            language: message_template_language.owned(),
            previous_category: previous_category.owned(),
            new_category: new_category.owned(),
            correct_category: correct_category.owned(),
            category_update_at: category_update_timestamp,
            category_appeal_status: category_appeal_status.owned(),
            ..TemplateUpdate::new(meta, raw)
        }))
    }
}
