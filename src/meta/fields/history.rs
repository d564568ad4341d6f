//! `history`: past chats of a number that also uses the WhatsApp Business app.

use std::borrow::Cow;

use super::messages;
use crate::collector::{Collector, Item, Problem};
use crate::event::{ErrorDetail, Event, History, Origin};
use crate::json::{self, List, Owned, Part, RawSlice, wire};
use crate::meta::item::Around;
use crate::meta::normalize::authorship::Author;
use crate::meta::normalize::message;
use crate::meta::payload::{Error, Value};
use crate::meta::people::People;
use crate::path::push_element;

wire! {
    /// Value of the field `history`, as far as it has keys of its own.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryValue<'a> {
        /// Chunks, or one element that says why there are none.
        pub history: List<RawSlice<'a>> = items,
    }

    /// Element of `history`: a chunk of past chats, or why there is none.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryChunk<'a> {
        /// Which chunk it is.
        pub metadata: Option<HistoryMetadata<'a>> = object,
        /// Chats.
        pub threads: List<Part<'a, HistoryThread<'a>>> = parts,
        /// Why there is none: 2593109 where the business did not share its history.
        pub errors: Vec<Error<'a>> = list,
    }

    /// Which chunk it is.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryMetadata<'a> {
        /// Age of the chats: 0 for the last day, 1 up to day 90, 2 up to day 180. A number.
        pub phase: Option<Cow<'a, str>> = id,
        /// Position of the chunk; chunks come in any order.
        pub chunk_order: Option<i64> = int,
        /// Percent of the synchronization; 100 is the end.
        pub progress: Option<i64> = int,
    }

    /// One chat of a chunk. Groups are not included.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryThread<'a> {
        /// Number of the person; can be absent.
        pub id: Option<Cow<'a, str>> = id,
        /// Ids of the person.
        pub context: Option<Box<ThreadContext<'a>>> = boxed,
        /// Messages of both sides, as in the field `messages`.
        pub messages: List<RawSlice<'a>> = items,
    }

    /// Ids of the person of a chat.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct ThreadContext<'a> {
        /// WhatsApp id.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user id.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent id.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Username.
        pub username: Option<Cow<'a, str>> = id,
    }
}

/// Reads chunks, the reasons why there are none, and files of earlier messages that come later.
pub(super) fn read<'a>(
    collector: &mut Collector<'_>,
    around: Around<'_, 'a>,
    mut value: Value<'a>,
) -> json::Result<()> {
    let HistoryValue { history } = json::read(around.value)?;
    let mut around = around;
    if !history.is_empty() {
        around.people = People::new(value.contacts.clone(), 0);
        chunks(collector, &around, history)?;
    }
    // Some say here, beside `history`, why there is none.
    let errors = std::mem::take(&mut value.errors);
    for (index, slice) in errors.into_iter().enumerate() {
        let path = around.path.element("errors", index);
        let item = Item { slice, path };
        collector.item(around.scope, "error", item, |collector, error, item| {
            let error: Error<'_> = error;
            Ok(declined(collector, &around, item, vec![error].owned()))
        });
    }
    messages::lists(collector, around, value, &Origin::History)
}

/// Why there is no history.
fn declined(
    collector: &Collector<'_>,
    around: &Around<'_, '_>,
    item: &mut Item<'_>,
    errors: Vec<ErrorDetail>,
) -> Event {
    let path = std::mem::take(&mut item.path);
    let meta = collector.meta(around.scope, path, around.time);
    let mut history = History::new(meta, collector.raw(item.slice));
    history.errors = errors;
    Event::from(history)
}

/// Reads each chunk: an event of its own, and then its messages.
fn chunks<'a>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    history: List<RawSlice<'a>>,
) -> json::Result<()> {
    let chunks: Vec<(RawSlice<'a>, json::Result<HistoryChunk<'a>>)> = history
        .into_iter()
        .map(|slice| (slice, json::read(slice)))
        .collect();
    // Room for all of it at once: chunk by chunk it would be copied again and again.
    let messages = || {
        let read = chunks.iter().flat_map(|(_, chunk)| chunk);
        let threads = read.flat_map(|chunk| chunk.threads.iter());
        let threads = threads.filter_map(|thread| thread.value.as_ref());
        threads.map(|thread| &thread.messages)
    };
    let count: usize = messages().map(|list| list.len()).sum();
    let mut all = Vec::with_capacity(count.saturating_add(chunks.len()));
    all.extend(chunks.iter().map(|(slice, _)| *slice));
    all.extend(messages().flat_map(|list| list.iter().copied()));
    collector.reserve(&all)?;
    drop(all);
    for (index, (slice, chunk)) in chunks.into_iter().enumerate() {
        if is_nothing(slice) {
            continue;
        }
        let path = around.path.element("history", index);
        match chunk {
            Ok(chunk) => self::chunk(collector, around, chunk, slice, &path),
            Err(error) => {
                let problem = Problem::unreadable(error);
                let item = Item { slice, path };
                collector.malformed(around.scope, "history", item, around.time, &problem);
            }
        }
    }
    Ok(())
}

/// Whether an element is `null`, `{}` or `[]`.
fn is_nothing(element: RawSlice<'_>) -> bool {
    let mut bytes = element.as_str().bytes();
    element.as_str() == "null"
        || bytes.all(|byte| matches!(byte, b'{' | b'}' | b'[' | b']') || byte.is_ascii_whitespace())
}

fn chunk<'a>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    chunk: HistoryChunk<'a>,
    slice: RawSlice<'a>,
    path: &str,
) {
    let HistoryChunk {
        metadata,
        threads,
        errors,
    } = chunk;
    let HistoryMetadata {
        phase,
        chunk_order,
        progress,
    } = metadata.unwrap_or_default();
    let meta = collector.meta(around.scope, path.to_owned(), around.time);
    let mut history = History::new(meta, collector.raw(slice));
    history.phase = phase.and_then(|phase| phase.parse().ok());
    history.chunk_order = chunk_order;
    history.progress = progress;
    history.errors = errors.owned();
    collector.push(history);
    for (index, Part { raw, value, .. }) in threads.into_iter().enumerate() {
        let mut path = path.to_owned();
        push_element(&mut path, ".threads", index);
        if is_nothing(raw) {
            continue;
        }
        let Some(mut thread) = value else {
            let problem = Problem::no_object("");
            let item = Item { slice: raw, path };
            collector.malformed(around.scope, "threads", item, None, &problem);
            continue;
        };
        let messages = std::mem::take(&mut thread.messages);
        for (index, slice) in messages.into_iter().enumerate() {
            if is_nothing(slice) {
                continue;
            }
            let mut path = path.clone();
            push_element(&mut path, ".messages", index);
            let author = Author::Either(Some(&thread));
            message::push(collector, around, &Origin::History, author, slice, path);
        }
    }
}
