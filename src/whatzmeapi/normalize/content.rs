//! The content of a message: which key it stands under, what it is wrapped in.

use std::borrow::Cow;

use super::keys::{self, Kind};
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Media, System, UnknownContent};
use crate::json::RawSlice;
use crate::json::{self, Reader, Wire};
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::{Key, MessageAssociation, MessageContextInfo, Wrapper};

/// Deepest wrapping that is followed.
const MAX_WRAPPERS: usize = 16;

/// A content on its way to the event.
pub(super) struct Part<'a> {
    /// Content key.
    pub(super) key: &'static str,
    /// Its value.
    pub(super) slice: RawSlice<'a>,
    /// Place of the value in the item.
    pub(super) place: &'static str,
    /// Stands in a wrapper that can be opened once.
    pub(super) view_once: bool,
    /// Stands in an edit already: another edit in it is not read.
    pub(super) edited: bool,
    /// What the content refers to, where its reader found that.
    pub(super) context: Option<RawSlice<'a>>,
    /// Message that the content is about, where its kind has no place for it.
    pub(super) target: Option<About<'a>>,
    /// When it was written, as the content itself says.
    pub(super) at: Option<Timestamp>,
}

/// A content, and what stood around it.
pub(super) struct Found<'a> {
    pub(super) content: Content,
    pub(super) context: Option<RawSlice<'a>>,
    /// Stood in `ephemeralMessage`: it disappears.
    pub(super) ephemeral: bool,
    /// Announcement of the album that it belongs to.
    pub(super) album: Option<MessageId>,
    /// When it was written, as the content itself says.
    pub(super) at: Option<Timestamp>,
    /// Stood in `editedMessage`: new content of an earlier message.
    pub(super) edited: bool,
    /// Real chat of an own message from another device.
    pub(super) destination: Option<Cow<'a, str>>,
    /// Message that it is about, where its kind has no place for it.
    pub(super) target: Option<About<'a>>,
}

/// A message that another one is about.
pub(super) struct About<'a> {
    pub(super) id: Cow<'a, str>,
    pub(super) author: Option<Cow<'a, str>>,
}

impl<'a> About<'a> {
    pub(super) fn of(key: Option<Key<'a>>) -> Option<Self> {
        let Key {
            id, participant, ..
        } = key?;
        Some(Self {
            id: id?,
            author: participant,
        })
    }
}

impl Found<'_> {
    /// A content with nothing around it.
    pub(super) fn bare(content: Content) -> Self {
        Self {
            content,
            context: None,
            ephemeral: false,
            album: None,
            at: None,
            edited: false,
            destination: None,
            target: None,
        }
    }
}

