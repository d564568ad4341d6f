//! Finding the content of a message in its wrappers, with the metadata next to it.

use std::borrow::Cow;

use super::part::{Part, Target, malformed, unknown};
use super::{CONTEXT_INFO, DATA, Kind, MEDIA_URL, Row, SPEECH};
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Media, System, UnknownContent};
use crate::json::{self, Owned, RawSlice, Reader};
use crate::path::Path;
use crate::types::MessageId;
use crate::whatzmeapi::payload::{MessageAssociation, MessageContextInfo, OtherMessage, Wrapper};

/// Maximum depth of wrapping.
const MAX_WRAPPERS: usize = 16;

/// A content with the data of its wrappers.
pub(crate) struct Found<'a> {
    pub(crate) content: Content,
    /// Additional output of the content's reader.
    pub(crate) part: Part<'a>,
    /// Whether it was in `ephemeralMessage`, so that it disappears.
    pub(crate) ephemeral: bool,
    /// Announcement of the album that it belongs to.
    pub(crate) album: Option<MessageId>,
    /// Whether it was in `editedMessage`, so that it is the new content of an earlier message.
    pub(crate) edited: bool,
    /// Actual chat of an own message from another device.
    pub(crate) destination: Option<Cow<'a, str>>,
}

impl<'a> Found<'a> {
    /// Creates a content without wrappers.
    pub(crate) fn new(content: Content, part: Part<'a>) -> Self {
        Self {
            content,
            part,
            ephemeral: false,
            album: None,
            edited: false,
            destination: None,
        }
    }
}

/// Reads the content of a message; one level of wrapping after the other.
pub(crate) fn read(message: RawSlice<'_>) -> Found<'_> {
    read_in(message, Part::default())
}

/// Reads a content that came without its key, under the type it is said to have. `CodeChat`.
pub(crate) fn read_as<'a>(content: RawSlice<'a>, message_type: Option<&str>) -> Found<'a> {
    match message_type.map(Kind::of) {
        Some(Kind::Wrapper(_)) => {
            if let Ok(Wrapper {
                message: Some(message),
                ..
            }) = json::read(content)
            {
                return read(message);
            }
        }
        Some(Kind::Content(row)) => {
            let mut part = Part {
                key: row.key,
                slice: content,
                place: "content",
                ..Part::default()
            };
            return Found::new(row.content(&mut part), part);
        }
        _ => {}
    }
    let kind = message_type.map(str::to_owned);
    Found::new(unknown(kind), Part::default())
}

/// What a message without content was to be: nothing can be read of a type that is known, or of none at all.
pub(crate) fn missing<'a>(message_type: Option<&str>) -> Found<'a> {
    let content = match message_type.map(Kind::of) {
        Some(Kind::Other(kind)) => unknown(Some(kind)),
        _ => malformed(message_type, &Problem::no_value("message")),
    };
    Found::new(content, Part::default())
}

impl Row {
    /// Reads the value of the key, and the new content of an edit.
    fn content(&self, part: &mut Part<'_>) -> Content {
        match (self.read)(part) {
            Ok(mut content) => {
                finish_edit(&mut content, part);
                content
            }
            Err(problem) => malformed(Some(self.key), &problem),
        }
    }
}

/// Reads the new content of an edit, if the part has one; its context is used for the edit.
pub(crate) fn finish_edit(content: &mut Content, part: &mut Part<'_>) {
    let Some(message) = part.edit.take() else {
        return;
    };
    let new = read_in(
        message,
        Part {
            edited: true,
            ..Part::default()
        },
    );
    part.context = new.part.context;
    let mut new = new.content;
    if let Content::Malformed(malformed) = &mut new {
        let rest = malformed.path.strip_prefix("message").unwrap_or_default();
        malformed.path = Path::from(part.place).join("editedMessage").to_string() + rest;
    }
    if let Content::Edit(edit) = content {
        edit.content = Some(new);
    }
}

