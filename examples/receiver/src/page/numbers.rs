//! Metrics and health, without login: nothing personal is in them.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Shared;
use crate::metrics;

pub(super) async fn ready(State(page): Shared) -> Response {
    let ready = page.health.ready().await;
    let status = if ready.ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let body = serde_json::to_string(&ready).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

pub(super) async fn metrics(State(page): Shared) -> Response {
    page.health.measure().await;
    (
        [(header::CONTENT_TYPE, "text/plain; version=0.0.4")],
        metrics::get().text(),
    )
        .into_response()
}
