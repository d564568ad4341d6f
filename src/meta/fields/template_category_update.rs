//! `template_category_update`: the category of a template changed, or will change.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{Event, EventMeta, TemplateUpdate};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Raw, Timestamp};

wire! {
    /// Value of the field `template_category_update`. It comes about a day before the change, with `correct_category`, and
    /// after it, as a rule with `previous_category`.
    ///
    /// Source: Cloud API, webhooks, template_category_update (read 2026-11-25). Seen in the wild: no.
    pub struct TemplateCategory<'a> {
        /// Id of the template: a number of up to 16 digits and more; text in one example.
        pub message_template_id: Option<Cow<'a, str>> = id,
        /// Name of the template.
        pub message_template_name: Option<Cow<'a, str>> = text,
        /// Language: `es_AR`, also `es-AR`.
        pub message_template_language: Option<Cow<'a, str>> = text,
        /// Category before the change; missing from some deliveries.
        pub previous_category: Option<Cow<'a, str>> = text,
        /// Category after the change; before it, the category of today.
        pub new_category: Option<Cow<'a, str>> = text,
        /// Category that the template will get.
        pub correct_category: Option<Cow<'a, str>> = text,
        /// When the category will change.
        pub category_update_timestamp: Option<Timestamp> = time,
        /// `ELIGIBLE`; in the dashboard's sample only.
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
