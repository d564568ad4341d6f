//! The envelope around items, for all providers: lists are read element by element, and values that no field contains
//! are kept.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::collector::{Collector, Item, Problem, Scope, Scoped};
use crate::json::{self, List, RawSlice, Reader, Wire};
use crate::path::Path;
use crate::types::{Raw, Timestamp};

/// Maximum length in bytes of a text that all events of a delivery share. No name or ID is longer. A longer text is
/// kept once, in `extra`, so that the events do not grow with the square of their body.
const MAX_SHARED: usize = 256;

/// Removes a text that is too long to be shared by many events; returns `false` if it was removed.
pub(crate) fn limit(text: &mut Option<Cow<'_, str>>) -> bool {
    let is_short = text.as_ref().is_none_or(|text| text.len() <= MAX_SHARED);
    if !is_short {
        *text = None;
    }
    is_short
}

/// Values of an envelope that no field of an event contains, each with its path.
#[derive(Default)]
pub(crate) struct Kept(Vec<(Path, Raw)>);

impl Kept {
    pub(crate) fn push(&mut self, path: Path, raw: Raw) {
        self.0.push((path, raw));
    }
}

/// Consecutive elements that are not items.
#[derive(Clone, Copy)]
struct Run<'a> {
    index: usize,
    first: RawSlice<'a>,
    last: RawSlice<'a>,
}

impl<'a> Run<'a> {
    /// The bytes from the first element to the last, in the list that contains both.
    fn within(self, list: RawSlice<'a>) -> RawSlice<'a> {
        let from = self.first.at().saturating_sub(list.at());
        let end = self.last.at().saturating_add(self.last.as_str().len());
        let to = end.saturating_sub(list.at());
        let text = list.as_str().get(from..to).unwrap_or_default();
        RawSlice::new(text, self.first.at())
    }
}

impl Collector<'_> {
    /// Reads a list and passes each of its items to `read`. An item is an object.
    ///
    /// One object is read as a list of one. `null`, `{}` and `[]` are not items. Consecutive elements that are not
    /// objects become one `Malformed` with all their bytes. Elements beyond the number that a body of this size may
    /// have become one `Unknown`, so that the cost of a list stays in proportion to its size.
    pub(crate) fn items<'a>(
        &mut self,
        scope: &impl Scoped,
        kind: &str,
        list: RawSlice<'a>,
        path: &Path,
        mut read: impl FnMut(&mut Self, Item<'a>),
    ) {
        let mut odd: Option<Run<'a>> = None;
        let mut reader = Reader::new(list);
        let is_list = list.as_str().starts_with('[');
        if !is_list && matches!(list.as_str(), "\"\"" | "false") {
            return;
        }
        let mut more = !is_list || reader.first_element().unwrap_or_default();
        let mut index = 0_usize;
        while more {
            let Ok(slice) = reader.skip() else { break };
            if !self.charge() {
                self.odd(scope, kind, list, path, odd.take());
                return self.beyond(scope, kind, list, path, index, slice);
            }
            if slice.is_object() && !slice.is_blank() {
                self.odd(scope, kind, list, path, odd.take());
                let path = path.element(index);
                read(self, Item { slice, path });
            } else if !slice.is_blank() {
                let run = Run {
                    index,
                    first: slice,
                    last: slice,
                };
                odd.get_or_insert(run).last = slice;
            }
            index = index.saturating_add(1);
            more = is_list && reader.next_element().unwrap_or_default();
        }
        self.odd(scope, kind, list, path, odd);
    }

