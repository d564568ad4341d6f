//! Tables and settings.

use rusqlite::Connection;

/// One step for each version; only ever appended to.
const STEPS: &[&str] = &["
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO about VALUES ('id', lower(hex(randomblob(8))));

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    provider TEXT NOT NULL,
    body BLOB NOT NULL,
    -- NULL for a body that was read; else why not: such a body is parked.
    problem TEXT,
    secret_index INTEGER,
    repeats INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX deliveries_received ON deliveries (received_at);
CREATE INDEX deliveries_parked ON deliveries (id) WHERE problem IS NOT NULL;

-- The newest key comes last: an index in the order of time grows at one end only.
CREATE TABLE keys (
    key TEXT PRIMARY KEY,
    delivery INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX keys_at ON keys (at);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    delivery INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    occurred_at INTEGER,
    endpoint TEXT NOT NULL,
    provider TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    lane TEXT NOT NULL,
    message TEXT,
    status TEXT,
    json TEXT NOT NULL,
    -- queued, retry, done, superseded, dead, purged
    state TEXT NOT NULL DEFAULT 'queued',
    tries INTEGER NOT NULL DEFAULT 0,
    settled_at INTEGER,
    note TEXT
);
CREATE UNIQUE INDEX events_key ON events (key);
CREATE INDEX events_message ON events (message) WHERE message IS NOT NULL;
CREATE INDEX events_received ON events (received_at);
CREATE INDEX events_delivery ON events (delivery);
CREATE INDEX events_dead ON events (settled_at) WHERE state = 'dead';
CREATE INDEX events_open ON events (state) WHERE state IN ('queued', 'retry');

-- What is not handled yet, in order. With NATS: what is not published yet.
CREATE TABLE queue (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    event INTEGER NOT NULL,
    lane TEXT NOT NULL,
    replay INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX queue_lane ON queue (lane, seq);

-- One row for each lane with something in the queue.
CREATE TABLE lanes (
    lane TEXT PRIMARY KEY,
    due_at INTEGER NOT NULL,
    leased INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX lanes_due ON lanes (leased, due_at);

-- The status of each message that no other supersedes.
CREATE TABLE statuses (
    lane TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

-- What this version does not know, by day since 1970.
CREATE TABLE findings (
    provider TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    place TEXT NOT NULL,
    word TEXT NOT NULL,
    day INTEGER NOT NULL,
    count INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    delivery INTEGER NOT NULL,
    PRIMARY KEY (provider, kind, topic, place, word, day)
) WITHOUT ROWID;

CREATE TABLE actions (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    why TEXT NOT NULL,
    subject TEXT NOT NULL
);
"];

pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    // Before the first table, or it has no effect.
    connection.execute_batch("PRAGMA auto_vacuum = INCREMENTAL")?;
    connection.query_row("PRAGMA journal_mode = WAL", (), |_| Ok(()))?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = OFF;
         PRAGMA cache_size = -16000;
         PRAGMA temp_store = MEMORY;",
    )?;
    connection.query_row("PRAGMA journal_size_limit = 67108864", (), |_| Ok(()))?;
    let version: usize = connection.query_row("PRAGMA user_version", (), |row| row.get(0))?;
    for (index, step) in STEPS.iter().enumerate().skip(version) {
        let next = index + 1;
        connection.execute_batch(&format!(
            "BEGIN IMMEDIATE; {step} PRAGMA user_version = {next}; COMMIT;"
        ))?;
    }
    Ok(())
}