/// Reads the content of a message; one level of wrapping after the other.
pub(super) fn read(message: RawSlice<'_>, edited: bool) -> Result<Found<'_>, Problem> {
    let unreadable = |_| Problem::no_object("message");
    let mut found = Found::bare(unknown(None));
    let mut beside = Beside::default();
    let mut view_once = false;
    let mut level = message;
    for depth in 0..MAX_WRAPPERS {
        let Some((kind, slice)) = pick(level, &mut beside).map_err(unreadable)? else {
            break;
        };
        match kind {
            Kind::Content(row) => {
                let mut part = Part {
                    key: row.key,
                    slice,
                    place: if depth == 0 { row.place } else { "message" },
                    view_once,
                    edited,
                    context: None,
                    target: None,
                    at: None,
                };
                found.content = (row.read)(&mut part)?;
                found.context = part.context;
                found.target = part.target.or(found.target);
                found.at = part.at;
                break;
            }
            Kind::Wrapper(key) => {
                found.content = unknown(Some(key.to_owned()));
                view_once |= key.starts_with("viewOnce");
                found.ephemeral |= key == "ephemeralMessage";
                found.edited |= key == "editedMessage";
                let Ok(Wrapper {
                    message: Some(message),
                    destination_jid,
                    target_message_key,
                }) = json::read(slice)
                else {
                    break;
                };
                found.destination = destination_jid.or(found.destination);
                found.target = About::of(target_message_key).or(found.target);
                if !message.is_object() {
                    break;
                }
                level = message;
            }
            Kind::KeyMaterial(key) => {
                found.content = Content::System(Box::new(System {
                    kind: Some(key.to_owned()),
                    ..System::default()
                }));
                break;
            }
            Kind::Other(key) => {
                found.content = unknown(Some(key));
                break;
            }
            Kind::Metadata(_) => break,
        }
    }
    found.album = beside.context_info.and_then(album);
    if let (Content::Pin(pin), Some(Ok(info))) =
        (&mut found.content, beside.context_info.map(json::read))
    {
        let info: MessageContextInfo<'_> = info;
        pin.duration = info.message_add_on_duration_in_secs;
    }
    if let Some(media) = media(&mut found.content) {
        media.decrypted_url = beside.media_url.and_then(text);
        media.transcript = beside.speech.and_then(text);
        media.data = beside.data.and_then(text);
    }
    Ok(found)
}

/// The file of a content that is one.
pub(super) fn media(content: &mut Content) -> Option<&mut Media> {
    match content {
        Content::Image(media)
        | Content::Video(media)
        | Content::Audio(media)
        | Content::Document(media)
        | Content::Sticker(media) => Some(media),
        _ => None,
    }
}

fn text(slice: RawSlice<'_>) -> Option<String> {
    json::text(slice).map(Cow::into_owned)
}

/// The album that a picture belongs to; other associations say nothing of one.
fn album(slice: RawSlice<'_>) -> Option<MessageId> {
    let MessageContextInfo {
        message_association,
        ..
    } = json::read(slice).ok()?;
    let MessageAssociation {
        association_type,
        parent_message_key,
    } = *message_association?;
    let is_album = matches!(association_type.as_deref(), Some("MEDIA_ALBUM" | "1"));
    let parent = parent_message_key.filter(|_| is_album);
    parent?.id.map(MessageId::from)
}

/// Reads a content that came without its key, under the type it is said to have. `CodeChat`.
pub(super) fn read_as<'a>(
    content: RawSlice<'a>,
    message_type: Option<&str>,
) -> Result<Found<'a>, Problem> {
    if let Some(Kind::Wrapper(_)) = message_type.map(Kind::of)
        && let Ok(Wrapper {
            message: Some(message),
            ..
        }) = json::read(content)
    {
        return read(message, false);
    }
    let row = message_type.and_then(keys::row);
    let mut part = Part {
        key: row.map_or("", |row| row.key),
        slice: content,
        place: "content",
        view_once: false,
        edited: false,
        context: None,
        target: None,
        at: None,
    };
    let content = match row {
        Some(row) => (row.read)(&mut part)?,
        None => unknown(message_type.map(str::to_owned)),
    };
    Ok(Found {
        context: part.context,
        target: part.target,
        at: part.at,
        ..Found::bare(content)
    })
}

pub(super) fn unknown(kind: Option<String>) -> Content {
    Content::Unknown(Box::new(UnknownContent { kind, text: None }))
}

/// Metadata beside the content, on whichever level it stands.
#[derive(Default)]
struct Beside<'a> {
    context_info: Option<RawSlice<'a>>,
    media_url: Option<RawSlice<'a>>,
    speech: Option<RawSlice<'a>>,
    data: Option<RawSlice<'a>>,
}

/// The content among the keys: the first of the likeliest kind that is neither `null` nor an empty text.
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
            Kind::Metadata(keys::CONTEXT_INFO) => beside.context_info = Some(slice),
            Kind::Metadata(keys::MEDIA_URL) => beside.media_url = Some(slice),
            Kind::Metadata(keys::SPEECH) => beside.speech = Some(slice),
            Kind::Metadata(keys::DATA) => beside.data = Some(slice),
            _ => {}
        }
        let rank = kind.rank(slice);
        let beats = match &best {
            // Of a key that stands twice the last value counts.
            Some((other, value)) if other.key() == kind.key() => rank >= other.rank(*value),
            Some((other, value)) => rank > other.rank(*value),
            None => rank > 0,
        };
        if beats {
            best = Some((kind, slice));
        }
        key = reader.next_key()?;
    }
    Ok(best)
}

