//! Cooby: chat messages of people who use WhatsApp Web with Cooby's browser add-on.
//!
//! Cooby calls a URL for each message that a user sent or received: one message a request, no batches, no
//! delivery statuses. Nothing in the request proves the sender; the only secret is the URL itself.
//!
//! Sources: "Integração com Webhook", "Custom Webhook integration guide", "Webhook column definitions" (new and
//! old version), "Webhook integration syncing mechanism", "Auto-sync", Cooby help centre (read 2026-11-21).
//!
//! | field | what is odd | what we do |
//! |---|---|---|
//! | `chat_id` `chat_type` `chat_title` | the index page prints `chatid` `chattype` `chattitle` | each is read in both spellings; the one with `_` wins |
//! | `chat_id` | of two persons: `number_number@c.us`, in no documented order, and no address of WhatsApp | kept as received; the peer is the number that is not `user_phone` |
//! | `chat_id` | the old version has none | `chat` without `id` |
//! | `chat_type` | absent in the old version | told by the end of `chat_id`, else by the participants: two are a `person` chat, more a `group` |
//! | `sender` | the columns of the old version are `sender_phone`, `sender_name` | read where `sender` says nothing |
//! | `participants` | everybody, the user too; absent at times | kept in `chat`; they name the addressee |
//! | phone numbers | integers, or with `+` | `id` as received, `phone` in digits |
//! | `user_phone` | absent | of what was sent, `sender` is the user |
//! | `direction` | relative to the user: `received`, `sent` | `inbound`, `outbound`; other words kept |
//! | `message.id` | the old version has none | no `id`; [`Event::dedup_key`] is made of what else tells messages apart |
//! | `message.type` | for files the type of the file: `pdf`, `csv`, `docx` … | `document`, the word in its `file_type` |
//! | `message.text` | the caption of a medium, which stands in `caption` too | one `caption`; where the two differ, `text` stands beside it and is what a person reads |
//! | `message.text` | absent or `null` in a `chat` | an empty text |
//! | `message.file_url` | `null` over 15 MB | a medium without `url` |
//! | `timestamp` | at top level or in `message`; seconds as text or number, milliseconds, ISO 8601 | all read; absent is `None` |
//!
//! Of most types only the word is sent. They come as the content they name, with what the request holds:
//!
//! | `message.type` | content |
//! |---|---|
//! | `chat` | `text` |
//! | `image` `video` `audio` `sticker` `document` `location` `payment` `product` `order` `list` `call_log` | the same word |
//! | `vcard` `multi_vcard` | `contacts`, no cards |
//! | `interactive` `native_flow` | `interactive`, the word in its `kind` |
//! | `list_response` · `buttons_response` `template_button_reply` · `interactive_response` | `list_reply` · `button_reply` · `flow_reply` |
//! | `poll_creation` · `poll_update` | `poll` · `poll_vote` |
//! | `reaction` `reaction_enc` · `revoked` · `keep_in_chat` · `pin_message` | `reaction` · `revoke` · `keep` · `pin`, no word on the message they are about |
//! | `groups_v4_invite` | `group_invite` |
//! | `ciphertext` | `undecryptable` |
//! | `request_phone_number` `biz-cover-photo` | `system`, the word in its `kind` |
//! | `oversized` `status_v3` `debug` `unknown` | `unsupported`, the word in its `kind` |
//! | `pdf` `csv` `doc` `docx` and their like; any word that `file_name` ends in | `document`, the word in its `file_type` |
//! | anything else | `unknown`, the word in its `kind` |
//!
//! What to expect of deliveries:
//!
//! - **Order** is random: sort by `occurred_at`.
//! - **Delay** is up to 9 minutes, and hours where the browser was closed or asleep.
//! - **Repeats**: colleagues in one group each report the same message, with their own `user_phone`. Drop what
//!   repeats `user_phone` and `message.id` together: [`Event::dedup_key`] is made of both.
//! - **History** that is synchronised comes through the same door, in bursts, and nothing marks it: compare
//!   `occurred_at` with the time of receipt.
//! - **Lost is lost**: nothing is sent again. Store first, answer quickly, work later.
//! - **Preflight**: requests may come from a browser page, so let the server answer `OPTIONS` too, with
//!   `Access-Control-Allow-Origin`, `-Methods: POST` and `-Headers: content-type`.

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

/// Whether a body with these marks is this provider's: a key that no other messenger has, and one more.
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