fn read_in<'a>(message: RawSlice<'a>, part: Part<'a>) -> Found<'a> {
    let mut found = Found::new(malformed(None, &Problem::no_object("message")), part);
    let mut beside = Beside::default();
    let mut level = message;
    let mut wrappers = Vec::new();
    for depth in 0..MAX_WRAPPERS {
        let (kind, slice) = match pick(level, &mut beside) {
            Ok(Some(picked)) => picked,
            Ok(None) if depth == 0 && !message.is_blank() => {
                found.content = unknown(None);
                break;
            }
            _ => break,
        };
        match kind {
            Kind::Content(row) => {
                found.part.key = row.key;
                found.part.slice = slice;
                found.part.place = row.place;
                found.content = row.content(&mut found.part);
                break;
            }
            Kind::Wrapper(key) => {
                found.content = malformed(Some(key), &Problem::no_object("message"));
                wrappers.push(key);
                found.part.view_once |= key.starts_with("viewOnce");
                found.ephemeral |= key == "ephemeralMessage";
                found.edited |= key == "editedMessage";
                let Ok(Wrapper {
                    message,
                    destination_jid,
                    target_message_key,
                }) = json::read(slice)
                else {
                    break;
                };
                // Some gateways leave out the level between.
                let Some(message) = message.or(Some(slice).filter(|it| has_content(*it))) else {
                    break;
                };
                found.destination = destination_jid.or(found.destination);
                found.part.target = Target::of(target_message_key).or(found.part.target);
                if !message.is_object() {
                    break;
                }
                if depth.saturating_add(1) == MAX_WRAPPERS {
                    found.content = unknown(Some(key.to_owned()));
                }
                level = message;
            }
            Kind::KeyMaterial(key) => {
                found.content = System {
                    kind: Some(key.into()),
                    ..System::default()
                }
                .into();
                break;
            }
            Kind::Other(key) => {
                let OtherMessage {
                    key: target,
                    text,
                    caption,
                    context_info,
                } = json::read(slice).unwrap_or_default();
                found.part.target = Target::of(target).or(found.part.target);
                found.part.context = context_info;
                found.content = UnknownContent {
                    kind: Some(key),
                    text: text.or(caption).owned(),
                }
                .into();
                break;
            }
            Kind::Metadata(_) => break,
        }
    }
    if let Content::Malformed(malformed) = &mut found.content {
        unwrapped(&mut malformed.path, &wrappers);
    }
    beside.join(&mut found);
    found
}

/// Whether a content stands directly in an object.
fn has_content(part: RawSlice<'_>) -> bool {
    matches!(
        pick(part, &mut Beside::default()),
        Ok(Some((Kind::Content(_) | Kind::Wrapper(_), _)))
    )
}

/// Names the wrappers on the way to what cannot be read.
fn unwrapped(path: &mut String, wrappers: &[&str]) {
    let way: String = (wrappers.iter())
        .flat_map(|wrapper| [".", wrapper, ".message"])
        .collect();
    if let Some(rest) = path.strip_prefix("message") {
        *path = format!("message{way}{rest}");
    }
}

/// Metadata next to the content, on any level.
#[derive(Default)]
struct Beside<'a> {
    context_info: Option<RawSlice<'a>>,
    media_url: Option<RawSlice<'a>>,
    speech: Option<RawSlice<'a>>,
    data: Option<RawSlice<'a>>,
}

impl Beside<'_> {
    /// Adds the metadata to a content.
    fn join(self, found: &mut Found<'_>) {
        let info = self.context_info.and_then(|info| json::read(info).ok());
        let MessageContextInfo {
            message_association,
            message_add_on_duration_in_secs,
        } = info.unwrap_or_default();
        found.album = message_association.and_then(|association| album(*association));
        if let Content::Pin(pin) = &mut found.content {
            pin.duration = message_add_on_duration_in_secs;
        }
        if let Some(media) = media(&mut found.content) {
            media.decrypted_url = self.media_url.and_then(json::text).owned();
            media.transcript = self.speech.and_then(json::text).owned();
            media.data = self.data.and_then(json::text).owned();
        }
    }
}

/// The album that an image or video belongs to; other associations are ignored.
fn album(association: MessageAssociation<'_>) -> Option<MessageId> {
    let MessageAssociation {
        association_type,
        parent_message_key,
    } = association;
    match association_type.as_deref() {
        Some("MEDIA_ALBUM" | "1") => parent_message_key?.id.owned(),
        _ => None,
    }
}

/// The file of a media content.
fn media(content: &mut Content) -> Option<&mut Media> {
    match content {
        Content::Image(media)
        | Content::Video(media)
        | Content::Audio(media)
        | Content::Document(media)
        | Content::Sticker(media) => Some(media),
        _ => None,
    }
}

/// Finds the content among the keys, in whatever order they are: the most likely one.
fn pick<'a>(
    message: RawSlice<'a>,
    beside: &mut Beside<'a>,
) -> json::Result<Option<(Kind, RawSlice<'a>)>> {
    let mut reader = Reader::new(message);
    let mut best: Option<(Kind, RawSlice<'a>)> = None;
    let mut key = reader.first_key()?;
    while let Some(name) = key {
        let kind = Kind::of(name);
        let slice = reader.skip()?;
        match kind {
            Kind::Metadata(CONTEXT_INFO) => beside.context_info = Some(slice),
            Kind::Metadata(MEDIA_URL) => beside.media_url = Some(slice),
            Kind::Metadata(SPEECH) => beside.speech = Some(slice),
            Kind::Metadata(DATA) => beside.data = Some(slice),
            _ => {}
        }
        let rank = kind.rank(slice);
        let beats = match &best {
            // The last value of a repeated key counts.
            Some((other, value)) if other.key() == kind.key() => rank >= other.rank(*value),
            Some((other, value)) => {
                rank > 0 && (rank, kind.precedence()) > (other.rank(*value), other.precedence())
            }
            None => rank > 0,
        };
        if beats {
            best = Some((kind, slice));
        }
        key = reader.next_key()?;
    }
    Ok(best)
}

#[cfg(test)]
mod tests;
