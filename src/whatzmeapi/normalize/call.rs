//! Calls.

use super::{Batch, party};
use crate::delivery::{Delivery, Item, Problem, own};
use crate::event::{Call, Direction, Event};
use crate::whatzmeapi::payload::CallUpdate;

/// One element of `call`: somebody calls the own account.
pub(super) fn item<'a>(delivery: &mut Delivery<'_>, batch: &Batch<'_>, item: Item<'a>) {
    delivery.item(
        &batch.scope,
        batch.kind,
        item,
        |delivery, call: CallUpdate<'a>, item| {
            let CallUpdate {
                id,
                from,
                caller_pn,
                status,
                date,
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
                meta: delivery.meta(&batch.scope, path, date),
                event: own(status),
                id: own(id),
                direction: Some(Direction::Inbound),
                from: from.map(|from| party::party(&from, &[], &[caller_pn.as_deref()])),
                to: batch.own.clone(),
                video: is_video,
                group: is_group,
                group_id: own(group_jid),
                status: None,
                start_at: None,
                end_at: None,
                duration: None,
                sdp_type: None,
                sdp: None,
                payload: None,
                callback_data: None,
                attachment: None,
                errors: Vec::new(),
                raw: delivery.raw(item.slice),
            }))
        },
    );
}
