//! The items of a value: their context, and how each becomes an event.

use std::cell::{Cell, RefCell};

use bytes::Bytes;

use super::people::People;
use crate::collector::{Collector, Item, Problem, Scope, cut};
use crate::envelope::{Kept, all};
use crate::event::{Event, EventMeta};
use crate::json::{self, List, RawSlice, Wire};
use crate::path::Path;
use crate::types::{Raw, Timestamp};

/// An item that becomes one event: the value of a field, or an element of its list.
pub(super) trait FieldItem<'a>: Wire<'a> {
    /// Returns when the event occurred. For an item without a time of its own, this is the time of its entry.
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        entry
    }

    /// Converts the item to its event.
    ///
    /// # Errors
    ///
    /// Returns [`Problem`] if the item lacks a required part.
    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem>;
}

/// Context of the items of one value.
pub(super) struct Around<'c, 'a> {
    pub(super) scope: &'c Scope,
    pub(super) people: People<'a>,
    /// Time of the entry.
    pub(super) time: Option<Timestamp>,
    /// The value itself.
    pub(super) value: RawSlice<'a>,
    /// Path of the value.
    pub(super) path: Path,
    pub(super) body: &'c Bytes,
    /// Keys of the value that a reader has taken.
    pub(super) taken: &'c Taken<'a>,
    /// Values next to the items that are not in any event yet.
    pub(super) kept: &'c RefCell<Kept>,
}

/// Lists that are read in the value of any field.
pub(super) const KNOWN_LISTS: &[&str] = &[
    "contacts",
    "messages",
    "message_echoes",
    "statuses",
    "standby",
    "errors",
    "user_actions",
    "conversation_context",
];

/// Keys of a value that a reader has taken.
#[derive(Default)]
pub(super) struct Taken<'a> {
    keys: RefCell<Vec<&'static str>>,
    /// Whether all lists that are read in the value of any field are taken.
    known: Cell<bool>,
    /// Whether the value itself is taken, as one item.
    itself: Cell<bool>,
    /// People of the reader that took the contacts: they may have written the messages too.
    people: RefCell<Option<People<'a>>>,
}

impl<'a> Taken<'a> {
    pub(super) fn add(&self, key: &'static str) {
        self.keys.borrow_mut().push(key);
    }

    pub(super) fn add_known_lists(&self) {
        self.known.set(true);
    }

    pub(super) fn has_known_lists(&self) -> bool {
        self.known.get()
    }

    /// Returns the people that a reader has left, once.
    pub(super) fn people(&self) -> Option<People<'a>> {
        self.people.take()
    }

    pub(super) fn is_itself(&self) -> bool {
        self.itself.get()
    }

    pub(super) fn contains(&self, key: &str) -> bool {
        self.keys.borrow().contains(&key) || (self.has_known_lists() && KNOWN_LISTS.contains(&key))
    }
}

impl<'a> Around<'_, 'a> {
    /// Returns the bytes of a part that an event keeps unread.
    pub(super) fn raw(&self, part: RawSlice<'a>) -> Raw {
        cut(self.body, part)
    }

    /// Takes the values of a key, so that no other reader reads them.
    pub(super) fn take(&self, key: &'static str) -> List<RawSlice<'a>> {
        let mut values = List::default();
        if !self.taken.contains(key) {
            self.taken.add(key);
            all(self.value, key, &mut values);
        }
        values
    }

    /// Returns these values of a key, unless a reader has taken them.
    pub(super) fn claim<'v>(
        &self,
        key: &'static str,
        values: &'v [RawSlice<'a>],
    ) -> &'v [RawSlice<'a>] {
        if self.taken.contains(key) {
            &[]
        } else {
            values
        }
    }

    /// Reads the contacts next to this number of items.
    pub(super) fn read_people(
        &mut self,
        collector: &mut Collector<'_>,
        contacts: &[RawSlice<'a>],
        items: usize,
    ) {
        self.people = People::read(collector, self.scope, &self.path, contacts, items);
    }

    /// Finishes reading items with these people, and leaves them to the reader of the messages next to the items.
    pub(super) fn leave_people(&mut self) {
        let people = std::mem::take(&mut self.people);
        self.taken.people.replace(Some(people));
    }
}

/// Reads the value itself as one item.
pub(super) fn value<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    contacts: &List<RawSlice<'a>>,
    kind: &str,
) {
    around.read_people(collector, contacts, 1);
    let (slice, path) = (around.value, around.path.clone());
    let item = Item { slice, path };
    if let Some(wire) = read::<F>(collector, &around, kind, &item) {
        // A key of the item that has the name of a known list belongs to the item.
        around.taken.itself.set(true);
        around.taken.add("contacts");
        for key in KNOWN_LISTS.iter().filter(|key| wire.holds(key)) {
            around.taken.add(key);
        }
        push(collector, &around, kind, item, wire);
    }
}

/// Reads each element of the list under one key of the value as an item.
pub(super) fn list<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    contacts: &List<RawSlice<'a>>,
    kind: &str,
    key: &'static str,
) {
    let lists = around.take(key);
    around.taken.add("contacts");
    let items = lists.iter().map(|list| json::count_objects(*list)).sum();
    around.read_people(collector, contacts, items);
    each::<F>(collector, &around, kind, key, &lists);
    around.leave_people();
}

/// Reads each element of the lists under one key of the value as an item.
pub(super) fn each<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    kind: &str,
    key: &str,
    lists: &[RawSlice<'a>],
) {
    walk(collector, around, kind, key, lists, |collector, it| {
        item::<F>(collector, around, kind, it);
    });
}

/// Passes each element of the lists under one key of the value to `read`.
pub(super) fn walk<'a>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    kind: &str,
    key: &str,
    lists: &[RawSlice<'a>],
    mut read: impl FnMut(&mut Collector<'_>, Item<'a>),
) {
    for (index, list) in lists.iter().enumerate() {
        let path = around.path.key(key, index.saturating_add(1));
        collector.items(around.scope, kind, *list, &path, &mut read);
    }
}

/// Reads one item and pushes its event.
pub(super) fn item<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    kind: &str,
    item: Item<'a>,
) {
    if let Some(wire) = read::<F>(collector, around, kind, &item) {
        push(collector, around, kind, item, wire);
    }
}

/// Reads one item. Returns `None` after pushing an event for an item that cannot be read.
fn read<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    kind: &str,
    item: &Item<'a>,
) -> Option<F> {
    json::read(item.slice)
        .map_err(|error| {
            let problem = Problem::unreadable(error);
            collector.malformed(around.scope, kind, item.clone(), None, &problem);
        })
        .ok()
}

fn push<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    kind: &str,
    item: Item<'a>,
    wire: F,
) {
    let scope = around.scope;
    let occurred_at = wire.occurred_at(around.time);
    let meta = collector.meta(scope, item.path.clone(), occurred_at);
    match wire.event(meta, collector.raw(item.slice), around) {
        Ok(event) => collector.push(event),
        Err(problem) => collector.malformed(scope, kind, item, occurred_at, &problem),
    }
}
