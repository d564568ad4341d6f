//! Objects and lists of them.

use std::borrow::Cow;

use super::super::Wire;
use super::super::error::Result;
use super::super::reader::{Kind, Reader};
use super::{pass_over, text};
use crate::json::{RawSlice, Sequence};

/// One object; anything else, including `[]`, is absent.
pub(crate) fn object<'a, T: Wire<'a>>(reader: &mut Reader<'a>, into: &mut Option<T>) -> Result<()> {
    if reader.kind()? == Kind::Object {
        if into.is_some() {
            reader.note_unread();
        }
        return into.insert(T::default()).fill(reader);
    }
    pass_over(reader)
}

/// One object that is rarely present, kept on the heap.
pub(crate) fn boxed<'a, T: Wire<'a>>(
    reader: &mut Reader<'a>,
    into: &mut Option<Box<T>>,
) -> Result<()> {
    if reader.kind()? == Kind::Object {
        if into.is_some() {
            reader.note_unread();
        }
        return into.insert(Box::default()).fill(reader);
    }
    pass_over(reader)
}

/// Bytes that an object in a list takes at least.
const OBJECT: usize = 64;

/// Bytes that an item takes at least.
const ITEM: usize = 24;

/// Bytes that a text in a list takes at least.
const TEXT: usize = 8;

/// A list of objects; one object is a list of one, elements of another shape are skipped.
pub(crate) fn list<'a, S>(reader: &mut Reader<'a>, into: &mut S) -> Result<()>
where
    S: Sequence<Element: Wire<'a>>,
{
    let is_object = |kind, is_empty: bool| kind == Kind::Object && !is_empty;
    elements(reader, into, OBJECT, is_object, |reader, into| {
        if reader.kind()? != Kind::Object || reader.is_empty_object() {
            return pass_over(reader);
        }
        into.push(S::Element::default());
        match into.last_mut() {
            Some(wire) => wire.fill(reader),
            None => Ok(()),
        }
    })
}

/// All values of a key that can be repeated, unread.
pub(crate) fn raws<'a, S>(reader: &mut Reader<'a>, into: &mut S) -> Result<()>
where
    S: Sequence<Element = RawSlice<'a>>,
{
    let kind = reader.kind()?;
    let part = reader.skip()?;
    if kind != Kind::Null || part.as_str() != "null" {
        into.push(part);
    }
    Ok(())
}

/// A list of items, unread; every element is kept. One value is a list of one; `null`, `""`, `false` and `{}` are
/// empty lists.
pub(crate) fn items<'a, S>(reader: &mut Reader<'a>, into: &mut S) -> Result<()>
where
    S: Sequence<Element = RawSlice<'a>>,
{
    let is_list = reader.kind()? == Kind::Array;
    elements(
        reader,
        into,
        ITEM,
        |_, _| true,
        |reader, into| {
            let item = reader.skip()?;
            if is_list || !is_blank(item.as_str()) {
                into.push(item);
            }
            Ok(())
        },
    )
}

/// A list of texts; one text is a list of one, empty ones are dropped.
pub(crate) fn texts<'a>(reader: &mut Reader<'a>, into: &mut Vec<Cow<'a, str>>) -> Result<()> {
    // Only reading them shows how many are empty.
    elements(
        reader,
        into,
        TEXT,
        |_, _| false,
        |reader, into| {
            let mut found = None;
            text(reader, &mut found)?;
            reader.admit(into.len(), usize::from(found.is_some()), TEXT)?;
            into.extend(found);
            Ok(())
        },
    )
}

/// Reads each element of an array, or one value as a list of one. Reserves memory for all elements first, but for no
/// more than the text can contain if each takes `least` bytes.
fn elements<'a, S: Sequence>(
    reader: &mut Reader<'a>,
    into: &mut S,
    least: usize,
    is_kept: impl Fn(Kind, bool) -> bool,
    mut element: impl FnMut(&mut Reader<'a>, &mut S) -> Result<()>,
) -> Result<()> {
    let kind = reader.kind()?;
    let is_list = kind == Kind::Array;
    let more = if is_list {
        reader.count(&is_kept)
    } else {
        usize::from(is_kept(kind, reader.is_empty_object()))
    };
    reader.admit(into.count(), more, least)?;
    into.make_room(more);
    if !is_list {
        return element(reader, into);
    }
    let mut has_more = reader.first_element()?;
    while has_more {
        element(reader, into)?;
        has_more = reader.next_element()?;
    }
    Ok(())
}

fn is_blank(text: &str) -> bool {
    matches!(text, "null" | "\"\"" | "false")
        || text
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
            .is_some_and(|inner| inner.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::tests::got;
    use super::super::{Long, read};
    use super::*;

    #[test]
    fn one_object_is_a_list_of_one_and_an_empty_list_no_object() {
        assert_eq!(got(list::<Vec<Long<'_>>>, r#"{"low":1}"#).len(), 1);
        assert_eq!(
            got(list::<Vec<Long<'_>>>, r#"[{"low":1},5,{"low":2}]"#).len(),
            2
        );
        assert_eq!(got(list::<Vec<Long<'_>>>, "null").len(), 0);
        assert!(got(object::<Long<'_>>, "[]").is_none());
        assert!(got(object::<Long<'_>>, "null").is_none());
        assert!(got(boxed::<Long<'_>>, r#"{"low":1}"#).is_some());
    }

    #[test]
    fn lists_of_objects_cannot_outgrow_their_text() {
        let many = format!("[{}]", vec![r#"{"a":1}"#; 100_000].join(","));
        let mut into: Vec<Long<'_>> = Vec::new();
        let error = list(&mut Reader::new(RawSlice::new(&many, 0)), &mut into).unwrap_err();
        assert_eq!(error.fault, crate::json::Fault::TooManyItems);
    }

    #[test]
    fn items_keep_whatever_stands_in_the_list() {
        assert_eq!(got(items::<Vec<_>>, r#"[{"a":1},"x",null,[]]"#).len(), 4);
        assert_eq!(got(items::<Vec<_>>, r#"{"a":1}"#).len(), 1);
        assert_eq!(got(items::<Vec<_>>, r#""x""#).len(), 1);
        for none in ["null", "[]", "{ }", r#""""#, "false"] {
            assert_eq!(got(items::<Vec<_>>, none).len(), 0, "{none}");
        }
        assert_eq!(got(texts, r#"["a","",3]"#), ["a", "3"]);
        assert_eq!(got(texts, r#""a""#), ["a"]);
    }

    #[test]
    fn of_a_key_that_stands_twice_the_last_value_counts_and_lists_are_joined() {
        let twice: Long<'_> = read(RawSlice::new(r#"{"low":1,"low":2,"low":null}"#, 0)).unwrap();
        assert_eq!(twice.low, Some(2));
        let mut both = Vec::new();
        for list in [r#"["a"]"#, r#"["b"]"#] {
            items(&mut Reader::new(RawSlice::new(list, 0)), &mut both).unwrap();
        }
        assert_eq!(both.len(), 2);
    }
}
