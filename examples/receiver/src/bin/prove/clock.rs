//! The clock jumps by weeks, in both directions, while events wait for another try.

use std::fs;
use std::sync::atomic::Ordering;
use std::time::Duration;

use receiver::clock::DAY;
use receiver::knobs::CLOCK_FILE;
use serde_json::json;
use tokio::time::sleep;

use super::Proof;
use super::bodies;
use super::process::Receiver;
use super::sender::Sender;
use super::sink::Sink;

const SETTINGS: &str =
    "[worker]\ntries = 1000\nbackoff = 200\nlongest_backoff = 1000\n[retention]\nage = \"30d\"\n";

pub async fn prove() -> Proof {
    let sink = Sink::start().await?;
    let mut receiver = Receiver::new(&sink, "sqlite", SETTINGS)?;
    let file = receiver.folder.join("clock").display().to_string();
    fs::write(&file, "0")?;
    receiver.start_ready(&[(CLOCK_FILE, &file)]).await?;
    let sender = Sender::new(receiver.url())?;
    let mut number = 0;
    for days in [40, -40, 0] {
        sink.fail(true);
        for _ in 0..20 {
            number += 1;
            for chat in 0..5 {
                if !sender
                    .until_acknowledged(&bodies::message("C", chat, number))
                    .await
                {
                    return Err("not acknowledged".into());
                }
            }
        }
        sleep(Duration::from_millis(300)).await;
        fs::write(&file, (days * DAY).to_string())?;
        sleep(Duration::from_millis(300)).await;
        sink.fail(false);
        receiver.drained().await?;
    }
    sender.stop.store(true, Ordering::Relaxed);
    receiver.stop().await?;
    let mut figures = sender.ledger.settle(&receiver.data(), &sink)?;
    figures["jumps_in_days"] = json!([40, -80, 40]);
    Ok(figures)
}
