//! The keys of a body that no wire type reads.
//!
//! Only the table `wire!` skips keys, so it reports them.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use bytes::Bytes;

use super::reader::Kind;
use super::{Reader, Result, document};
use crate::Event;
use crate::record::Record;

/// Returns the paths of the keys that no wire type read while these events were parsed, but for those in events that
/// keep their item as bytes only. Keys of empty values are left out.
pub(crate) fn unread(body: &Bytes, events: &[Event], record: &Record) -> Vec<String> {
    let mut paths = BTreeMap::new();
    // A value that cannot be walked to its end has no paths.
    let _ = document(body, |root| walk(&mut Reader::new(root), "", &mut paths));
    let kept: Vec<_> = events
        .iter()
        .filter(|event| matches!(event, Event::Unknown(_) | Event::Malformed(_)))
        .map(|event| event.raw().as_bytes().as_ptr_range())
        .collect();
    let is_kept = |at: usize| {
        let mut kept = kept.iter();
        kept.any(|range| (range.start.addr()..range.end.addr()).contains(&at))
    };
    let unread = record
        .keys()
        .filter(|(at, is_read)| !is_read && !is_kept(*at));
    unread.filter_map(|(at, _)| paths.remove(&at)).collect()
}

/// Collects the paths of all keys by their address. Returns whether the value contains data: keys of empty values
/// need not be read.
fn walk(reader: &mut Reader<'_>, path: &str, into: &mut BTreeMap<usize, String>) -> Result<bool> {
    let mut says = false;
    match reader.kind()? {
        Kind::Object => {
            let dot = if path.is_empty() { "" } else { "." };
            let mut key = reader.first_key()?;
            while let Some(name) = key {
                let (at, path) = (name.as_ptr().addr(), format!("{path}{dot}{name}"));
                if walk(reader, &path, into)? {
                    into.insert(at, path);
                    says = true;
                }
                key = reader.next_key()?;
            }
        }
        Kind::Array => {
            let path = format!("{path}[]");
            let mut more = reader.first_element()?;
            while more {
                says |= walk(reader, &path, into)?;
                more = reader.next_element()?;
            }
        }
        _ => says = !matches!(reader.skip()?.as_str(), "null" | r#""""#),
    }
    Ok(says)
}
