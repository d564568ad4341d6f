//! Texts.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{LinkPreview, Text};
use crate::json::{self, Owned};
use crate::whatzmeapi::payload::ExtendedTextMessage;

/// `conversation` is a text and `extendedTextMessage` an object; `CodeChat` sends both as objects.
pub(super) fn text(part: &mut Part<'_>) -> Result<Content, Problem> {
    if !part.slice.is_object() {
        let body = json::get_from(part.slice, json::get::body);
        let body = body.ok_or(Problem::no_value(part.place))?.into_owned();
        return Ok(Text {
            body,
            preview: None,
        }
        .into());
    }
    let ExtendedTextMessage {
        text,
        matched_text,
        title,
        description,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let body = text.ok_or(Problem::no_value(part.place))?;
    let preview = LinkPreview {
        url: matched_text.owned(),
        title: title.owned(),
        description: description.owned(),
    };
    Ok(Text {
        body: body.into_owned(),
        preview: (preview != LinkPreview::default()).then(|| Box::new(preview)),
    }
    .into())
}
