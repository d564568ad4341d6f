//! `history`: past chats of a number that is also used with the WhatsApp Business app.

use std::borrow::Cow;

use super::messages;
use crate::collector::{Collector, Item, Problem};
use crate::event::{ErrorDetail, Event, History, Origin};
use crate::json::{self, List, Owned, RawSlice, wire};
use crate::meta::item::{self, Around};
use crate::meta::normalize::authorship::Author;
use crate::meta::normalize::message;
use crate::meta::payload::{Error, Value};

wire! {
    /// Element of `history`: a chunk of past chats, or the reason why there is none.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryChunk<'a> {
        /// Phase and progress of the chunk.
        pub metadata: Option<HistoryMetadata<'a>> = object,
        /// Chats of the chunk.
        pub threads: List<RawSlice<'a>> = raws,
        /// Reasons why there is no history: code 2593109 if the business declined to share it.
        pub errors: Vec<Error<'a>> = list,
    }

    /// Phase and progress of a chunk.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryMetadata<'a> {
        /// Phase, as a number, by the age of the chats: 0 for the last day, 1 up to day 90, 2 up to day 180.
        pub phase: Option<Cow<'a, str>> = id,
        /// Index of the chunk; chunks arrive in any order.
        pub chunk_order: Option<i64> = int,
        /// Progress of the synchronization, in percent; 100 is the end.
        pub progress: Option<i64> = int,
    }

    /// One chat of a chunk. Groups are not included.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct HistoryThread<'a> {
        /// Phone number of the person; may be absent.
        pub id: Option<Cow<'a, str>> = id,
        /// IDs of the person.
        pub context: Option<Box<ThreadContext<'a>>> = boxed,
        /// Messages of both sides, as in the field `messages`.
        pub messages: List<RawSlice<'a>> = raws,
    }

    /// IDs of the person in a chat.
    ///
    /// Source: Cloud API, webhooks, history (read 2026-11-25). Seen in the wild: no.
    pub struct ThreadContext<'a> {
        /// WhatsApp ID.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Username.
        pub username: Option<Cow<'a, str>> = id,
    }
}

/// Reads chunks, reasons why there are none, and files of earlier messages that follow later.
pub(super) fn read<'a>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    value: &Value<'a>,
) {
    let history = around.take("history");
    // Some deliveries have the reasons here, next to `history`.
    let errors = around.take("errors");
    if !history.is_empty() {
        let contacts = around.take("contacts");
        around.read_people(collector, &contacts, 0);
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
        around.leave_people();
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

/// Reads the reason why there is no history.
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

/// Reads a chunk: an event of its own, then its messages.
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
