//! The items of a value: what stands around them, and how each becomes an event.

use bytes::Bytes;

use super::payload::Contact;
use super::people::People;
use crate::collector::{Collector, Item, Problem, Scope, cut};
use crate::event::{Event, EventMeta};
use crate::json::{self, List, RawSlice, Reader, Wire};
use crate::path::push_element;
use crate::types::{Raw, Timestamp};

/// An item that becomes one event: the value of a field, or an element of its list.
pub(super) trait FieldItem<'a>: Wire<'a> {
    /// When it happened: for an item without a time of its own, the time of its entry.
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        entry
    }

    /// The event.
    ///
    /// # Errors
    ///
    /// [`Problem`] where the item lacks what the event cannot exist without.
    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem>;
}

/// What stands around the items of one value.
pub(super) struct Around<'c, 'a> {
    pub(super) scope: &'c Scope,
    pub(super) people: People<'a>,
    /// Time of the entry.
    pub(super) time: Option<Timestamp>,
    /// The value itself.
    pub(super) value: RawSlice<'a>,
    pub(super) path: ValuePath,
    pub(super) body: &'c Bytes,
}

impl<'a> Around<'_, 'a> {
    /// The bytes of a part that an event keeps unread.
    pub(super) fn raw(&self, part: RawSlice<'a>) -> Raw {
        cut(self.body, part)
    }
}

/// Where a value stands; its text is made when an item needs it.
#[derive(Clone, Copy)]
pub(super) struct ValuePath {
    pub(super) entry: usize,
    pub(super) change: usize,
    /// Path from the change on: `.value`, or deeper.
    pub(super) value: &'static str,
}

impl ValuePath {
    /// Path of the change around the value.
    pub(super) fn change(self) -> String {
        let mut path = String::with_capacity(48);
        push_element(&mut path, "entry", self.entry);
        push_element(&mut path, ".changes", self.change);
        path
    }

    /// Path of what stands under a key of the value.
    pub(super) fn key(self, key: &str) -> String {
        let mut path = self.value();
        path.push('.');
        path.push_str(key);
        path
    }

    fn value(self) -> String {
        self.change() + self.value
    }

    /// Path of an element of a list of the value.
    pub(super) fn element(self, list: &str, index: usize) -> String {
        let mut path = self.value();
        path.push('.');
        push_element(&mut path, list, index);
        path
    }
}

/// Reads the value itself as one item.
pub(super) fn value<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    contacts: List<Contact<'a>>,
    kind: &str,
) {
    around.people = People::new(contacts, 1);
    let path = around.path;
    item::<F>(collector, &around, kind, around.value, || path.value());
}

/// Reads each element of the list under one key of the value as an item.
pub(super) fn list<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    contacts: List<Contact<'a>>,
    kind: &str,
    key: &str,
) -> json::Result<()> {
    let items = items_under(key, around.value)?;
    around.people = People::new(contacts, items.len());
    each::<F>(collector, &around, kind, key, items)
}

/// Reads each of these elements, which stand under one key of the value, as an item.
pub(super) fn each<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    kind: &str,
    key: &str,
    items: List<RawSlice<'a>>,
) -> json::Result<()> {
    collector.reserve(&items)?;
    let path = around.path;
    for (index, slice) in items.into_iter().enumerate() {
        item::<F>(collector, around, kind, slice, || path.element(key, index));
    }
    Ok(())
}

/// Reads one item and pushes its event.
pub(super) fn item<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    kind: &str,
    slice: RawSlice<'a>,
    path: impl Fn() -> String,
) {
    let scope = around.scope;
    let mut occurred_at = None;
    let read = json::read(slice).map_err(Problem::unreadable);
    let event = read.and_then(|wire: F| {
        occurred_at = wire.occurred_at(around.time);
        let meta = collector.meta(scope, path(), occurred_at);
        wire.event(meta, collector.raw(slice), around)
    });
    match event {
        Ok(event) => collector.push(event),
        Err(problem) => {
            let path = path();
            collector.malformed(scope, kind, Item { slice, path }, occurred_at, &problem);
        }
    }
}

/// The elements of the list under one key, unread; lists of a key that stands twice are joined.
pub(super) fn items_under<'a>(
    list: &str,
    object: RawSlice<'a>,
) -> json::Result<List<RawSlice<'a>>> {
    let mut items = List::default();
    let mut reader = Reader::new(object);
    let mut key = reader.first_key()?;
    while let Some(name) = key {
        #[cfg(test)]
        json::unread::see(Some(name), name == list);
        if name == list {
            json::get::items(&mut reader, &mut items)?;
        } else {
            reader.skip()?;
        }
        key = reader.next_key()?;
    }
    Ok(items)
}
