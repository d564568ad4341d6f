//! Calls the function with the events of each kind of gateway.

use std::sync::Mutex;

use base64ct::{Base64, Encoding};
use lambda_function::{App, Queue};
use lambda_http::{Body, Response, request};
use serde_json::{Value, json};
use whatsapp_webhooks::testing::{self, Fixture, Sender, Sent};
use whatsapp_webhooks::{Event, Provider, meta};

#[derive(Default)]
struct Memory {
    events: Mutex<Vec<Event>>,
    is_down: bool,
}

impl Queue for &Memory {
    type Error = &'static str;

    async fn put(&self, event: Event) -> Result<(), Self::Error> {
        tokio::task::yield_now().await;
        if self.is_down {
            return Err("no connection");
        }
        self.events.lock().unwrap().push(event);
        Ok(())
    }
}

/// What hands over requests.
#[derive(Clone, Copy, Debug)]
enum Gateway {
    /// REST API, payload format 1.0.
    V1,
    /// HTTP API or function URL, payload format 2.0.
    V2,
    /// Load balancer.
    Alb,
}

const GATEWAYS: [Gateway; 3] = [Gateway::V1, Gateway::V2, Gateway::Alb];

/// The event of a gateway. Version 1 and load balancers hand over a parsed query, and a load balancer does not decode
/// it.
fn event(gateway: Gateway, method: &str, query: &str, sent: &Sent, is_base64: bool) -> Value {
    let headers: serde_json::Map<String, Value> = sent
        .headers
        .iter()
        .map(|(name, value)| (name.clone(), value.clone().into()))
        .collect();
    let body = if is_base64 {
        Base64::encode_string(&sent.body)
    } else {
        String::from_utf8(sent.body.to_vec()).unwrap()
    };
    let pairs = |is_decoded: bool| -> serde_json::Map<String, Value> {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let decode = |text: &str| match is_decoded {
            true => text.replace("%2B", "+").replace("%26", "&"),
            false => text.to_owned(),
        };
        pairs
            .map(|(name, value)| (name.to_owned(), json!([decode(value)])))
            .collect()
    };
    match gateway {
        Gateway::V1 => json!({
            "resource": "/webhook", "path": "/webhook", "httpMethod": method,
            "headers": headers, "multiValueHeaders": {},
            "queryStringParameters": null, "multiValueQueryStringParameters": pairs(true),
            "pathParameters": null, "stageVariables": null,
            "requestContext": {
                "accountId": "123456789012", "resourceId": "x", "stage": "prod", "requestId": "r",
                "resourcePath": "/webhook", "httpMethod": method, "apiId": "a", "identity": {},
            },
            "body": body, "isBase64Encoded": is_base64,
        }),
        Gateway::V2 => json!({
            "version": "2.0", "routeKey": "$default", "rawPath": "/webhook", "rawQueryString": query,
            "headers": headers,
            "requestContext": {
                "accountId": "123456789012", "apiId": "a", "domainName": "a.example", "stage": "$default",
                "requestId": "r", "routeKey": "$default", "time": "14/Jul/2026:03:33:20 +0000",
                "timeEpoch": 1_784_000_000_000_u64,
                "http": {
                    "method": method, "path": "/webhook", "protocol": "HTTP/1.1",
                    "sourceIp": "192.0.2.7", "userAgent": "facebookexternalua",
                },
            },
            "body": body, "isBase64Encoded": is_base64,
        }),
        Gateway::Alb => json!({
            "requestContext": { "elb": { "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:1:t" } },
            "httpMethod": method, "path": "/webhook",
            "multiValueQueryStringParameters": pairs(false),
            "multiValueHeaders": headers.into_iter().map(|(name, value)| (name, json!([value])))
                .collect::<serde_json::Map<_, _>>(),
            "body": body, "isBase64Encoded": is_base64,
        }),
    }
}

async fn answer(memory: &Memory, event: &Value) -> Response<Body> {
    answer_with(testing::TOKEN, memory, event).await
}

async fn answer_with(token: &str, memory: &Memory, event: &Value) -> Response<Body> {
    let endpoint = meta::Endpoint::new(testing::SECRET, token).unwrap();
    let request = request::from_str(&event.to_string()).unwrap();
    App::new(endpoint, memory).answer(request).await
}

