//! Images, videos, audio, documents and stickers.

use crate::collector::Problem;
use crate::event::content::{self, Content};
use crate::json::owned;
use crate::meta::payload::{Media, Message, OutboundMedia};

owned! {
    Media => content::Media { id, url, mime_type, sha256, caption, voice, animated; filename => file_name }
    OutboundMedia => content::Media { id, caption, voice; link => url, filename => file_name }
}

/// Reads the payload of `voice`: audio with `voice` set.
pub(super) fn voice(message: &mut Message<'_>) -> Result<Content, Problem> {
    let payload = message.voice.take().ok_or(Problem::no_object("voice"))?;
    let mut media = content::Media::from(*payload);
    media.voice = media.voice.or(Some(true));
    Ok(Content::Audio(Box::new(media)))
}
