//! A bot that answers every text message, on axum.

// The README contains the code between the two markers; a test compares them.
// [readme]
use std::{collections::BTreeSet, sync::Arc, sync::Mutex};

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing::get};
use tokio::sync::mpsc;
use whatsapp_webhooks::{Request, meta};

pub struct Bot {
    pub endpoint: meta::Endpoint,
    /// Replies to send, as recipient and text. The receiving task calls the provider's API.
    pub replies: mpsc::Sender<(String, String)>,
    /// Keys of events already seen. In production, use a table with a unique column, and keep keys for
    /// seven days.
    pub seen: Mutex<BTreeSet<String>>,
}

pub fn router(bot: Bot) -> Router {
    Router::new()
        .route("/webhook", get(handshake).post(receive))
        // Meta sends up to 3 MiB; axum accepts 2 MB by default.
        .layer(DefaultBodyLimit::max(3 * 1024 * 1024))
        .with_state(Arc::new(bot))
}

async fn handshake(
    State(bot): State<Arc<Bot>>,
    RawQuery(query): RawQuery,
) -> Result<String, StatusCode> {
    let challenge = bot.endpoint.challenge(&query.unwrap_or_default());
    challenge.map_err(|error| StatusCode::from(&error))
}

async fn receive(State(bot): State<Arc<Bot>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let delivery = match bot.endpoint.receive(&Request::from(&headers), body) {
        Ok(delivery) => delivery,
        Err(error) => {
            eprintln!("no events: {error}");
            return StatusCode::from(&error);
        }
    };
    for event in delivery {
        let is_new = bot.seen.lock().unwrap().insert(event.dedup_key());
        if let Some(message) = event.as_message()
            && is_new
            && let (Some(to), Some(text)) = (message.reply_to(), message.text())
        {
            let reply = (to.to_owned(), format!("You said: {text}"));
            bot.replies.send(reply).await.ok();
        }
    }
    StatusCode::OK
}
// [/readme]
