//! Cooby: chat messages of WhatsApp Web users who have installed Cooby's browser extension.
//!
//! Each delivery is one message that a Cooby user sent or received, and becomes one [`Event::Message`]. There are
//! no batches and no delivery statuses.
//!
//! # Message types
//!
//! For most types Cooby sends only the name of the type. The content is still the matching
//! [`Content`](crate::Content), filled with what the delivery contains:
//!
//! | `message.type` | content |
//! |---|---|
//! | `chat` | `text` |
//! | `image` `video` `audio` `sticker` `document` `location` `payment` `product` `order` `list` `call_log` | the same name |
//! | `vcard` `multi_vcard` | `contacts`; with cards only if the text is a vCard |
//! | `interactive` `native_flow` | `interactive`, with the type in `kind` |
//! | `list_response` | `list_reply` |
//! | `buttons_response` `template_button_reply` | `button_reply` |
//! | `interactive_response` | `flow_reply` |
//! | `poll_creation` `poll_update` | `poll`, `poll_vote` |
//! | `reaction` `reaction_enc` | `reaction`, without the message it reacts to |
//! | `revoked` `keep_in_chat` `pin_message` | `revoke`, `keep`, `pin`, without the message they refer to |
//! | `groups_v4_invite` | `group_invite` |
//! | `ciphertext` | `undecryptable` |
//! | `request_phone_number` `biz-cover-photo` | `system`, with the type in `kind` |
//! | `oversized` `status_v3` `debug` `unknown` | `unsupported`, with the type in `kind` |
//! | `pdf` `csv` `doc` `docx` and other file types, or the extension of `file_name` | `document`, with the type in `file_type` |
//! | anything else | `unknown`, with the type in `kind` |
//!
//! # Setting up
//!
//! - **URL and secret**: Cooby signs nothing. The only possible secret is part of the webhook URL, which
//!   [`Endpoint`] checks as a path segment or a query parameter.
//! - **Preflight requests**: deliveries may come from a page in a browser, so also answer `OPTIONS`, with
//!   `Access-Control-Allow-Origin`, `Access-Control-Allow-Methods: POST` and
//!   `Access-Control-Allow-Headers: content-type`.
//! - **Retries**: none. A lost delivery is not sent again, so store it first, answer quickly and process it later.
//! - **Order**: random. Sort by [`Event::occurred_at`].
//! - **Delay**: up to 9 minutes, or hours if the browser was closed or asleep.
//! - **Duplicates**: Cooby users in the same group each report the same message, with their own `user_phone`.
//!   [`Event::dedup_key`] contains `user_phone` and `message.id`, so the key is the same only for repeats from one
//!   user.
//! - **History**: synchronized history arrives in bursts like any other message, without a marker. Compare
//!   [`Event::occurred_at`] with the time of receipt.
//! - **File size**: files over 15 MB have no URL.
//!
//! # Examples
//!
//! ```
//! use whatsapp_webhooks::{Event, cooby};
//!
//! let body = r#"{"chat_id":"447700900455_5511900000721@c.us","chat_type":"individual",
//!     "sender":{"phone":"5511900000721"},"user_phone":"447700900455","direction":"received",
//!     "message":{"id":"A2","type":"image","text":"The garden","file_url":"https://files.example.com/a2"}}"#;
//! for event in cooby::parse(body)? {
//!     if let Event::Message(message) = event {
//!         assert_eq!(message.content.text(), Some("The garden"));
//!     }
//! }
//! # Ok::<(), whatsapp_webhooks::ParseError>(())
//! ```
//!
//! # Oddities
//!
//! | field | what is odd | what the crate does |
//! |---|---|---|
//! | `chat_id` `chat_type` `chat_title` | the index page writes `chatid`, `chattype` and `chattitle` | reads both spellings and prefers the one with `_` |
//! | `chat_id` | `number_number@c.us` for a chat of two people: the order is undocumented, and it is not a JID | keeps it as received; the peer is the number that is not `user_phone` |
//! | `chat_id` | absent in the old version | leaves `id` of the chat absent |
//! | `chat_type` | absent in the old version | uses the suffix of `chat_id`, otherwise the number of participants: two are a `person` chat, more are a `group` |
//! | `chat_type` | has no value for status updates (stories), newsletters (channels) and broadcast lists | uses `message.type` `status_v3` and the suffix of `chat_id`; [`Message::reply_to`](crate::event::Message::reply_to) is then `None` |
//! | `sender` | the old version has the columns `sender_phone` and `sender_name` | reads them where `sender` has no number or no name |
//! | `participants` | includes the user; sometimes absent | keeps them in `chat` and takes the recipient's name from them |
//! | phone numbers | integers, or with `+` | keeps `id` as received; `phone` has digits only |
//! | `user_phone` | absent | takes `sender` for the user if the message was sent |
//! | `direction` | `received` or `sent`, from the user's point of view | reads them as `inbound` and `outbound`, and keeps other values |
//! | `message.id` | absent in the old version | leaves `id` absent; [`Event::dedup_key`] uses other fields of the message |
//! | `message.type` | for a file its type: `pdf`, `csv`, `docx` … | reads it as a `document` and keeps the type in `file_type` |
//! | `message.text` | contains the caption of a file, which is also in `caption` | returns one `caption`; if the two differ, `text` is kept too, and is the text to display |
//! | `message.text` | absent or `null` in a `chat` | reads it as an empty text |
//! | `message.text` | with a type that has no text | keeps it in `Unsupported` and `Unknown` contents |
//! | `message.file_url` | `null` over 15 MB | leaves `url` absent |
//! | `timestamp` | at the top level or in `message`; seconds as text or number, milliseconds, or ISO 8601 | reads all of them; the time is absent if none is sent |
//!
//! Sources: "Integração com Webhook", "Custom Webhook integration guide", "Webhook column definitions" (new and
//! old version), "Webhook integration syncing mechanism", "Auto-sync", Cooby help center (read 2026-11-21).

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
/// use whatsapp_webhooks::{Event, cooby};
///
/// let body = r#"{"chat_id":"447700900455_5511900000721@c.us","chat_type":"individual",
///     "sender":{"phone":"5511900000721","wa_name":"Dana"},"user_phone":"447700900455",
///     "direction":"received","message":{"id":"A1","type":"chat","text":"Hello"}}"#;
/// let events = cooby::parse(body)?;
/// let Event::Message(message) = &events[0] else { panic!("not a message") };
/// assert_eq!(message.content.text(), Some("Hello"));
/// # Ok::<(), whatsapp_webhooks::ParseError>(())
/// ```
pub fn parse(body: impl Into<Bytes>) -> Result<Vec<Event>, ParseError> {
    collector::parse(Provider::Cooby, &body.into(), normalize::events)
}

/// Whether a body with these top-level keys is an envelope of this provider: one key that only Cooby sends, and
/// one more.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    let own = [
        marks.direction.is_some(),
        marks.chat_id.is_some() || marks.chatid.is_some(),
        marks.user_phone.is_some(),
        marks.sender_phone.is_some(),
    ];
    let shared = [marks.message.is_some(), marks.sender.is_some()];
    let count = own.iter().chain(&shared).filter(|mark| **mark).count();
    own.contains(&true) && count > 1
}
