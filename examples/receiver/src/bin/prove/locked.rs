//! Another process holds the lock of the database.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::json;
use tokio::time::sleep;

use super::Proof;
use super::bodies;
use super::process::Receiver;
use super::sender::Sender;
use super::sink::Sink;

/// Counts events.
pub fn count(data: &Path, condition: &str) -> rusqlite::Result<i64> {
    let connection = Connection::open(data)?;
    connection.busy_timeout(Duration::from_secs(2))?;
    connection.query_row(
        &format!("SELECT count(*) FROM events WHERE {condition}"),
        (),
        |row| row.get(0),
    )
}

pub async fn prove() -> Proof {
    let sink = Sink::start().await?;
    let mut receiver = Receiver::new(&sink, "sqlite", "")?;
    receiver.start_ready(&[]).await?;
    let sender = Sender::new(receiver.url())?;
    let mut sending = sender.full_speed("L", 4);
    sleep(Duration::from_millis(300)).await;
    let lock = Connection::open(receiver.data())?;
    lock.busy_timeout(Duration::from_secs(5))?;
    lock.execute_batch("BEGIN IMMEDIATE")?;
    let begin = Instant::now();
    // The answer comes all the same, in time, and asks to repeat.
    let status = sender.once(&bodies::message("L", 99, 1)).await;
    let took = begin.elapsed();
    if status != Some(503) || took > Duration::from_secs(3) {
        return Err(format!("answered with {status:?} after {took:?}, not with 503").into());
    }
    let ready = receiver.ready().await.ok_or("no answer")?;
    lock.execute_batch("ROLLBACK")?;
    if !sender
        .until_acknowledged(&bodies::message("L", 99, 1))
        .await
    {
        return Err("not acknowledged after the lock was gone".into());
    }
    sleep(Duration::from_millis(300)).await;
    sender
        .stop
        .store(true, std::sync::atomic::Ordering::Relaxed);
    while sending.join_next().await.is_some() {}
    receiver.drained().await?;
    receiver.stop().await?;
    let mut figures = sender.ledger.settle(&receiver.data(), &sink)?;
    figures["answered_503_after_ms"] = json!(took.as_millis());
    figures["ready_while_locked"] = json!(ready.0);
    if ready.0 == 200 {
        return Err("ready although nothing can be stored".into());
    }
    Ok(figures)
}
