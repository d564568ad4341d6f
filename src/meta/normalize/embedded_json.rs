//! JSON inside a string.

use std::borrow::Cow;

use crate::json::{self, RawSlice};

/// Returns the text of a JSON document inside a string, or the document itself if a relay unpacked it.
pub(super) fn document_text(part: RawSlice<'_>) -> String {
    let text = json::get_from(part, json::get::body);
    text.map_or_else(|| part.as_str().to_owned(), Cow::into_owned)
}
