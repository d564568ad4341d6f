//! `message_template_quality_update`: changed quality score of a template.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{Event, EventMeta, TemplateUpdate};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `message_template_quality_update`. In older examples it is in the field
    /// `message_template_status_update`.
    ///
    /// Source: Cloud API, webhooks, `message_template_quality_update` (read 2026-11-25). Seen in the wild: no.
    pub struct TemplateQuality<'a> {
        /// ID of the template: a number that can have more than 16 digits; a text in one example.
        pub message_template_id: Option<Cow<'a, str>> = id,
        /// Name of the template.
        pub message_template_name: Option<Cow<'a, str>> = text,
        /// Language code: `es_AR`, also `es-AR`.
        pub message_template_language: Option<Cow<'a, str>> = text,
        /// Quality score before the change: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
        pub previous_quality_score: Option<Cow<'a, str>> = text,
        /// Quality score after the change: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
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
