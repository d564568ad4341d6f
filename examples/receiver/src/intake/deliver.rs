//! One delivery.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{ConnectInfo, OriginalUri, Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use tokio::task::spawn_blocking;
use tokio::time::{Duration, timeout};
use whatsapp_webhooks::{Provider, VerifyError};

use super::{Intake, named, request};
use crate::clock;
use crate::config::Endpoint;
use crate::entry::Entry;
use crate::knobs::{self, Phase};
use crate::metrics;
use crate::queue::QueueError;
use crate::store::{Finding, NewDelivery, Stored};

/// Time for a sender to send the body.
const BODY: Duration = Duration::from_secs(10);

/// Size from which a body is read on a thread of its own.
const LARGE: usize = 64 * 1024;

/// What the routes hand over.
type Parts = (
    State<Arc<Intake>>,
    ConnectInfo<SocketAddr>,
    Path<Vec<(String, String)>>,
    OriginalUri,
);

pub(super) async fn deliver(
    (State(intake), ConnectInfo(peer), Path(path), OriginalUri(uri)): Parts,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let begin = Instant::now();
    let source = intake.sources.address(peer.ip(), &headers);
    let endpoints = intake.endpoints.load_full();
    let found = named(&path, "provider").zip(named(&path, "account"));
    let found = found.and_then(|(provider, account)| endpoints.get(provider, account));
    let name = found.map_or("none", |endpoint| &endpoint.name);
    let count = |outcome: &str| {
        metrics::get()
            .deliveries
            .with_label_values(&[name, outcome])
            .inc()
    };

    if intake.sources.is_limited(source) {
        count("limited");
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "60")]).into_response();
    }
    let Some(endpoint) = found else {
        intake.sources.refuse(source);
        count("no_endpoint");
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(_permit) = intake.in_flight.try_acquire() else {
        count("busy");
        return later();
    };
    let body = match timeout(BODY, axum::body::to_bytes(body, intake.config.limits.body)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => {
            intake.sources.refuse(source);
            count("too_large");
            return StatusCode::PAYLOAD_TOO_LARGE.into_response();
        }
        Err(_) => {
            intake.sources.refuse(source);
            count("slow");
            return StatusCode::REQUEST_TIMEOUT.into_response();
        }
    };
    let delivery = match read_aside(endpoint, headers, uri, source, body).await {
        Ok(delivery) => delivery,
        Err(error) => {
            intake.sources.refuse(source);
            count("denied");
            metrics::get().denied(name, reason(&error));
            tracing::info!(endpoint = name, reason = reason(&error), "denied");
            return StatusCode::from(&error).into_response();
        }
    };
    let parked = delivery.problem.is_some();
    let kinds: Vec<_> = delivery
        .entries
        .iter()
        .map(|entry| entry.kind.clone())
        .collect();
    let findings = delivery.findings.clone();
    let keep = timeout(intake.config.server.answer_within, keep(&intake, delivery));
    let stored = match keep.await {
        Ok(Ok(stored)) => stored,
        Ok(Err(error)) => {
            count("failed");
            tracing::warn!(endpoint = name, %error, "not stored: the sender is asked to repeat");
            return later();
        }
        Err(_) => {
            count("failed");
            tracing::warn!(
                endpoint = name,
                "not stored in time: the sender is asked to repeat"
            );
            return later();
        }
    };
    count(match stored {
        _ if parked => "parked",
        Stored {
            new: 0, known: 1.., ..
        } => "repeated",
        _ => "stored",
    });
    if stored.new > 0 {
        let provider = endpoint.provider.as_str();
        for kind in &kinds {
            metrics::get()
                .events
                .with_label_values(&[provider, kind])
                .inc();
        }
        for finding in &findings {
            metrics::get().unknown(provider, finding);
        }
    }
    metrics::get()
        .answer_seconds
        .observe(begin.elapsed().as_secs_f64());
    accepted(endpoint.provider)
}

