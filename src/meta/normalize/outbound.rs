//! What an outbound message says: one reader for each type.

use std::borrow::Cow;

use super::contacts::cards;
use super::content::{self, Read};
use crate::collector::Problem;
use crate::event::content::{
    Button, Buttons, Content, Interactive, List, Media, Row, Section, Template, Text,
    UnknownContent,
};
use crate::json;
use crate::json::RawSlice;
use crate::json::own;
use crate::meta::payload::{
    OutboundAction, OutboundButton, OutboundComponent, OutboundHeader, OutboundInteractive,
    OutboundLanguage, OutboundLine, OutboundMedia, OutboundMessage, OutboundParameters,
    OutboundSection, OutboundTemplate, OutboundText, Product, Reply, TemplateDefinition,
};

/// A type of message, whether its payload is there, and its reader.
type Reader = (
    &'static str,
    fn(&OutboundMessage<'_>) -> bool,
    fn(&mut OutboundMessage<'_>) -> Read,
);

/// Types of requests and their readers. A new type is one line and one function.
const READERS: &[Reader] = &[
    ("text", |r| r.text.is_some(), text),
    (
        "image",
        |r| r.image.is_some(),
        |r| media(r.image.take(), "message.image").map(Content::Image),
    ),
    (
        "video",
        |r| r.video.is_some(),
        |r| media(r.video.take(), "message.video").map(Content::Video),
    ),
    (
        "audio",
        |r| r.audio.is_some(),
        |r| media(r.audio.take(), "message.audio").map(Content::Audio),
    ),
    (
        "document",
        |r| r.document.is_some(),
        |r| media(r.document.take(), "message.document").map(Content::Document),
    ),
    (
        "sticker",
        |r| r.sticker.is_some(),
        |r| media(r.sticker.take(), "message.sticker").map(Content::Sticker),
    ),
    (
        "location",
        |r| r.location.is_some(),
        |r| content::place(r.location.take(), "message.location"),
    ),
    (
        "contacts",
        |r| !r.contacts.is_empty(),
        |r| cards(std::mem::take(&mut r.contacts), "message.contacts"),
    ),
    (
        "reaction",
        |r| r.reaction.is_some(),
        |r| content::reacted(r.reaction.take(), "message.reaction"),
    ),
    ("interactive", |r| r.interactive.is_some(), interactive),
    ("template", |r| r.template.is_some(), template),
];

/// Reads the payload; a type that is not known keeps its word, if it has one.
///
/// # Errors
///
/// [`Problem`] where the type is known and its payload cannot be read.
pub(super) fn content(
    message: &mut OutboundMessage<'_>,
    definition: Option<Box<TemplateDefinition<'_>>>,
) -> Read {
    let kind = message.r#type.clone().or_else(|| inferred(message));
    let reader = READERS
        .iter()
        .find(|(known, _, _)| Some(*known) == kind.as_deref());
    let Some((_, _, read)) = reader else {
        return Ok(Content::Unknown(Box::new(UnknownContent {
            kind: own(kind),
        })));
    };
    let mut content = read(message)?;
    if let (Content::Template(template), Some(definition)) = (&mut content, definition) {
        define(template, *definition);
    }
    Ok(content)
}

/// The type is `text` where a message does not say it; here the only payload there is decides.
fn inferred(message: &OutboundMessage<'_>) -> Option<Cow<'static, str>> {
    let mut present = READERS.iter().filter(|(_, is_there, _)| is_there(message));
    match (present.next(), present.next()) {
        (Some((kind, _, _)), None) => Some(Cow::Borrowed(*kind)),
        _ => None,
    }
}

fn text(message: &mut OutboundMessage<'_>) -> Read {
    let OutboundText {
        body,
        preview_url: _,
    } = message
        .text
        .take()
        .ok_or(Problem::no_object("message.text"))?;
    let body = body.ok_or(Problem::no_value("message.text.body"))?;
    Ok(Content::Text(Text {
        body: body.into_owned(),
        preview: None,
    }))
}

fn media(
    media: Option<Box<OutboundMedia<'_>>>,
    place: &'static str,
) -> Result<Box<Media>, Problem> {
    Ok(file(*media.ok_or(Problem::no_object(place))?))
}

fn file(media: OutboundMedia<'_>) -> Box<Media> {
    let OutboundMedia {
        id,
        link,
        caption,
        filename,
        voice,
    } = media;
    Box::new(Media {
        id: own(id),
        url: own(link),
        caption: own(caption),
        file_name: own(filename),
        voice,
        ..Media::default()
    })
}

fn interactive(message: &mut OutboundMessage<'_>) -> Read {
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
        (Some(image), _, _) => Some(Content::Image(file(*image))),
        (_, Some(video), _) => Some(Content::Video(file(*video))),
        (_, _, Some(document)) => Some(Content::Document(file(*document))),
        _ => None,
    };
    let attachment = attachment.map(Box::new);
    let line = |line: Option<OutboundLine<'_>>| line.and_then(|OutboundLine { text }| own(text));
    let (header, body, footer) = (own(header), line(body), line(footer));
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
        Some("button") => Content::Buttons(Box::new(Buttons {
            header,
            attachment,
            body,
            footer,
            buttons: buttons.into_iter().map(self::button).collect(),
        })),
        Some("list") => Content::List(Box::new(List {
            header,
            body,
            footer,
            button: own(button),
            sections: sections.into_iter().map(section).collect(),
        })),
        _ => Content::Interactive(Box::new(Interactive {
            kind: own(r#type),
            header,
            attachment,
            body,
            footer,
            buttons: named(name, parameters)
                .into_iter()
                .chain(buttons.into_iter().map(self::button))
                .collect(),
            catalog_id: own(catalog_id),
            sections: product_retailer_id
                .map(|id| Section {
                    rows: vec![listed(Some(id))],
                    ..Section::default()
                })
                .into_iter()
                .chain(sections.into_iter().map(section))
                .collect(),
            ..Interactive::default()
        })),
    })
}

fn button(button: OutboundButton<'_>) -> Button {
    let OutboundButton { r#type: _, reply } = button;
    let Reply {
        id,
        title,
        description: _,
    } = reply.unwrap_or_default();
    Button {
        id: own(id),
        title: own(title),
        ..Button::default()
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
        title: own(display_text.or(flow_cta)),
        url: own(url),
        parameters: parameters.map(|part| part.as_str().to_owned()),
        ..Button::default()
    })
}

fn section(section: OutboundSection<'_>) -> Section {
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
    let row = |row: Reply<'_>| {
        let Reply {
            id,
            title,
            description,
        } = row;
        Row {
            id: own(id),
            title: own(title),
            description: own(description),
        }
    };
    Section {
        title: own(title),
        rows: (rows.into_iter().map(row))
            .chain(products.into_iter().filter_map(product))
            .collect(),
    }
}

/// A product of a list: its id is all that is said.
fn listed(id: Option<Cow<'_, str>>) -> Row {
    Row {
        id: own(id),
        ..Row::default()
    }
}

fn template(message: &mut OutboundMessage<'_>) -> Read {
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
    Ok(Content::Template(Box::new(Template {
        name: own(name),
        language: own(code),
        namespace: own(namespace),
        parameters: components.map(texts).unwrap_or_default(),
        ..Template::default()
    })))
}

/// Texts that stand in for the placeholders; files and other values are passed over.
fn texts(components: RawSlice<'_>) -> Vec<String> {
    let parts: Vec<_> = json::get_from(components, json::get::items);
    let lines = parts.into_iter().filter_map(|part| {
        let component: OutboundComponent<'_> = json::read(part).ok()?;
        Some(component.parameters)
    });
    lines.flatten().filter_map(|line| own(line.text)).collect()
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
    template.id = own(id);
    template.name = template.name.take().or(own(name));
    template.language = template.language.take().or(own(language));
}
