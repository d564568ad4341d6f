//! Files: images, videos, voice messages, documents, stickers, albums.

use super::bytes::{base64, count};
use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Album, Media, MediaEncryption};
use crate::json::Owned;
use crate::whatzmeapi::payload::{AlbumMessage, MediaMessage};

pub(super) fn image(part: &mut Part<'_>) -> Result<Content, Problem> {
    media(part).map(Content::Image)
}

pub(super) fn video(part: &mut Part<'_>) -> Result<Content, Problem> {
    media(part).map(Content::Video)
}

pub(super) fn video_note(part: &mut Part<'_>) -> Result<Content, Problem> {
    let mut media = media(part)?;
    media.note = Some(true);
    Ok(Content::Video(media))
}

pub(super) fn audio(part: &mut Part<'_>) -> Result<Content, Problem> {
    media(part).map(Content::Audio)
}

pub(super) fn document(part: &mut Part<'_>) -> Result<Content, Problem> {
    media(part).map(Content::Document)
}

pub(super) fn sticker(part: &mut Part<'_>) -> Result<Content, Problem> {
    media(part).map(Content::Sticker)
}

/// A file of any kind.
fn media(part: &mut Part<'_>) -> Result<Box<Media>, Problem> {
    let MediaMessage {
        url,
        direct_path,
        mimetype,
        media_key,
        file_sha256,
        file_enc_sha256,
        file_length,
        media_key_timestamp,
        caption,
        file_name,
        name,
        publisher,
        stickers,
        title,
        page_count,
        width,
        height,
        seconds,
        ptt,
        gif_playback,
        is_animated,
        is_lottie,
        view_once,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let encryption = MediaEncryption {
        media_key: media_key.and_then(base64),
        encrypted_sha256: file_enc_sha256.and_then(base64),
        direct_path: direct_path.owned(),
        media_key_at: media_key_timestamp,
    };
    Ok(Box::new(Media {
        id: None,
        url: url.owned(),
        mime_type: mimetype.owned(),
        sha256: file_sha256.and_then(base64),
        caption: caption.owned(),
        text: None,
        file_name: file_name.owned(),
        title: title.or(name).owned(),
        publisher: publisher.owned(),
        sticker_count: stickers.and_then(count),
        size: file_length,
        width,
        height,
        duration: seconds,
        page_count,
        voice: ptt,
        animated: if is_lottie == Some(true) {
            is_lottie
        } else {
            is_animated
        },
        gif: gif_playback,
        note: None,
        view_once: if part.view_once {
            Some(true)
        } else {
            view_once
        },
        file_type: None,
        decrypted_url: None,
        transcript: None,
        voicemail: None,
        data: None,
        encryption: Some(encryption)
            .filter(|it| *it != MediaEncryption::default())
            .map(Box::new),
    }))
}

pub(super) fn album(part: &mut Part<'_>) -> Result<Content, Problem> {
    let AlbumMessage {
        expected_image_count,
        expected_video_count,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Album {
        image_count: expected_image_count,
        video_count: expected_video_count,
    }
    .into())
}
