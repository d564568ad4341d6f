//! `message_template_status_update`: changed status of a template.

use std::borrow::Cow;

use super::message_template_quality_update::TemplateQuality;
use crate::collector::Problem;
use crate::event::{self, Event, EventMeta, TemplateUpdate};
use crate::json::{Owned, owned, unless_empty, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `message_template_status_update`.
    ///
    /// Source: Cloud API, webhooks, `message_template_status_update` (read 2026-11-25). Seen in the wild: no.
    pub struct TemplateStatus<'a> {
        /// New status: `APPROVED`, `REJECTED`, `PAUSED`, `DISABLED` …
        pub event: Option<Cow<'a, str>> = text,
        /// ID of the template: a number that can have more than 16 digits; a text in one example.
        pub message_template_id: Option<Cow<'a, str>> = id,
        /// Name of the template.
        pub message_template_name: Option<Cow<'a, str>> = text,
        /// Language code: `es_AR`, also `es-AR`.
        pub message_template_language: Option<Cow<'a, str>> = text,
        /// Category of the template; absent in older deliveries.
        pub message_template_category: Option<Cow<'a, str>> = text,
        /// Reason of the change: `NONE`, `INVALID_FORMAT`, `SCAM` …; `null` if the template will be deleted.
        pub reason: Option<Cow<'a, str>> = text,
        /// Date of the deactivation; only with `DISABLED`.
        pub disable_info: Option<DisableInfo<'a>> = object,
        /// Details of pauses, of their end, and of locks.
        pub other_info: Option<OtherInfo<'a>> = object,
        /// Details of a rejection; only with `REJECTED` for `INVALID_FORMAT`. Since November 2025.
        pub rejection_info: Option<RejectionInfo<'a>> = object,
        /// Quality score before the change, as in [`TemplateQuality`]: without `event`, the value belongs to that
        /// field.
        pub previous_quality_score: Option<Cow<'a, str>> = text,
        /// Quality score after the change, as in [`TemplateQuality`].
        pub new_quality_score: Option<Cow<'a, str>> = text,
    }

    /// Date on which a template is disabled.
    ///
    /// Source: Cloud API, webhooks, `message_template_status_update` (read 2026-11-25). Seen in the wild: no.
    pub struct DisableInfo<'a> {
        /// Date: seconds since 1970, as number or text; prose in older examples.
        pub disable_date: Option<Cow<'a, str>> = text,
    }

    /// Details of a pause or lock.
    ///
    /// Source: Cloud API, webhooks, `message_template_status_update` (read 2026-11-25). Seen in the wild: no.
    pub struct OtherInfo<'a> {
        /// Title: `FIRST_PAUSE`, `SECOND_PAUSE`, `RATE_LIMITING_PAUSE`, `UNPAUSE` or `DISABLED`.
        pub title: Option<Cow<'a, str>> = text,
        /// Description: an English sentence.
        pub description: Option<Cow<'a, str>> = text,
    }

    /// Details of a rejection.
    ///
    /// Source: Cloud API, webhooks, `message_template_status_update` (read 2026-11-25). Seen in the wild: no.
    pub struct RejectionInfo<'a> {
        /// Reason: an English sentence.
        pub reason: Option<Cow<'a, str>> = text,
        /// Recommendation: an English sentence.
        pub recommendation: Option<Cow<'a, str>> = text,
    }
}

owned! {
    RejectionInfo => event::TemplateRejection { reason, recommendation }
}

impl<'a> FieldItem<'a> for TemplateStatus<'a> {
    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            event,
            message_template_id,
            message_template_name,
            message_template_language,
            message_template_category,
            reason,
            disable_info,
            other_info,
            rejection_info,
            previous_quality_score,
            new_quality_score,
        } = self;
        if event.is_none() {
            if new_quality_score.is_none() {
                return Err(Problem::no_value("event"));
            }
            let quality = TemplateQuality {
                message_template_id,
                message_template_name,
                message_template_language,
                previous_quality_score,
                new_quality_score,
            };
            return quality.event(meta, raw, around);
        }
        let DisableInfo { disable_date } = disable_info.unwrap_or_default();
        let OtherInfo { title, description } = other_info.unwrap_or_default();
        Ok(Event::from(TemplateUpdate {
            event: event.owned(),
            id: message_template_id.owned(),
            name: message_template_name.owned(),
            language: message_template_language.owned(),
            category: message_template_category.owned(),
            reason: reason.owned(),
            description: description.owned(),
            rejection_info: rejection_info.and_then(|info| unless_empty(info.into())),
            title: title.owned(),
            disable_date: disable_date.owned(),
            previous_quality_score: previous_quality_score.owned(),
            new_quality_score: new_quality_score.owned(),
            ..TemplateUpdate::new(meta, raw)
        }))
    }
}
