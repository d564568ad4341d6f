//! What is taken for JSON, and the JSON of events.

use serde::de::IgnoredAny;
use serde_json::Value;
use whatsapp_webhooks::{Event, ParseErrorKind, Provider};

/// A body is taken for JSON where `serde_json` takes it, by every provider.
///
/// # Panics
///
/// Where they differ.
pub fn check(body: &[u8]) {
    let unmarked = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let expected = std::str::from_utf8(unmarked)
        .is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
    for provider in Provider::ALL {
        let taken = match provider.parse(body.to_vec()) {
            Ok(_) => true,
            Err(error) => matches!(
                error.kind,
                ParseErrorKind::WrongEnvelope { .. } | ParseErrorKind::TooManyItems
            ),
        };
        assert_eq!(taken, expected, "{provider}");
    }
}

/// The events of a body are written as JSON that `serde_json` takes and that reads back as the same events, with the same
/// keys.
///
/// # Panics
///
/// Where they are not.
pub fn event_json(body: &[u8]) {
    for provider in Provider::ALL {
        for event in provider.parse(body.to_vec()).unwrap_or_default() {
            let json = serde_json::to_string(&event).expect("events can be written");
            serde_json::from_str::<Value>(&json).expect("any reader takes what is written");
            let read: Event = serde_json::from_str(&json).expect("events can be read");
            assert_eq!(read, event);
            assert_eq!(
                serde_json::to_string(&read).expect("events can be written"),
                json
            );
            // The key is its own, not the one that it carries.
            let carried = format!(",\"key\":\"{}\"", event.dedup_key());
            let (before, behind) = json.split_once(&carried).expect("an event carries its key");
            let read: Event =
                serde_json::from_str(&format!("{before}{behind}")).expect("events can be read");
            assert_eq!(read.dedup_key(), event.dedup_key());
        }
    }
}
