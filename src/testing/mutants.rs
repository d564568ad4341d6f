//! Bodies changed in one place.

use std::ops::Range;

use bytes::Bytes;

use crate::json;

/// A body that was changed in one place.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mutant {
    /// What was changed, such as `entry[0].id: null`.
    pub name: String,
    /// Body.
    pub body: Bytes,
}

impl std::fmt::Debug for Mutant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mutant({})", self.name)
    }
}

/// Values that take the place of others: of every shape, and unlike anything documented.
const OTHERS: [&str; 7] = ["null", "5", "\"x\"", "true", "[]", "{}", "1.5"];

/// Returns a body changed in every place, one place at a time: each value is replaced by values of other shapes and by
/// `null`, each key is left out and repeated, and each object gets an unknown key. The last mutants are the body cut at
/// every eighth of its length.
///
/// All but the cut ones are JSON. They are made one by one; a text that is not JSON has only cut ones.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::{Provider, testing};
///
/// let fixture = testing::fixtures(Provider::Partner)[0];
/// for mutant in testing::mutants(fixture.body()) {
///     // An endpoint answers each one, and a body that is JSON gives events.
///     let _ = Provider::Partner.parse(mutant.body);
/// }
/// ```
pub fn mutants(body: impl Into<Bytes>) -> impl Iterator<Item = Mutant> {
    let body = body.into();
    let text = std::str::from_utf8(&body).unwrap_or_default();
    let edits = edits(text);
    let eighths = (0..8).map(|eighth| body.len().saturating_mul(eighth) / 8);
    let cuts: Vec<usize> = eighths.collect();
    let edited = body.clone();
    let edited = edits.into_iter().map(move |edit| Mutant {
        body: spliced(&edited, &edit),
        name: edit.name,
    });
    let cut = cuts.into_iter().map(move |length| Mutant {
        name: format!("cut after {length} bytes"),
        body: body.slice(..length),
    });
    edited.chain(cut)
}

/// Bytes in place of others.
struct Edit {
    name: String,
    range: Range<usize>,
    text: String,
}

fn spliced(body: &Bytes, edit: &Edit) -> Bytes {
    let before = body.get(..edit.range.start).unwrap_or_default();
    let after = body.get(edit.range.end..).unwrap_or_default();
    [before, edit.text.as_bytes(), after].concat().into()
}

fn edits(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for value in json::values(text) {
        let json::Value { path, range, key } = value;
        let written = text.get(range.clone()).unwrap_or_default();
        for other in OTHERS {
            if other != written {
                edits.push(Edit {
                    name: format!("{path}: {other}"),
                    range: range.clone(),
                    text: other.to_owned(),
                });
            }
        }
        if written.starts_with('{') {
            let first = range.start.saturating_add(1);
            let comma = if written == "{}" { "" } else { "," };
            edits.push(Edit {
                name: format!("{path}: unknown key"),
                range: first..first,
                text: format!(r#""unheard_of":{{"of":"7"}}{comma}"#),
            });
        }
        let Some(key) = key else { continue };
        let member = text.get(key.start..range.end).unwrap_or_default();
        edits.push(Edit {
            name: format!("{path}: twice"),
            range: key.start..key.start,
            text: format!("{member},"),
        });
        edits.push(Edit {
            name: format!("{path}: left out"),
            range: key.start..range.end,
            // A key that has no meaning anywhere, so that the commas around it stay right.
            text: r#""left_out":null"#.to_owned(),
        });
    }
    edits
}
