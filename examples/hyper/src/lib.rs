//! A server on hyper, without a framework.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Body;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use whatsapp_webhooks::{Event, meta};

/// Longest body. Meta sends up to 3 MiB, above all when it delivers a history. hyper itself has no limit: a server
/// without one reads whatever anybody sends into memory, before it can know who sent it.
const MAX_BODY: usize = 3 * 1024 * 1024;

/// State shared by all connections.
pub struct App {
    pub endpoint: meta::Endpoint,
    /// New events. The receiving task handles them, so that the answer need not wait for it.
    pub events: mpsc::Sender<Event>,
    /// Keys of events already seen. In production, use a table with a unique column, and keep keys for seven days.
    pub seen: Mutex<BTreeSet<String>>,
}

/// Serves connections until accepting one fails.
///
/// # Errors
///
/// The error of the listener.
pub async fn serve(listener: TcpListener, app: Arc<App>) -> io::Result<()> {
    loop {
        let (stream, _peer) = listener.accept().await?;
        let app = Arc::clone(&app);
        let service = service_fn(move |request| {
            let app = Arc::clone(&app);
            async move { Ok::<_, Infallible>(answer(&app, request).await) }
        });
        tokio::spawn(async move {
            // With a timer, hyper closes connections whose headers do not arrive within 30 seconds.
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service);
            if let Err(error) = connection.await {
                eprintln!("connection: {error}");
            }
        });
    }
}

/// Answers a request. It takes any body, so that a test needs no connection.
pub async fn answer<B>(app: &App, request: Request<B>) -> Response<Full<Bytes>>
where
    B: Body<Error: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    match (request.method(), request.uri().path()) {
        // The handshake has no signature: Meta's GET request has the verify token in its query.
        (&Method::GET, "/webhook") => handshake(app, request.uri().query()),
        (&Method::POST, "/webhook") => status(receive(app, request).await),
        (_, "/webhook") => status(StatusCode::METHOD_NOT_ALLOWED),
        _ => status(StatusCode::NOT_FOUND),
    }
}

/// The query is passed in as it came: the endpoint decodes it.
fn handshake(app: &App, query: Option<&str>) -> Response<Full<Bytes>> {
    match app.endpoint.challenge(query.unwrap_or_default()) {
        Ok(challenge) => {
            let mut response = Response::new(Full::from(challenge));
            // Text, and not HTML: the challenge comes from whoever sent the request.
            let text = HeaderValue::from_static("text/plain; charset=utf-8");
            response.headers_mut().insert(CONTENT_TYPE, text);
            response
        }
        Err(error) => status(StatusCode::from(&error)),
    }
}

async fn receive<B>(app: &App, request: Request<B>) -> StatusCode
where
    B: Body<Error: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    let (parts, body) = request.into_parts();
    // A copy of the headers, which can be held across every `await` below: it is `Send` and borrows nothing.
    let request = whatsapp_webhooks::Request::from(&parts);
    // The bytes as they came. The signature covers them, so nothing may decode or reformat them before.
    let body = match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) if error.is::<LengthLimitError>() => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::BAD_REQUEST,
    };
    let delivery = match app.endpoint.receive(&request, body) {
        Ok(delivery) => delivery,
        Err(error) => {
            eprintln!("no events: {error}");
            return StatusCode::from(&error);
        }
    };
    for event in delivery {
        let key = event.dedup_key();
        if !is_new(app, &key) {
            continue;
        }
        if app.events.send(event).await.is_err() {
            // Nobody handles events: Meta shall send this delivery again, and it is new then.
            forget(app, &key);
            return StatusCode::SERVICE_UNAVAILABLE;
        }
    }
    StatusCode::OK
}

/// Locks in a function of its own, so that the lock is never held across an `await`.
fn is_new(app: &App, key: &str) -> bool {
    keys(app).insert(key.to_owned())
}

fn forget(app: &App, key: &str) {
    keys(app).remove(key);
}

fn keys(app: &App) -> MutexGuard<'_, BTreeSet<String>> {
    app.seen.lock().unwrap_or_else(PoisonError::into_inner)
}

fn status(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}
