//! The elements of a list, one by one and unread.

use crate::collector::{Collector, Item, Problem, Scope};
use crate::json::{RawSlice, Reader};

/// Returns the elements of a list; one value is a list of one, and `{}`, `""` and `false` are empty lists.
pub(in crate::whatzmeapi) fn elements(list: RawSlice<'_>) -> impl Iterator<Item = RawSlice<'_>> {
    let is_list = list.as_str().starts_with('[');
    let single = (!is_list && !is_blank(list)).then_some(list);
    let mut reader = Reader::new(list);
    let mut has_more = is_list && reader.first_element().unwrap_or_default();
    let rest = std::iter::from_fn(move || {
        if !has_more {
            return None;
        }
        let element = reader.skip();
        has_more = element.is_ok() && reader.next_element().unwrap_or_default();
        element.ok()
    });
    single.into_iter().chain(rest)
}

/// Hands each item of a value to `read`: the elements of a list, or one object that stands for a list of one.
pub(super) fn each<'a>(
    collector: &mut Collector<'_>,
    scope: &Scope,
    kind: &str,
    value: Item<'a>,
    mut read: impl FnMut(&mut Collector<'_>, Item<'a>),
) {
    let Item { slice, path } = value;
    if slice.as_str().starts_with('[') {
        return collector.items(scope, kind, slice, &path, read);
    }
    if is_blank(slice) {
        return;
    }
    let item = Item { slice, path };
    if !slice.is_object() {
        collector.malformed(scope, kind, item, None, &Problem::no_object(""));
    } else if collector.charge() {
        read(collector, item);
    } else {
        collector.unknown(scope, kind, item, None);
    }
}

/// Whether a value says that there is nothing: `null`, `{}`, `[]`, `""` or `false`.
pub(super) fn is_blank(value: RawSlice<'_>) -> bool {
    value.is_blank() || matches!(value.as_str(), "\"\"" | "false")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_is_a_list_of_one_and_a_blank_one_is_none() {
        let count = |json: &'static str| elements(RawSlice::new(json, 0)).count();
        assert_eq!(count(r#"[{"a":1},"x",null,[]]"#), 4);
        assert_eq!(count(r#"{"a":1}"#), 1);
        assert_eq!(count(r#""x""#), 1);
        for none in ["[]", "{}", r#""""#, "false", "null"] {
            assert_eq!(count(none), 0, "{none}");
        }
    }
}
