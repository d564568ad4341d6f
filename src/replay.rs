//! Reads kept bodies and events again, after an upgrade to a version that knows more.
//!
//! | you have | read again by |
//! |---|---|
//! | the body of a delivery | [`body`], which gives everything that the body has |
//! | an event that was `Unknown` or `Malformed` | [`event`], where its raw JSON is complete without the rest of the body |
//!
//! Events that were read again have [`EventMeta::replayed`](crate::event::EventMeta::replayed), also in their JSON, so
//! that nobody answers a message of last week. They have the same [`dedup_key`](Event::dedup_key) as if they had just
//! been delivered: those that were known before are skipped as repeated.
//!
//! # Examples
//!
//! ```
//! use whatsapp_webhooks::{Provider, replay};
//!
//! let kept = r#"{"status":"OK","event":"builder","builderID":611}"#;
//! let live = Provider::Partner.parse(kept)?;
//! let again = replay::body(Provider::Partner, kept)?;
//! assert_eq!(live[0].meta().replayed, None);
//! assert_eq!(again[0].meta().replayed, Some(true));
//! assert_eq!(again[0].dedup_key(), live[0].dedup_key());
//! # Ok::<(), whatsapp_webhooks::ParseError>(())
//! ```

use bytes::Bytes;

use crate::error::ParseError;
use crate::event::Event;
use crate::provider::Provider;
use crate::types::Timestamp;

/// Reads a kept body: as [`Provider::parse`] does, with the mark of a replay on every event.
///
/// # Errors
///
/// The same as [`Provider::parse`].
pub fn body(provider: Provider, body: impl Into<Bytes>) -> Result<Vec<Event>, ParseError> {
    let mut events = provider.parse(body)?;
    mark(&mut events);
    Ok(events)
}

/// Reads the raw JSON of an [`Event::Unknown`] or [`Event::Malformed`] again.
///
/// Returns `None` for every other event, and if
///
/// - this version knows no more than the one that read it,
/// - its raw JSON was removed, or
/// - it needs the rest of its body. What is read is a whole body, and of Meta a whole `entry` or element of `changes`,
///   which is what an unknown field is. An item in a list, such as a message of an unknown type, has its chat or the
///   names of people beside it: keep the body, and read it by [`body`].
///
/// The account and the time of an element of `changes` are those that `event` has from its entry. Paths are those in a
/// body with nothing else.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::event::{EventMeta, Unknown};
/// use whatsapp_webhooks::{Event, Provider, replay};
///
/// // As a version without this event stored it.
/// let raw = r#"{"status":"OK","event":"builder","builderID":611}"#;
/// let unknown = Unknown::new(EventMeta::new(Provider::Partner), "builder".to_owned(), raw.into());
/// let again = replay::event(&Event::from(unknown)).unwrap();
/// assert_eq!(again[0].kind(), "partner_builder");
/// ```
#[must_use]
pub fn event(event: &Event) -> Option<Vec<Event>> {
    if !is_unread(event) {
        return None;
    }
    let meta = event.meta();
    let body = envelope(event)?;
    let mut events = meta.provider.parse(body).ok()?;
    // The same bytes are still not read.
    let is_same = |again: &Event| is_unread(again) && again.raw() == event.raw();
    if events.is_empty() || events.iter().any(is_same) {
        return None;
    }
    mark(&mut events);
    Some(events)
}

/// Whether an event has only the raw JSON.
fn is_unread(event: &Event) -> bool {
    matches!(event, Event::Unknown(_) | Event::Malformed(_))
}

fn mark(events: &mut [Event]) {
    for event in events {
        event.meta_mut().replayed = Some(true);
    }
}

/// The body that has nothing but this event; `None` if its raw JSON does not say everything about it.
fn envelope(event: &Event) -> Option<String> {
    let meta = event.meta();
    let raw = event.raw().as_str()?;
    let path = meta.path.to_string();
    if path.is_empty() {
        return Some(raw.to_owned());
    }
    if meta.provider != Provider::Meta {
        return None;
    }
    let (entry, change) = path.split_once('.').unwrap_or((path.as_str(), ""));
    if !is_element(entry, "entry") {
        return None;
    }
    let entry = match change {
        "" => raw.to_owned(),
        change if is_element(change, "changes") => {
            let id = serde_json::to_string(&meta.account.id).ok()?;
            let time = meta.occurred_at.map_or_else(|| "null".to_owned(), number);
            format!(r#"{{"id":{id},"time":{time},"changes":[{raw}]}}"#)
        }
        _ => return None,
    };
    Some(format!(
        r#"{{"object":"whatsapp_business_account","entry":[{entry}]}}"#
    ))
}

/// Seconds since 1970, with a fraction if there is one.
fn number(time: Timestamp) -> String {
    let millis = time.unix_millis().rem_euclid(1000);
    if millis == 0 {
        return time.unix_seconds().to_string();
    }
    format!("{}.{millis:03}", time.unix_seconds())
}

/// Whether a part of a path is an element of this list: `entry[0]`.
fn is_element(part: &str, list: &str) -> bool {
    let index = part
        .strip_prefix(list)
        .and_then(|index| index.strip_prefix('[')?.strip_suffix(']'));
    index.is_some_and(|index| index.bytes().all(|byte| byte.is_ascii_digit()))
}
