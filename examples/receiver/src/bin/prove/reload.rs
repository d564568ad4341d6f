//! Secrets are rotated by a signal, and not one request is refused meanwhile.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use serde_json::json;
use tokio::time::sleep;

use super::Proof;
use super::bodies;
use super::process::{APP_SECRET, Receiver};
use super::sender::Sender;
use super::sink::Sink;

pub async fn prove(rotations: u32) -> Proof {
    let sink = Sink::start().await?;
    let mut receiver = Receiver::new(&sink, "sqlite", "")?;
    receiver.start_ready(&[]).await?;
    let config = receiver.folder.join("receiver.toml");
    let text = fs::read_to_string(&config)?;
    let mut secret = APP_SECRET.to_owned();
    let (sent, refused) = (Arc::<AtomicU32>::default(), Arc::<AtomicU32>::default());
    for rotation in 0..rotations {
        let next = format!("app secret {rotation}");
        fs::write(receiver.folder.join("old"), &secret)?;
        fs::write(receiver.folder.join("new"), &next)?;
        let both = r#"secrets = [{ file = "new" }, { file = "old" }]"#;
        let sender = Sender::with_secret(receiver.url(), &secret)?;
        let stop = Arc::<AtomicBool>::default();
        let task = {
            let (sent, refused, stop) = (sent.clone(), refused.clone(), stop.clone());
            tokio::spawn(async move {
                let mut number = 0;
                while !stop.load(Ordering::Relaxed) {
                    number += 1;
                    sent.fetch_add(1, Ordering::Relaxed);
                    let body = bodies::message(&format!("R{rotation}"), rotation, number);
                    if sender.once(&body).await != Some(200) {
                        refused.fetch_add(1, Ordering::Relaxed);
                    }
                }
            })
        };
        sleep(Duration::from_millis(100)).await;
        fs::write(
            &config,
            text.replace(r#"secrets = [{ file = "app_secret" }]"#, both),
        )?;
        receiver.signal("HUP").await?;
        sleep(Duration::from_millis(300)).await;
        stop.store(true, Ordering::Relaxed);
        task.await?;
        let new = Sender::with_secret(receiver.url(), &next)?;
        if new.once(&bodies::message("N", rotation, 1)).await != Some(200) {
            return Err("the new secret is refused".into());
        }
        secret = next;
    }
    // A configuration with an error is refused, and the old one stays.
    fs::write(receiver.folder.join("new"), "  \n")?;
    receiver.signal("HUP").await?;
    sleep(Duration::from_millis(300)).await;
    let sender = Sender::with_secret(receiver.url(), &secret)?;
    let still = sender.once(&bodies::message("Z", 1, 1)).await;
    receiver.stop().await?;
    let (sent, refused) = (
        sent.load(Ordering::Relaxed),
        refused.load(Ordering::Relaxed),
    );
    if refused > 0 || still != Some(200) {
        return Err(
            format!("{refused} of {sent} were refused; after a blank secret {still:?}").into(),
        );
    }
    Ok(json!({"rotations": rotations, "sent": sent, "refused": refused}))
}
