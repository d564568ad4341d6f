//! Engage by Aivo: delivery statuses of campaign messages.
//!
//! Each delivery is one status of one message that Engage sent, and becomes one [`Event::Status`]. There are no
//! batches and no inbound messages.
//!
//! | field | becomes |
//! |---|---|
//! | `message_id` | [`message_id`](crate::event::StatusUpdate::message_id): Meta's own ID of the message |
//! | `message_status` | [`status`](crate::event::StatusUpdate::status): `sent`, `delivered`, `read`, or `error` as `failed` |
//! | `recipient` | [`recipient`](crate::event::StatusUpdate::recipient) |
//! | `channel` | the [`Account`](crate::event::Account): the number that the message was sent from |
//! | `campaign` | [`campaign`](crate::event::StatusUpdate::campaign) |
//! | errors | [`errors`](crate::event::StatusUpdate::errors) |
//! | another `event_name` | [`Event::Unknown`] |
//!
//! # Setting up
//!
//! - **URL and secret**: Aivo registers the webhook. Order a header with a long random value, which is sent with
//!   every delivery and which [`Endpoint`] checks. It does not cover the body, so use HTTPS only.
//! - **Order**: not guaranteed, and statuses can be skipped. See
//!   [`MessageStatus::supersedes`](crate::MessageStatus::supersedes).
//! - **Duplicates**: possible. [`Event::dedup_key`] depends on `message_id` and the status, so a second report
//!   of the same status has the same key at any time. A failure at another time is a new event.
//! - **Message IDs**: the same as in Meta's own webhook. They are opaque: percent-encode them in URLs, and do not
//!   extract a phone number from them.
//! - **Retries, responses and limits**: undocumented. Answer quickly.
//!
//! # Examples
//!
//! ```
//! use whatsapp_webhooks::{Event, MessageStatus, engage};
//!
//! let body = r#"{"event_name":"msg_status","message_id":"wamid.A","message_status":"error",
//!     "recipient":{"id":"541150066001"}}"#;
//! for event in engage::parse(body)? {
//!     if let Event::Status(update) = event {
//!         assert_eq!(update.status, MessageStatus::Failed);
//!     }
//! }
//! # Ok::<(), whatsapp_webhooks::ParseError>(())
//! ```
//!
//! # Oddities
//!
//! | field | what is odd | what the crate does |
//! |---|---|---|
//! | body | the printed sample contains `//` comments, so it is not JSON | requires JSON |
//! | `message_status` | called `msg_status` in the text | reads `msg_status` if `message_status` is absent |
//! | `message_status` | `error` means Meta's `failed`; in any case; other values are undocumented | reads it as `failed`, and keeps other values |
//! | errors | shape undocumented | reads `errors`, `error`, `error_code`, `error_message` and `reason` as a list, object, text or code |
//! | `code` of an error | may be a text | keeps the text in `title` |
//! | `event_name` | other names are undocumented | reads an absent name as `msg_status`; other names are `Unknown` |
//! | `event_timestamp` | seconds as text; numbers and milliseconds occur | reads all of them; the time is absent if none is sent |
//! | `channel.channel_type` | `Whatsapp`, in any case | fills `channel` only for another value |
//! | `channel.sender_id` | a placeholder text in the sample | uses a text that is not a number as the `id` of the account |
//! | `channel.sender_id` `recipient.id` | integers, or with `+` | returns digits in `phone_number` and `phone`; keeps the recipient's `id` as received |
//! | `recipient.id` | in Argentina without the `9` of WhatsApp IDs | keeps it as received: compare by [`comparison_key`](crate::types::PhoneNumber::comparison_key) |
//! | `campaign` `campaign.name` | may be `null` or absent | leaves them absent |
//!
//! Sources: "Description and operation of the Engage Webhook API for the WhatsApp channel", Aivo help center,
//! Spanish and English (read 2026-11-21).

mod normalize;
pub mod payload;
#[cfg(feature = "verify")]
mod verify;

use bytes::Bytes;

#[cfg(feature = "verify")]
pub use self::verify::Endpoint;
use crate::marks::Marks;
use crate::{Event, ParseError, Provider, collector};

/// Reads one delivery and returns its events.
///
/// # Errors
///
/// Returns [`ParseError`] if the body is not JSON or not an envelope of this provider. An item that cannot be read
/// is not an error: it is returned as [`Event::Malformed`].
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

/// Whether a body with these top-level keys is an envelope of this provider: the name of an event, or the status
/// and the ID of a message.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    let is_status = marks.message_status.is_some() || marks.msg_status.is_some();
    marks.event_name.is_some() || (is_status && marks.message_id.is_some())
}
