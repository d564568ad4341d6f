//! A function for AWS Lambda, behind API Gateway, a function URL or a load balancer.

use std::future::Future;

use lambda_http::http::header::{CONTENT_TYPE, HeaderValue};
use lambda_http::http::{Method, StatusCode};
use lambda_http::{Body, Request, RequestExt, Response};
use whatsapp_webhooks::{Event, meta};

/// Longest body. Meta sends up to 3 MiB, above all when it delivers a history. Lambda accepts events of 6 MB, with a
/// body in Base64 a third longer than it is, so 3 MiB fit; behind a load balancer only 1 MB, which cannot be raised.
/// An endpoint has this limit unless told otherwise; it is named here because it is compared with the others.
const MAX_BODY: usize = 3 * 1024 * 1024;

/// Where events are put: a queue or a table.
///
/// It has to tell repeated events by their [`dedup_key`](Event::dedup_key), as SQS FIFO queues and unique columns do:
/// two invocations share no memory.
pub trait Queue {
    /// Why an event could not be stored.
    type Error: std::fmt::Display;

    fn put(&self, event: Event) -> impl Future<Output = Result<(), Self::Error>> + Send;
}

/// What one execution environment keeps between invocations.
pub struct App<Q> {
    endpoint: meta::Endpoint,
    queue: Q,
}

impl<Q: Queue> App<Q> {
    pub fn new(endpoint: meta::Endpoint, queue: Q) -> Self {
        Self {
            endpoint: endpoint.with_max_body_len(MAX_BODY),
            queue,
        }
    }

    /// Answers a request. It never fails: an error of the function would be answered with 502, which Meta repeats.
    pub async fn answer(&self, request: Request) -> Response<Body> {
        match *request.method() {
            // The handshake has no signature: Meta's GET request has the verify token in its query.
            Method::GET => self.handshake(&request),
            Method::POST => status(self.receive(request).await),
            _ => status(StatusCode::METHOD_NOT_ALLOWED),
        }
    }

    /// `lambda_http` writes the query of every kind of gateway into the URI: also of those that hand over a parsed one.
    fn handshake(&self, request: &Request) -> Response<Body> {
        let query = request.uri().query().unwrap_or_default();
        match self.endpoint.challenge(query) {
            Ok(challenge) => {
                let mut response = Response::new(Body::from(challenge));
                // Text, and not HTML: the challenge comes from whoever sent the request.
                let text = HeaderValue::from_static("text/plain; charset=utf-8");
                response.headers_mut().insert(CONTENT_TYPE, text);
                response
            }
            Err(error) => status(StatusCode::from(&error)),
        }
    }

    async fn receive(&self, request: Request) -> StatusCode {
        // A copy of the headers, which can be held across every `await` below. A secret in the path is in the path
        // that the client sent: the one of the URI may begin with the name of the stage.
        let seen = whatsapp_webhooks::Request::from(&request).with_path(request.raw_http_path());
        // `lambda_http` has decoded Base64. The bytes are the same whether it came as text or as Base64; a body that
        // the gateway has rewritten, for example by a mapping template, has lost its signature.
        let body = request.body().as_ref().to_vec();
        let delivery = match self.endpoint.receive(&seen, body) {
            Ok(delivery) => delivery,
            Err(error) => {
                eprintln!("no events: {error}");
                return StatusCode::from(&error);
            }
        };
        for event in delivery {
            // Before the answer: Lambda freezes the function after it, and a spawned task with it.
            if let Err(error) = self.queue.put(event).await {
                eprintln!("not stored: {error}");
                return StatusCode::SERVICE_UNAVAILABLE;
            }
        }
        StatusCode::OK
    }
}

fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::Empty);
    *response.status_mut() = status;
    response
}
