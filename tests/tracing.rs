//! What the feature `tracing` says, and that it never says anything of a body.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test"
)]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tracing_subscriber::util::SubscriberInitExt;
use whatsapp_webhooks::testing::{self, Sender, Sent, fixtures};
use whatsapp_webhooks::{
    Delivery, Provider, ReceiveError, cooby, engage, meta, partner, whatzmeapi,
};

/// Letters and digits that stand in no fixture.
const MARKER: &str = "Zyx 99887766554";

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs something and returns all that was written meanwhile, at every level.
fn written(lines: &Lines, run: impl FnOnce()) -> String {
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .without_time()
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = subscriber.set_default();
    run();
    lines.take()
}

fn receive(provider: Provider, sent: &Sent) -> Result<Delivery, ReceiveError> {
    let (request, body) = (sent.request(), sent.body.clone());
    let (parameter, secret) = (testing::QUERY_PARAMETER, testing::SECRET);
    match provider {
        Provider::Meta => meta::Endpoint::new(secret, testing::TOKEN)
            .unwrap()
            .receive(&request, body),
        Provider::WhatzMeApi => whatzmeapi::Endpoint::new(secret)
            .unwrap()
            .receive(&request, body),
        Provider::Engage => engage::Endpoint::new(testing::ENGAGE_HEADER, secret)
            .unwrap()
            .receive(&request, body),
        Provider::Cooby => cooby::Endpoint::by_query_secret(parameter, secret)
            .unwrap()
            .receive(&request, body),
        Provider::Partner => partner::Endpoint::by_address()
            .and_query_secret(parameter, secret)
            .unwrap()
            .receive(&request, body),
        _ => unreachable!("all providers"),
    }
}

#[test]
fn a_delivery_is_two_lines_and_a_refusal_one() {
    let lines = Lines::default();
    let sender = Sender::of(Provider::Meta);
    let text = fixtures(Provider::Meta)
        .iter()
        .find(|fixture| fixture.name() == "text")
        .unwrap();
    let length = text.body().len();
    let said = written(&lines, || {
        assert!(receive(Provider::Meta, &sender.good(text.body())).is_ok());
    });
    assert_eq!(
        said,
        format!(
            "DEBUG whatsapp_webhooks: sender verified provider=\"meta\" bytes={length} is_proven=true secret_index=0\n\
             DEBUG whatsapp_webhooks: body parsed provider=\"meta\" bytes={length} events=1 kinds=message=1\n"
        )
    );
    let said = written(&lines, || {
        receive(Provider::Meta, &sender.wrong_signature(text.body())).unwrap_err();
    });
    assert!(
        said.starts_with(" WARN whatsapp_webhooks: sender refused provider=\"meta\"")
            && said.contains("suggested_status=401 error=the signature does not match"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    let said = written(&lines, || {
        receive(Provider::Meta, &sender.good("{\"a\":1}")).unwrap_err();
    });
    assert!(said.contains(
        " WARN whatsapp_webhooks: body refused provider=\"meta\" bytes=7 error=the body is not"
    ));
}

/// Replaces the string with this number, counted from the first, by the marker; returns whether there is one.
fn mark(value: &mut Value, number: &mut usize) -> bool {
    match value {
        Value::String(text) if *number == 0 => {
            MARKER.clone_into(text);
            true
        }
        Value::String(_) => {
            *number -= 1;
            false
        }
        Value::Array(list) => list.iter_mut().any(|value| mark(value, number)),
        Value::Object(object) => object.values_mut().any(|value| mark(value, number)),
        _ => false,
    }
}

/// Cases: N06.
#[test]
fn no_line_says_anything_of_a_body_or_a_request() {
    let lines = Lines::default();
    let mut count = 0;
    for provider in Provider::ALL {
        let sender = Sender::of(*provider);
        let mut bodies = Vec::new();
        for fixture in fixtures(*provider) {
            let body: Value = serde_json::from_slice(&fixture.body()).unwrap_or_default();
            for number in 0.. {
                let (mut marked, mut left) = (body.clone(), number);
                if !mark(&mut marked, &mut left) {
                    break;
                }
                bodies.push(marked.to_string());
            }
        }
        count += bodies.len();
        let said = written(&lines, || {
            for body in bodies {
                drop(receive(*provider, &sender.wrong_signature(body.clone())));
                let cut = body[..body.len() - 1].to_owned();
                drop(receive(*provider, &sender.good(cut)));
                let mut sent = sender.good(body);
                drop(receive(*provider, &sent));
                // What proves the sender is not what is expected.
                sent.query = sent.query.replace(testing::SECRET, "Zyx99887766554");
                for (_, value) in &mut sent.headers {
                    MARKER.clone_into(value);
                }
                drop(receive(*provider, &sent));
            }
        });
        for line in said.lines() {
            for secret in ["Zyx", "99887766", testing::SECRET, "sha256=0"] {
                assert!(!line.contains(secret), "{line}");
            }
            let parts = ["provider=", "bytes=", " whatsapp_webhooks: "];
            assert!(parts.iter().all(|part| line.contains(part)), "{line}");
        }
        assert!(said.lines().count() > 4, "{provider}");
    }
    assert!(count > 5000, "{count}");
}
