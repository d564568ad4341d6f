//! One element of a list of messages or updates, while the rules read it.

use std::borrow::Cow;

use super::batch::Batch;
use super::direction::Draft;
use super::elements;
use super::go;
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::Event;
use crate::json::{self, RawSlice};
use crate::types::Timestamp;
use crate::whatzmeapi::payload::{Key, WebMessage};

/// Kind of the elements of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// Messages; the keys of an element determine whether it is an update instead.
    Messages,
    /// Updates; the keys of an element determine whether it is a message instead.
    Updates,
    /// Statuses of messages; an element without one is empty.
    Statuses,
    /// Keys of messages that were deleted.
    Deletions,
    /// Edits: a `protocolMessage` without the message around it.
    Edits,
}

/// An item that is being read.
pub(super) struct Reading<'c, 'b, 'a> {
    pub(super) collector: &'c mut Collector<'b>,
    pub(super) batch: &'c Batch<'c>,
    pub(super) scope: Cow<'c, Scope>,
    pub(super) list: List,
    /// Key of the message, collected from all places of its parts.
    pub(super) key: Key<'a>,
    /// All other keys of the item.
    pub(super) wire: WebMessage<'a>,
    item: Item<'a>,
    /// Whether an event has the bytes of the item.
    is_told: bool,
}

impl<'c, 'b, 'a> Reading<'c, 'b, 'a> {
    /// Takes an item and its keys.
    pub(super) fn new(
        collector: &'c mut Collector<'b>,
        batch: &'c Batch<'c>,
        list: List,
        item: Item<'a>,
        mut wire: WebMessage<'a>,
    ) -> Self {
        Self {
            collector,
            batch,
            scope: batch.scope(wire.instance_id.take()),
            list,
            key: key(item.slice, &mut wire, batch),
            wire,
            item,
            is_told: false,
        }
    }

    /// The status that the item reports, as received.
    pub(super) fn state(&self) -> Option<&str> {
        let change = self.wire.update.as_deref();
        let state = change.and_then(|change| change.status.as_deref());
        state.or(self.wire.status.as_deref())
    }

    /// Whether the message has a new content.
    pub(super) fn has_new_content(&self) -> bool {
        let message = self.wire.update.as_deref().and_then(|it| it.message);
        message.is_some_and(|message| message.is_object())
    }

    /// Time of the change.
    pub(super) fn changed_at(&self) -> Option<Timestamp> {
        self.updated_at().or(self.wire.message_timestamp)
    }

    /// Time of the change according to the update itself.
    pub(super) fn updated_at(&self) -> Option<Timestamp> {
        let change = self.wire.update.as_deref();
        let changed_at = change.and_then(|change| change.message_timestamp);
        (changed_at.or(self.wire.date_time)).or(self.wire.timestamp)
    }

    /// Whether the item has returned an event.
    pub(super) fn is_read(&self) -> bool {
        self.is_told
    }

