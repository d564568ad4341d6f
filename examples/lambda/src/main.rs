//! The function: prints events, where yours puts them into a queue.
//!
//! ```sh
//! cargo lambda build --release -p lambda-function
//! ```

use std::convert::Infallible;
use std::env;

use lambda_function::{App, Queue};
use lambda_http::{Error, Request, run, service_fn};
use whatsapp_webhooks::{Event, meta};

struct Log;

impl Queue for Log {
    type Error = Infallible;

    async fn put(&self, event: Event) -> Result<(), Infallible> {
        println!("{} {}", event.kind(), event.dedup_key());
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let variable = |name: &str| env::var(name).map_err(|error| format!("{name}: {error}"));
    // Before the first request: a function without its secrets does not start.
    let endpoint = meta::Endpoint::new(variable("APP_SECRET")?, variable("VERIFY_TOKEN")?)?;
    let app = App::new(endpoint, Log);
    run(service_fn(|request: Request| async {
        Ok::<_, Infallible>(app.answer(request).await)
    }))
    .await
}
