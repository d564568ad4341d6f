//! What became of events.

use rusqlite::{Connection, OptionalExtension, params};

use crate::entry::supersedes;
use crate::queue::{Outcome, Settled};

/// Writes the outcome of a try to the row of its event. A replay that fails does not undo what was done.
pub(crate) fn write(connection: &Connection, settled: &Settled) -> rusqlite::Result<()> {
    let update =
        "UPDATE events SET state = ?2, tries = ?3, settled_at = ?4, note = ?5 WHERE key = ?1";
    let note = match (settled.leased.replay, settled.outcome.reason()) {
        (true, Some(reason)) => Some(format!("replay: {reason}")),
        (true, None) => Some("replay".into()),
        (false, reason) => reason.map(str::to_owned),
    };
    connection.prepare_cached(update)?.execute(params![
        settled.leased.entry.key,
        settled.outcome.state(),
        settled.leased.tries,
        settled.at,
        note,
    ])?;
    Ok(())
}

/// Remembers the status of a message that was handled, unless a later one is known.
pub(crate) fn remember_status(connection: &Connection, settled: &Settled) -> rusqlite::Result<()> {
    let entry = &settled.leased.entry;
    let (Some(status), Outcome::Done) = (&entry.status, &settled.outcome) else {
        return Ok(());
    };
    let find = "SELECT status FROM statuses WHERE lane = ?1";
    let known: Option<String> = connection
        .prepare_cached(find)?
        .query_row([&entry.lane], |row| row.get(0))
        .optional()?;
    if known.is_some_and(|known| !supersedes(status, &known)) {
        return Ok(());
    }
    let keep = "INSERT INTO statuses (lane, status, at) VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET status = ?2, at = ?3";
    connection
        .prepare_cached(keep)?
        .execute(params![entry.lane, status, settled.at])
        .map(drop)
}
