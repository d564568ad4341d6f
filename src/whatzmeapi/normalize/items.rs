//! Lists of items and their positions.

use super::batch::Batch;
use super::{envelope, rules};
use crate::collector::{Collector, Item};
use crate::json::{self, RawSlice, Reader};
use crate::path::Path;
use crate::whatzmeapi::payload::Data;

/// Function that converts one item to events.
pub(super) type Read = for<'a> fn(&mut Collector<'_>, &Batch<'_>, Item<'a>);

/// Lists of items, at the top level or in `data`.
pub(super) struct Lists<'a> {
    pub(super) messages: Vec<RawSlice<'a>>,
    pub(super) statuses: Vec<RawSlice<'a>>,
    pub(super) keys: Vec<RawSlice<'a>>,
    pub(super) chats: Vec<RawSlice<'a>>,
    pub(super) contacts: Vec<RawSlice<'a>>,
}

/// Reads a body that is a list of items.
pub(super) fn bare_list(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    let mut items = Vec::new();
    let mut reader = Reader::new(root);
    json::get::items(&mut reader, &mut items)?;
    reader.finish()?;
    if !envelope::fits_list(root) {
        return Err(Collector::wrong_envelope(root));
    }
    let batch = Batch::new(None, None, None, None);
    for (index, slice) in items.into_iter().enumerate() {
        let path = Path::default().element(index);
        rules::message(collector, &batch, Item { slice, path });
    }
    Ok(())
}

impl<'a> Lists<'a> {
    pub(super) fn is_empty(&self) -> bool {
        let Self {
            messages,
            statuses,
            keys,
            chats,
            contacts,
        } = self;
        [messages, statuses, keys, chats, contacts]
            .into_iter()
            .all(Vec::is_empty)
    }

    pub(super) fn read(
        self,
        collector: &mut Collector<'_>,
        batch: &Batch<'_>,
        base: &Path,
        root: RawSlice<'a>,
        read: Read,
    ) -> json::Result<()> {
        let Self {
            messages,
            statuses,
            keys,
            chats,
            contacts,
        } = self;
        let lists: [(&str, Vec<RawSlice<'a>>, Read); 5] = [
            ("messages", messages, read),
            ("statuses", statuses, rules::status),
            ("keys", keys, rules::deletion),
            ("chats", chats, unknown),
            ("contacts", contacts, unknown),
        ];
        for (name, items, read) in lists {
            for (index, slice) in items.into_iter().enumerate() {
                let path = path_of(base, name, index, slice, root);
                read(collector, batch, Item { slice, path });
            }
        }
        Ok(())
    }
}

/// Reads `data`: items, or the object that contains the lists.
pub(super) fn data(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    root: RawSlice<'_>,
    items: &[RawSlice<'_>],
    read: Read,
) -> json::Result<()> {
    for (index, &slice) in items.iter().enumerate() {
        let path = path_of(&Path::default(), "data", index, slice, root);
        if slice.is_object() {
            let Data {
                key,
                key_id,
                messages,
                statuses,
                keys,
                chats,
                contacts,
            } = json::read(slice)?;
            let lists = Lists {
                messages,
                statuses,
                keys,
                chats,
                contacts,
            };
            let is_item = key.or(key_id).is_some();
            if !is_item && !lists.is_empty() {
                lists.read(collector, batch, &path, root, read)?;
                continue;
            }
            if !is_item && envelope::has_empty_list(slice) {
                continue;
            }
        }
        read(collector, batch, Item { slice, path });
    }
    Ok(())
}

/// Returns an item without a reader as `Unknown`, with the name of its event.
pub(super) fn unknown(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    collector.unknown(&batch.scope, batch.kind, item, None);
}

/// The path of an element, without an index if the value is one object instead of a list.
fn path_of(base: &Path, name: &str, index: usize, slice: RawSlice<'_>, root: RawSlice<'_>) -> Path {
    let before = root.as_str().get(..slice.at().saturating_sub(root.at()));
    if before.is_some_and(|before| before.trim_end().ends_with(':')) {
        return base.key(name, 1);
    }
    base.key(name, 1).element(index)
}
