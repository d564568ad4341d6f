//! Sends as a provider does: signed, and again until the answer is 200.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{fs, io};

use reqwest::Client;
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::sleep;
use whatsapp_webhooks::meta;

use super::Proof;
use super::bodies::{self, Body};
use super::ledger::Ledger;
use super::process::{APP_SECRET, VERIFY_TOKEN};

/// A provider.
#[derive(Clone)]
pub struct Sender {
    client: Client,
    url: String,
    endpoint: meta::Endpoint,
    pub ledger: Arc<Ledger>,
    /// Sends no more once it is set.
    pub stop: Arc<AtomicBool>,
    pub tries: Arc<AtomicU64>,
}

impl Sender {
    pub fn new(url: String) -> io::Result<Self> {
        Self::with_secret(url, APP_SECRET)
    }

    pub fn with_secret(url: String, secret: &str) -> io::Result<Self> {
        let client = Client::builder().timeout(Duration::from_secs(10)).build();
        Ok(Self {
            client: client.map_err(io::Error::other)?,
            url,
            endpoint: meta::Endpoint::new(secret, VERIFY_TOKEN).map_err(io::Error::other)?,
            ledger: Arc::default(),
            stop: Arc::default(),
            tries: Arc::default(),
        })
    }

    /// Sends once; the status, if there was an answer.
    pub async fn once(&self, body: &Body) -> Option<u16> {
        self.tries.fetch_add(1, Ordering::Relaxed);
        let signature = self.endpoint.sign(&body.bytes).ok()?;
        let request = self
            .client
            .post(&self.url)
            .header("X-Hub-Signature-256", signature);
        let answer = request.body(body.bytes.clone()).send().await.ok()?;
        let status = answer.status().as_u16();
        if status == 200 {
            self.ledger.acknowledged(&body.keys);
        }
        Some(status)
    }

    /// Sends until the answer is 200, or it is told to stop. Returns whether it was acknowledged.
    pub async fn until_acknowledged(&self, body: &Body) -> bool {
        while !self.stop.load(Ordering::Relaxed) {
            if self.once(body).await == Some(200) {
                return true;
            }
            sleep(Duration::from_millis(20)).await;
        }
        false
    }

    /// Sends the messages of many chats at full speed, each chat in order, and statuses in any order, until told to stop.
    pub fn full_speed(&self, run: &str, chats: u32) -> JoinSet<()> {
        let mut tasks = JoinSet::new();
        for chat in 0..chats {
            let (sender, run) = (self.clone(), run.to_owned());
            tasks.spawn(async move {
                for number in 1.. {
                    if !sender
                        .until_acknowledged(&bodies::message(&run, chat, number))
                        .await
                    {
                        return;
                    }
                    if number % 5 == 0 {
                        sender.statuses(&run, chat * 1_000_000 + number).await;
                    }
                }
            });
        }
        tasks
    }

    /// Sends the three statuses of a message at the same time: they arrive in any order.
    async fn statuses(&self, run: &str, message: u32) {
        let statuses =
            ["sent", "delivered", "read"].map(|status| bodies::status(run, message, status));
        let sends = statuses.iter().map(|body| self.until_acknowledged(body));
        futures_util::future::join_all(sends).await;
    }
}

/// `prove send`: for a receiver that runs already.
pub async fn command(url: &str, secret_file: &Path, count: u32) -> Proof {
    let secret = fs::read_to_string(secret_file).map_err(|error| {
        format!(
            "{}: {error}: name it with --secret-file",
            secret_file.display()
        )
    })?;
    let sender = Sender::with_secret(url.into(), secret.trim_end())?;
    let run = format!("{:08x}", fastrand::u32(..));
    let begin = Instant::now();
    let chats = 20;
    let mut tasks = JoinSet::new();
    for chat in 0..chats {
        let (sender, run) = (sender.clone(), run.clone());
        tasks.spawn(async move {
            for number in 1..=count.div_ceil(chats) {
                sender
                    .until_acknowledged(&bodies::message(&run, chat, number))
                    .await;
            }
        });
    }
    while tasks.join_next().await.is_some() {}
    Ok(json!({
        "acknowledged": sender.ledger.len(),
        "tries": sender.tries.load(Ordering::Relaxed),
        "seconds": begin.elapsed().as_secs_f64(),
    }))
}
