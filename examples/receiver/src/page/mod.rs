//! The page, metrics and health, on a port of their own.

mod actions;
mod dead;
mod delivery;
mod event;
mod layout;
mod list;
mod message;
mod numbers;
mod plots;
mod session;
mod summary;
mod unknown;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use self::session::Sessions;
use crate::config::{Config, ConfigError};
use crate::health::Health;
use crate::queue::Queue;
use crate::store::{Store, StoreError};

/// What the page shows from.
pub struct Page {
    /// Absent on a machine that only works: there are metrics and health then, and no page.
    store: Option<Store>,
    queue: Arc<dyn Queue>,
    health: Arc<Health>,
    sessions: Sessions,
    /// Where deliveries are received, for the commands to copy.
    receives: String,
}

impl Page {
    pub fn new(
        config: &Config,
        store: Option<Store>,
        queue: Arc<dyn Queue>,
        health: Arc<Health>,
    ) -> Result<Self, ConfigError> {
        Ok(Self {
            store,
            queue,
            health,
            sessions: Sessions::new(config.page_token()?, config.page.hosts.clone()),
            receives: format!("http://{}", config.server.listen),
        })
    }

    fn store(&self) -> Result<&Store, Failed> {
        self.store.as_ref().ok_or(Failed(
            StatusCode::NOT_FOUND,
            "this process has no store".into(),
        ))
    }
}

/// Builds the routes.
pub fn router(page: Arc<Page>) -> Router {
    let behind_login = Router::new()
        .route("/", get(list::page))
        .route("/list", get(list::part))
        .route("/event/{key}", get(event::page))
        .route("/delivery/{id}", get(delivery::page))
        .route("/message", get(message::page))
        .route("/unknown", get(unknown::page))
        .route("/dead", get(dead::page).post(dead::act))
        .route("/actions", get(actions::page))
        .route("/logout", post(session::logout))
        .route_layer(middleware::from_fn_with_state(
            page.clone(),
            session::required,
        ));
    let open = Router::new()
        .route("/login", get(session::form).post(session::login))
        .route(
            "/style.css",
            get(|| asset("text/css", include_str!("style.css"))),
        )
        .route(
            "/page.js",
            get(|| asset("text/javascript", include_str!("page.js"))),
        );
    let with_host = open
        .merge(behind_login)
        .route_layer(middleware::from_fn_with_state(
            page.clone(),
            session::known_host,
        ));
    Router::new()
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(numbers::ready))
        .route("/metrics", get(numbers::metrics))
        .merge(with_host)
        .layer(middleware::from_fn(guarded))
        .with_state(page)
}

async fn asset(kind: &'static str, text: &'static str) -> Response {
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "max-age=300"),
        ],
        text,
    )
        .into_response()
}

/// Headers that keep what is shown where it is.
async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; connect-src 'self'; \
                  form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(policy),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Why there is no page.
struct Failed(StatusCode, String);

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self(StatusCode::SERVICE_UNAVAILABLE, error.to_string())
    }
}

impl From<crate::queue::QueueError> for Failed {
    fn from(error: crate::queue::QueueError) -> Self {
        let status = match error {
            crate::queue::QueueError::NotFound => StatusCode::NOT_FOUND,
            _ => StatusCode::SERVICE_UNAVAILABLE,
        };
        Self(status, error.to_string())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let text =
            maud::html! { h1 { "Not shown" } p { (self.1) } p { a href="/" { "All events" } } };
        (self.0, layout::bare("Not shown", text)).into_response()
    }
}

type Shown = Result<maud::Markup, Failed>;

type Shared = State<Arc<Page>>;
