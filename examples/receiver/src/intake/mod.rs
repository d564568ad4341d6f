//! The public routes: verify, parse, store, answer.

mod deliver;
mod source;

use std::net::SocketAddr;
use std::sync::Arc;

use arc_swap::ArcSwap;
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, OriginalUri, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::Semaphore;
use whatsapp_webhooks::Request;

pub use self::source::Sources;
use crate::config::{Config, Endpoints};
use crate::metrics;
use crate::queue::Queue;
use crate::store::Store;

/// What the routes share.
pub struct Intake {
    pub config: Config,
    /// Swapped when secrets are reloaded; requests in work keep the ones that they began with.
    pub endpoints: ArcSwap<Endpoints>,
    pub store: Store,
    pub queue: Arc<dyn Queue>,
    pub sources: Sources,
    pub in_flight: Semaphore,
}

impl Intake {
    pub fn new(config: Config, endpoints: Endpoints, store: Store, queue: Arc<dyn Queue>) -> Self {
        Self {
            endpoints: ArcSwap::from_pointee(endpoints),
            store,
            queue,
            sources: Sources::new(&config),
            in_flight: Semaphore::new(config.limits.in_flight),
            config,
        }
    }
}

/// Builds the routes.
pub fn router(intake: Arc<Intake>) -> Router {
    let limit = intake.config.limits.body;
    Router::new()
        .route(
            "/webhooks/{provider}/{account}",
            get(handshake).post(deliver::deliver),
        )
        // With a secret as one more part of the path.
        .route(
            "/webhooks/{provider}/{account}/{secret}",
            get(handshake).post(deliver::deliver),
        )
        .layer(DefaultBodyLimit::max(limit))
        .with_state(intake)
}

async fn handshake(
    State(intake): State<Arc<Intake>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Path(path): Path<Vec<(String, String)>>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    let source = intake.sources.address(peer.ip(), &headers);
    if intake.sources.is_limited(source) {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    let endpoints = intake.endpoints.load();
    let endpoint = named(&path, "provider").zip(named(&path, "account"));
    let Some(endpoint) = endpoint.and_then(|(provider, account)| endpoints.get(provider, account))
    else {
        intake.sources.refuse(source);
        return StatusCode::NOT_FOUND.into_response();
    };
    match endpoint.challenge(uri.query().unwrap_or_default()) {
        None => StatusCode::METHOD_NOT_ALLOWED.into_response(),
        Some(Ok(challenge)) => {
            let plain = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
            (plain, challenge).into_response()
        }
        Some(Err(error)) => {
            intake.sources.refuse(source);
            metrics::get().denied(&endpoint.name, deliver::reason(&error));
            StatusCode::from(&error).into_response()
        }
    }
}

fn named<'a>(path: &'a [(String, String)], name: &str) -> Option<&'a str> {
    path.iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

/// The request as the endpoints see it.
fn request(
    headers: &HeaderMap,
    uri: &axum::http::Uri,
    source: std::net::IpAddr,
) -> Request<'static> {
    Request::from(headers).with_uri(uri).with_peer(source)
}
