//! The page, metrics and health.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::config::{Config, ConfigError};
use crate::health::Health;
use crate::metrics;
use crate::queue::Queue;
use crate::store::Store;

/// What the page shows from.
pub struct Page {
    store: Option<Store>,
    queue: Arc<dyn Queue>,
    health: Arc<Health>,
}

impl Page {
    pub fn new(
        config: &Config,
        store: Option<Store>,
        queue: Arc<dyn Queue>,
        health: Arc<Health>,
    ) -> Result<Self, ConfigError> {
        config.page_token()?;
        Ok(Self {
            store,
            queue,
            health,
        })
    }
}

pub fn router(page: Arc<Page>) -> Router {
    Router::new()
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(numbers))
        .with_state(page)
}

async fn ready(State(page): State<Arc<Page>>) -> Response {
    let ready = page.health.ready().await;
    let status = if ready.ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let body = serde_json::to_string(&ready).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

async fn numbers(State(page): State<Arc<Page>>) -> Response {
    page.health.measure().await;
    (
        [(header::CONTENT_TYPE, "text/plain; version=0.0.4")],
        metrics::get().text(),
    )
        .into_response()
}
