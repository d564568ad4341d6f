//! `conversation_context`: what a thread was about, for the app that takes it over.

use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::{Event, Handover};
use crate::json::own;
use crate::meta::payload::{ConversationContext, Summary};

/// Reads the summary and pushes its event. It names no person: the message beside it does.
pub(super) fn push(collector: &mut Collector<'_>, scope: &Scope, item: Item<'_>) {
    let kind = "conversation_context";
    collector.item(scope, kind, item, |collector, context, item| {
        let ConversationContext { r#type, summary } = context;
        let summary = summary.and_then(|Summary { text }| own(text));
        if r#type.is_none() && summary.is_none() {
            return Err(Problem::no_value("type"));
        }
        Ok(Event::from(Handover {
            meta: collector.meta(scope, std::mem::take(&mut item.path), None),
            event: own(r#type),
            person: None,
            previous_owner_role: None,
            new_owner_role: None,
            previous_owner_app_id: None,
            new_owner_app_id: None,
            metadata: None,
            summary,
            raw: collector.raw(item.slice),
        }))
    });
}
