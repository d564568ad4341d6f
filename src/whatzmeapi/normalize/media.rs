//! Texts and files.

use super::bytes::base64;
use super::content::Part;
use super::poll::count;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Album, LinkPreview, Media, MediaEncryption, Text};
use crate::json;
use crate::json::own;
use crate::whatzmeapi::payload::{AlbumMessage, ExtendedTextMessage, MediaMessage};

/// `conversation` is a text, `extendedTextMessage` an object; `CodeChat` makes an object of both.
pub(super) fn text(part: &mut Part<'_>) -> Result<Content, Problem> {
    if !part.slice.is_object() {
        let body = json::get_from(part.slice, json::get::body);
        let body = body.ok_or(Problem::no_value(part.place))?.into_owned();
        return Ok(Content::Text(Text {
            body,
            preview: None,
        }));
    }
    let ExtendedTextMessage {
        text,
        matched_text,
        title,
        description,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let preview = LinkPreview {
        url: own(matched_text),
        title: own(title),
        description: own(description),
    };
    Ok(Content::Text(Text {
        body: text.unwrap_or_default().into_owned(),
        preview: (preview != LinkPreview::default()).then(|| Box::new(preview)),
    }))
}

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
    let media_key = media_key.and_then(base64);
    Ok(Box::new(Media {
        id: None,
        url: own(url),
        mime_type: own(mimetype),
        sha256: file_sha256.and_then(base64),
        caption: own(caption),
        text: None,
        file_name: own(file_name),
        title: own(title.or(name)),
        publisher: own(publisher),
        sticker_count: stickers.and_then(count),
        size: file_length,
        width,
        height,
        duration: seconds,
        page_count,
        voice: ptt,
        animated: is_lottie.filter(|moves| *moves).or(is_animated),
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
        encryption: media_key.map(|media_key| {
            Box::new(MediaEncryption {
                media_key: Some(media_key),
                encrypted_sha256: file_enc_sha256.and_then(base64),
                direct_path: own(direct_path),
                media_key_at: media_key_timestamp,
            })
        }),
    }))
}

pub(super) fn album(part: &mut Part<'_>) -> Result<Content, Problem> {
    let AlbumMessage {
        expected_image_count,
        expected_video_count,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Content::Album(Box::new(Album {
        image_count: expected_image_count,
        video_count: expected_video_count,
    })))
}
