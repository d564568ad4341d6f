//! Lists of items and their positions.

use super::batch::Batch;
use super::elements::{each, is_blank};
use super::{envelope, rules};
use crate::collector::{Collector, Item, Problem};
use crate::envelope::Kept;
use crate::json::{self, List, RawSlice};
use crate::marks::Object;
use crate::path::Path;
use crate::whatzmeapi::payload::{Data, Payload};

/// Function that converts one item to events.
pub(super) type Read = for<'a> fn(&mut Collector<'_>, &Batch<'_>, Item<'a>);

/// Keys of lists of items, in the order in which they are read.
const LISTS: &[&str] = &["messages", "statuses", "keys", "chats", "contacts"];

/// Lists of items, at the top level or in `data`, each as often as its key stands.
pub(super) struct Lists<'p, 'a> {
    /// In the order of [`LISTS`].
    lists: [&'p List<RawSlice<'a>>; 5],
}

/// The types that have the lists, one row each.
macro_rules! lists {
    ($($wire:ident,)*) => {$(
        impl<'p, 'a> From<&'p $wire<'a>> for Lists<'p, 'a> {
            fn from(wire: &'p $wire<'a>) -> Self {
                let lists = [
                    &wire.messages,
                    &wire.statuses,
                    &wire.keys,
                    &wire.chats,
                    &wire.contacts,
                ];
                Self { lists }
            }
        }
    )*};
}

lists! {
    Payload,
    Data,
}

impl<'a> Lists<'_, 'a> {
    fn values(&self) -> impl Iterator<Item = RawSlice<'a>> {
        self.lists
            .into_iter()
            .flat_map(|lists| lists.iter())
            .copied()
    }

    /// Whether there is no item in them.
    pub(super) fn is_empty(&self) -> bool {
        self.values().all(is_blank)
    }

    /// Whether there are messages or states of messages.
    pub(super) fn has_messages(&self) -> bool {
        let [messages, statuses, ..] = self.lists;
        (messages.iter().chain(statuses.iter())).any(|list| !is_blank(*list))
    }

    /// Whether there is a list, be it an empty one: then it says that there are no items.
    pub(super) fn has_list(&self) -> bool {
        self.values().any(|list| list.as_str().starts_with('['))
    }

    /// Reads all of them; they stand in `whole`, whose path is `base`.
    pub(super) fn read(
        &self,
        collector: &mut Collector<'_>,
        batch: &Batch<'_>,
        whole: RawSlice<'a>,
        base: &Path,
        read: Read,
    ) {
        let readers: [Read; 5] = [read, rules::status, rules::deletion, unknown, unknown];
        for ((key, lists), read) in LISTS.iter().zip(self.lists).zip(readers) {
            let is_done = values(
                collector,
                batch,
                whole,
                base,
                key,
                lists,
                |collector, item| {
                    read(collector, batch, item);
                },
            );
            if !is_done {
                return;
            }
        }
    }
}

/// Hands each item of the values that stand under one key of `whole` to `read`; `false` where the body has more elements
/// than its size allows: then `whole` is one event more, and nothing else of it is read.
fn values<'a>(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    whole: RawSlice<'a>,
    base: &Path,
    key: &str,
    values: &[RawSlice<'a>],
    mut read: impl FnMut(&mut Collector<'_>, Item<'a>),
) -> bool {
    for (nth, value) in (1..).zip(values) {
        let path = base.key(key, nth);
        if nth > 1 && !collector.charge() {
            collector.unknown(&batch.scope, batch.kind, Item { slice: whole, path }, None);
            return false;
        }
        each(
            collector,
            &batch.scope,
            batch.kind,
            Item {
                slice: *value,
                path,
            },
            &mut read,
        );
    }
    true
}

/// Reads a body that is a list of items.
pub(super) fn bare_list(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    if !envelope::fits_list(root) {
        return Err(Collector::wrong_envelope(root));
    }
    let batch = Batch::new(None, None, None, None);
    collector.items(
        &batch.scope,
        "",
        root,
        &Path::default(),
        |collector, item| {
            rules::message(collector, &batch, item);
        },
    );
    Ok(())
}

/// Reads what stands in `data`: items, or the object that holds the lists.
pub(super) fn data<'a>(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    root: RawSlice<'a>,
    data: &[RawSlice<'a>],
    read: Read,
) {
    let base = Path::default();
    values(
        collector,
        batch,
        root,
        &base,
        "data",
        data,
        |collector, item| {
            datum(collector, batch, item, read);
        },
    );
}

