//! Meta's WhatsApp Business Platform, Cloud API.
//!
//! One delivery holds several entries, changes and lists; every element becomes an event of its own. The sender
//! is proven by `X-Hub-Signature-256`, and the address by a handshake when it is registered. [`Field`] lists the webhook
//! fields and says which of them become events of their own.
//!
//! Sources: Meta developer documentation, WhatsApp Business Platform: messages webhook reference and the pages of
//! its types, business-scoped user ids, webhooks for groups, payments India, user call permissions, echoes, history, track click
//! events, conversation routing, error codes, create a webhook endpoint; On-Premises API, webhooks and status
//! notifications (read 2026-11-21).
//!
//! | field | what is odd | what we do |
//! |---|---|---|
//! | `object` | other words where the app receives other products too | one `Unknown` with that word |
//! | `object` | absent from relays | read where `entry` holds changes |
//! | `entry` | absent | one `Unknown` with the whole body |
//! | `changes[].field` | two names also occur in the singular | read as that field, named as received |
//! | `changes[].field` | before or after `value` | either |
//! | `changes[].value` | absent where the subscription leaves values out | `Unknown` with the field's name |
//! | lists | one object instead of a list | read as a list of one |
//! | `contacts` | not in the order of `messages` | joined by number, user id or parent id, never by position |
//! | `contacts` | one beside one message, ids that differ | it is the sender's, unless both have a user id |
//! | `from`, `wa_id` | absent where a number is hidden; `""` in drafts | the user id becomes the party's id |
//! | `from`, `wa_id` | two forms in Brazil, Mexico, Argentina | both kept as received, compared as one number |
//! | `username` | `@` in front in drafts | one `@` is dropped |
//! | `timestamp` | seconds as text; numbers and milliseconds occur | all read |
//! | `type` | absent in one sample and in edits | taken from the only payload key that is present |
//! | `voice` | a type of its own before the Cloud API | audio that was recorded in the chat |
//! | `identity` | beside messages that are no notice, before the Cloud API | its hash becomes the sender's |
//! | `origin` | beside the cards in drafts | of every card that has none |
//! | `reaction.emoji` | absent or `""` | the reaction was taken back |
//! | `reaction.messsage_id` | three s in one sample | read where `message_id` is absent |
//! | `interactive.type` | an address reply with the wrong word | the reply's key decides, then `action` |
//! | `interactive` | absent although it is the type, an error beside the message | `Malformed` and `Failure` |
//! | `unsupported` | absent in old deliveries and in groups | `Unsupported` without a word |
//! | `system.new_wa_id` | up to v11 | read where `wa_id` is absent |
//! | `response_json` | JSON inside a string; relays send the JSON itself | kept as text either way |
//! | `statuses[].status` | upper case occurs | known words in any case, others as they are |
//! | parent id of a status | three spellings | the final spelling first |
//! | participant of a status | two spellings | the reference's spelling first |
//! | `recipient_id` of a status | the group's id where `recipient_type` says so | also where there is a participant |
//! | `message.recipient_id` | before the Cloud API | read where `recipient_id` is absent |
//! | `conversation.pricing` | in some group samples | read where `pricing` is absent |
//! | `pricing.pricing_type` | older spelling | read where `type` is absent |
//! | `category` | `authentication-international`, also with `_` | as received |
//! | `type` of a status | `payment`: the word is not the message's own | `payment` is there, even if empty |
//! | `refunds` | under `payment` or under `transaction` | both, in this order |
//! | `receipt`, `notes`, `udf1` … | what the gateway passes through | text by key, an object as JSON |
//! | `errors[].error_data` | a text in relays | becomes `details` |
//! | `conversation_context` | stands beside a message and names nobody | `Handover` with the summary |
//! | `user_actions` | both types have their data under the same key | one `Conversion` for each |
//! | id of an `audio` message | `wacid.…`: a voicemail has the id of its call | `voicemail`, and `call_id` of the context |
//! | `calls[].from`, `to` | which of them is the business differs between pages | `direction` and the number decide |
//! | `calls[].connection` | older than `session`: JSON inside a string | read where `session` has no description |
//! | `calls[].status`, `event_name` | several spellings | known words in any case, others as they are |
//! | `errors` beside `calls` | say why the call failed | errors of the only call; beside several, `Failure` |
//! | `groups[].type` | two words have another spelling in the schema | read as the documented words |
//! | `input` of a participant | number that the business wrote, perhaps another form | the party's id where it differs from `wa_id` |
//! | `messaging_handovers` | no `metadata`: the number is in `recipient` | it is the account's |
//! | `messaging_handovers` | no `type` in the older sample of the dashboard | the object that is present says it |
//! | `user_id_update` | `user_id` is an object | `current` and `previous` |
//! | `standby` | lists one level deeper; integrators have them directly under `value` | either; origin `standby` |
//! | `edit.message.context.id` | a token such as `M0` | no reply to anything |
//! | `interactive.product` | no complete sample is public | ids under `product`, in `action`, or directly |
//! | `text` | beside a type that is another | kept in `Unsupported` and `Unknown` contents |
//! | `sha256` | base64; hex in history and edits | as received; `Media::sha256_bytes` reads both |
//! | `message_echoes[].from` | the business: the reverse of `messages` | outbound, origin `echo` |
//! | `message_echoes` | integrators have the items under `messages`, or as in `standby` | either |
//! | `history[].threads[].messages` | of both sides; `to` absent on the business's own | by `from`, and the thread's person |
//! | `history_context.status` | upper case, `ERROR` | `Message::status`, as words of a status |
//! | `media_placeholder` | its file comes later, as a message with the same id | `Unsupported`, with a key of its own |
//! | `history` declined | `errors` in the list, or beside it | one `History` with the reason, either way |
//! | `standby.message_echoes` | bodies of requests; relays drop the level between | either; outbound messages |
//! | `standby` | empty, and absent in the dashboard's sample | `Unknown` |
//! | `account_update` | with the events of partners `entry[].id` is their portfolio | the account is that of `waba_info`; the portfolio is `business_id` |
//! | `account_update` | `ad_account_linked`, on another page `ad_account_id` | either |
//! | `ban_info` | a list of one at integrators | either |
//! | `partner_solutions` | `entry[].id` is a portfolio, and no account is named | it is both `account.id` and `business_id` |
//! | `alert_info` | absent in the dashboard's sample, its keys directly under `value` | either |
//! | settings `type` | in capitals or small letters | known words in any case |
//! | `rejection_reasons`, payment `status` | `_` for the space on some pages | the spelling with spaces |
//! | `max_daily_conversations_per_business` | a word or a number | as received |
//! | `new_quality_score` | under the field of the status in older examples | a quality update where there is no `event` |
//! | `new_category` | before the change the category of today | as received; [`is_category_change_impending`](crate::event::TemplateUpdate::is_category_change_impending) |
//! | `business_status_update` | no page describes it | all of it in `details` |
//! | test button | `entry[].id` is `0`, ids without `wamid.` | nothing is refused |
//!
//! Deliveries repeat for up to seven days and come in any order: see [`Event::dedup_key`] and
//! [`MessageStatus::supersedes`](crate::MessageStatus::supersedes). For client certificates (mTLS), the server that
//! terminates TLS checks the common name `client.webhooks.fbclientcerts.com` and Meta's outbound API root.

mod envelope;
mod fields;
mod item;
mod normalize;
pub mod payload;
mod people;
#[cfg(feature = "verify")]
mod verify;

use bytes::Bytes;

pub use self::fields::{Field, UnknownField};
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
/// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
///     "value":{"messages":[{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"Hi"}}]}}]}]}"#;
/// let events = whatsapp_webhooks::meta::parse(body)?;
/// assert_eq!(events[0].kind(), "message");
/// assert_eq!(events[0].meta().path, "entry[0].changes[0].value.messages[0]");
/// # Ok::<(), whatsapp_webhooks::ParseError>(())
/// ```
pub fn parse(body: impl Into<Bytes>) -> Result<Vec<Event>, ParseError> {
    collector::parse(Provider::Meta, &body.into(), envelope::events)
}

/// Whether a body with these keys at its top level is this provider's.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    envelope::fits(marks)
}
