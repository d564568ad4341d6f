//! Plain text.

use crate::collector::Problem;
use crate::event::content::{Content, Text};
use crate::meta::payload::{self, Message};

/// Reads the payload of `text`. Its body may be empty, but not absent.
pub(super) fn text(message: &mut Message<'_>) -> Result<Content, Problem> {
    let payload::Text { body } = message.text.take().ok_or(Problem::no_object("text"))?;
    let body = body.ok_or(Problem::no_value("text.body"))?.into_owned();
    Ok(Content::from(Text {
        body,
        preview: None,
    }))
}
