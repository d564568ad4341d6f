//! Templates.

use crate::collector::Problem;
use crate::event::content::{Content, Template};
use crate::json::{self, Owned, RawSlice};
use crate::meta::payload::{
    OutboundComponent, OutboundLanguage, OutboundMessage, OutboundTemplate, TemplateDefinition,
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
    Ok(Content::from(Template {
        name: name.owned(),
        language: code.owned(),
        namespace: namespace.owned(),
        parameters: components.map(texts).unwrap_or_default(),
        ..Template::default()
    }))
}

/// Returns the texts for the placeholders; files and other values are skipped.
fn texts(components: RawSlice<'_>) -> Vec<String> {
    let parts: Vec<_> = json::get_from(components, json::get::items);
    let lines = parts.into_iter().filter_map(|part| {
        let component: OutboundComponent<'_> = json::read(part).ok()?;
        Some(component.parameters)
    });
    lines
        .flatten()
        .filter_map(|line| line.text.owned())
        .collect()
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
