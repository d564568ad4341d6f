//! Messages that Meta does not support.

use crate::event::content::{self, Content};
use crate::json::{Owned, owned};
use crate::meta::payload::{Message, Unsupported};

/// Reads the payload of `unsupported`, and the text of the message if there is one. Older deliveries have no payload,
/// so only their errors state the reason.
pub(super) fn unsupported(message: &mut Message<'_>) -> Content {
    let payload = message.unsupported.take().unwrap_or_default();
    let mut content = content::Unsupported::from(payload);
    content.text = text_beside(message);
    content.into()
}

owned! {
    Unsupported => content::Unsupported { raw_type; r#type => kind }
}

/// Reads a message whose type means that there is no content to show.
pub(super) fn word(kind: &str, message: &mut Message<'_>) -> Content {
    Content::from(content::Unsupported {
        kind: Some(kind.into()),
        text: text_beside(message),
        ..content::Unsupported::default()
    })
}

/// Returns the content of an unknown type, with the text of the message if there is one.
pub(in crate::meta::normalize) fn unknown(kind: &str, message: &mut Message<'_>) -> Content {
    Content::from(content::UnknownContent {
        kind: (!kind.is_empty()).then(|| kind.to_owned()),
        text: text_beside(message),
    })
}

/// Takes the text of a message of another type, or the caption of its file.
pub(super) fn text_beside(message: &mut Message<'_>) -> Option<String> {
    let body = message.text.take().and_then(|text| text.body);
    let mut files = [
        &mut message.image,
        &mut message.video,
        &mut message.document,
    ]
    .into_iter();
    let caption = || files.find_map(|file| file.as_mut()?.caption.take());
    let text = body.filter(|body| !body.is_empty()).or_else(caption);
    text.owned()
}
