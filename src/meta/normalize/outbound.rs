//! What an outbound message says: the table of its types.

use std::borrow::Cow;

use super::content::{contacts, reaction};
use super::message_types::message_types;
use crate::collector::Problem;
use crate::event::content::{
    Button, Buttons, Content, Interactive, List, Location, Media, Row, Section, Template, Text,
    UnknownContent,
};
use crate::json::{self, Owned, RawSlice, owned};
use crate::meta::payload::{
    OutboundAction, OutboundButton, OutboundComponent, OutboundHeader, OutboundInteractive,
    OutboundLanguage, OutboundLine, OutboundMessage, OutboundParameters, OutboundSection,
    OutboundTemplate, OutboundText, Product, Reply, TemplateDefinition,
};
use crate::types::Absent;

message_types! {
    OutboundMessage at "message." {
        text => text,
        image: Media as Image,
        video: Media as Video,
        audio: Media as Audio,
        document: Media as Document,
        sticker: Media as Sticker,
        location: Location,
        contacts => |message| contacts(std::mem::take(&mut message.contacts), "message.contacts"),
        reaction => |message| reaction(message.reaction.take(), "message.reaction"),
        interactive => interactive,
        template => template,
    }
}

/// Reads the payload; a type that is not known keeps its word, if it has one. A message that does not say its type is a
/// `text` to Meta; here the only payload it has decides.
///
/// # Errors
///
/// [`Problem`] where the type is known and its payload cannot be read.
pub(super) fn read(
    message: &mut OutboundMessage<'_>,
    definition: Option<Box<TemplateDefinition<'_>>>,
) -> Result<Content, Problem> {
    let kind = message.r#type.clone();
    let kind = kind.or_else(|| only_payload(message).map(Cow::Borrowed));
    let Some(content) = kind.as_deref().and_then(|kind| read_as(kind, message)) else {
        let text = message.text.take().and_then(|text| text.body);
        return Ok(Content::from(UnknownContent {
            kind: kind.owned(),
            text: text.owned(),
        }));
    };
    let mut content = content?;
    if let (Content::Template(template), Some(definition)) = (&mut content, definition) {
        define(template, *definition);
    }
    Ok(content)
}

fn text(message: &mut OutboundMessage<'_>) -> Result<Content, Problem> {
    let OutboundText {
        body,
        preview_url: _,
    } = message
        .text
        .take()
        .ok_or(Problem::no_object("message.text"))?;
    let body = body.ok_or(Problem::no_value("message.text.body"))?;
    Ok(Content::from(Text {
        body: body.into_owned(),
        preview: None,
    }))
}

fn interactive(message: &mut OutboundMessage<'_>) -> Result<Content, Problem> {
    let OutboundInteractive {
        r#type,
        header,
        body,
        footer,
        action,
    } = *message
        .interactive
        .take()
        .ok_or(Problem::no_object("message.interactive"))?;
    let OutboundHeader {
        r#type: _,
        text: header,
        image,
        video,
        document,
    } = header.unwrap_or_default();
    let attachment = match (image, video, document) {
        (Some(image), _, _) => Some(Content::Image(Box::new(Media::from(*image)))),
        (_, Some(video), _) => Some(Content::Video(Box::new(Media::from(*video)))),
        (_, _, Some(document)) => Some(Content::Document(Box::new(Media::from(*document)))),
        _ => None,
    };
    let attachment = attachment.map(Box::new);
    let line = |line: Option<OutboundLine<'_>>| line.and_then(|OutboundLine { text }| text.owned());
    let (header, body, footer) = (header.owned(), line(body), line(footer));
    let OutboundAction {
        name,
        button,
        buttons,
        sections,
        parameters,
        catalog_id,
        product_retailer_id,
    } = action.map(|action| *action).unwrap_or_default();
    Ok(match r#type.as_deref() {
        Some("button") => Content::from(Buttons {
            header,
            attachment,
            body,
            footer,
            buttons: buttons.owned(),
        }),
        Some("list") => Content::from(List {
            header,
            body,
            footer,
            button: button.owned(),
            sections: sections.owned(),
        }),
        _ => Content::from(Interactive {
            kind: r#type.owned(),
            header,
            attachment,
            body,
            footer,
            buttons: named(name, parameters)
                .into_iter()
                .chain(buttons.into_iter().map(Button::from))
                .collect(),
            catalog_id: catalog_id.owned(),
            sections: product_retailer_id
                .map(|id| Section {
                    rows: vec![listed(Some(id))],
                    ..Section::default()
                })
                .into_iter()
                .chain(sections.into_iter().map(Section::from))
                .collect(),
            ..Interactive::default()
        }),
    })
}

impl From<OutboundButton<'_>> for Button {
    fn from(button: OutboundButton<'_>) -> Self {
        let OutboundButton { r#type: _, reply } = button;
        let Reply {
            id,
            title,
            description: _,
        } = reply.unwrap_or_default();
        Self {
            id: id.owned(),
            title: title.owned(),
            ..Self::default()
        }
    }
}

/// The one button of a named action: its label and address stand in the parameters.
fn named(name: Option<Cow<'_, str>>, parameters: Option<RawSlice<'_>>) -> Option<Button> {
    let name = name?;
    let OutboundParameters {
        display_text,
        url,
        flow_cta,
    } = parameters
        .and_then(|part| json::read(part).ok())
        .unwrap_or_default();
    Some(Button {
        id: Some(name.into_owned()),
        title: display_text.or(flow_cta).owned(),
        url: url.owned(),
        parameters: parameters.map(|part| part.as_str().to_owned()),
        ..Button::default()
    })
}

owned! {
    Reply => Row { id, title, description }
}

impl From<OutboundSection<'_>> for Section {
    fn from(section: OutboundSection<'_>) -> Self {
        let OutboundSection {
            title,
            rows,
            product_items,
        } = section;
        let products: Vec<_> =
            product_items.map_or_else(Vec::new, |list| json::get_from(list, json::get::items));
        let product = |part: RawSlice<'_>| {
            let product: Product<'_> = json::read(part).ok()?;
            Some(listed(product.product_retailer_id))
        };
        Self {
            title: title.owned(),
            rows: (rows.into_iter().map(Row::from))
                .chain(products.into_iter().filter_map(product))
                .collect(),
        }
    }
}

/// A product of a list: its id is all that is said.
fn listed(id: Option<Cow<'_, str>>) -> Row {
    Row {
        id: id.owned(),
        ..Row::default()
    }
}

fn template(message: &mut OutboundMessage<'_>) -> Result<Content, Problem> {
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

/// Texts that stand in for the placeholders; files and other values are passed over.
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

/// The definition names the template; its texts have placeholders, so they are not what was sent.
fn define(template: &mut Template, definition: TemplateDefinition<'_>) {
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
