//! Serves the bot and prints its replies.
//!
//! ```sh
//! APP_SECRET=… VERIFY_TOKEN=… cargo run -p axum-bot
//! ```

use std::{collections::BTreeSet, env, error::Error, sync::Mutex};

use axum_bot::{Bot, router};
use tokio::{net::TcpListener, sync::mpsc};
use whatsapp_webhooks::meta;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name: &str| env::var(name).map_err(|error| format!("{name}: {error}"));
    // The program exits here if a secret is unset or empty.
    let endpoint = meta::Endpoint::new(variable("APP_SECRET")?, variable("VERIFY_TOKEN")?)?;
    let (replies, mut outbox) = mpsc::channel::<(String, String)>(64);
    tokio::spawn(async move {
        while let Some((_to, text)) = outbox.recv().await {
            // POST it to the provider's API here.
            println!("reply of {} characters", text.chars().count());
        }
    });
    let bot = Bot {
        endpoint,
        replies,
        seen: Mutex::new(BTreeSet::new()),
    };
    let listener = TcpListener::bind("127.0.0.1:8080").await?;
    axum::serve(listener, router(bot)).await?;
    Ok(())
}
