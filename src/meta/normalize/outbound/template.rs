//! Templates.

use super::attachment;
use crate::collector::Problem;
use crate::event::content::{Button, Content, Template};
use crate::json::{self, Owned};
use crate::meta::payload::{
    OutboundComponent, OutboundLanguage, OutboundMessage, OutboundParameter, OutboundTemplate,
    TemplateDefinition,
};

/// Reads the payload of `template`.
pub(super) fn template(message: &mut OutboundMessage<'_>) -> Result<Content, Problem> {
    let OutboundTemplate {
        name,
        language,
        namespace,
        components,
    } = *message
        .template
        .take()
        .ok_or(Problem::no_object("message.template"))?;
    let code = language.and_then(|OutboundLanguage { code, policy: _ }| code);
    let mut template = Template {
        name: name.owned(),
        language: code.owned(),
        namespace: namespace.owned(),
        ..Template::default()
    };
    let parts: Vec<_> =
        components.map_or_else(Vec::new, |list| json::get_from(list, json::get::items));
    for part in parts {
        if let Ok(OutboundComponent { parameters }) = json::read(part) {
            for parameter in parameters {
                fill(&mut template, parameter);
            }
        }
    }
    Ok(Content::from(template))
}

/// Adds the value of a placeholder; locations and other values are skipped.
fn fill(template: &mut Template, parameter: OutboundParameter<'_>) {
    let OutboundParameter {
        text,
        currency,
        date_time,
        image,
        video,
        document,
        payload,
    } = parameter;
    let written = currency.or(date_time).and_then(|it| it.fallback_value);
    template.parameters.extend(text.or(written).owned());
    template.buttons.extend(payload.map(|payload| Button {
        id: Some(payload.into_owned()),
        ..Button::default()
    }));
    if let Some(file) = attachment(image, video, document) {
        template.attachment.get_or_insert(file);
    }
}

/// Adds the name from the definition. Its texts contain placeholders, so they are not the texts that were sent.
pub(super) fn define(template: &mut Template, definition: TemplateDefinition<'_>) {
    let TemplateDefinition {
        id,
        name,
        language,
        category: _,
        status: _,
        components: _,
    } = definition;
    template.id = id.owned();
    template.name = template.name.take().or(name.owned());
    template.language = template.language.take().or(language.owned());
}
