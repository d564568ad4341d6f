//! What this worker holds of its partitions, by lane. Payloads beyond a number are let go of, and read again when it
//! is their turn: waiting costs little memory.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use async_nats::jetstream::message::Acker;
use bytes::Bytes;
use tokio::sync::Notify;

/// Bytes of payloads kept at most.
const KEPT: usize = 32 * 1024 * 1024;

/// Entries held at most, waiting ones included.
const HELD: usize = 200_000;

/// An entry that this worker holds.
#[derive(Clone)]
pub(super) struct Held {
    pub seq: u64,
    pub partition: u16,
    pub acker: std::sync::Arc<Acker>,
    pub payload: Option<Bytes>,
}

#[derive(Default)]
struct Lane {
    entries: VecDeque<Held>,
    due: Option<Instant>,
    leased: bool,
    tries: u32,
}

#[derive(Default)]
struct State {
    lanes: BTreeMap<String, Lane>,
    /// Lanes that nobody has, by when they are due.
    due: BTreeSet<(Instant, String)>,
    /// Entries that are held already: the broker may deliver one again.
    known: BTreeSet<u64>,
    kept: usize,
}

/// What this worker holds.
#[derive(Default)]
pub(super) struct Hub {
    state: Mutex<State>,
    pub more: Notify,
}

impl Hub {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_full(&self) -> bool {
        self.state().known.len() >= HELD
    }

    /// Adds an entry at the end of its lane.
    pub(super) fn add(&self, lane: &str, mut held: Held) {
        let mut state = self.state();
        if !state.known.insert(held.seq) {
            return;
        }
        let len = held.payload.as_ref().map_or(0, Bytes::len);
        if state.kept.saturating_add(len) > KEPT {
            held.payload = None;
        } else {
            state.kept += len;
        }
        let now = Instant::now();
        let entry = state.lanes.entry(lane.to_owned()).or_default();
        entry.entries.push_back(held);
        if entry.entries.len() == 1 && !entry.leased {
            entry.due = Some(now);
            state.due.insert((now, lane.to_owned()));
        }
        drop(state);
        self.more.notify_one();
    }

    /// Leases the first entry of lanes that are due: lane, entry, and which try it is.
    pub(super) fn take(&self, max: usize, now: Instant) -> Vec<(String, Held, u32)> {
        let mut state = self.state();
        let mut taken = Vec::new();
        while taken.len() < max {
            let Some((due, name)) = state.due.first().cloned() else {
                break;
            };
            if due > now {
                break;
            }
            state.due.remove(&(due, name.clone()));
            let Some(lane) = state.lanes.get_mut(&name) else {
                continue;
            };
            lane.due = None;
            if let Some(held) = lane.entries.front().cloned() {
                lane.leased = true;
                lane.tries = lane.tries.saturating_add(1);
                taken.push((name, held, lane.tries));
            }
        }
        taken
    }

    pub(super) fn next_due(&self) -> Option<Instant> {
        self.state().due.first().map(|(due, _)| *due)
    }

    /// Returns the first entry of a lane if it is still that one.
    pub(super) fn head(&self, lane: &str, seq: u64) -> Option<Held> {
        let state = self.state();
        let head = state.lanes.get(lane)?.entries.front()?;
        (head.seq == seq).then(|| head.clone())
    }

    /// Takes the first entry of a lane out, and lets the next one follow.
    pub(super) fn finish(&self, lane: &str, seq: u64) {
        let mut state = self.state();
        let Some(found) = state
            .lanes
            .get_mut(lane)
            .filter(|found| is_first(found, seq))
        else {
            return;
        };
        let freed = found
            .entries
            .pop_front()
            .and_then(|held| held.payload)
            .map_or(0, |payload| payload.len());
        found.leased = false;
        found.tries = 0;
        let is_empty = found.entries.is_empty();
        state.known.remove(&seq);
        state.kept = state.kept.saturating_sub(freed);
        if is_empty {
            state.lanes.remove(lane);
        } else {
            schedule(&mut state, lane, Instant::now());
        }
        drop(state);
        self.more.notify_one();
    }

    /// Lets the same entry be leased again later.
    pub(super) fn postpone(&self, lane: &str, seq: u64, due: Instant) {
        let mut state = self.state();
        let Some(found) = state
            .lanes
            .get_mut(lane)
            .filter(|found| is_first(found, seq))
        else {
            return;
        };
        found.leased = false;
        // While it waits, its payload need not.
        let freed = found
            .entries
            .front_mut()
            .and_then(|held| held.payload.take())
            .map_or(0, |payload| payload.len());
        state.kept = state.kept.saturating_sub(freed);
        schedule(&mut state, lane, due);
    }

    /// Ends a lease that did not come about; the try does not count.
    pub(super) fn give_back(&self, lane: &str, seq: u64, due: Instant) {
        let mut state = self.state();
        if let Some(found) = state
            .lanes
            .get_mut(lane)
            .filter(|found| is_first(found, seq))
        {
            found.leased = false;
            found.tries = found.tries.saturating_sub(1);
            schedule(&mut state, lane, due);
        }
    }

    /// Returns whether an entry of a partition is leased.
    pub(super) fn is_leased(&self, partition: u16) -> bool {
        let state = self.state();
        let of = |lane: &Lane| {
            lane.entries
                .front()
                .is_some_and(|held| held.partition == partition)
        };
        state.lanes.values().any(|lane| lane.leased && of(lane))
    }

    /// Keeps the lanes of a partition from being leased, or forgets them altogether.
    pub(super) fn drop_partition(&self, partition: u16, forget: bool) {
        let mut state = self.state();
        let State {
            lanes,
            due,
            known,
            kept,
        } = &mut *state;
        lanes.retain(|name, lane| {
            if lane
                .entries
                .front()
                .is_none_or(|held| held.partition != partition)
            {
                return true;
            }
            if let Some(at) = lane.due.take() {
                due.remove(&(at, name.clone()));
            }
            if !forget && lane.leased {
                // What follows the leased entry goes to the next owner.
                for held in lane.entries.drain(1..) {
                    known.remove(&held.seq);
                    *kept = kept.saturating_sub(held.payload.map_or(0, |payload| payload.len()));
                }
                return true;
            }
            for held in lane.entries.drain(..) {
                known.remove(&held.seq);
                *kept = kept.saturating_sub(held.payload.map_or(0, |payload| payload.len()));
            }
            false
        });
    }
}

fn is_first(lane: &Lane, seq: u64) -> bool {
    lane.entries.front().is_some_and(|held| held.seq == seq)
}

fn schedule(state: &mut State, lane: &str, due: Instant) {
    if let Some(found) = state.lanes.get_mut(lane) {
        found.due = Some(due);
        state.due.insert((due, lane.to_owned()));
    }
}