/// Reads one value of `data`: an item, and the lists beside its key, or only those.
fn datum(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>, read: Read) {
    let Item { slice, path } = item;
    let (data, is_whole) = match json::read_all::<Data<'_>>(slice) {
        Ok(read) => read,
        Err(error) => {
            let (item, problem) = (Item { slice, path }, Problem::unreadable(error));
            return collector.malformed(&batch.scope, batch.kind, item, None, &problem);
        }
    };
    batch.learn(collector, &data.lid_pn_mappings);
    let begun = collector.len();
    let lists = Lists::from(&data);
    let is_item = data.key.or(data.key_id).is_some();
    if let (false, Some(inner)) = (is_item, envelope::wrapped(slice)) {
        let place = path.key("message", 1);
        let item = Item {
            slice: inner,
            path: place,
        };
        rules::message(collector, batch, item);
        let mut kept = Kept::default();
        let is_item = |key: &str, counts| key == "message" && counts;
        collector.members::<Object>(&batch.scope, slice, &path, None, &mut kept, is_item);
        return collector.close(begun, kept, |_| {});
    }
    if is_item || (lists.is_empty() && !lists.has_list()) {
        // The item holds all bytes of the object.
        let outer = path.clone();
        read(collector, batch, Item { slice, path: outer });
        return lists.read(collector, batch, slice, &path, read);
    }
    lists.read(collector, batch, slice, &path, read);
    let mut kept = Kept::default();
    let is_known = is_whole && data.upsert_type.is_none() && data.lid_pn_mappings.is_empty();
    if !is_known && collector.len() > begun {
        collector.members::<Data<'_>>(
            &batch.scope,
            slice,
            &path,
            None,
            &mut kept,
            |key, counts| {
                !matches!(key, "type" | "lidPnMappings") && json::holds(&data, key, counts)
            },
        );
    }
    collector.close(begun, kept, |collector| {
        if !is_whole {
            collector.unknown(&batch.scope, batch.kind, Item { slice, path }, None);
        }
    });
}

/// Returns an item without a reader as `Unknown`, with the name of its event.
pub(super) fn unknown(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    collector.unknown(&batch.scope, batch.kind, item, None);
}

/// An item under a name that this version does not know: a message has its own shape, anything else is unknown.
pub(super) fn known_shape(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    if envelope::is_list_item(item.slice) {
        rules::message(collector, batch, item);
    } else {
        unknown(collector, batch, item);
    }
}

/// Whether `data` has items that are known by their shape, under whatever name.
pub(super) fn has_known_shape(data: &[RawSlice<'_>]) -> bool {
    let mut items = data
        .iter()
        .flat_map(|value| super::elements::elements(*value));
    items.any(|item| {
        envelope::is_list_item(item)
            || json::read::<Data<'_>>(item).is_ok_and(|data| Lists::from(&data).has_messages())
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::whatzmeapi::parse;

    #[test]
    fn no_two_events_have_one_path() {
        let text = r#"{"key":{"id":"A","remoteJid":"1@g.us"},"message":{"conversation":"x"}}"#;
        let vote = r#"{"pollUpdateMessageKey":{"id":"V"},"vote":{}}"#;
        let reaction = r#"{"key":{"id":"R"},"text":"x"}"#;
        let key = r#""key":{"id":"P","remoteJid":"1@g.us","fromMe":true}"#;
        for (body, count) in [
            (
                format!(
                    r#"{{"event":"messages.upsert","messages":[{text}],"messages":{text},"messages":[5,{text}]}}"#
                ),
                4,
            ),
            (
                format!(
                    r#"{{"event":"messages.upsert","data":{text},"data":[{text}],"more":[1],"more":{{"a":1}}}}"#
                ),
                4,
            ),
            (
                format!(
                    r#"{{"event":"messages.upsert","data":{{{key},"messages":{text},"message":{{"conversation":"y"}}}}}}"#
                ),
                2,
            ),
            (
                format!(
                    r#"{{"event":"messages.update","data":[{{{key},"pollUpdates":[{{"name":"a","voters":[]}}],
                    "update":{{"status":3,"pollUpdates":[{vote},{vote}],"pollUpdates":{vote},"reactions":[{reaction},7]}}}}]}}"#
                ),
                7,
            ),
            (
                format!(
                    r#"{{"event":"message-receipt.update","data":{{{key},"receipt":{{"userJid":"2@lid","receiptTimestamp":1779900000,
                    "readTimestamp":1779900001,"playedTimestamp":1779900002}}}}}}"#
                ),
                3,
            ),
        ] {
            let events = parse(body.clone()).unwrap();
            let paths: BTreeSet<String> = events
                .iter()
                .map(|event| event.meta().path.to_string())
                .collect();
            assert_eq!(
                (events.len(), paths.len()),
                (count, count),
                "{body}: {paths:?}"
            );
        }
    }

    #[test]
    fn what_stands_beside_the_items_is_kept() {
        let body = r#"{"event":"messages.upsert","apikey":"s","date_time":"x","instance":{"name":"i","owner":"o"},
            "messages":[{"key":{"id":"A"},"message":{"conversation":"x"}}],"calls":[{"id":"C"}],"none":[]}"#;
        let events = parse(body).unwrap();
        let extra: Vec<String> = (events[0].meta().extra.iter())
            .map(|(path, json)| format!("{path}={}", json.as_str().unwrap()))
            .collect();
        assert_eq!(
            extra,
            [r#"date_time="x""#, "none=[]", r#"instance.owner="o""#]
        );
        assert_eq!(events[0].account().instance.as_deref(), Some("i"));
        let calls = events[1].as_unknown().unwrap();
        assert_eq!((calls.kind.as_str(), events.len()), ("calls", 2));
    }

    #[test]
    fn what_is_too_long_to_be_shared_comes_once() {
        let long = "7".repeat(300);
        let body = format!(
            r#"{{"event":"a.{long}","sender":"{long}","instance":"{long}","messages":[{{"key":{{"id":"A"}},"message":{{"conversation":"x"}}}}]}}"#
        );
        let events = parse(body).unwrap();
        let meta = events[0].meta();
        assert_eq!((&meta.topic, &meta.account.instance), (&None, &None));
        assert_eq!(meta.extra.len(), 3);
        assert!(events[0].as_message().unwrap().to.is_none());
    }
}
