//! The handler hangs for one chat, and fails for all: the provider notices neither.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::time::sleep;

use super::Proof;
use super::bodies;
use super::process::Receiver;
use super::sender::Sender;
use super::sink::Sink;

const SETTINGS: &str =
    "[worker]\ntries = 4\nbackoff = 100\nlongest_backoff = 400\ntimeout = \"1s\"\n";

pub async fn prove() -> Proof {
    let sink = Sink::start().await?;
    let mut receiver = Receiver::new(&sink, "sqlite", SETTINGS)?;
    receiver.start_ready(&[]).await?;
    let sender = Sender::new(receiver.url())?;
    sink.hang("7", true);
    let mut slowest = Duration::ZERO;
    for number in 1..=30 {
        for chat in [7, 8, 9] {
            let begin = Instant::now();
            if sender.once(&bodies::message("H", chat, number)).await != Some(200) {
                return Err("a hanging handler reached the provider".into());
            }
            slowest = slowest.max(begin.elapsed());
        }
    }
    // The other chats go on while the first event of this one is tried.
    let begin = Instant::now();
    let others = || async { sink.keys().len() >= 60 };
    receiver.wait_for(others, "the other chats").await?;
    let others = begin.elapsed();
    if others > Duration::from_secs(5) {
        return Err(format!("the other chats were held for {others:?}").into());
    }
    // It is given up after its tries, and the next one has its turn.
    let dead = || async {
        receiver
            .metric("receiver_dead_letters")
            .await
            .is_some_and(|dead| dead >= 1.0)
    };
    receiver.wait_for(dead, "the dead letter").await?;
    sink.hang("7", false);
    receiver.drained().await?;
    let dead = super::locked::count(&receiver.data(), "state = 'dead'")?;
    let key = bodies::message("H", 7, 1).keys.remove(0);
    let retry = [
        "dead",
        "retry",
        &key,
        "--who",
        "prove",
        "--why",
        "the handler is well again",
    ];
    let retried = receiver.command(&retry)?.status().await?;
    let none = receiver
        .command(&["dead", "retry", "nobody", "--why", "x"])?
        .status()
        .await?;
    if !retried.success() || none.code() != Some(4) {
        return Err(format!("`dead retry` ended with {retried} and {none}").into());
    }
    sleep(Duration::from_millis(700)).await;
    receiver.drained().await?;
    sender.stop.store(true, Ordering::Relaxed);
    receiver.stop().await?;
    let handled = sink.keys();
    if !handled.contains_key(&key) || handled.len() + usize::try_from(dead)? - 1 != 90 {
        return Err(format!("{} handled, {dead} dead", handled.len()).into());
    }
    Ok(json!({
        "acknowledged": sender.ledger.len(),
        "slowest_answer_ms": slowest.as_millis(),
        "other_chats_done_after_ms": others.as_millis(),
        "dead": dead,
        "handled": handled.len(),
    }))
}
