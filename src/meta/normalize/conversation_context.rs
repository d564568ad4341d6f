//! `conversation_context`: the summary of a thread, for the app that takes it over.

use crate::collector::Problem;
use crate::event::{Event, EventMeta, Handover};
use crate::json::Owned;
use crate::meta::item::{Around, FieldItem};
use crate::meta::payload::{ConversationContext, Summary};
use crate::types::{Raw, Timestamp};

/// The item contains no IDs of a person: the only contact of the value is the person.
impl<'a> FieldItem<'a> for ConversationContext<'a> {
    fn occurred_at(&self, _: Option<Timestamp>) -> Option<Timestamp> {
        None
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self { r#type, summary } = self;
        let summary = summary.and_then(|Summary { text }| text);
        if r#type.is_none() && summary.is_none() {
            return Err(Problem::no_value("type"));
        }
        Ok(Event::from(Handover {
            event: r#type.owned(),
            person: around.people.only(),
            summary: summary.owned(),
            ..Handover::new(meta, raw)
        }))
    }
}
