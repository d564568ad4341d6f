//! The handler that forwards: what each answer means, and what is sent.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::post;
use receiver::entry::Entry;
use receiver::handler::{Failure, Forward, Handler, Signer};
use receiver::queue::Leased;
use tokio::net::TcpListener;

const SECRETS: [&str; 2] = [
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
];

type Seen = Arc<Mutex<Vec<(HeaderMap, Bytes)>>>;

/// Answers with the status of the path, and keeps what it got.
async fn sink() -> (String, Seen) {
    let seen = Seen::default();
    let kept = seen.clone();
    let answer = |axum::extract::Path(status): axum::extract::Path<u16>,
                  headers: HeaderMap,
                  body: Bytes| async move {
        kept.lock().unwrap().push((headers, body));
        if status == 0 {
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
        let status = StatusCode::from_u16(status.max(100)).unwrap();
        let headers = [(header::LOCATION, "/200"), (header::RETRY_AFTER, "120")];
        (status, headers).into_response()
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        axum::serve(listener, Router::new().route("/{status}", post(answer))).await
    });
    (url, seen)
}

fn leased() -> Leased {
    let entry = Entry {
        key: "meta:fd2150ed0df6507547c6987edcb61b47".into(),
        endpoint: "meta/main".into(),
        provider: "meta".into(),
        kind: "status".into(),
        detail: "sent".into(),
        lane: "0efb85aeb4a3cef244f27d70".into(),
        message: None,
        status: Some("sent".into()),
        occurred_at: None,
        json: "{\"status\":{}}".into(),
    };
    Leased {
        seq: 1,
        entry,
        tries: 3,
        received_at: 0,
        replay: true,
        current_status: Some("read".into()),
    }
}

fn forward(url: &str, secrets: &[&str]) -> Forward {
    let secrets: Vec<String> = secrets.iter().map(|secret| (*secret).to_owned()).collect();
    Forward::new(
        url,
        Signer::new(&secrets).unwrap(),
        Duration::from_millis(500),
    )
    .unwrap()
}

#[tokio::test]
async fn every_answer_means_done_another_try_or_a_dead_letter() {
    let (url, seen) = sink().await;
    for status in [200, 201, 204, 299] {
        let forward = forward(&format!("{url}/{status}"), &SECRETS);
        assert_eq!(forward.handle(&leased()).await, Ok(()), "{status}");
    }
    for status in [408, 429, 500, 502, 503, 599] {
        let reason = format!("answered with {status}");
        let after = Some(Duration::from_secs(120));
        let forward = forward(&format!("{url}/{status}"), &SECRETS);
        assert_eq!(
            forward.handle(&leased()).await,
            Err(Failure::Retry { reason, after })
        );
    }
    let before = seen.lock().unwrap().len();
    for status in [301, 302, 307, 308, 400, 401, 404, 410, 422] {
        let reason = format!("answered with {status}");
        let forward = forward(&format!("{url}/{status}"), &SECRETS);
        assert_eq!(
            forward.handle(&leased()).await,
            Err(Failure::Permanent { reason })
        );
    }
    assert_eq!(
        seen.lock().unwrap().len(),
        before + 9,
        "no redirect is followed"
    );
}

#[tokio::test]
async fn no_answer_is_another_try() {
    let (url, _) = sink().await;
    let failure = forward(&format!("{url}/0"), &SECRETS)
        .handle(&leased())
        .await;
    assert_eq!(
        failure,
        Err(Failure::Retry {
            reason: "no answer in time".into(),
            after: None
        })
    );
    let failure = forward("http://127.0.0.1:1/", &SECRETS)
        .handle(&leased())
        .await;
    assert_eq!(
        failure,
        Err(Failure::Retry {
            reason: "no connection".into(),
            after: None
        })
    );
}

#[tokio::test]
async fn what_is_sent_is_signed_with_every_secret_and_marked() {
    let (url, seen) = sink().await;
    forward(&format!("{url}/200"), &SECRETS)
        .handle(&leased())
        .await
        .unwrap();
    let (headers, body) = seen.lock().unwrap().remove(0);
    let text = |name: &str| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap().to_owned())
            .unwrap_or_default()
    };
    assert_eq!(body, "{\"status\":{}}");
    assert_eq!(text("content-type"), "application/json");
    assert_eq!(text("webhook-id"), leased().entry.key);
    let timestamp: i64 = text("webhook-timestamp").parse().unwrap();
    assert!((receiver::clock::now() / 1_000 - timestamp).abs() < 10);
    let signatures: Vec<String> = text("webhook-signature")
        .split(' ')
        .map(str::to_owned)
        .collect();
    assert_eq!(signatures.len(), 2);
    for (secret, signature) in SECRETS.iter().zip(signatures) {
        let signer = Signer::new(&[(*secret).to_owned()]).unwrap();
        assert_eq!(
            signer.sign(&leased().entry.key, timestamp, &body),
            signature
        );
    }
    let marks = [
        "x-receiver-try",
        "x-receiver-replay",
        "x-receiver-stale",
        "x-receiver-endpoint",
    ]
    .map(text);
    assert_eq!(marks, ["3", "true", "true", "meta/main"]);
}