fn text() -> Fixture {
    let mut fixtures = testing::fixtures(Provider::Meta).iter();
    *fixtures.find(|fixture| fixture.name() == "text").unwrap()
}

#[tokio::test]
async fn a_delivery_is_stored_as_text_and_as_base64() {
    let sent = Sender::of(Provider::Meta).good(text().body());
    for gateway in GATEWAYS {
        for is_base64 in [false, true] {
            let memory = Memory::default();
            let response = answer(&memory, &event(gateway, "POST", "", &sent, is_base64)).await;
            assert_eq!(response.status(), 200, "{gateway:?} {is_base64}");
            let events = memory.events.into_inner().unwrap();
            assert_eq!(Some(events), text().events(), "{gateway:?} {is_base64}");
        }
    }
}

#[tokio::test]
async fn a_forged_delivery_is_refused() {
    let sender = Sender::of(Provider::Meta);
    for gateway in GATEWAYS {
        for sent in [
            sender.wrong_signature(text().body()),
            sender.missing_signature(text().body()),
            sender.truncated(text().body()),
        ] {
            let memory = Memory::default();
            let response = answer(&memory, &event(gateway, "POST", "", &sent, true)).await;
            assert_eq!(response.status(), 401, "{gateway:?}");
            assert!(memory.events.into_inner().unwrap().is_empty());
        }
    }
}

#[tokio::test]
async fn a_body_of_three_mebibytes_is_read_and_a_longer_one_is_too_large() {
    let memory = Memory::default();
    let mut body = text().body().to_vec();
    body.resize(3 * 1024 * 1024, b' ');
    let sender = Sender::of(Provider::Meta);
    let longest = event(Gateway::V2, "POST", "", &sender.good(body.clone()), true);
    assert!(longest.to_string().len() < 6_000_000, "Lambda takes it");
    assert_eq!(answer(&memory, &longest).await.status(), 200);
    body.push(b' ');
    let longer = event(Gateway::V2, "POST", "", &sender.good(body), true);
    assert_eq!(answer(&memory, &longer).await.status(), 413);
}

#[tokio::test]
async fn a_handshake_through_every_gateway_is_answered_or_refused() {
    let none = Sender::unsigned().good("");
    // A token whose characters a gateway decodes and encodes again.
    let token = "a+token&more";
    for gateway in GATEWAYS {
        let query = testing::handshake(token, "115");
        let get = event(gateway, "GET", &query, &none, false);
        let good = answer_with(token, &Memory::default(), &get).await;
        assert_eq!(good.status(), 200, "{gateway:?}");
        assert_eq!(good.headers()["content-type"], "text/plain; charset=utf-8");
        assert_eq!(good.body().as_ref(), b"115");
        let bad = answer_with("another", &Memory::default(), &get).await;
        assert_eq!(bad.status(), 403, "{gateway:?}");
        assert!(bad.body().as_ref().is_empty());
    }
}

/// A proxy and this function could otherwise check different values.
#[tokio::test]
async fn a_repeated_signature_is_refused() {
    let mut sent = Sender::of(Provider::Meta).good(text().body());
    let signature = sent.headers.pop().unwrap().1;
    // Version 2 joins the values of a header.
    let joined = format!("sha256=00,{signature}");
    sent.headers
        .push(("x-hub-signature-256".to_owned(), joined));
    let memory = Memory::default();
    let response = answer(&memory, &event(Gateway::V2, "POST", "", &sent, true)).await;
    assert_eq!(response.status(), 401);
    let mut several = event(Gateway::Alb, "POST", "", &sent, true);
    several["multiValueHeaders"]["x-hub-signature-256"] = json!(["sha256=00", signature]);
    assert_eq!(answer(&memory, &several).await.status(), 401);
}

#[tokio::test]
async fn a_delivery_that_was_not_stored_is_asked_for_again() {
    let memory = Memory {
        is_down: true,
        ..Memory::default()
    };
    let sent = Sender::of(Provider::Meta).good(text().body());
    let response = answer(&memory, &event(Gateway::V2, "POST", "", &sent, false)).await;
    assert_eq!(response.status(), 503);
}
