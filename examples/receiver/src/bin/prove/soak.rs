//! A steady rate for minutes: how quick the answers are, and whether memory stays.

use std::time::{Duration, Instant};

use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::{interval, sleep};

use super::Proof;
use super::bodies;
use super::process::{Receiver, memory};
use super::sender::Sender;
use super::sink::Sink;

/// Limit for the 99th of 100 answers.
const P99: Duration = Duration::from_millis(20);

/// Sends at a rate, whether answers come or not, and measures from the moment at which a delivery was due.
pub async fn prove(duration: Duration, rate: u32, strict: bool) -> Proof {
    let sink = Sink::start().await?;
    let mut receiver = Receiver::new(&sink, "sqlite", "")?;
    receiver.start_ready(&[]).await?;
    let pid = receiver.pid().ok_or("no process")?;
    let sender = Sender::new(receiver.url())?;
    let mut waiting = JoinSet::new();
    let (mut answers, mut failed, mut memories) = (Vec::new(), 0_u32, Vec::new());
    let begin = Instant::now();
    let mut tick = interval(Duration::from_millis(10));
    let mut sent = 0_u32;
    while begin.elapsed() < duration {
        tick.tick().await;
        let due = (begin.elapsed().as_secs_f64() * f64::from(rate)) as u32;
        while sent < due {
            let (chat, number) = (sent % 1_000, sent / 1_000 + 1);
            let sender = sender.clone();
            let at = begin + Duration::from_secs_f64(f64::from(sent) / f64::from(rate));
            waiting.spawn(async move {
                let body = bodies::message("K", chat, number);
                // Not the time that the sender itself lags behind.
                let at = at.max(Instant::now());
                (sender.once(&body).await, at.elapsed())
            });
            sent += 1;
        }
        while let Some(done) = waiting.try_join_next() {
            match done? {
                (Some(200), took) => answers.push(took),
                _ => failed += 1,
            }
        }
        let every = (duration / 30).max(Duration::from_secs(1));
        if begin.elapsed() > every * u32::try_from(memories.len() + 1)? {
            memories.extend(memory(pid));
        }
    }
    while let Some(done) = waiting.join_next().await {
        match done? {
            (Some(200), took) => answers.push(took),
            _ => failed += 1,
        }
    }
    receiver.drained().await?;
    sleep(Duration::from_millis(500)).await;
    receiver.stop().await?;
    let mut figures = sender.ledger.settle(&receiver.data(), &sink)?;
    answers.sort_unstable();
    let at = |part: f64| {
        answers.get(((answers.len() as f64 * part) as usize).min(answers.len().saturating_sub(1)))
    };
    let millis = |part: f64| at(part).map(|took| took.as_secs_f64() * 1_000.0);
    // The first third is for buffers and caches to fill.
    let settled = memories
        .get(memories.len() / 3)
        .copied()
        .unwrap_or_default();
    let last = memories.last().copied().unwrap_or_default();
    figures["seconds"] = json!(duration.as_secs());
    figures["rate"] = json!(rate);
    figures["failed"] = json!(failed);
    figures["p50_ms"] = json!(millis(0.5));
    figures["p99_ms"] = json!(millis(0.99));
    figures["p999_ms"] = json!(millis(0.999));
    figures["memory_kib"] =
        json!({"after_a_third": settled, "at_the_end": last, "most": memories.iter().max()});
    if failed > 0 {
        return Err(format!("{failed} deliveries were not acknowledged: {figures}").into());
    }
    if strict && at(0.99).is_none_or(|took| *took > P99) {
        return Err(format!("p99 is above {P99:?}: {figures}").into());
    }
    if strict && last > settled + settled / 4 + 4_096 {
        return Err(format!("memory grows: {figures}").into());
    }
    Ok(figures)
}
