//! Handlers for actix-web, which pass in the headers as pairs.

use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes, Data, PayloadConfig, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use whatsapp_webhooks::{Request, meta, partner};

/// State shared by the handlers.
pub struct App {
    pub meta: meta::Endpoint,
    pub partner: partner::Endpoint,
}

/// Adds the routes. Meta sends up to 3 MiB; actix-web accepts 256 kB by default.
pub fn configure(config: &mut ServiceConfig, app: Data<App>) {
    config
        .app_data(app)
        .app_data(PayloadConfig::new(3 * 1024 * 1024))
        .route("/meta", web::get().to(handshake))
        .route("/meta", web::post().to(meta))
        .route("/partner/{secret}", web::post().to(partner));
}

async fn handshake(app: Data<App>, request: HttpRequest) -> HttpResponse {
    match app.meta.challenge(request.query_string()) {
        Ok(challenge) => HttpResponse::Ok()
            .content_type("text/plain")
            .body(challenge),
        Err(error) => answer(error.suggested_status()),
    }
}

async fn meta(app: Data<App>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let request = Request::from_pairs(request.headers());
    match app.meta.receive(&request, body) {
        Ok(delivery) => {
            for event in delivery {
                store(event).await;
            }
            answer(200)
        }
        Err(error) => answer(error.suggested_status()),
    }
}

/// Partner is verified by its source address and a secret in the path.
async fn partner(app: Data<App>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let mut seen = Request::from_pairs(request.headers()).with_path(request.path());
    if let Some(peer) = request.peer_addr() {
        seen = seen.with_peer(peer.ip());
    }
    match app.partner.receive(&seen, body) {
        Ok(delivery) => {
            for event in delivery {
                store(event).await;
            }
            answer(200)
        }
        Err(error) => answer(error.suggested_status()),
    }
}

async fn store(event: whatsapp_webhooks::Event) {
    // In production, write the event to a database or a queue.
    println!("{} {}", event.kind(), event.dedup_key());
}

fn answer(status: u16) -> HttpResponse {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    HttpResponse::new(status)
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use actix_web::test::{TestRequest, call_service, init_service};
    use actix_web::{App as Server, test};

    use super::*;

    const BODY: &str = include_str!("../../../fixtures/meta/text.json");
    const ONBOARDED: &str = include_str!("../../../fixtures/partner/builder.json");

    async fn status(request: TestRequest) -> u16 {
        let app = Data::new(App {
            meta: meta::Endpoint::new("the app secret", "the verify token").unwrap(),
            partner: partner::Endpoint::by_address()
                .and_path_secret("p4th")
                .unwrap(),
        });
        let server = init_service(Server::new().configure(|it| configure(it, app))).await;
        let response = call_service(&server, request.to_request()).await;
        response.status().as_u16()
    }

    fn signed(body: String) -> TestRequest {
        let endpoint = meta::Endpoint::new("the app secret", "the verify token").unwrap();
        let signature = endpoint.sign(body.as_bytes()).unwrap();
        TestRequest::post()
            .uri("/meta")
            .insert_header(("X-Hub-Signature-256", signature))
            .set_payload(body)
    }

    /// Cases: Q12.
    #[actix_web::test]
    async fn meta_is_let_in_by_its_signature() {
        assert_eq!(status(signed(BODY.to_owned())).await, 200);
        assert_eq!(status(signed(BODY.to_owned()).set_payload("{}")).await, 401);
        let twice = signed(BODY.to_owned()).append_header(("X-Hub-Signature-256", "sha256=00"));
        assert_eq!(status(twice).await, 401);
        assert_eq!(status(TestRequest::post().uri("/meta")).await, 401);
        let limit = 3 * 1024 * 1024;
        let longest = format!("{BODY}{}", " ".repeat(limit - BODY.len()));
        assert_eq!(status(signed(format!("{longest} "))).await, 413);
        assert_eq!(status(signed(longest)).await, 200);
    }

    /// Cases: E14.
    #[actix_web::test]
    async fn the_handshake_is_answered_or_refused() {
        let get = |query: &str| test::TestRequest::get().uri(&format!("/meta?{query}"));
        let good = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=the+verify+token";
        assert_eq!(status(get(good)).await, 200);
        assert_eq!(status(get("hub.mode=subscribe")).await, 403);
    }

    #[actix_web::test]
    async fn partner_is_let_in_by_address_and_path() {
        let post = |path: &str| TestRequest::post().uri(path).set_payload(ONBOARDED);
        let from = |path, peer: &str| post(path).peer_addr(peer.parse::<SocketAddr>().unwrap());
        assert_eq!(
            status(from("/partner/p4th", "34.165.99.212:4430")).await,
            200
        );
        assert_eq!(
            status(from("/partner/guess", "34.165.99.212:4430")).await,
            401
        );
        assert_eq!(status(from("/partner/p4th", "127.0.0.1:4430")).await, 401);
        // Without a peer address the program is at fault, not the sender.
        assert_eq!(status(post("/partner/p4th")).await, 500);
    }
}
