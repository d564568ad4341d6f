//! Files and places in the header of a message that a business offers.

use super::part::Part;
use super::row;
use crate::event::Content;
use crate::json::RawSlice;

/// The values of a header's keys.
pub(super) struct Attachments<'a> {
    pub(super) image_message: Option<RawSlice<'a>>,
    pub(super) video_message: Option<RawSlice<'a>>,
    pub(super) document_message: Option<RawSlice<'a>>,
    pub(super) location_message: Option<RawSlice<'a>>,
}

impl Attachments<'_> {
    /// Reads the first one, as a message with it is read; one that cannot be read stands in the bytes of the item.
    pub(super) fn content(self) -> Option<Box<Content>> {
        let Self {
            image_message,
            video_message,
            document_message,
            location_message,
        } = self;
        let keys = [
            ("imageMessage", image_message),
            ("videoMessage", video_message),
            ("documentMessage", document_message),
            ("locationMessage", location_message),
        ];
        let (key, slice) = keys
            .into_iter()
            .find_map(|(key, part)| Some((key, part?)))?;
        let row = row(key)?;
        let mut part = Part {
            key: row.key,
            slice,
            place: row.place,
            ..Part::default()
        };
        (row.read)(&mut part).ok().map(Box::new)
    }
}
