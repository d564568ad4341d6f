//! Contents of outbound messages: the table of message types.

mod interactive;
mod template;

use std::borrow::Cow;

use super::content::{contacts, reaction};
use super::message_types::message_types;
use crate::collector::Problem;
use crate::event::content::{Content, Location, Media, Text, UnknownContent};
use crate::json::Owned;
use crate::meta::payload::{OutboundMedia, OutboundMessage, OutboundText, TemplateDefinition};
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
        interactive => interactive::interactive,
        template => template::template,
    }
}

/// Reads the payload. An unknown type is kept, if there is one. Meta reads a message without a type as `text`; here
/// the only payload that is present determines the type.
///
/// # Errors
///
/// Returns [`Problem`] if the type is known and its payload cannot be read.
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
        template::define(template, *definition);
    }
    Ok(content)
}

/// Returns the file of a header.
fn attachment(
    image: Option<Box<OutboundMedia<'_>>>,
    video: Option<Box<OutboundMedia<'_>>>,
    document: Option<Box<OutboundMedia<'_>>>,
) -> Option<Box<Content>> {
    let file = |file: Box<OutboundMedia<'_>>| Box::new(Media::from(*file));
    let content = (image.map(|image| Content::Image(file(image))))
        .or_else(|| Some(Content::Video(file(video?))))
        .or_else(|| Some(Content::Document(file(document?))))?;
    Some(Box::new(content))
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
