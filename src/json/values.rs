//! Every value of a document, with its path.

use std::ops::Range;

use super::check::{Document, check};
use super::token::Mark;

/// A value of a document.
pub(crate) struct Value {
    /// Path, such as `entry[0].id`; empty for the document itself.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// The bytes of its key, if it is a member of an object.
    pub(crate) key: Option<Range<usize>>,
}

/// Returns the values of a document from the outside in; of a text that is not JSON, none.
pub(crate) fn values(text: &str) -> Vec<Value> {
    let mut values = Vec::new();
    if let Ok(document) = check(text, 0) {
        // Parts below the deepest level that is read are one token, so this ends.
        walk(&document, 0, "", None, &mut values);
    }
    values
}

fn walk(
    document: &Document<'_>,
    at: usize,
    path: &str,
    key: Option<Range<usize>>,
    values: &mut Vec<Value>,
) {
    let Some(range) = bytes_of(document, at) else {
        return;
    };
    values.push(Value {
        path: path.to_owned(),
        range,
        key,
    });
    let mark = document.tokens().get(at).map(|token| token.mark());
    if mark == Some(Mark::Object) {
        for (name, value) in document.members(at) {
            let path = if path.is_empty() {
                name.into_owned()
            } else {
                format!("{path}.{name}")
            };
            let key = value.checked_sub(1).and_then(|key| bytes_of(document, key));
            walk(document, value, &path, key, values);
        }
    } else if mark == Some(Mark::Array) {
        let mut next = at.wrapping_add(1);
        let mut index = 0_usize;
        while let Some(token) = document.tokens().get(next)
            && token.mark() != Mark::End
        {
            walk(document, next, &format!("{path}[{index}]"), None, values);
            next = next.wrapping_add(token.count());
            index = index.wrapping_add(1);
        }
    }
}

fn bytes_of(document: &Document<'_>, at: usize) -> Option<Range<usize>> {
    let start = document.tokens().get(at)?.start();
    let length = document.value(at).len();
    Some(start..start.saturating_add(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_with_their_paths_and_bytes() {
        let text = r#"{"a" : [1, {"\u0062":"x"}], "c":{}}"#;
        let found: Vec<(String, &str, Option<&str>)> = values(text)
            .into_iter()
            .map(|value| {
                let key = value.key.map(|key| &text[key]);
                (value.path, &text[value.range], key)
            })
            .collect();
        let expected = [
            ("", text, None),
            ("a", r#"[1, {"\u0062":"x"}]"#, Some(r#""a""#)),
            ("a[0]", "1", None),
            ("a[1]", r#"{"\u0062":"x"}"#, None),
            ("a[1].b", r#""x""#, Some(r#""\u0062""#)),
            ("c", "{}", Some(r#""c""#)),
        ];
        let expected = expected.map(|(path, value, key)| (path.to_owned(), value, key));
        assert_eq!(found, expected);
        assert!(values("{").is_empty());
    }
}
