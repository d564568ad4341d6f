//! Where the receiver forwards to.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use receiver::handler::Signer;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use whatsapp_webhooks::{Event, MessageStatus};

/// Secret that the receiver signs with.
pub const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

#[derive(Default)]
struct Seen {
    keys: BTreeMap<String, usize>,
    /// Numbers by chat, in the order in which they came first.
    chats: BTreeMap<String, Vec<u32>>,
    statuses: BTreeMap<String, Vec<String>>,
    known: BTreeSet<(String, u32)>,
    refused: usize,
}

#[derive(Default)]
struct Shared {
    seen: Mutex<Seen>,
    /// Chats that are never answered.
    hanging: Mutex<BTreeSet<String>>,
    failing: AtomicBool,
}

/// A running sink.
pub struct Sink {
    shared: Arc<Shared>,
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Sink {
    pub async fn start() -> std::io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let signer = Signer::new(&[SECRET.into()]).map_err(std::io::Error::other)?;
        let app = Router::new()
            .route("/", post(receive))
            .with_state((shared.clone(), signer));
        let app = app.layer(axum::extract::DefaultBodyLimit::max(32 * 1024 * 1024));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(async move { drop(axum::serve(listener, app).await) });
        Ok(Self {
            shared,
            address,
            task,
        })
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.shared
            .seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Keys, and how often each came.
    pub fn keys(&self) -> BTreeMap<String, usize> {
        self.seen().keys.clone()
    }

    /// Never answers for a chat, or does so again.
    pub fn hang(&self, chat: &str, hanging: bool) {
        let mut all = self
            .shared
            .hanging
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if hanging {
            all.insert(chat.into());
        } else {
            all.remove(chat);
        }
    }

    /// Answers everything with 503, or does so no longer.
    pub fn fail(&self, failing: bool) {
        self.shared.failing.store(failing, Ordering::Relaxed);
    }

    /// Checks that each chat came in order without a gap, that no status went backwards, and that all was signed.
    pub fn check_order(&self) -> Result<(), String> {
        let seen = self.seen();
        if seen.refused > 0 {
            return Err(format!("{} events were not signed well", seen.refused));
        }
        for (chat, numbers) in &seen.chats {
            if let Some(at) = (1..)
                .zip(numbers)
                .position(|(wanted, number)| wanted != *number)
            {
                let around: Vec<_> = numbers.iter().skip(at.saturating_sub(2)).take(5).collect();
                return Err(format!("chat {chat} is out of order at {at}: {around:?}"));
            }
        }
        for (message, statuses) in &seen.statuses {
            let ranks: Vec<u8> = statuses
                .iter()
                .map(|status| MessageStatus::from(status.as_str()).rank())
                .collect();
            if ranks.windows(2).any(|pair| pair[0] >= pair[1]) {
                return Err(format!(
                    "a status of …{} goes backwards: {statuses:?}",
                    &message[message.len() - 6..]
                ));
            }
        }
        Ok(())
    }
}

async fn receive(
    State((shared, signer)): State<(Arc<Shared>, Signer)>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let header = |name: &str| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    let timestamp = header("webhook-timestamp").parse().unwrap_or_default();
    let signed = signer.sign(header("webhook-id"), timestamp, &body) == header("webhook-signature");
    let event = serde_json::from_slice::<Event>(&body)
        .ok()
        .filter(|_| signed);
    let Some(event) = event else {
        shared
            .seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .refused += 1;
        return StatusCode::BAD_REQUEST;
    };
    if shared.failing.load(Ordering::Relaxed) {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let text = event
        .as_message()
        .and_then(|message| message.text())
        .unwrap_or_default();
    let place = text
        .split(' ')
        .next()
        .and_then(|place| place.split_once(':'));
    let place = place.and_then(|(chat, number)| Some((chat.to_owned(), number.parse().ok()?)));
    if let Some((chat, _)) = &place {
        let is_hanging = shared
            .hanging
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(chat);
        if is_hanging {
            tokio::time::sleep(Duration::from_secs(3_600)).await;
        }
    }
    let mut seen = shared.seen.lock().unwrap_or_else(PoisonError::into_inner);
    let times = seen.keys.entry(event.dedup_key()).or_default();
    *times += 1;
    let is_first = *times == 1;
    if let Some(place) = place
        && seen.known.insert(place.clone())
    {
        seen.chats.entry(place.0).or_default().push(place.1);
    }
    if let (Some(status), true) = (event.as_status(), is_first) {
        let message = status
            .message_id
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        seen.statuses
            .entry(message)
            .or_default()
            .push(status.status.to_string());
    }
    StatusCode::OK
}
