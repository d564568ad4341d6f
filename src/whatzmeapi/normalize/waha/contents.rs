//! Contents of a message as WAHA itself puts them, without those of its engine.

use super::split;
use crate::event::content::{
    Contacts, Edit, Location, Media, PollVote, Reaction, Text, Undecryptable, UnknownContent,
};
use crate::event::{Content, Context};
use crate::json::Owned;
use crate::whatzmeapi::payload::{
    ContactMessage, WahaLocation, WahaMedia, WahaPayload, WahaReaction, WahaReplyTo,
};

/// Reads the content of one event.
pub(super) type Read = fn(&mut WahaPayload<'_>) -> Content;

/// A message: a file, a place, contacts or a text.
pub(super) fn message(payload: &mut WahaPayload<'_>) -> Content {
    let body = payload.body.take();
    let media = payload.media.take().map(|media| *media);
    if payload.has_media == Some(true) || media.is_some() {
        return file(media.unwrap_or_default(), body.owned());
    }
    if let Some(location) = payload.location.take() {
        return Location::from(*location).into();
    }
    let cards = std::mem::take(&mut payload.v_cards);
    if !cards.is_empty() {
        let card = |vcard| ContactMessage {
            vcard: Some(vcard),
            ..ContactMessage::default()
        };
        return Contacts {
            cards: cards.into_iter().map(|it| card(it).into()).collect(),
        }
        .into();
    }
    match body {
        Some(body) => Text {
            body: body.into_owned(),
            ..Text::default()
        }
        .into(),
        None => UnknownContent::default().into(),
    }
}

/// A file of the kind that its type says.
fn file(media: WahaMedia<'_>, caption: Option<String>) -> Content {
    let WahaMedia {
        url: _,
        mimetype,
        filename,
        data: _,
    } = media;
    let Some(mime_type) = mimetype else {
        return UnknownContent {
            kind: Some("media".to_owned()),
            text: caption,
        }
        .into();
    };
    let kind = match mime_type.split_once('/') {
        Some(("image", _)) => Content::Image,
        Some(("video", _)) => Content::Video,
        Some(("audio", _)) => Content::Audio,
        _ => Content::Document,
    };
    kind(Box::new(Media {
        mime_type: Some(mime_type.into_owned()),
        file_name: filename.owned(),
        caption: caption.filter(|text| !text.is_empty()),
        ..Media::default()
    }))
}

impl From<WahaLocation<'_>> for Location {
    fn from(location: WahaLocation<'_>) -> Self {
        let WahaLocation {
            latitude,
            longitude,
            name,
            address,
            description,
            url,
        } = location;
        Self {
            latitude,
            longitude,
            name: name.owned(),
            address: address.owned(),
            url: url.owned(),
            caption: description.owned(),
            ..Self::default()
        }
    }
}

/// A message that is not decrypted yet.
pub(super) fn waiting(_: &mut WahaPayload<'_>) -> Content {
    Undecryptable::default().into()
}

/// The new content of an earlier message.
pub(super) fn edit(payload: &mut WahaPayload<'_>) -> Content {
    let edited = payload.edited_message_id.take();
    Edit {
        message_id: edited.as_deref().map(|id| split(id).id.into()),
        content: Some(message(payload)),
        sent_at: None,
    }
    .into()
}

pub(super) fn reaction(payload: &mut WahaPayload<'_>) -> Content {
    let reaction = payload.reaction.take().map(|reaction| *reaction);
    let WahaReaction { text, message_id } = reaction.unwrap_or_default();
    Reaction {
        message_id: message_id.as_deref().map(|id| split(id).id.into()),
        removed: Some(text.is_none()),
        emoji: text.owned(),
        ..Reaction::default()
    }
    .into()
}

/// A vote for options of a poll, whose ID is not in the vote.
pub(super) fn vote(payload: &mut WahaPayload<'_>) -> Content {
    PollVote {
        options: std::mem::take(&mut payload.selected_options).owned(),
        ..PollVote::default()
    }
    .into()
}

/// The message that another one replies to.
pub(super) fn context(reply_to: Option<WahaReplyTo<'_>>) -> Option<Box<Context>> {
    let WahaReplyTo { id, participant } = reply_to?;
    let context = Context {
        message_id: id.as_deref().map(|id| split(id).id.into()),
        from: participant.owned(),
        ..Context::default()
    };
    context.message_id.is_some().then(|| Box::new(context))
}
