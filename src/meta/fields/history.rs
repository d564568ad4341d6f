//! `history`: past chats of a number that also uses the WhatsApp Business app.

use std::borrow::Cow;

use super::messages;
use crate::collector::{Collector, Item, Problem};
use crate::event::{ErrorDetail, Event, History, Origin};
use crate::json::{self, List, Owned, RawSlice, wire};
use crate::meta::item::{self, Around};
use crate::meta::normalize::authorship::Author;
use crate::meta::normalize::message;
use crate::meta::payload::{Error, Value};
use crate::meta::people::People;

wire! {
    /// Element of `history`: a chunk of past chats, or why there is none.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryChunk<'a> {
        /// Which chunk it is.
        pub metadata: Option<HistoryMetadata<'a>> = object,
        /// Chats.
        pub threads: List<RawSlice<'a>> = raws,
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
        pub messages: List<RawSlice<'a>> = raws,
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
    mut around: Around<'_, 'a>,
    value: &Value<'a>,
) {
    let history = around.take("history");
    // Some say here, beside `history`, why there is none.
    let errors = around.take("errors");
    if !history.is_empty() {
        let contacts = around.take("contacts");
        around.people = People::read(collector, &around, &contacts, 0);
        let kind = "history";
        item::walk(
            collector,
            &around,
            kind,
            kind,
            &history,
            |collector, item| {
                chunk(collector, &around, item);
            },
        );
        around.part_from_people(collector);
    }
    item::walk(
        collector,
        &around,
        "error",
        "errors",
        &errors,
        |collector, item| {
            collector.item(around.scope, "error", item, |collector, error, item| {
                let error: Error<'_> = error;
                Ok(declined(collector, &around, item, vec![error].owned()))
            });
        },
    );
    messages::lists(collector, around, value, &Origin::History);
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

/// Reads a chunk: an event of its own, and then its messages.
fn chunk<'a>(collector: &mut Collector<'_>, around: &Around<'_, 'a>, item: Item<'a>) {
    let Item { slice, path } = &item;
    let chunk = match json::read::<HistoryChunk<'a>>(*slice) {
        Ok(chunk) => chunk,
        Err(error) => {
            let problem = Problem::unreadable(error);
            return collector.malformed(around.scope, "history", item, around.time, &problem);
        }
    };
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
    let meta = collector.meta(around.scope, path.clone(), around.time);
    let mut history = History::new(meta, collector.raw(*slice));
    history.phase = phase.and_then(|phase| phase.parse().ok());
    history.chunk_order = chunk_order;
    history.progress = progress;
    history.errors = errors.owned();
    collector.push(history);
    for (nth, list) in (1..).zip(threads.iter()) {
        let path = path.key("threads", nth);
        collector.items(around.scope, "threads", *list, &path, |collector, item| {
            thread(collector, around, item);
        });
    }
}

/// Reads the messages of one chat.
fn thread<'a>(collector: &mut Collector<'_>, around: &Around<'_, 'a>, item: Item<'a>) {
    let thread = match json::read::<HistoryThread<'a>>(item.slice) {
        Ok(thread) => thread,
        Err(error) => {
            let problem = Problem::unreadable(error);
            return collector.malformed(around.scope, "threads", item, None, &problem);
        }
    };
    let author = Author::Either(Some(&thread));
    for (nth, list) in (1..).zip(thread.messages.iter()) {
        let path = item.path.key("messages", nth);
        collector.items(around.scope, "", *list, &path, |collector, item| {
            message::push(collector, around, &Origin::History, author, item);
        });
    }
}
