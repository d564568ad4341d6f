//! Templates, in their three forms.

use super::attachments::Attachments;
use super::interactive;
use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Button, Template};
use crate::json::{self, Owned, owned};
use crate::whatzmeapi::payload::{
    FourRowTemplate, HighlyStructuredMessage, HydratedButton, HydratedTemplate, TemplateButton,
    TemplateMessage,
};

owned! {
    TemplateButton => Button { id, url, phone_number; display_text => title }
}

pub(super) fn template(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message = part.wire()?;
    Ok(template_content(part, message))
}

fn template_content<'a>(part: &mut Part<'a>, message: TemplateMessage<'a>) -> Content {
    let TemplateMessage {
        hydrated_template,
        hydrated_four_row_template,
        four_row_template,
        interactive_message_template,
        template_id,
        context_info,
    } = message;
    part.context = context_info;
    let hydrated = hydrated_template.or(hydrated_four_row_template);
    if let (None, Some(message)) = (&hydrated, interactive_message_template) {
        part.context = part.context.or(message.context_info);
        return interactive::content(*message).into();
    }
    let structured = four_row_template.and_then(|template| json::read(template).ok());
    let FourRowTemplate { content } = structured.unwrap_or_default();
    let HighlyStructuredMessage {
        namespace,
        params,
        element_name,
        fallback_lg,
        hydrated_hsm: _,
    } = content.unwrap_or_default();
    let HydratedTemplate {
        hydrated_content_text,
        hydrated_title_text,
        image_message,
        video_message,
        document_message,
        location_message,
        hydrated_footer_text,
        hydrated_buttons,
        template_id: hydrated_id,
    } = hydrated.unwrap_or_default();
    let attachments = Attachments {
        image: image_message,
        video: video_message,
        document: document_message,
        location: location_message,
    };
    Template {
        id: template_id.or(hydrated_id).owned(),
        name: element_name.owned(),
        language: fallback_lg.owned(),
        namespace: namespace.owned(),
        parameters: params.owned(),
        header: hydrated_title_text.owned(),
        attachment: attachments.content(),
        body: hydrated_content_text.owned(),
        footer: hydrated_footer_text.owned(),
        buttons: hydrated_buttons.owned(),
    }
    .into()
}

impl From<HydratedButton<'_>> for Button {
    fn from(hydrated: HydratedButton<'_>) -> Self {
        let HydratedButton {
            quick_reply_button,
            url_button,
            call_button,
        } = hydrated;
        let button = quick_reply_button.or(url_button).or(call_button);
        button.unwrap_or_default().into()
    }
}

pub(super) fn structured(part: &mut Part<'_>) -> Result<Content, Problem> {
    let HighlyStructuredMessage {
        namespace,
        params,
        element_name,
        fallback_lg,
        hydrated_hsm,
    } = part.wire()?;
    let hydrated = hydrated_hsm.and_then(|template| json::read(template).ok());
    let mut content = template_content(part, hydrated.unwrap_or_default());
    if let Content::Template(template) = &mut content {
        template.name = element_name.owned();
        template.language = fallback_lg.owned();
        template.namespace = namespace.owned();
        template.parameters = params.owned();
    }
    Ok(content)
}
