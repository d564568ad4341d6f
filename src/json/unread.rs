//! Test that every key of every fixture is read by a wire type, or is in `tests/gaps.txt` with a reason.
//!
//! Only the table `wire!` skips keys, so it reports them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bytes::Bytes;

use self::gaps::{Gap, Kind, fits, gaps};
use super::reader::Kind as Json;
use super::{Reader, Result, document};
use crate::{Event, Provider};

#[path = "../../tests/support/gaps.rs"]
#[allow(dead_code, reason = "the other test reads the reasons")]
mod gaps;

thread_local! {
    /// Keys by their address, and whether any wire type has read them.
    static SEEN: RefCell<BTreeMap<usize, bool>> = RefCell::default();
}

/// Notes that a wire type reads or skips a key.
pub(crate) fn see(key: Option<&str>, is_read: bool) {
    if let Some(key) = key {
        SEEN.with_borrow_mut(|seen| *seen.entry(key.as_ptr().addr()).or_default() |= is_read);
    }
}

/// Paths of the keys that no wire type reads while a body is parsed, but for those in events that keep their item
/// as bytes only.
fn unread(provider: Provider, body: &Bytes) -> Vec<String> {
    SEEN.take();
    let Ok(events) = provider.parse(body.clone()) else {
        return Vec::new();
    };
    let seen = SEEN.take();
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
    let unread = seen
        .iter()
        .filter(|(at, is_read)| !**is_read && !is_kept(**at));
    unread.filter_map(|(at, _)| paths.remove(at)).collect()
}

/// Collects the paths of all keys by their address. Returns whether the value contains data: keys of empty values
/// need not be read.
fn walk(reader: &mut Reader<'_>, path: &str, into: &mut BTreeMap<usize, String>) -> Result<bool> {
    let mut says = false;
    match reader.kind()? {
        Json::Object => {
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
        Json::Array => {
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

#[test]
fn every_key_that_no_wire_type_reads_is_listed() {
    let gaps: Vec<Gap> = gaps()
        .into_iter()
        .filter(|gap| gap.kind == Kind::Unread)
        .collect();
    let (mut used, mut unlisted) = (vec![false; gaps.len()], BTreeMap::new());
    for provider in Provider::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures")
            .join(provider.as_str());
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            for path in unread(*provider, &Bytes::from(fs::read(&file).unwrap())) {
                let row = |gap: &Gap| gap.provider == *provider && fits(gap.path, &path);
                if let Some(row) = gaps.iter().position(row) {
                    used[row] = true;
                } else {
                    let row = format!("{provider} | unread | {path}");
                    unlisted.insert(row, file.clone());
                }
            }
        }
    }
    assert!(unlisted.is_empty(), "unread and not listed: {unlisted:#?}");
    let stale: Vec<&str> = gaps
        .iter()
        .zip(used)
        .filter(|row| !row.1)
        .map(|row| row.0.path)
        .collect();
    assert!(
        stale.is_empty(),
        "listed, but read or not seen any more: {stale:#?}"
    );
}
