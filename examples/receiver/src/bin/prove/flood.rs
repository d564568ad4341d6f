//! Whoever cannot sign leaves nothing behind.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use rusqlite::Connection;
use serde_json::json;
use tokio::task::JoinSet;

use super::Proof;
use super::bodies::{self, Body};
use super::process::Receiver;
use super::sender::Sender;
use super::sink::Sink;

pub async fn prove(requests: u32) -> Proof {
    let sink = Sink::start().await?;
    let mut receiver = Receiver::new(&sink, "sqlite", "refused_per_minute = 500\n")?;
    receiver.start_ready(&[]).await?;
    let forger = Sender::with_secret(receiver.url(), "a guessed secret")?;
    let mut tasks = JoinSet::new();
    for task in 0..16 {
        let forger = forger.clone();
        tasks.spawn(async move {
            let mut statuses: BTreeMap<Option<u16>, u32> = BTreeMap::new();
            for number in 0..requests / 16 {
                let status = forger.once(&bodies::message("F", task, number)).await;
                *statuses.entry(status).or_default() += 1;
            }
            statuses
        });
    }
    let mut statuses: BTreeMap<u16, u32> = BTreeMap::new();
    while let Some(done) = tasks.join_next().await {
        for (status, count) in done? {
            *statuses.entry(status.unwrap_or(0)).or_default() += count;
        }
    }
    let connection = Connection::open(receiver.data())?;
    let rows = "SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM events) + (SELECT count(*) FROM keys)";
    let rows: i64 = connection.query_row(rows, (), |row| row.get(0))?;
    if rows != 0 || statuses.keys().any(|status| ![401, 429].contains(status)) {
        return Err(format!("{rows} rows, answers {statuses:?}").into());
    }
    receiver.kill().await?;
    receiver.start_ready(&[]).await?;
    // An unreadable body of who can sign is parked, not refused.
    let sender = Sender::new(receiver.url())?;
    let unreadable = Body {
        bytes: b"{\"object\":\"\0".to_vec(),
        keys: Vec::new(),
    };
    let parked = sender.once(&unreadable).await;
    let kept: (i64, Vec<u8>) = connection.query_row(
        "SELECT count(*), body FROM deliveries WHERE problem IS NOT NULL",
        (),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if parked != Some(200) || kept != (1, unreadable.bytes) {
        return Err(format!("an unreadable body is answered with {parked:?}").into());
    }
    sender.stop.store(true, Ordering::Relaxed);
    receiver.stop().await?;
    Ok(json!({"answers": statuses, "rows": rows, "parked": kept.0}))
}