/// Reads a large body where it holds up no other request.
async fn read_aside(
    endpoint: &Arc<Endpoint>,
    headers: HeaderMap,
    uri: Uri,
    source: std::net::IpAddr,
    body: Bytes,
) -> Result<NewDelivery, VerifyError> {
    if body.len() < LARGE {
        return read(endpoint, &headers, &uri, source, body);
    }
    let endpoint = endpoint.clone();
    let task = spawn_blocking(move || read(&endpoint, &headers, &uri, source, body));
    match task.await {
        Ok(delivery) => delivery,
        // The runtime stops: answered with 500, so that the sender repeats.
        Err(_) => Err(VerifyError::NotHandedOver { part: "body" }),
    }
}

/// Verifies and parses. An unreadable body of a proven sender is a delivery too.
fn read(
    endpoint: &Endpoint,
    headers: &HeaderMap,
    uri: &Uri,
    source: std::net::IpAddr,
    body: Bytes,
) -> Result<NewDelivery, VerifyError> {
    let mut delivery = NewDelivery {
        received_at: clock::now(),
        endpoint: endpoint.name.to_string(),
        provider: endpoint.provider.to_string(),
        body: body.clone(),
        problem: None,
        secret_index: None,
        entries: Vec::new(),
        findings: Vec::new(),
        body_key: body_key(&endpoint.name, &body),
    };
    let verified = endpoint.verify(&request(headers, uri, source), &body)?;
    let (parsed, findings) = Finding::parse(endpoint.provider, body);
    delivery.findings = findings;
    match parsed {
        Ok(events) => {
            delivery.secret_index = verified.secret_index();
            if let Some(index) = delivery.secret_index {
                metrics::get()
                    .secrets
                    .with_label_values(&[&*endpoint.name, &index.to_string()])
                    .inc();
            }
            let entries = events.iter().map(|event| Entry::new(&endpoint.name, event));
            match entries.collect() {
                Ok(entries) => delivery.entries = entries,
                Err(_) => delivery.problem = Some("an event cannot be written as JSON".into()),
            }
        }
        // The text names the place and what was expected, never what stood there.
        Err(error) => delivery.problem = Some(error.to_string()),
    }
    Ok(delivery)
}

/// Stands for a body without events.
fn body_key(endpoint: &str, body: &[u8]) -> String {
    let hash = Sha256::digest(body);
    let hex: String = hash
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("body:{endpoint}:{hex}")
}

async fn keep(intake: &Intake, delivery: NewDelivery) -> Result<Stored, QueueError> {
    let stored = intake.store.deliver(delivery).await?;
    knobs::reached(Phase::AfterCommit);
    intake.queue.accept(stored).await?;
    Ok(stored)
}

fn accepted(provider: Provider) -> Response {
    match provider {
        Provider::WhatzMeApi => (
            [(header::CONTENT_TYPE, "application/json")],
            r#"{"ok":true}"#,
        )
            .into_response(),
        _ => StatusCode::OK.into_response(),
    }
}

/// Asks the sender to repeat.
fn later() -> Response {
    (
        StatusCode::SERVICE_UNAVAILABLE,
        [(header::RETRY_AFTER, "5")],
    )
        .into_response()
}

/// A word for metrics and logs.
pub(super) fn reason(error: &VerifyError) -> &'static str {
    match error {
        VerifyError::MissingHeader { .. } => "missing_header",
        VerifyError::DuplicateHeader { .. } => "duplicate_header",
        VerifyError::MalformedHeader { .. } => "malformed_header",
        VerifyError::Mismatch { .. } => "wrong_signature",
        VerifyError::TokenMismatch { .. } | VerifyError::TokenRefused => "wrong_token",
        VerifyError::WrongMode => "wrong_mode",
        VerifyError::MissingParameter { .. } => "missing_parameter",
        VerifyError::DuplicateParameter { .. } => "duplicate_parameter",
        VerifyError::MalformedParameter { .. } => "malformed_parameter",
        VerifyError::MissingChallenge | VerifyError::MalformedChallenge => "bad_challenge",
        VerifyError::UrlTooLong { .. } => "url_too_long",
        VerifyError::PeerNotAllowed => "wrong_address",
        VerifyError::BodyTooLarge { .. } => "too_large",
        VerifyError::NotHandedOver { .. } | VerifyError::Config(_) => "configuration",
        _ => "other",
    }
}
