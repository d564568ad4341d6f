//! `kill -9`, of the receiver in every phase; and of the broker, a receiver and a worker beside it.

use std::collections::BTreeMap;
use std::time::Duration;

use receiver::knobs::{DIE_AT, Phase};
use serde_json::json;
use tokio::time::sleep;

use super::Proof;
use super::broker::Broker;
use super::process::Receiver;
use super::sender::Sender;
use super::sink::Sink;

/// Settings with which nothing is given up: a try that was cut off counts as one.
const PATIENT: &str =
    "[worker]\ntries = 1000000\nbackoff = 50\nlongest_backoff = 200\ntimeout = \"2s\"\n";

/// Kills the receiver again and again, at a random moment or at a random passage of a phase.
pub async fn prove(rounds: u32) -> Proof {
    let sink = Sink::start().await?;
    let mut receiver = Receiver::new(&sink, "sqlite", PATIENT)?;
    let sender = Sender::new(receiver.url())?;
    let mut sending = sender.full_speed("K", 16);
    let mut deaths: BTreeMap<&str, u32> = BTreeMap::new();
    for round in 0..rounds {
        let phase = Phase::ALL.get(usize::try_from(round % 4)?).copied();
        match phase {
            Some(phase) => {
                let die_at = format!("{}:{}", phase.as_str(), fastrand::u32(1..120));
                receiver.start(&[(DIE_AT, &die_at)])?;
                // Should the phase not be reached so often, it is killed all the same.
                let mut left = 150;
                while !receiver.has_ended() && left > 0 {
                    sleep(Duration::from_millis(20)).await;
                    left -= 1;
                }
                let name = if left > 0 {
                    phase.as_str()
                } else {
                    "at_random"
                };
                *deaths.entry(name).or_default() += 1;
            }
            None => {
                receiver.start(&[])?;
                sleep(Duration::from_millis(fastrand::u64(30..700))).await;
                *deaths.entry("at_random").or_default() += 1;
            }
        }
        receiver.kill().await?;
    }
    receiver.start_ready(&[]).await?;
    sleep(Duration::from_millis(500)).await;
    sender
        .stop
        .store(true, std::sync::atomic::Ordering::Relaxed);
    while sending.join_next().await.is_some() {}
    receiver.drained().await?;
    let clean = receiver.stop().await?;
    let mut figures = sender.ledger.settle(&receiver.data(), &sink)?;
    figures["killed"] = json!(deaths);
    figures["stopped_cleanly"] = json!(clean);
    Ok(figures)
}

/// Kills the broker, the receiver and a second worker in turn.
pub async fn prove_broker(rounds: u32) -> Proof {
    let files = tempfile::tempdir()?;
    let Some(mut broker) = Broker::start(files.path())? else {
        return Ok(json!("SKIPPED: nats-server is not installed"));
    };
    let sink = Sink::start().await?;
    let more = format!("{PATIENT}[nats]\ntakeover = \"2s\"\npartitions = 8\n");
    let mut receiver = Receiver::new(&sink, &broker.url(), &more)?;
    receiver.start_ready(&[]).await?;
    let work = |receiver: &Receiver| {
        receiver
            .command(&["work", "--page", "127.0.0.1:0"])?
            .spawn()
    };
    let mut worker = work(&receiver)?;
    let sender = Sender::new(receiver.url())?;
    let mut sending = sender.full_speed("B", 16);
    let mut killed: BTreeMap<&str, u32> = BTreeMap::new();
    for round in 0..rounds {
        sleep(Duration::from_millis(fastrand::u64(500..2_500))).await;
        let name = match round % 4 {
            1 => {
                receiver.kill().await?;
                receiver.start_ready(&[]).await?;
                "receiver"
            }
            3 => {
                worker.kill().await?;
                worker = work(&receiver)?;
                "worker"
            }
            _ => {
                broker.kill()?;
                sleep(Duration::from_millis(fastrand::u64(0..1_500))).await;
                broker.again()?;
                "broker"
            }
        };
        *killed.entry(name).or_default() += 1;
    }
    sleep(Duration::from_secs(2)).await;
    sender
        .stop
        .store(true, std::sync::atomic::Ordering::Relaxed);
    while sending.join_next().await.is_some() {}
    receiver.drained().await?;
    // Outcomes come back through the broker too.
    let settled = || async {
        let counted = super::locked::count(&receiver.data(), "state IN ('queued', 'retry')");
        counted.is_ok_and(|waiting| waiting == 0)
    };
    receiver.wait_for(settled, "the outcomes").await?;
    worker.kill().await?;
    receiver.stop().await?;
    let mut figures = sender.ledger.settle(&receiver.data(), &sink)?;
    figures["killed"] = json!(killed);
    Ok(figures)
}
