//! The crates, each with how it reads a body.

use std::error::Error;
use std::hint::black_box;
use std::sync::{Arc, Mutex};

use whatsapp_business_rs::WebhookHandler;
use whatsapp_business_rs::server::{ErrorContext, Event, EventContext};
use whatsapp_business_rs::webhook_service::WebhookService;

/// What came out of a body.
pub struct Read {
    /// Messages, statuses, errors and whatever else the crate tells apart.
    pub items: usize,
    /// All that the result has, as JSON, or as `Debug` where it has no JSON.
    pub output: String,
}

/// A crate.
pub struct Crate {
    /// Name and version.
    pub name: &'static str,
    /// Reads a body; `None` if it is refused.
    pub read: Box<dyn Fn(&[u8]) -> Option<Read>>,
    /// Reads a body and drops the result.
    pub run: Box<dyn Fn(&[u8])>,
}

pub fn crates() -> Vec<Crate> {
    vec![
        Crate {
            name: "whatsapp-webhooks (this crate)",
            read: Box::new(own),
            run: Box::new(|body| drop(black_box(whatsapp_webhooks::meta::parse(body.to_vec())))),
        },
        Crate {
            name: "meta-whatsapp 0.1.5",
            read: Box::new(meta_whatsapp),
            run: Box::new(|body| {
                let read: Result<meta_whatsapp::WebhookPayload, _> = serde_json::from_slice(body);
                drop(black_box(read));
            }),
        },
        Crate {
            name: "wacloudapi 0.1.0",
            read: Box::new(wacloudapi),
            run: Box::new(|body| {
                let read: Result<wacloudapi::webhooks::WebhookPayload, _> =
                    serde_json::from_slice(body);
                drop(black_box(read.map(|payload| payload.events())));
            }),
        },
        Crate {
            name: "whatsapp 0.8.1",
            read: Box::new(whatsapp),
            run: Box::new(|body| {
                let read: Result<whatsapp::models::webhooks::NotificationPayload, _> =
                    serde_json::from_slice(body);
                drop(black_box(read));
            }),
        },
        Crate {
            name: "whatsapp-business-rs 0.5.0",
            read: Box::new(business),
            run: business_run(),
        },
    ]
}

/// Without the raw JSON, which would hold everything.
fn own(body: &[u8]) -> Option<Read> {
    let events = whatsapp_webhooks::meta::parse(body.to_vec()).ok()?;
    let items = events.len();
    let fields: Vec<_> = events
        .into_iter()
        .map(|event| event.without_raw())
        .collect();
    Some(Read {
        items,
        output: serde_json::to_string(&fields).unwrap(),
    })
}

/// Every message and status; a change with neither is one item, as its value is kept.
fn meta_whatsapp(body: &[u8]) -> Option<Read> {
    let payload: meta_whatsapp::WebhookPayload = serde_json::from_slice(body).ok()?;
    let changes = payload.entry.iter().flat_map(|entry| &entry.changes);
    let items = changes.map(|change| {
        let items = change.value.messages.len() + change.value.statuses.len();
        items.max(1)
    });
    Some(Read {
        items: items.sum(),
        output: serde_json::to_string(&payload).unwrap(),
    })
}

fn wacloudapi(body: &[u8]) -> Option<Read> {
    let payload: wacloudapi::webhooks::WebhookPayload = serde_json::from_slice(body).ok()?;
    Some(Read {
        items: payload.events().len(),
        output: serde_json::to_string(&payload).unwrap(),
    })
}

fn whatsapp(body: &[u8]) -> Option<Read> {
    let payload: whatsapp::models::webhooks::NotificationPayload =
        serde_json::from_slice(body).ok()?;
    let changes = payload.entry.iter().flat_map(|entry| &entry.changes);
    let items = changes.map(|change| {
        let value = &change.value;
        let messages = value.messages.as_ref().map_or(0, Vec::len);
        let statuses = value.statuses.as_ref().map_or(0, Vec::len);
        messages + statuses + value.errors.as_ref().map_or(0, Vec::len)
    });
    Some(Read {
        items: items.sum(),
        output: serde_json::to_string(&payload).unwrap(),
    })
}

/// A handler of whatsapp-business-rs, whose parser is not public: events go through its service.
#[derive(Clone, Default)]
struct Handler {
    seen: Option<Arc<Mutex<Vec<String>>>>,
}

impl WebhookHandler for Handler {
    async fn handle(&self, context: EventContext, event: Event) {
        match &self.seen {
            Some(seen) => seen
                .lock()
                .unwrap()
                .push(format!("{:?} {event:?}", context.waba())),
            None => drop(black_box((context, event))),
        }
    }

    /// Would print them.
    async fn handle_error(&self, _: ErrorContext, _: Box<dyn Error + Send>) {}
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
}

/// Hands a body over, lets the handlers run, and returns whether it was accepted.
async fn deliver(service: &WebhookService<Handler>, body: &[u8]) -> bool {
    let request = http::Request::post("/").body(body.to_vec()).unwrap();
    let response = service.handle(request).await;
    while tokio::runtime::Handle::current()
        .metrics()
        .num_alive_tasks()
        > 0
    {
        tokio::task::yield_now().await;
    }
    response.status().is_success()
}

fn business(body: &[u8]) -> Option<Read> {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let handler = Handler {
        seen: Some(Arc::clone(&seen)),
    };
    let service = WebhookService::<Handler>::builder().build(handler);
    let is_accepted = runtime().block_on(deliver(&service, body));
    let seen = seen.lock().unwrap();
    is_accepted.then(|| Read {
        items: seen.len(),
        output: seen.join("\n"),
    })
}

fn business_run() -> Box<dyn Fn(&[u8])> {
    let (runtime, service) = (
        runtime(),
        WebhookService::<Handler>::builder().build(Handler::default()),
    );
    Box::new(move |body| {
        black_box(runtime.block_on(deliver(&service, body)));
    })
}
