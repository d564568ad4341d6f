//! The items of a value: what stands around them, and how each becomes an event.

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
    /// Path of the value.
    pub(super) path: Path,
    pub(super) body: Bytes,
    /// Keys of the value that a reader has taken.
    pub(super) taken: &'c Taken,
    /// Values beside the items that no event holds yet.
    pub(super) kept: &'c RefCell<Kept>,
}

/// Lists that are read under whatever field they stand.
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
pub(super) struct Taken {
    keys: RefCell<Vec<&'static str>>,
    /// The lists that are read under whatever field they stand, all of them.
    known: Cell<bool>,
    /// The value itself, as one item.
    itself: Cell<bool>,
}

impl Taken {
    pub(super) fn add(&self, key: &'static str) {
        self.keys.borrow_mut().push(key);
    }

    pub(super) fn add_known_lists(&self) {
        self.known.set(true);
    }

    pub(super) fn is_itself(&self) -> bool {
        self.itself.get()
    }

    pub(super) fn contains(&self, key: &str) -> bool {
        self.keys.borrow().contains(&key) || (self.known.get() && KNOWN_LISTS.contains(&key))
    }
}

impl<'a> Around<'_, 'a> {
    /// The bytes of a part that an event keeps unread.
    pub(super) fn raw(&self, part: RawSlice<'a>) -> Raw {
        cut(&self.body, part)
    }

    /// The values of a key of the value, which nobody else reads then.
    pub(super) fn take(&self, key: &'static str) -> List<RawSlice<'a>> {
        let mut values = List::default();
        if !self.taken.contains(key) {
            self.taken.add(key);
            all(self.value, key, &mut values);
        }
        values
    }

    /// These values of a key of the value, unless a reader has taken them.
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

    /// Ends the reading of items beside these people: those who belong to no item are events of their own.
    pub(super) fn part_from_people(&self, collector: &mut Collector<'_>) {
        self.people.part(collector, self);
    }
}

/// Reads the value itself as one item.
pub(super) fn value<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    contacts: &List<RawSlice<'a>>,
    kind: &str,
) {
    around.people = People::read(collector, &around, contacts, 1);
    let (slice, path) = (around.value, around.path.clone());
    let item = Item { slice, path };
    if let Some(wire) = read::<F>(collector, &around, kind, &item) {
        // What the item has under the name of a list that others have is its own.
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
    around.people = People::read(collector, &around, contacts, items);
    each::<F>(collector, &around, kind, key, &lists);
    around.part_from_people(collector);
}

/// Reads each element of the lists that stand under one key of the value as an item.
pub(super) fn each<'a, F: FieldItem<'a>>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    kind: &str,
    key: &str,
    lists: &[RawSlice<'a>],
) {
    walk(collector, around, kind, key, lists, |collector, it| {
        item::<F>(collector, around, kind, it)
    });
}

/// Hands each element of the lists that stand under one key of the value to `read`.
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

/// Reads one item; `None` where that is impossible, which is an event then.
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