    /// Place and bytes of the item, for one event of it; where there is one already, `part` says which this is.
    pub(super) fn item(&mut self, part: &str) -> Item<'a> {
        let path = if self.is_told {
            self.item.path.join(part)
        } else {
            self.item.path.clone()
        };
        self.is_told = true;
        Item {
            slice: self.item.slice,
            path,
        }
    }

    pub(super) fn push(&mut self, event: impl Into<Event>) {
        self.collector.push(event);
    }

    /// Converts the item to a message.
    pub(super) fn push_message(&mut self, draft: Draft<'_>) {
        let item = self.item("");
        self.push_draft(draft, item);
    }

    /// Converts each element of a list in the item to a message. The first one has the path of the item, unless that
    /// has an event already. `draft` returns `None` for an empty element.
    pub(super) fn push_elements(
        &mut self,
        list: &str,
        values: &[RawSlice<'a>],
        mut draft: impl FnMut(RawSlice<'a>) -> Option<Draft<'a>>,
    ) {
        let Self {
            collector,
            batch,
            scope,
            item,
            is_told,
            ..
        } = self;
        for (nth, value) in (1..).zip(values) {
            // What is not read stands in the bytes of the item.
            if nth > 1 && !collector.charge() {
                return;
            }
            let value = Item {
                slice: *value,
                path: item.path.key(list, nth),
            };
            elements::each(collector, scope, batch.kind, value, |collector, element| {
                let Some(draft) = draft(element.slice) else {
                    return;
                };
                let element = if *is_told { element } else { item.clone() };
                *is_told = true;
                let event = draft.event(collector, batch, scope, element);
                collector.push(event);
            });
        }
    }

    pub(super) fn push_draft(&mut self, draft: Draft<'_>, item: Item<'_>) {
        let event = draft.event(self.collector, self.batch, &self.scope, item);
        self.push(event);
    }

    /// Converts the item to an event with only its bytes.
    pub(super) fn push_unknown(&mut self, occurred_at: Option<Timestamp>) {
        let item = self.item("");
        let kind = self.batch.kind;
        self.collector.unknown(&self.scope, kind, item, occurred_at);
    }

    /// Converts the item to an event with the reason why it cannot be read.
    pub(super) fn push_malformed(&mut self, problem: &Problem) {
        let item = self.item("");
        let Batch { scope, kind, .. } = self.batch;
        self.collector.malformed(scope, kind, item, None, problem);
    }
}

impl Key<'_> {
    /// The key of a message: `false` is what the format leaves out.
    pub(super) fn by_default(self) -> Self {
        Self {
            from_me: self.from_me.or(Some(false)),
            ..self
        }
    }
}

impl Key<'_> {
    /// Whether the author has an anonymous ID, of which the key says no number.
    fn is_anonymous(&self) -> bool {
        let forms = [
            &self.remote_jid_alt,
            &self.participant_alt,
            &self.participant_pn,
            &self.sender_pn,
        ];
        let author = self.participant.as_deref().or(self.remote_jid.as_deref());
        author.is_some_and(|jid| jid.ends_with("lid")) && forms.into_iter().all(Option::is_none)
    }

    /// Adds the other forms of the IDs, where a gateway puts them next to the key.
    fn add(&mut self, beside: Self) {
        self.remote_jid_alt = beside.remote_jid_alt;
        self.participant_alt = beside.participant_alt;
        self.participant_pn = beside.participant_pn;
        self.cleaned_sender_pn = self.cleaned_sender_pn.take().or(beside.cleaned_sender_pn);
        self.cleaned_participant_pn =
            (self.cleaned_participant_pn.take()).or(beside.cleaned_participant_pn);
    }
}

/// The key of the message, collected from all places of its parts.
pub(super) fn key<'a>(item: RawSlice<'a>, wire: &mut WebMessage<'a>, batch: &Batch<'_>) -> Key<'a> {
    let key = wire.key.take();
    if let (None, Some(info)) = (&key, wire.info) {
        return go::key(info, wire);
    }
    let mut key = key.unwrap_or_default();
    // Most keys say it all themselves.
    if key.is_anonymous() {
        let beside: Key<'a> = json::read(item).unwrap_or_default();
        key.add(beside);
    }
    Key {
        id: key.id.or(wire.key_id.take()).or(wire.id.take()),
        from_me: (key.from_me)
            .or(wire.key_from_me)
            .or(wire.from_me)
            .or(batch.from_me),
        remote_jid: (key.remote_jid)
            .or(wire.key_remote_jid.take())
            .or(wire.remote_jid.take()),
        remote_jid_alt: key.remote_jid_alt.or(wire.key_lid.take()),
        participant: (key.participant)
            .or(wire.key_participant.take())
            .or(wire.participant.take()),
        participant_lid: key.participant_lid.or(wire.key_participant_lid.take()),
        sender_pn: key.sender_pn.or(wire.sender_pn.take()),
        ..key
    }
}
