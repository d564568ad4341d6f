//! Engage by Aivo: delivery statuses of campaigns.
//!
//! Engage calls a URL each time a message it sent changes status: one status a request, no batches, no
//! inbound messages. The sender is proven by a header whose name and value the customer chose.
//!
//! Sources: "Description and operation of the Engage Webhook API for the WhatsApp channel", Aivo help centre,
//! Spanish and English (read 2026-11-21).
//!
//! | field | what is odd | what we do |
//! |---|---|---|
//! | body | the printed sample holds `//` comments, so it is not JSON | real bodies must be JSON |
//! | `message_status` | the prose calls it `msg_status` | `msg_status` is read where the other is absent |
//! | `message_status` | `error` is Meta's `failed`; any case; other words undocumented | `failed`; other words kept |
//! | errors | no documented shape | `errors`, `error`, `error_code`, `error_message` and `reason` are read as list, object, text or code |
//! | `code` of an error | may be a word | then it stands in `title` |
//! | `event_name` | other names are undocumented | absent is taken for `msg_status`, others are `Unknown` |
//! | `event_timestamp` | seconds as text; numbers and milliseconds occur | all read; absent is `None` |
//! | `channel.channel_type` | `Whatsapp`, in any case | shown in `channel` only where it says something else |
//! | `channel.sender_id` | a placeholder text stands in the sample | a text that is no number becomes the account's `id` |
//! | `channel.sender_id` `recipient.id` | integers, or with `+` | digits in `phone_number` and `phone`; the recipient's `id` as received |
//! | `recipient.id` | Argentina without the `9` that WhatsApp ids have | kept as received: compare by [`comparison_key`](crate::types::PhoneNumber::comparison_key) |
//! | `campaign` `campaign.name` | may be `null` or absent | absent |
//!
//! What to expect of deliveries:
//!
//! - **Order** is not promised, and steps are skipped: see
//!   [`MessageStatus::supersedes`](crate::MessageStatus::supersedes).
//! - **Repeats** happen: [`Event::dedup_key`] is made of `message_id` and the status, so a second report of
//!   one status is dropped, whatever its time.
//! - **The id** is the one that Meta's own webhook reports too. It is opaque: percent-encode it in URLs, and
//!   read no number out of it.
//! - **Nothing is said** of retries, answers or limits: answer quickly.

mod normalize;
pub mod payload;
#[cfg(feature = "verify")]
mod verify;

use bytes::Bytes;

#[cfg(feature = "verify")]
pub use self::verify::Endpoint;
use crate::marks::Marks;
use crate::{Event, ParseError, Provider, collector};

/// Reads one delivery.
///
/// # Errors
///
/// [`ParseError`] when `body` is not JSON or not this provider's envelope. An item that cannot be
/// read is not an error: it comes back as [`Event::Malformed`].
///
/// # Examples
///
/// ```
/// let body = r#"{"event_name":"msg_status","message_id":"wamid.A","message_status":"read"}"#;
/// let events = whatsapp_webhooks::engage::parse(body)?;
/// assert_eq!(events[0].kind(), "status");
/// # Ok::<(), whatsapp_webhooks::ParseError>(())
/// ```
pub fn parse(body: impl Into<Bytes>) -> Result<Vec<Event>, ParseError> {
    collector::parse(Provider::Engage, &body.into(), normalize::events)
}

/// Whether a body with these marks is this provider's: the name of an event, or else a status of a message.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    let is_status = marks.message_status.is_some() || marks.msg_status.is_some();
    marks.event_name.is_some() || (is_status && marks.message_id.is_some())
}
