//! The largest delivery that Meta sends.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use serde_json::json;

use super::Proof;
use super::bodies::{self, Body};
use super::process::Receiver;
use super::sender::Sender;
use super::sink::Sink;

const LARGEST: usize = 3 * 1024 * 1024;

/// Time for the answer. The short form runs without optimisation, on busy machines.
fn limit(strict: bool) -> Duration {
    Duration::from_secs(if strict { 2 } else { 8 })
}

pub async fn prove(strict: bool) -> Proof {
    let sink = Sink::start().await?;
    let mut receiver = Receiver::new(&sink, "sqlite", "")?;
    receiver.start_ready(&[]).await?;
    let sender = Sender::new(receiver.url())?;
    let body = bodies::history("X", LARGEST - 1_000);
    let begin = Instant::now();
    let status = sender.once(&body).await;
    let took = begin.elapsed();
    if status != Some(200) || took > limit(strict) {
        return Err(format!("answered with {status:?} after {took:?}").into());
    }
    // The same again changes nothing.
    if sender.once(&body).await != Some(200) {
        return Err("the repeat is refused".into());
    }
    let longer = Body {
        bytes: vec![b' '; LARGEST + 128 * 1024],
        keys: Vec::new(),
    };
    if sender.once(&longer).await != Some(413) {
        return Err("what is too large is not answered with 413".into());
    }
    receiver.drained().await?;
    let handled_after = begin.elapsed();
    sender.stop.store(true, Ordering::Relaxed);
    receiver.stop().await?;
    let mut figures = sender.ledger.settle(&receiver.data(), &sink)?;
    figures["bytes"] = json!(body.bytes.len());
    figures["events"] = json!(body.keys.len());
    figures["answered_after_ms"] = json!(took.as_millis());
    figures["handled_after_ms"] = json!(handled_after.as_millis());
    Ok(figures)
}
