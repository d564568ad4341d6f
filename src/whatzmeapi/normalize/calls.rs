//! Calls.

use std::borrow::Cow;

use super::batch::Batch;
use super::envelope::CALL;
use super::party;
use crate::collector::{Collector, Item, Problem};
use crate::event::{Call, Direction, Event};
use crate::json::Owned;
use crate::whatzmeapi::payload::CallUpdate;

/// The step of a call, where only the name of the event has it: `call.received`.
fn step(event: &str) -> Option<Cow<'_, str>> {
    let (front, step) = event.rsplit_once(['.', '_', '-'])?;
    front
        .eq_ignore_ascii_case(CALL)
        .then_some(Cow::Borrowed(step))
}

/// Reads one element of `call`: a call to the account.
pub(super) fn item<'a>(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'a>) {
    collector.item(
        &batch.scope,
        batch.kind,
        item,
        |collector, call: CallUpdate<'a>, item| {
            let CallUpdate {
                id,
                from,
                caller_pn,
                status,
                date,
                timestamp,
                is_video,
                is_group,
                group_jid,
            } = call;
            if id.is_none() && from.is_none() {
                return Err(Problem::no_value("id"));
            }
            let from = from.or_else(|| caller_pn.clone());
            let path = std::mem::take(&mut item.path);
            Ok(Event::from(Call {
                meta: collector.meta(&batch.scope, path, date.or(timestamp)),
                event: status.or(step(batch.kind)).owned(),
                id: id.owned(),
                direction: Some(Direction::Inbound),
                from: from.map(|from| party::party(&from, &[], &[caller_pn.as_deref()])),
                to: batch.own.clone(),
                video: is_video,
                group: is_group,
                group_id: group_jid.owned(),
                status: None,
                start_at: None,
                end_at: None,
                duration: None,
                sdp_type: None,
                sdp: None,
                deeplink_payload: None,
                cta_payload: None,
                callback_data: None,
                call_recording: None,
                call_transcript: None,
                errors: Vec::new(),
                raw: collector.raw(item.slice),
            }))
        },
    );
}
