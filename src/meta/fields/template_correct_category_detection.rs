//! `template_correct_category_detection`: Meta detected that a template has another category than its own.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{Event, EventMeta, TemplateUpdate};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `template_correct_category_detection`, for templates that Direct Send generated.
    ///
    /// Source: Cloud API, Direct Send (read 2026-11-25). Seen in the wild: no.
    pub struct CorrectCategory<'a> {
        /// Id of the template: a number of up to 16 digits and more; text in one example.
        pub message_template_id: Option<Cow<'a, str>> = id,
        /// Name of the template.
        pub message_template_name: Option<Cow<'a, str>> = text,
        /// Language: `es_AR`, also `es-AR`.
        pub message_template_language: Option<Cow<'a, str>> = text,
        /// Category that it was sent as: `UTILITY`.
        pub category: Option<Cow<'a, str>> = text,
        /// `MARKETING`, `AUTHENTICATION`.
        pub correct_category: Option<Cow<'a, str>> = text,
    }
}

impl<'a> FieldItem<'a> for CorrectCategory<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            message_template_id,
            message_template_name,
            message_template_language,
            category,
            correct_category,
        } = self;
        if correct_category.is_none() {
            return Err(Problem::no_value("correct_category"));
        }
        Ok(Event::from(TemplateUpdate {
            event: correct_category.clone().owned(),
            id: message_template_id.owned(),
            name: message_template_name.owned(),
            language: message_template_language.owned(),
            category: category.owned(),
            correct_category: correct_category.owned(),
            ..TemplateUpdate::new(meta, raw)
        }))
    }
}
