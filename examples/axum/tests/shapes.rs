//! Common shapes of handlers. Each must compile and store the events of a delivery.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::{self, HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Router, handler::Handler};
use tower::{ServiceExt, service_fn};
use whatsapp_webhooks::{Event, ReceiveError, Request, meta};

const BODY: &str = include_str!("../../../fixtures/meta/text.json");
const LIMIT: usize = 3 * 1024 * 1024;

/// A database with async methods.
trait Store: Send + Sync + 'static {
    fn save(&self, event: Event) -> impl Future<Output = ()> + Send;
}

/// The same as a trait object.
trait AnyStore: Send + Sync {
    fn save(&self, event: Event) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}

#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<Event>>>);

impl Store for Memory {
    async fn save(&self, event: Event) {
        tokio::task::yield_now().await;
        self.0.lock().unwrap().push(event);
    }
}

impl AnyStore for Memory {
    fn save(&self, event: Event) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(Store::save(self, event))
    }
}

struct App<S: ?Sized = Memory> {
    endpoint: meta::Endpoint,
    store: Arc<S>,
}

impl<S: ?Sized> Clone for App<S> {
    fn clone(&self) -> Self {
        Self {
            endpoint: self.endpoint.clone(),
            store: Arc::clone(&self.store),
        }
    }
}

struct Refused(ReceiveError);

impl From<ReceiveError> for Refused {
    fn from(error: ReceiveError) -> Self {
        Self(error)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        StatusCode::from(&self.0).into_response()
    }
}

/// State, headers and body.
async fn headers_and_body(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Refused> {
    let delivery = app.endpoint.receive(&Request::from(&headers), body)?;
    for event in &delivery {
        Store::save(&*app.store, event.clone()).await;
    }
    Ok(StatusCode::OK)
}

/// The whole request, split into its parts.
async fn parts(
    State(app): State<App>,
    request: http::Request<Body>,
) -> Result<StatusCode, Refused> {
    let (parts, body) = request.into_parts();
    let request = Request::from(&parts);
    let Ok(body) = to_bytes(body, LIMIT).await else {
        return Ok(StatusCode::PAYLOAD_TOO_LARGE);
    };
    for event in app.endpoint.receive(&request, body)?.events {
        Store::save(&*app.store, event).await;
    }
    Ok(StatusCode::OK)
}

/// A request that already contains its body, without axum.
async fn collected(app: App, request: http::Request<Bytes>) -> Result<StatusCode, ReceiveError> {
    let seen = Request::from(&request);
    for event in app.endpoint.receive(&seen, request.into_body())? {
        Store::save(&*app.store, event).await;
    }
    Ok(StatusCode::OK)
}

/// The events go to a task, and the response does not wait for it.
async fn spawned(State(app): State<App>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let request = Request::from(&headers);
    let delivery = match app.endpoint.receive(&request, body) {
        Ok(delivery) => delivery,
        Err(error) => return StatusCode::from(&error),
    };
    let task = tokio::spawn(async move {
        for event in delivery {
            Store::save(&*app.store, event).await;
        }
    });
    // Only so that the test can count.
    task.await.unwrap();
    StatusCode::OK
}

/// The request lives across each `await` of the loop.
async fn awaiting_loop(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Refused> {
    let request = Request::from(&headers);
    for event in app.endpoint.receive(&request, body)?.events {
        Store::save(&*app.store, event).await;
    }
    drop(request);
    Ok(StatusCode::OK)
}

/// A generic store, known at compile time.
async fn generic<S: Store>(
    State(app): State<App<S>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Refused> {
    let request = Request::from(&headers);
    for event in app.endpoint.receive(&request, body)? {
        app.store.save(event).await;
    }
    Ok(StatusCode::OK)
}

/// A store as a trait object, known at run time.
async fn trait_object(
    State(app): State<App<dyn AnyStore>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Refused> {
    let request = Request::from(&headers);
    for event in app.endpoint.receive(&request, body)? {
        app.store.save(event).await;
    }
    Ok(StatusCode::OK)
}

fn app(store: &Memory) -> App {
    App {
        endpoint: meta::Endpoint::new("the app secret", "the verify token").unwrap(),
        store: Arc::new(store.clone()),
    }
}

fn request<B: From<&'static str>>(signature: &str) -> http::Request<B> {
    http::Request::post("/")
        .header("X-Hub-Signature-256", signature)
        .body(BODY.into())
        .unwrap()
}

/// A genuine delivery is stored once; a wrong signature is rejected.
async fn drive<T: 'static, S: Clone + Send + Sync + 'static>(
    handler: impl Handler<T, S>,
    state: S,
    store: &Memory,
    signature: &str,
) {
    let router = Router::new().route("/", post(handler)).with_state(state);
    let response = router
        .clone()
        .oneshot(request::<Body>(signature))
        .await
        .unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(store.0.lock().unwrap().drain(..).count(), 1);
    let zeros = format!("sha256={}", "0".repeat(64));
    let response = router.oneshot(request::<Body>(&zeros)).await.unwrap();
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    assert!(store.0.lock().unwrap().is_empty());
}

/// Cases: Q12.
#[tokio::test]
async fn every_shape_stores_what_is_genuine() {
    let store = Memory::default();
    let app = app(&store);
    let signature = app.endpoint.sign(BODY.as_bytes()).unwrap();
    drive(headers_and_body, app.clone(), &store, &signature).await;
    drive(parts, app.clone(), &store, &signature).await;
    drive(spawned, app.clone(), &store, &signature).await;
    drive(awaiting_loop, app.clone(), &store, &signature).await;
    drive(generic::<Memory>, app.clone(), &store, &signature).await;
    let any = App::<dyn AnyStore> {
        endpoint: app.endpoint.clone(),
        store: Arc::new(store.clone()),
    };
    drive(trait_object, any, &store, &signature).await;
}

#[tokio::test]
async fn a_request_with_its_body_needs_no_framework() {
    let store = Memory::default();
    let app = app(&store);
    let signature = app.endpoint.sign(BODY.as_bytes()).unwrap();
    let service = service_fn(move |request| {
        let app = app.clone();
        // Spawned, so that the future has to be `Send`.
        async move { tokio::spawn(collected(app, request)).await.unwrap() }
    });
    let status = service.oneshot(request(&signature)).await.unwrap();
    assert_eq!(status, StatusCode::OK);
    assert_eq!(store.0.lock().unwrap().len(), 1);
}