impl<'a> Part<'a> {
    /// Reads the value as a wire type.
    pub(super) fn wire<T: Wire<'a>>(&self) -> Result<T, Problem> {
        json::read(self.slice).map_err(|_| Problem::no_object(self.place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(json: &str) -> Found<'_> {
        read(RawSlice::new(json, 0), false).ok().unwrap()
    }

    #[test]
    fn metadata_and_nulls_are_not_the_content() {
        let content = found(
            r#"{"messageContextInfo":{},"senderKeyDistributionMessage":{},"imageMessage":null,
                "newThing":{},"conversation":"","extendedTextMessage":{"text":"x"}}"#,
        );
        assert_eq!(content.content.text(), Some("x"));
        assert_eq!(found(r#"{"conversation":""}"#).content.text(), Some(""));
        assert_eq!(
            found(r#"{"senderKeyDistributionMessage":{},"newThing":{}}"#).content,
            unknown(Some("newThing".to_owned()))
        );
        assert_eq!(found(r#"{"messageContextInfo":{}}"#).content, unknown(None));
    }

    #[test]
    fn wrappers_are_followed_so_far_and_no_further() {
        let nested = |levels: usize| {
            let open = r#"{"ephemeralMessage":{"message":"#.repeat(levels);
            format!(r#"{open}{{"conversation":"x"}}{}"#, "}}".repeat(levels))
        };
        assert_eq!(found(&nested(MAX_WRAPPERS - 1)).content.text(), Some("x"));
        let unread = unknown(Some("ephemeralMessage".to_owned()));
        assert_eq!(found(&nested(MAX_WRAPPERS)).content, unread);
        assert_eq!(
            found(r#"{"ephemeralMessage":{"message":{}}}"#).content,
            unread
        );
        assert_eq!(
            found(r#"{"ephemeralMessage":{"message":[1]}}"#).content,
            unread
        );
        assert_eq!(found(r#"{"ephemeralMessage":{}}"#).content, unread);
    }

    #[test]
    fn what_stands_beside_the_content_is_found_on_any_level() {
        let info = |kind: &str| {
            format!(
                r#""messageContextInfo":{{"messageAssociation":{{"associationType":{kind},"parentMessageKey":{{"id":"ALBUM"}}}}}}"#
            )
        };
        let album = |json: &str| found(json).album.map(|id| id.as_str().to_owned());
        for kind in [r#""MEDIA_ALBUM""#, "1", r#""1""#] {
            let info = info(kind);
            let outside = format!(
                r#"{{{info},"associatedChildMessage":{{"message":{{"imageMessage":{{}}}}}}}}"#
            );
            let inside = format!(
                r#"{{"associatedChildMessage":{{"message":{{"imageMessage":{{}},{info}}}}}}}"#
            );
            assert_eq!(album(&outside).as_deref(), Some("ALBUM"), "{kind}");
            assert_eq!(album(&inside).as_deref(), Some("ALBUM"), "{kind}");
        }
        assert_eq!(
            album(&format!(r#"{{{},"imageMessage":{{}}}}"#, info("2"))),
            None
        );
        let voice = r#"{"mediaUrl":"https://files.example/a","speechToText":"two","ephemeralMessage":
            {"message":{"audioMessage":{"ptt":true}}}}"#;
        let mut voice = found(voice);
        assert!(voice.ephemeral);
        let media = media(&mut voice.content).unwrap();
        assert_eq!(media.transcript.as_deref(), Some("two"));
        assert_eq!(
            media.decrypted_url.as_deref(),
            Some("https://files.example/a")
        );
    }

    #[test]
    fn what_only_devices_can_read_names_its_message() {
        let edit =
            r#"{"secretEncryptedMessage":{"targetMessageKey":{"id":"T"},"secretEncType":2}}"#;
        assert!(matches!(found(edit).content, Content::Edit(edit) if edit.content.is_none()));
        let answer = r#"{"encEventResponseMessage":{"eventCreationMessageKey":{"id":"E"}}}"#;
        assert_eq!(found(answer).target.unwrap().id, "E");
    }

    #[test]
    fn edits_are_read_once() {
        let edit = |inner: &str| {
            format!(
                r#"{{"protocolMessage":{{"key":{{"id":"T"}},"type":14,"editedMessage":{inner}}}}}"#
            )
        };
        let once = edit(r#"{"conversation":"new"}"#);
        assert_eq!(found(&once).content.text(), Some("new"));
        assert_eq!(found(&edit(&once)).content.text(), None);
    }
}
