//! What the page and the commands read.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use serde::Serialize;

use super::{Store, StoreError};

/// An event as the lists show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    pub id: i64,
    pub key: String,
    pub delivery: i64,
    pub received_at: i64,
    pub occurred_at: Option<i64>,
    pub endpoint: String,
    pub provider: String,
    pub kind: String,
    pub detail: String,
    pub message: Option<String>,
    pub state: String,
    pub tries: u32,
    pub settled_at: Option<i64>,
    pub note: Option<String>,
    #[serde(skip)]
    pub json: String,
}

/// Columns that [`line`] reads. What is too long for a line of a list is left out there: see [`whole`].
const LINE: &str = "id, key, delivery, received_at, occurred_at, endpoint, provider, kind, detail, message, state, \
     tries, settled_at, note, CASE WHEN length(json) < 20000 THEN json ELSE '' END";

/// The same with the whole event.
fn whole() -> String {
    LINE.replace(
        "CASE WHEN length(json) < 20000 THEN json ELSE '' END",
        "json",
    )
}

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        id: row.get(0)?,
        key: row.get(1)?,
        delivery: row.get(2)?,
        received_at: row.get(3)?,
        occurred_at: row.get(4)?,
        endpoint: row.get(5)?,
        provider: row.get(6)?,
        kind: row.get(7)?,
        detail: row.get(8)?,
        message: row.get(9)?,
        state: row.get(10)?,
        tries: row.get(11)?,
        settled_at: row.get(12)?,
        note: row.get(13)?,
        json: row.get(14)?,
    })
}

/// Which events; an absent part means any.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<String>,
    pub endpoint: Option<String>,
    pub state: Option<String>,
    pub detail: Option<String>,
    pub from: Option<i64>,
    pub to: Option<i64>,
    /// Only older ones than this id.
    pub before: Option<i64>,
}

impl Filter {
    /// The condition in SQL, and its values.
    fn sql(&self) -> (String, Vec<Value>) {
        let mut conditions = vec!["1"];
        let mut values = Vec::new();
        let texts = [
            ("kind = ?", &self.kind),
            ("endpoint = ?", &self.endpoint),
            ("state = ?", &self.state),
            ("detail = ?", &self.detail),
        ];
        for (condition, value) in texts {
            if let Some(value) = value {
                conditions.push(condition);
                values.push(Value::from(value.clone()));
            }
        }
        let numbers = [
            ("received_at >= ?", self.from),
            ("received_at < ?", self.to),
            ("id < ?", self.before),
        ];
        for (condition, value) in numbers {
            if let Some(value) = value {
                conditions.push(condition);
                values.push(Value::from(value));
            }
        }
        (conditions.join(" AND "), values)
    }
}

/// The body of a delivery.
#[derive(Clone, Debug)]
pub struct Body {
    pub id: i64,
    pub received_at: i64,
    pub endpoint: String,
    pub body: Vec<u8>,
    pub problem: Option<String>,
    pub secret_index: Option<i64>,
    pub repeats: i64,
}

/// How many events there are, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub deliveries: i64,
    pub parked: i64,
    pub events: i64,
    pub waiting: i64,
    pub dead: i64,
}

impl Store {
    /// Lists events, the newest first.
    pub async fn events(&self, filter: Filter, limit: u32) -> Result<Vec<Line>, StoreError> {
        self.read(move |connection| {
            let (condition, values) = filter.sql();
            let select = format!(
                "SELECT {LINE} FROM events WHERE {condition} ORDER BY id DESC LIMIT {limit}"
            );
            let mut select = connection.prepare_cached(&select)?;
            select.query_map(params_from_iter(values), line)?.collect()
        })
        .await
    }

    pub async fn event(&self, key: &str) -> Result<Option<Line>, StoreError> {
        let key = key.to_owned();
        self.read(move |connection| {
            let select = format!("SELECT {} FROM events WHERE key = ?1", whole());
            connection
                .prepare_cached(&select)?
                .query_row([key], line)
                .optional()
        })
        .await
    }

    /// Lists everything about a message, in the order in which it was received.
    pub async fn timeline(&self, message: &str) -> Result<Vec<Line>, StoreError> {
        let message = message.to_owned();
        self.read(move |connection| {
            let select =
                format!("SELECT {LINE} FROM events WHERE message = ?1 ORDER BY id LIMIT 200");
            let mut select = connection.prepare_cached(&select)?;
            select.query_map([message], line)?.collect()
        })
        .await
    }

    /// Lists the events that a delivery brought.
    pub async fn of_delivery(&self, delivery: i64) -> Result<Vec<Line>, StoreError> {
        self.read(move |connection| {
            let select =
                format!("SELECT {LINE} FROM events WHERE delivery = ?1 ORDER BY id LIMIT 200");
            let mut select = connection.prepare_cached(&select)?;
            select.query_map([delivery], line)?.collect()
        })
        .await
    }

