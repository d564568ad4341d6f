//! `message_template_components_update`: changed components of a template.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{self, Event, EventMeta, TemplateUpdate};
use crate::json::{List, Owned, owned, unless_empty, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `message_template_components_update`.
    ///
    /// Source: Cloud API, webhooks, `message_template_components_update` (read 2026-11-25). Seen in the wild: no.
    pub struct TemplateComponents<'a> {
        /// ID of the template: a number that can have more than 16 digits; a text in one example.
        pub message_template_id: Option<Cow<'a, str>> = id,
        /// Name of the template.
        pub message_template_name: Option<Cow<'a, str>> = text,
        /// Language code: `es_AR`, also `es-AR`.
        pub message_template_language: Option<Cow<'a, str>> = text,
        /// Text of the header; absent if the header is not a text.
        pub message_template_title: Option<Cow<'a, str>> = text,
        /// Text of the body.
        pub message_template_element: Option<Cow<'a, str>> = text,
        /// Text of the footer.
        pub message_template_footer: Option<Cow<'a, str>> = text,
        /// Buttons; documented for `URL` and `PHONE_NUMBER`.
        pub message_template_buttons: List<TemplateButton<'a>> = list,
    }

    /// Button of a template.
    ///
    /// Source: Cloud API, webhooks, `message_template_components_update` (read 2026-11-25). Seen in the wild: no.
    pub struct TemplateButton<'a> {
        /// Type of the button: `URL`, `PHONE_NUMBER`, `QUICK_REPLY`, `FLOW` …
        pub message_template_button_type: Option<Cow<'a, str>> = text,
        /// Label of the button.
        pub message_template_button_text: Option<Cow<'a, str>> = text,
        /// URL that the button opens; only with `URL`.
        pub message_template_button_url: Option<Cow<'a, str>> = text,
        /// Phone number that the button calls; only with `PHONE_NUMBER`.
        pub message_template_button_phone_number: Option<Cow<'a, str>> = id,
    }
}

owned! {
    TemplateButton => event::TemplateButton {;
        message_template_button_type => button_type,
        message_template_button_text => text,
        message_template_button_url => url,
        message_template_button_phone_number => phone_number
    }
}

impl<'a> FieldItem<'a> for TemplateComponents<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            message_template_id,
            message_template_name,
            message_template_language,
            message_template_title,
            message_template_element,
            message_template_footer,
            message_template_buttons,
        } = self;
        if message_template_id.is_none() && message_template_name.is_none() {
            return Err(Problem::no_value("message_template_id"));
        }
        let components = event::TemplateComponents {
            title: message_template_title.owned(),
            element: message_template_element.owned(),
            footer: message_template_footer.owned(),
            buttons: message_template_buttons.owned(),
        };
        Ok(Event::from(TemplateUpdate {
            id: message_template_id.owned(),
            name: message_template_name.owned(),
            language: message_template_language.owned(),
            components: unless_empty(components),
            ..TemplateUpdate::new(meta, raw)
        }))
    }
}
