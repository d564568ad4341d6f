//! The content of a message: which key it stands under, what it is wrapped in.

use std::borrow::Cow;

use super::keys::{self, Kind};
use crate::delivery::Problem;
use crate::event::Content;
use crate::event::content::{System, UnknownContent};
use crate::json::{self, Reader, Wire};
use crate::types::RawSlice;
use crate::whatzmeapi::payload::Wrapper;

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
}

/// A content, and what stood around it.
pub(super) struct Found<'a> {
    pub(super) content: Content,
    pub(super) context: Option<RawSlice<'a>>,
    /// Stood in `editedMessage`: new content of an earlier message.
    pub(super) edited: bool,
    /// Real chat of an own message from another device.
    pub(super) destination: Option<Cow<'a, str>>,
    /// Message that a comment is about.
    pub(super) target: Option<Cow<'a, str>>,
}

/// Reads the content of a message; one level of wrapping after the other.
pub(super) fn read(message: RawSlice<'_>, edited: bool) -> Result<Found<'_>, Problem> {
    let unreadable = |_| Problem::no_object("message");
    let mut found = Found {
        content: unknown(None),
        context: None,
        edited: false,
        destination: None,
        target: None,
    };
    let mut view_once = false;
    let mut level = message;
    for depth in 0..MAX_WRAPPERS {
        let Some((kind, slice)) = pick(level).map_err(unreadable)? else {
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
                };
                found.content = (row.read)(&mut part)?;
                found.context = part.context;
                break;
            }
            Kind::Wrapper(key) => {
                found.content = unknown(Some(key.to_owned()));
                view_once |= key.starts_with("viewOnce");
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
                let target = target_message_key.and_then(|key| key.id);
                found.target = target.or(found.target);
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
        }
    }
    Ok(found)
}

/// Reads a content that came without its key, under the type it is said to have. `CodeChat`.
pub(super) fn read_as<'a>(
    content: RawSlice<'a>,
    message_type: Option<&str>,
) -> Result<Found<'a>, Problem> {
    let row = message_type.and_then(keys::row);
    let mut part = Part {
        key: row.map_or("", |row| row.key),
        slice: content,
        place: "content",
        view_once: false,
        edited: false,
        context: None,
    };
    let content = match row {
        Some(row) => (row.read)(&mut part)?,
        None => unknown(message_type.map(str::to_owned)),
    };
    Ok(Found {
        content,
        context: part.context,
        edited: false,
        destination: None,
        target: None,
    })
}

pub(super) fn unknown(kind: Option<String>) -> Content {
    Content::Unknown(Box::new(UnknownContent { kind }))
}

/// The content among the keys: the first of the likeliest kind that is neither `null` nor an empty text.
fn pick<'a>(message: RawSlice<'a>) -> json::Result<Option<(Kind, RawSlice<'a>)>> {
    let mut reader = Reader::new(message);
    let mut best: Option<(Kind, RawSlice<'a>)> = None;
    let mut key = reader.first_key()?;
    while let Some(name) = key {
        let kind = Kind::of(name);
        let slice = reader.skip()?;
        if let Some(kind) = kind {
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
