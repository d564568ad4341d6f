//! Deliveries as Meta sends them; numbers and texts are invented.

use serde_json::json;
use whatsapp_webhooks::meta;

/// A delivery with the keys of its events.
#[derive(Clone, Debug)]
pub struct Body {
    pub bytes: Vec<u8>,
    pub keys: Vec<String>,
}

impl Body {
    pub fn new(value: serde_json::Value) -> Self {
        let bytes = json!({
            "object": "whatsapp_business_account",
            "entry": [{"id": "102030405060708", "changes": [{"field": "messages", "value": value}]}],
        });
        Self::from_bytes(bytes.to_string().into_bytes())
    }

    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        let events = meta::parse(bytes.clone()).unwrap_or_default();
        let keys = events
            .iter()
            .map(whatsapp_webhooks::Event::dedup_key)
            .collect();
        Self { bytes, keys }
    }
}

fn metadata() -> serde_json::Value {
    json!({"display_phone_number": "15550109988", "phone_number_id": "104857600123456"})
}

/// The nth message of a chat.
pub fn message(run: &str, chat: u32, number: u32) -> Body {
    let from = format!("1650555{chat:04}");
    Body::new(json!({
        "messaging_product": "whatsapp",
        "metadata": metadata(),
        "contacts": [{"wa_id": from, "profile": {"name": "Dana Reed"}}],
        "messages": [{
            "from": from,
            "id": format!("wamid.{run}C{chat}N{number}"),
            "timestamp": "1784000000",
            "type": "text",
            // U+0000 occurs: whoever stores text instead of bytes loses here.
            "text": {"body": format!("{chat}:{number} caf\u{e9}\u{0}")},
        }],
    }))
}

/// A status of an outbound message.
pub fn status(run: &str, message: u32, status: &str) -> Body {
    Body::new(json!({
        "messaging_product": "whatsapp",
        "metadata": metadata(),
        "statuses": [{
            "id": format!("wamid.{run}S{message}"),
            "status": status,
            "timestamp": "1784000000",
            "recipient_id": "16505551234",
        }],
    }))
}

/// A chunk of history with messages of many chats, as long as Meta sends at most.
pub fn history(run: &str, bytes: usize) -> Body {
    let mut threads = Vec::new();
    let (mut size, mut chat) = (0, 0_u32);
    while size < bytes {
        let from = format!("1650555{chat:04}");
        let messages: Vec<_> = (1..=50_u32)
            .map(|number| {
                json!({
                    "from": from,
                    "id": format!("wamid.{run}C{chat}N{number}"),
                    "timestamp": (1_784_000_000 + number).to_string(),
                    "type": "text",
                    "text": {"body": format!("{chat}:{number} {}", "lorem ipsum ".repeat(10))},
                    "history_context": {"status": "READ"},
                })
            })
            .collect();
        let thread = json!({"id": from, "messages": messages});
        size += thread.to_string().len() + 1;
        threads.push(thread);
        chat += 1;
    }
    threads.pop();
    let value = json!({
        "messaging_product": "whatsapp",
        "metadata": metadata(),
        "history": [{"metadata": {"phase": 1, "chunk_order": 1, "progress": 55}, "threads": threads}],
    });
    let bytes = json!({
        "object": "whatsapp_business_account",
        "entry": [{"id": "102030405060708", "changes": [{"field": "history", "value": value}]}],
    });
    Body::from_bytes(bytes.to_string().into_bytes())
}
