//! Files and places in the header of a message that a business offers.

use super::part::Part;
use super::row;
use crate::event::Content;
use crate::json::RawSlice;

/// The values of a header's keys.
pub(super) struct Attachments<'a> {
    pub(super) image: Option<RawSlice<'a>>,
    pub(super) video: Option<RawSlice<'a>>,
    pub(super) document: Option<RawSlice<'a>>,
    pub(super) location: Option<RawSlice<'a>>,
}

impl Attachments<'_> {
    /// Reads the first one, as a message with it is read; one that cannot be read stands in the bytes of the item.
    pub(super) fn content(self) -> Option<Box<Content>> {
        let Self {
            image,
            video,
            document,
            location,
        } = self;
        let keys = [
            ("imageMessage", image),
            ("videoMessage", video),
            ("documentMessage", document),
            ("locationMessage", location),
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
