//! What Meta says it cannot show.

use crate::event::content::{self, Content};
use crate::json::owned;
use crate::meta::payload::{Message, Unsupported};

/// Reads the payload of `unsupported`, and a text that stands beside it. Older deliveries have no payload: then only
/// the errors say why.
pub(super) fn unsupported(message: &mut Message<'_>) -> Content {
    let payload = message.unsupported.take().unwrap_or_default();
    let mut content = content::Unsupported::from(payload);
    content.text = text_beside(message);
    content.into()
}

owned! {
    Unsupported => content::Unsupported { raw_type; r#type => kind }
}

/// A type that says by its name that there is nothing to show.
pub(super) fn word(kind: &str, message: &mut Message<'_>) -> Content {
    Content::from(content::Unsupported {
        kind: Some(kind.into()),
        text: text_beside(message),
        ..content::Unsupported::default()
    })
}

/// The content of a type that is not known, and a text that stands beside it.
pub(in crate::meta::normalize) fn unknown(kind: &str, message: &mut Message<'_>) -> Content {
    Content::from(content::UnknownContent {
        kind: (!kind.is_empty()).then(|| kind.to_owned()),
        text: text_beside(message),
    })
}

/// The text of a message whose type is another.
fn text_beside(message: &mut Message<'_>) -> Option<String> {
    let body = message.text.take()?.body?;
    (!body.is_empty()).then(|| body.into_owned())
}
