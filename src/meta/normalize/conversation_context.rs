//! `conversation_context`: the summary of a thread, for the app that takes it over.

use crate::collector::Problem;
use crate::event::{Event, EventMeta, Handover};
use crate::json::Owned;
use crate::meta::item::{Around, FieldItem};
use crate::meta::payload::{ConversationContext, Summary};
use crate::types::{Raw, Timestamp};

/// The item contains no IDs of a person; they are in the message of the same value.
impl<'a> FieldItem<'a> for ConversationContext<'a> {
    fn occurred_at(&self, _: Option<Timestamp>) -> Option<Timestamp> {
        None
    }

    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self { r#type, summary } = self;
        let summary = summary.and_then(|Summary { text }| text);
        if r#type.is_none() && summary.is_none() {
            return Err(Problem::no_value("type"));
        }
        Ok(Event::from(Handover {
            event: r#type.owned(),
            summary: summary.owned(),
            ..Handover::new(meta, raw)
        }))
    }
}
