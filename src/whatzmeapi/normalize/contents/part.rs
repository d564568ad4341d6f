//! Input and additional output of a content's reader.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{MalformedContent, UnknownContent};
use crate::json::{self, RawSlice, Wire};
use crate::path::Path;
use crate::types::Timestamp;
use crate::whatzmeapi::payload::Key;

/// Input and additional output of a content's reader.
#[derive(Default)]
pub(crate) struct Part<'a> {
    /// Content key. Input, as are the next four fields.
    pub(crate) key: &'static str,
    /// Value of the key.
    pub(crate) slice: RawSlice<'a>,
    /// Path of the value in the item.
    pub(crate) place: &'static str,
    /// Whether it is in a wrapper for media that can be viewed only once.
    pub(crate) view_once: bool,
    /// Whether it is in an edit already; an edit in an edit is not read.
    pub(crate) edited: bool,
    /// `contextInfo` of the content. Output, as are all following fields.
    pub(crate) context: Option<RawSlice<'a>>,
    /// Message that the content is about, if the content has no field for it.
    pub(crate) target: Option<Target<'a>>,
    /// Time at which it was written, according to the content itself.
    pub(crate) at: Option<Timestamp>,
    /// New content of an edit, not read yet.
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

/// Creates a content of an unknown type.
pub(crate) fn unknown(kind: Option<String>) -> Content {
    UnknownContent { kind, text: None }.into()
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
