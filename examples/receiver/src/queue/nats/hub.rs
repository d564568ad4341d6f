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

/// Numbers of entries with their tries.
pub(super) type Tries = BTreeMap<u64, u32>;

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
    /// Number of the lease, while it is leased.
    leased: Option<u64>,
    tries: u32,
}

#[derive(Default)]
struct State {
    lanes: BTreeMap<String, Lane>,
    /// Lanes that nobody has, by when they are due.
    due: BTreeSet<(Instant, String)>,
    /// Entries that are held already: the broker may deliver one again.
    known: BTreeSet<u64>,
    /// Tries of the entries that are leased, by partition and number.
    in_work: BTreeMap<(u16, u64), u32>,
    /// Tries of entries before their partition was taken over.
    earlier: BTreeMap<(u16, u64), u32>,
    kept: usize,
    leases: u64,
}

impl State {
    /// Returns a lane if that lease still holds.
    fn leased(&mut self, lane: &str, lease: u64) -> Option<&mut Lane> {
        let lane = self.lanes.get_mut(lane)?;
        (lane.leased == Some(lease)).then_some(lane)
    }

    /// Ends a lease, and returns its lane if it still held.
    fn end(&mut self, lane: &str, lease: u64) -> Option<&mut Lane> {
        let lane = self.lanes.get_mut(lane)?;
        if lane.leased != Some(lease) {
            return None;
        }
        lane.leased = None;
        if let Some(held) = lane.entries.front() {
            self.in_work.remove(&(held.partition, held.seq));
        }
        Some(lane)
    }
}

/// The first entry of a lane, leased.
pub(super) struct Head {
    pub lane: String,
    pub held: Held,
    pub tries: u32,
    /// Tells this lease from others of the same entry: a partition may be lost and come back.
    pub lease: u64,
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

    /// Counts on from the tries that entries of a partition had when it was taken over.
    pub(super) fn count_from(&self, partition: u16, tries: Tries) {
        let tries = tries
            .into_iter()
            .map(|(seq, tries)| ((partition, seq), tries));
        self.state().earlier.extend(tries);
    }

    /// Returns the tries of the entries of a partition that are leased.
    pub(super) fn in_work(&self, partition: u16) -> Tries {
        let state = self.state();
        let of = state.in_work.range((partition, 0)..=(partition, u64::MAX));
        of.map(|((_, seq), tries)| (*seq, *tries)).collect()
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
        if entry.entries.len() == 1 && entry.leased.is_none() {
            entry.due = Some(now);
            state.due.insert((now, lane.to_owned()));
        }
        drop(state);
        self.more.notify_one();
    }

    /// Leases the first entry of lanes that are due.
    pub(super) fn take(&self, max: usize, now: Instant) -> Vec<Head> {
        let mut state = self.state();
        let state = &mut *state;
        let mut taken = Vec::new();
        while taken.len() < max {
            let Some((due, name)) = state.due.first().cloned() else {
                break;
            };
            if due > now {
                break;
            }
            state.due.remove(&(due, name.clone()));
            state.leases += 1;
            let lease = state.leases;
            let Some(lane) = state.lanes.get_mut(&name) else {
                continue;
            };
            lane.due = None;
            if let Some(held) = lane.entries.front().cloned() {
                let entry = (held.partition, held.seq);
                let earlier = state.earlier.remove(&entry).unwrap_or(0);
                lane.leased = Some(lease);
                lane.tries = lane.tries.max(earlier).saturating_add(1);
                let tries = lane.tries;
                state.in_work.insert(entry, tries);
                taken.push(Head {
                    lane: name,
                    held,
                    tries,
                    lease,
                });
            }
        }
        taken
    }

    pub(super) fn next_due(&self) -> Option<Instant> {
        self.state().due.first().map(|(due, _)| *due)
    }

    /// Returns the first entry of a lane if that lease still holds.
    pub(super) fn head(&self, lane: &str, lease: u64) -> Option<Held> {
        let mut state = self.state();
        state.leased(lane, lease)?.entries.front().cloned()
    }

    /// Takes the first entry of a lane out, and lets the next one follow.
    pub(super) fn finish(&self, lane: &str, lease: u64) {
        let mut state = self.state();
        let Some(found) = state.end(lane, lease) else {
            return;
        };
        let done = found.entries.pop_front();
        found.tries = 0;
        let is_empty = found.entries.is_empty();
        if let Some(done) = &done {
            state.known.remove(&done.seq);
        }
        let freed = done
            .and_then(|held| held.payload)
            .map_or(0, |payload| payload.len());
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
    pub(super) fn postpone(&self, lane: &str, lease: u64, due: Instant) {
        let mut state = self.state();
        let Some(found) = state.end(lane, lease) else {
            return;
        };
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
    pub(super) fn give_back(&self, lane: &str, lease: u64, due: Instant) {
        let mut state = self.state();
        if let Some(found) = state.end(lane, lease) {
            found.tries = found.tries.saturating_sub(1);
            schedule(&mut state, lane, due);
        }
    }

    /// Returns whether an entry of a partition is leased.
    pub(super) fn is_leased(&self, partition: u16) -> bool {
        !self.in_work(partition).is_empty()
    }

    /// Keeps the lanes of a partition from being leased, or forgets them altogether.
    pub(super) fn drop_partition(&self, partition: u16, forget: bool) {
        let mut state = self.state();
        let State {
            lanes,
            due,
            known,
            kept,
            in_work,
            earlier,
            ..
        } = &mut *state;
        earlier.retain(|(of, _), _| *of != partition);
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
            if !forget && lane.leased.is_some() {
                // What follows the leased entry goes to the next owner.
                for held in lane.entries.drain(1..) {
                    known.remove(&held.seq);
                    *kept = kept.saturating_sub(held.payload.map_or(0, |payload| payload.len()));
                }
                return true;
            }
            for held in lane.entries.drain(..) {
                known.remove(&held.seq);
                in_work.remove(&(partition, held.seq));
                *kept = kept.saturating_sub(held.payload.map_or(0, |payload| payload.len()));
            }
            false
        });
    }
}

fn schedule(state: &mut State, lane: &str, due: Instant) {
    if let Some(found) = state.lanes.get_mut(lane) {
        found.due = Some(due);
        state.due.insert((due, lane.to_owned()));
    }
}
