//! What a parse does not know, recorded while it runs.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// The record of the parse that runs on this thread, if somebody wants one.
    static RECORD: RefCell<Option<Record>> = const { RefCell::new(None) };
}

/// What one parse came across.
#[derive(Default)]
pub(crate) struct Record {
    /// Keys by their address, and whether any wire type has read them.
    keys: BTreeMap<usize, bool>,
    /// Words that an open enum does not have, each with the enum.
    words: Vec<(&'static str, String)>,
}

impl Record {
    /// Returns the address of each key, and whether any wire type has read it.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (usize, bool)> {
        self.keys.iter().map(|(at, is_read)| (*at, *is_read))
    }

    /// Returns the words that an open enum does not have, each with the name of the enum.
    #[cfg(feature = "report")]
    pub(crate) fn words(&self) -> &[(&'static str, String)] {
        &self.words
    }
}

/// Records while `work` runs.
pub(crate) fn during<T>(work: impl FnOnce() -> T) -> (T, Record) {
    RECORD.set(Some(Record::default()));
    let done = work();
    (done, RECORD.take().unwrap_or_default())
}

/// Notes that a wire type reads or skips a key.
pub(crate) fn key(key: Option<&str>, is_read: bool) {
    RECORD.with_borrow_mut(|record| {
        if let (Some(record), Some(key)) = (record, key) {
            *record.keys.entry(key.as_ptr().addr()).or_default() |= is_read;
        }
    });
}

/// Notes that an open enum does not have a word.
pub(crate) fn word(of: &'static str, word: &str) {
    RECORD.with_borrow_mut(|record| {
        if let Some(record) = record {
            record.words.push((of, word.to_owned()));
        }
    });
}