    pub async fn body(&self, delivery: i64) -> Result<Option<Body>, StoreError> {
        self.read(move |connection| {
            bodies(connection, "id = ?1", delivery, 1).map(|mut found| found.pop())
        })
        .await
    }

    /// Lists bodies that could not be read, the newest first.
    pub async fn parked(&self, limit: u32) -> Result<Vec<Body>, StoreError> {
        self.read(move |connection| bodies(connection, "problem IS NOT NULL AND id > ?1", 0, limit))
            .await
    }

    pub async fn counts(&self) -> Result<Counts, StoreError> {
        self.read(|connection| {
            let select = "SELECT (SELECT count(*) FROM deliveries),
                (SELECT count(*) FROM deliveries WHERE problem IS NOT NULL),
                (SELECT count(*) FROM events),
                (SELECT count(*) FROM events WHERE state IN ('queued', 'retry')),
                (SELECT count(*) FROM events WHERE state = 'dead')";
            connection.prepare_cached(select)?.query_row((), |row| {
                Ok(Counts {
                    deliveries: row.get(0)?,
                    parked: row.get(1)?,
                    events: row.get(2)?,
                    waiting: row.get(3)?,
                    dead: row.get(4)?,
                })
            })
        })
        .await
    }

    /// Counts the rows of each minute since a time: deliveries, events, and deaths.
    pub async fn minutes(&self, since: i64) -> Result<[BTreeMap<i64, i64>; 3], StoreError> {
        self.read(move |connection| {
            let count = |select: &str| -> rusqlite::Result<BTreeMap<i64, i64>> {
                let mut select = connection.prepare_cached(select)?;
                select.query_map([since], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
            };
            Ok([
                count("SELECT received_at / 60000 AS minute, count(*) FROM deliveries WHERE received_at >= ?1 GROUP BY minute")?,
                count("SELECT received_at / 60000 AS minute, count(*) FROM events WHERE received_at >= ?1 GROUP BY minute")?,
                count("SELECT settled_at / 60000 AS minute, count(*) FROM events WHERE state = 'dead' AND settled_at >= ?1 GROUP BY minute")?,
            ])
        })
        .await
    }

    /// Lists the values that the filters offer.
    pub async fn choices(&self) -> Result<(Vec<String>, Vec<String>), StoreError> {
        self.read(|connection| {
            // Of the last events only: a list of all would read all of them.
            let distinct = |column: &str| -> rusqlite::Result<Vec<String>> {
                let select = format!(
                    "SELECT DISTINCT {column} FROM (SELECT {column} FROM events ORDER BY id DESC LIMIT 5000) ORDER BY 1"
                );
                connection.prepare_cached(&select)?.query_map((), |row| row.get(0))?.collect()
            };
            Ok((distinct("endpoint")?, distinct("kind")?))
        })
        .await
    }

    /// Counts the events that a replay would hand over again.
    pub async fn count(&self, filter: Filter) -> Result<i64, StoreError> {
        self.read(move |connection| {
            let (condition, values) = filter.sql();
            let select = format!("SELECT count(*) FROM events WHERE {condition}");
            connection.query_row(&select, params_from_iter(values), |row| row.get(0))
        })
        .await
    }

    /// Puts events into the queue again, marked as a replay, in their old order. Returns how many.
    pub async fn replay(
        &self,
        filter: Filter,
        action: super::actions::Action,
    ) -> Result<usize, StoreError> {
        self.write(move |connection| {
            let (condition, values) = filter.sql();
            let select = format!("SELECT id, lane FROM events WHERE {condition} ORDER BY id");
            let mut select = connection.prepare(&select)?;
            let rows = select.query_map(params_from_iter(values), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
            let rows: Vec<(i64, String)> = rows.collect::<Result<_, _>>()?;
            let mut queued =
                connection.prepare("UPDATE events SET state = 'queued' WHERE id = ?1")?;
            for (event, lane) in &rows {
                queued.execute([event])?;
                super::deliveries::enqueue(connection, *event, lane, true)?;
            }
            super::actions::record(connection, &action)?;
            Ok(rows.len())
        })
        .await
    }
}

fn bodies(
    connection: &Connection,
    condition: &str,
    value: i64,
    limit: u32,
) -> rusqlite::Result<Vec<Body>> {
    let select = format!(
        "SELECT id, received_at, endpoint, body, problem, secret_index, repeats FROM deliveries
         WHERE {condition} ORDER BY id DESC LIMIT ?2"
    );
    let mut select = connection.prepare_cached(&select)?;
    let rows = select.query_map(params![value, limit], |row| {
        Ok(Body {
            id: row.get(0)?,
            received_at: row.get(1)?,
            endpoint: row.get(2)?,
            body: row.get(3)?,
            problem: row.get(4)?,
            secret_index: row.get(5)?,
            repeats: row.get(6)?,
        })
    })?;
    rows.collect()
}
