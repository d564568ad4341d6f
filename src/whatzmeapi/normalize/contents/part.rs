//! A content on its way to the event: what its reader is given, and what it gives back beside the content.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{MalformedContent, UnknownContent};
use crate::json::{self, RawSlice, Wire};
use crate::path::Path;
use crate::types::Timestamp;
use crate::whatzmeapi::payload::Key;

/// A content on its way to the event.
#[derive(Default)]
pub(crate) struct Part<'a> {
    /// Content key. Given, like the next four.
    pub(crate) key: &'static str,
    /// Value of the key.
    pub(crate) slice: RawSlice<'a>,
    /// Place of the value in the item.
    pub(crate) place: &'static str,
    /// Whether it stands in a wrapper for media that can be opened once.
    pub(crate) view_once: bool,
    /// Whether it stands in an edit already: another edit in it is not read.
    pub(crate) edited: bool,
    /// `contextInfo` of the content. Given back, like all that follow.
    pub(crate) context: Option<RawSlice<'a>>,
    /// Message that the content is about, where its kind has no field for it.
    pub(crate) target: Option<Target<'a>>,
    /// Time at which it was written, as the content itself says.
    pub(crate) at: Option<Timestamp>,
    /// New content of an edit, still to be read.
    pub(crate) edit: Option<RawSlice<'a>>,
}

/// A message that another one is about.
pub(crate) struct Target<'a> {
    pub(crate) id: Cow<'a, str>,
    pub(crate) author: Option<Cow<'a, str>>,
}

impl<'a> Target<'a> {
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

impl<'a> Part<'a> {
    /// Reads the value as a wire type; one that says nothing is no content.
    pub(super) fn wire<T: Wire<'a>>(&self) -> Result<T, Problem> {
        if self.slice.is_blank() {
            return Err(Problem::no_value(self.place));
        }
        self.notice()
    }

    /// Reads the value of a key that says enough alone.
    pub(super) fn notice<T: Wire<'a>>(&self) -> Result<T, Problem> {
        json::read(self.slice).map_err(|_| Problem::no_object(self.place))
    }
}

/// A content that this version does not know, under its word.
pub(crate) fn unknown(kind: Option<String>) -> Content {
    UnknownContent { kind }.into()
}

/// A content of a known kind, or of none, that cannot be read; its path is that in the item.
pub(crate) fn malformed(kind: Option<&str>, problem: &Problem) -> Content {
    MalformedContent {
        kind: kind.unwrap_or_default().to_owned(),
        path: problem.place.to_owned(),
        reason: Cow::Borrowed(problem.reason),
    }
    .into()
}

/// Puts the path of the item before that of what cannot be read in it.
pub(crate) fn place_in(content: &mut Content, item: &Path) {
    match content {
        Content::Malformed(malformed) => {
            malformed.path = item.join(&malformed.path).to_string();
        }
        Content::Edit(edit) => {
            if let Some(content) = &mut edit.content {
                place_in(content, item);
            }
        }
        _ => {}
    }
}
