//! `message_template_quality_update`: the quality score of a template changed.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{Event, EventMeta, TemplateUpdate};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `message_template_quality_update`. Older examples have it under the field
    /// `message_template_status_update`.
    ///
    /// Source: Cloud API, webhooks, message_template_quality_update (read 2026-11-25). Seen in the wild: no.
    pub struct TemplateQuality<'a> {
        /// Id of the template: a number of up to 16 digits and more; text in one example.
        pub message_template_id: Option<Cow<'a, str>> = id,
        /// Name of the template.
        pub message_template_name: Option<Cow<'a, str>> = text,
        /// Language: `es_AR`, also `es-AR`.
        pub message_template_language: Option<Cow<'a, str>> = text,
        /// `GREEN`, `YELLOW`, `RED`, `UNKNOWN`.
        pub previous_quality_score: Option<Cow<'a, str>> = text,
        /// `GREEN`, `YELLOW`, `RED`, `UNKNOWN`.
        pub new_quality_score: Option<Cow<'a, str>> = text,
    }
}

impl<'a> FieldItem<'a> for TemplateQuality<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            message_template_id,
            message_template_name,
            message_template_language,
            previous_quality_score,
            new_quality_score,
        } = self;
        if new_quality_score.is_none() {
            return Err(Problem::no_value("new_quality_score"));
        }
        Ok(Event::from(TemplateUpdate {
            event: new_quality_score.clone().owned(),
            id: message_template_id.owned(),
            name: message_template_name.owned(),
            language: message_template_language.owned(),
            previous_quality_score: previous_quality_score.owned(),
            new_quality_score: new_quality_score.owned(),
            ..TemplateUpdate::new(meta, raw)
        }))
    }
}