    /// Reports elements that are not objects, which cannot be read.
    fn odd<'a>(
        &mut self,
        scope: &impl Scoped,
        kind: &str,
        list: RawSlice<'a>,
        path: &Path,
        odd: Option<Run<'a>>,
    ) {
        if let Some(run) = odd {
            let item = Item {
                slice: run.within(list),
                path: path.element(run.index),
            };
            self.malformed(&scope.scope(), kind, item, None, &Problem::no_object(""));
        }
    }

    /// Reports the rest of a list that has too many elements.
    #[cold]
    fn beyond<'a>(
        &mut self,
        scope: &impl Scoped,
        kind: &str,
        list: RawSlice<'a>,
        path: &Path,
        index: usize,
        first: RawSlice<'a>,
    ) {
        let from = first.at().saturating_sub(list.at());
        let text = list.as_str().get(from..).unwrap_or_default();
        let text = text.strip_suffix(']').unwrap_or(text).trim_end();
        let item = Item {
            slice: RawSlice::new(text, first.at()),
            path: path.element(index),
        };
        self.unknown(&scope.scope(), kind, item, None);
    }

    /// Keeps the members of an object that no field of `wire` contains, which was read from it: an object or list
    /// becomes an `Unknown` with its key as kind, and anything else is added to `kept`.
    #[cold]
    pub(crate) fn rest<'a, T: Wire<'a>>(
        &mut self,
        scope: &Scope,
        object: RawSlice<'a>,
        wire: &T,
        path: &Path,
        time: Option<Timestamp>,
        kept: &mut Kept,
    ) {
        self.members::<T>(scope, object, path, time, kept, |key, counts| {
            json::holds(wire, key, counts)
        });
    }

    /// Keeps the members of an object that are not held, as [`Collector::rest`] does. The second argument of
    /// `is_held` is `true` if this is the value of the key that counts: of a repeated key, the last one that `T`
    /// accepts.
    #[cold]
    pub(crate) fn members<'a, T: Wire<'a>>(
        &mut self,
        scope: &Scope,
        object: RawSlice<'a>,
        path: &Path,
        time: Option<Timestamp>,
        kept: &mut Kept,
        mut is_held: impl FnMut(&str, bool) -> bool,
    ) {
        let mut repeated = if has_key_twice(object) {
            occurrences::<T>(object)
        } else {
            BTreeMap::new()
        };
        each_member(object, |key, value| {
            let (nth, counts) = match repeated.get_mut(key) {
                Some(occurrences) => {
                    occurrences.seen = occurrences.seen.saturating_add(1);
                    (occurrences.seen, occurrences.seen == occurrences.counts)
                }
                None => (1, true),
            };
            if is_held(key, counts) {
                return true;
            }
            let place = path.key(key, nth);
            if !self.charge() {
                let from = value.at().saturating_sub(object.at());
                let text = object.as_str().get(from..).unwrap_or_default();
                let text = text.strip_suffix('}').unwrap_or(text).trim_end();
                let slice = RawSlice::new(text, value.at());
                self.unknown(scope, "", Item { slice, path: place }, time);
                return false;
            }
            if value.is_blank() || !value.as_str().starts_with(['{', '[']) {
                kept.push(place, self.raw(value));
            } else {
                let item = Item {
                    slice: value,
                    path: place,
                };
                self.unknown(scope, key, item, time);
            }
            true
        });
    }

    /// Closes a part of the envelope whose events start at `begun`: what was kept of it is added to the first of
    /// them. A part without events becomes an `Unknown` with all its bytes.
    pub(crate) fn close(&mut self, begun: usize, kept: Kept, unknown: impl FnOnce(&mut Self)) {
        if self.len() == begun {
            return unknown(self);
        }
        if kept.0.is_empty() {
            return;
        }
        if let Some(event) = self.event_mut(begun) {
            let extra = &mut event.meta_mut().extra;
            for (path, raw) in kept.0 {
                extra.push(path, raw);
            }
        }
    }
}

/// Occurrences of a key in an object.
#[derive(Default)]
struct Occurrences {
    seen: usize,
    /// Which one counts: 1 for the first, 0 for none.
    counts: usize,
    /// All of them, while they are counted.
    total: usize,
}

/// Counts the occurrences of each key, and finds the last one that `T` accepts.
fn occurrences<'a, T: Wire<'a>>(object: RawSlice<'a>) -> BTreeMap<String, Occurrences> {
    let mut found: BTreeMap<String, Occurrences> = BTreeMap::new();
    each_member(object, |key, value| {
        let of_key = match found.get_mut(key) {
            Some(of_key) => of_key,
            None => found.entry(key.to_owned()).or_default(),
        };
        of_key.total = of_key.total.saturating_add(1);
        if T::accepts(key, value) {
            of_key.counts = of_key.total;
        }
        true
    });
    found
}

/// Whether a key of an object may stand more than once.
fn has_key_twice(object: RawSlice<'_>) -> bool {
    let mut seen = Vec::new();
    each_member(object, |key, _| {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        seen.push(hasher.finish());
        true
    });
    seen.sort_unstable();
    let others = seen.iter().skip(1);
    seen.iter().zip(others).any(|(one, other)| one == other)
}

/// Hands each key of an object and its value to `see`, until that says that it is enough.
pub(crate) fn each_member<'a>(
    object: RawSlice<'a>,
    mut see: impl FnMut(&str, RawSlice<'a>) -> bool,
) {
    let mut reader = Reader::new(object);
    let mut name = String::new();
    let mut key = reader.first_key();
    while let Ok(Some(next)) = key {
        next.clone_into(&mut name);
        #[cfg(any(test, feature = "report"))]
        crate::record::key(Some(next), true);
        let Ok(value) = reader.skip() else { return };
        if !see(&name, value) {
            return;
        }
        key = reader.next_key();
    }
}

/// The values of a key of an object, for every occurrence of the key.
pub(crate) fn all<'a>(object: RawSlice<'a>, key: &str, into: &mut List<RawSlice<'a>>) {
    let mut reader = Reader::new(object);
    let mut next = reader.first_key();
    while let Ok(Some(name)) = next {
        let is_wanted = name == key;
        #[cfg(any(test, feature = "report"))]
        crate::record::key(Some(name), is_wanted);
        let read = if is_wanted {
            json::get::raws(&mut reader, into)
        } else {
            reader.skip().map(drop)
        };
        if read.is_err() {
            return;
        }
        next = reader.next_key();
    }
}

/// The object under a key of an object, and which occurrence of the key it is; the last one that is an object.
pub(crate) fn object_in<'a>(object: RawSlice<'a>, key: &str) -> Option<(usize, RawSlice<'a>)> {
    let mut values = List::default();
    all(object, key, &mut values);
    let values = (1..).zip(values.iter().copied());
    values.filter(|(_, value)| value.is_object()).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_come_in_their_order() {
        let mut seen = Vec::new();
        let object = RawSlice::new(r#"{"a":1,"\u0062":{"c":2},"d":[]}"#, 0);
        each_member(object, |key, value| {
            seen.push(format!("{key}={}", value.as_str()));
            true
        });
        assert_eq!(seen, ["a=1", r#"b={"c":2}"#, "d=[]"]);
        each_member(RawSlice::new("{}", 0), |key, _| panic!("{key}"));
    }
}
