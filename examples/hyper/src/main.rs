//! Serves the webhook and prints what arrives.
//!
//! ```sh
//! APP_SECRET=… VERIFY_TOKEN=… cargo run -p hyper-server
//! ```

use std::sync::{Arc, Mutex};
use std::{collections::BTreeSet, env, error::Error};

use hyper_server::{App, serve};
use tokio::{net::TcpListener, sync::mpsc};
use whatsapp_webhooks::{Event, meta};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name: &str| env::var(name).map_err(|error| format!("{name}: {error}"));
    // The program exits here if a secret is unset or empty.
    let endpoint = meta::Endpoint::new(variable("APP_SECRET")?, variable("VERIFY_TOKEN")?)?;
    let (events, mut new) = mpsc::channel::<Event>(64);
    tokio::spawn(async move {
        while let Some(event) = new.recv().await {
            println!("{} {}", event.kind(), event.dedup_key());
        }
    });
    let app = App {
        endpoint,
        events,
        seen: Mutex::new(BTreeSet::new()),
    };
    let listener = TcpListener::bind("127.0.0.1:8080").await?;
    serve(listener, Arc::new(app)).await?;
    Ok(())
}
