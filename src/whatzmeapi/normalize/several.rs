//! Answers and reactions that stand in a list of one update.

use super::parts::Parts;
use super::{Batch, poll, update};
use crate::collector::{Collector, Item, Scope};
use crate::event::Event;
use crate::json;
use crate::json::RawSlice;
use crate::path::element;
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::{Key, PollTally, Reaction};

/// Bytes that an element takes at least, so that events cannot outgrow their body.
const MIN_BYTES: usize = 64;

/// How many events beyond the first one an item of this size can give.
pub(super) fn most(item: &Item<'_>) -> usize {
    let bytes = item.slice.as_str().len();
    bytes.checked_div(MIN_BYTES).unwrap_or_default()
}

/// The message that all elements are about.
pub(super) struct About<'b, 'a> {
    pub(super) batch: &'b Batch<'b>,
    pub(super) scope: &'b Scope,
    pub(super) key: &'b Key<'a>,
    /// Place of the list in the item.
    pub(super) place: &'static str,
    pub(super) at: Option<Timestamp>,
}

impl About<'_, '_> {
    /// The first event is the item's, the others are of their elements. `None` where no element says anything.
    pub(super) fn events<'i>(
        &self,
        collector: &Collector<'_>,
        list: &[RawSlice<'i>],
        item: &mut Item<'i>,
        rest: &mut Vec<Event>,
    ) -> Option<Event> {
        let id = || self.key.id.clone().map(MessageId::from);
        let is_vote = self.place.ends_with("pollUpdates");
        if let Some(content) = poll::counted(id(), list).filter(|_| is_vote) {
            let parts = Parts {
                key: Key {
                    remote_jid: self.key.remote_jid.clone(),
                    ..Key::default()
                },
                content: Some(content),
                occurred_at: self.at,
                ..Parts::default()
            };
            return Some(parts.event(collector, self.batch, self.scope, item));
        }
        let path = item.path.clone();
        let mut first = None;
        let most = most(item);
        for (index, &slice) in list.iter().enumerate().take(most) {
            let mut of_element = Item {
                slice,
                path: String::new(),
            };
            let place = if first.is_none() {
                &mut *item
            } else {
                of_element.path = element(&path, self.place, index);
                &mut of_element
            };
            let event = if is_vote {
                self.vote(collector, slice, place)
            } else {
                self.reaction(collector, slice, place)
            };
            if first.is_none() {
                first = event;
            } else {
                rest.extend(event);
            }
        }
        first
    }

    fn vote(
        &self,
        collector: &Collector<'_>,
        slice: RawSlice<'_>,
        item: &mut Item<'_>,
    ) -> Option<Event> {
        let PollTally {
            poll_update_message_key,
            vote,
            sender_timestamp_ms,
            name: _,
            voters: _,
        } = json::read(slice).ok()?;
        let carrier = poll_update_message_key?;
        let poll_id = self.key.id.clone().map(MessageId::from);
        let parts = Parts {
            id: carrier.id.clone().map(MessageId::from),
            key: Key {
                remote_jid: carrier.remote_jid.or_else(|| self.key.remote_jid.clone()),
                ..carrier
            },
            content: Some(poll::voted(poll_id, vote, None)),
            occurred_at: sender_timestamp_ms.or(self.at),
            ..Parts::default()
        };
        Some(parts.event(collector, self.batch, self.scope, item))
    }

    fn reaction(
        &self,
        collector: &Collector<'_>,
        slice: RawSlice<'_>,
        item: &mut Item<'_>,
    ) -> Option<Event> {
        let reaction: Reaction<'_> = json::read(slice).ok()?;
        reaction.key.as_ref()?;
        let key = self.key.clone();
        Some(update::reacted(
            collector, self.batch, self.scope, key, reaction, item,
        ))
    }
}
