//! Leases: the first event of each lane.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::entry::Entry;
use crate::queue::Leased;

/// Columns that [`entry`] reads, from `events e`.
pub(crate) const ENTRY: &str = "e.key, e.endpoint, e.provider, e.kind, e.detail, e.lane, e.message, e.status, \
     e.occurred_at, e.json, e.received_at";

/// Number of [`ENTRY`]'s columns.
const WIDTH: usize = 11;

pub(crate) fn entry(row: &Row<'_>) -> rusqlite::Result<(Entry, i64)> {
    let entry = Entry {
        key: row.get(0)?,
        endpoint: row.get(1)?,
        provider: row.get(2)?,
        kind: row.get(3)?,
        detail: row.get(4)?,
        lane: row.get(5)?,
        message: row.get(6)?,
        status: row.get(7)?,
        occurred_at: row.get(8)?,
        json: row.get(9)?,
    };
    Ok((entry, row.get(10)?))
}

/// Leases the first event of up to `max` lanes that are due.
pub(crate) fn lease(
    connection: &Connection,
    now: i64,
    max: usize,
) -> rusqlite::Result<Vec<Leased>> {
    let mut lanes = due(
        connection,
        "due_at > 0 AND due_at <= ?1",
        now,
        max.div_ceil(2),
    )?;
    // The other half at least is for lanes that had no turn yet: those that wait for another try cannot crowd them out,
    // nor the reverse.
    let rest = max.saturating_sub(lanes.len());
    lanes.extend(due(connection, "due_at = 0 AND ?1 IS NOT NULL", now, rest)?);
    let first = format!(
        "SELECT {ENTRY}, q.seq, q.replay, s.status FROM queue q JOIN events e ON e.id = q.event
         LEFT JOIN statuses s ON s.lane = q.lane WHERE q.lane = ?1 ORDER BY q.seq LIMIT 1"
    );
    let mut first = connection.prepare_cached(&first)?;
    let mut mark = connection
        .prepare_cached("UPDATE lanes SET leased = 1, tries = tries + 1 WHERE lane = ?1")?;
    let mut leased = Vec::with_capacity(lanes.len());
    for (lane, tries) in lanes {
        let read = |row: &Row<'_>| {
            let (entry, received_at) = entry(row)?;
            Ok(Leased {
                seq: row.get(WIDTH)?,
                entry,
                tries: tries.saturating_add(1),
                received_at,
                replay: row.get(WIDTH + 1)?,
                current_status: row.get(WIDTH + 2)?,
            })
        };
        match first.query_row([&lane], read).optional()? {
            Some(item) => {
                mark.execute([&lane])?;
                leased.push(item);
            }
            None => close(connection, &lane)?,
        }
    }
    Ok(leased)
}

fn due(
    connection: &Connection,
    condition: &str,
    now: i64,
    max: usize,
) -> rusqlite::Result<Vec<(String, u32)>> {
    let select = format!(
        "SELECT lane, tries FROM lanes WHERE leased = 0 AND {condition} ORDER BY due_at LIMIT ?2"
    );
    let mut select = connection.prepare_cached(&select)?;
    let max = i64::try_from(max).unwrap_or(i64::MAX);
    let lanes = select.query_map(params![now, max], |row| Ok((row.get(0)?, row.get(1)?)))?;
    lanes.collect()
}

/// Takes an entry out of the queue and lets the next one of its lane follow.
pub(crate) fn finish(
    connection: &Connection,
    seq: u64,
    lane: &str,
    now: i64,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM queue WHERE seq = ?1")?
        .execute([seq])?;
    let more = "SELECT 1 FROM queue WHERE lane = ?1 LIMIT 1";
    let more = connection.prepare_cached(more)?.exists([lane])?;
    if !more {
        return close(connection, lane);
    }
    let next = "UPDATE lanes SET leased = 0, tries = 0, due_at = ?2 WHERE lane = ?1";
    connection
        .prepare_cached(next)?
        .execute(params![lane, now])
        .map(drop)
}

/// Lets the same entry be leased again later.
pub(crate) fn postpone(connection: &Connection, lane: &str, due_at: i64) -> rusqlite::Result<()> {
    let update = "UPDATE lanes SET leased = 0, due_at = ?2 WHERE lane = ?1";
    connection
        .prepare_cached(update)?
        .execute(params![lane, due_at])
        .map(drop)
}

pub(crate) fn close(connection: &Connection, lane: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM lanes WHERE lane = ?1")?
        .execute([lane])
        .map(drop)
}

/// Ends all leases: their worker has ended. No wait may be longer than the longest one, whatever the clock was.
pub(crate) fn take_up(connection: &Connection, latest: i64) -> rusqlite::Result<usize> {
    connection.execute("UPDATE lanes SET due_at = 0 WHERE tries = 0", ())?;
    connection.execute("UPDATE lanes SET due_at = ?1 WHERE due_at > ?1", [latest])?;
    connection.execute("UPDATE lanes SET leased = 0 WHERE leased = 1", ())
}
