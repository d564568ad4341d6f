//! What operators did, who they were and why.

use rusqlite::{Connection, params};
use serde::Serialize;

use super::{Store, StoreError};

/// An action of an operator.
#[derive(Clone, Debug, Serialize)]
pub struct Action {
    pub at: i64,
    pub who: String,
    pub what: String,
    pub why: String,
    /// What it was done to: a key, or a range.
    pub subject: String,
}

/// Records an action in the transaction that carries it out.
pub(crate) fn record(connection: &Connection, action: &Action) -> rusqlite::Result<()> {
    let insert = "INSERT INTO actions (at, who, what, why, subject) VALUES (?1, ?2, ?3, ?4, ?5)";
    let Action {
        at,
        who,
        what,
        why,
        subject,
    } = action;
    connection
        .prepare_cached(insert)?
        .execute(params![at, who, what, why, subject])
        .map(drop)
}

impl Store {
    pub async fn record(&self, action: Action) -> Result<(), StoreError> {
        self.write(move |connection| record(connection, &action))
            .await
    }

    /// Lists the last actions, the newest first.
    pub async fn actions(&self, limit: u32) -> Result<Vec<Action>, StoreError> {
        self.read(move |connection| {
            let mut select = connection.prepare_cached(
                "SELECT at, who, what, why, subject FROM actions ORDER BY id DESC LIMIT ?1",
            )?;
            let rows = select.query_map([limit], |row| {
                Ok(Action {
                    at: row.get(0)?,
                    who: row.get(1)?,
                    what: row.get(2)?,
                    why: row.get(3)?,
                    subject: row.get(4)?,
                })
            })?;
            rows.collect()
        })
        .await
    }
}
