//! One thing that is not known, and how often it was seen.

use serde::{Deserialize, Serialize};

use crate::Provider;
use crate::types::{Timestamp, may_hold_number};

/// Length of the longest name of a key, a type or a value, in bytes.
const MAX_NAME: usize = 64;

/// Something that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Finding {
    /// Provider of the body.
    pub provider: Provider,
    /// What it is.
    pub kind: FindingKind,
    /// Topic of the event, such as `messages`; empty if there is none.
    pub topic: String,
    /// Where it is: the path in the body without indexes, such as `entry[].changes[].value.shards`, or the name of the
    /// enum, such as `MessageStatus`. Empty for a body.
    pub place: String,
    /// Word that is not known, or the reason of a malformed item or refused body; empty otherwise.
    pub word: String,
}

/// What a [`Finding`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FindingKind {
    /// Body that `parse` refused.
    RefusedBody,
    /// Item that became [`Malformed`](crate::Event::Malformed), or message with malformed content.
    MalformedItem,
    /// Item that became [`Unknown`](crate::Event::Unknown), or message with unknown content.
    UnknownItem,
    /// Value that an enum does not have, such as a status.
    UnknownValue,
    /// Value that is only in [`extra`](crate::event::EventMeta::extra).
    Extra,
    /// Key that no field of the wire types reads. Its value is only in [`Event::raw`](crate::Event::raw).
    UnreadKey,
}

impl FindingKind {
    /// Returns the name, as in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RefusedBody => "refused_body",
            Self::MalformedItem => "malformed_item",
            Self::UnknownItem => "unknown_item",
            Self::UnknownValue => "unknown_value",
            Self::Extra => "extra",
            Self::UnreadKey => "unread_key",
        }
    }
}

/// How often a [`Finding`] was seen, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seen {
    /// Number of occurrences; of an [`UnknownValue`](FindingKind::UnknownValue), the number of bodies with it.
    pub count: u64,
    /// Time of the earliest event with it; `None` if no event has a time.
    pub first: Option<Timestamp>,
    /// Time of the latest event with it; `None` if no event has a time.
    pub last: Option<Timestamp>,
}

impl Seen {
    pub(super) fn once(time: Option<Timestamp>) -> Self {
        Self {
            count: 1,
            first: time,
            last: time,
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.count = self.count.saturating_add(other.count);
        self.first = [self.first, other.first].into_iter().flatten().min();
        self.last = self.last.max(other.last);
    }
}

/// Returns a name as a report shows it: not if it may be something else, such as a phone number or a text.
pub(super) fn name(word: &str) -> String {
    let is_name = word.len() <= MAX_NAME
        && !may_hold_number(word)
        && !word.contains(|c: char| c.is_control() || c == '@');
    if is_name { word } else { "*" }.to_owned()
}

/// Returns a path without its indexes, and without keys that are no names.
pub(super) fn pattern(path: &str) -> String {
    let keys = path.split('.').map(|key| {
        let (key, is_list) = match key.split_once('[') {
            Some((key, _)) => (key, true),
            None => (key, false),
        };
        // The second occurrence of a key is `key(2)`.
        let key = key.split_once('(').map_or(key, |(key, _)| key);
        format!("{}{}", name(key), if is_list { "[]" } else { "" })
    });
    keys.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_have_no_index_and_no_number() {
        assert_eq!(
            pattern("entry[0].changes[12].value(2).x"),
            "entry[].changes[].value.x"
        );
        assert_eq!(pattern("data.5215533007711.name"), "data.*.name");
        assert_eq!(pattern("a@b"), "*");
        assert_eq!(pattern(""), "");
        assert_eq!(name(&"k".repeat(65)), "*");
    }

    #[test]
    fn times_are_the_first_and_the_last() {
        let at = |seconds| Seen::once(Timestamp::from_unix_seconds(seconds));
        let mut seen = at(1_784_000_000);
        for other in [at(1_783_000_000), Seen::once(None), at(1_785_000_000)] {
            seen.merge(&other);
        }
        assert_eq!(seen.count, 4);
        assert_eq!(seen.first, Timestamp::from_unix_seconds(1_783_000_000));
        assert_eq!(seen.last, Timestamp::from_unix_seconds(1_785_000_000));
    }
}
