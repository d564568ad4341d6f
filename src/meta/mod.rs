//! Meta's WhatsApp Business Platform: webhooks of the Cloud API.
//!
//! A delivery can contain several entries, changes and lists. Each of their items becomes an event of its own:
//!
//! | field or list | events |
//! |---|---|
//! | `messages`: `messages` | [`Event::Message`] |
//! | `messages`: `statuses` | [`Event::Status`] |
//! | `messages`: `errors` | [`Event::Failure`] |
//! | `messages`: `user_actions` | [`Event::Conversion`] |
//! | `messages`: `conversation_context` | [`Event::Handover`] |
//! | `message_echoes`, `smb_message_echoes` | [`Event::Message`] with the [`Origin`](crate::event::Origin) `echo` |
//! | `standby` | [`Event::Message`] with the origin `standby`, [`Event::Status`] |
//! | `history` | [`Event::History`] for each chunk, [`Event::Message`] for each message in it |
//! | `calls` | [`Event::Call`], [`Event::Failure`] for errors that belong to no call |
//! | `group_…` | [`Event::Group`] |
//! | `message_template_…`, `template_…` | [`Event::Template`] |
//! | `account_alerts`, `account_review_update`, `account_update`, `business_capability_update`, `business_status_update`, `partner_solutions` | [`Event::Account`] |
//! | `account_settings_update`, `business_username_updates`, `phone_number_…` | [`Event::PhoneNumber`] |
//! | `automatic_events`, `tracking_events` | [`Event::Conversion`] |
//! | `flows` | [`Event::Flow`] |
//! | `messaging_handovers` | [`Event::Handover`] |
//! | `payment_configuration_update` | [`Event::Payment`] |
//! | `security` | [`Event::Security`] |
//! | `smb_app_state_sync` | [`Event::ContactSync`] |
//! | `user_id_update` | [`Event::Identity`] |
//! | `user_preferences` | [`Event::Preference`] |
//! | anything else | [`Event::Unknown`] |
//!
//! [`Field`] lists all webhook fields with their variants, and where they are known from.
//!
//! # Message types
//!
//! A message is read into the [`Content`](crate::Content) of its type:
//!
//! | `type` | content |
//! |---|---|
//! | `text` `image` `video` `audio` `document` `sticker` `location` `contacts` `order` `reaction` `edit` `revoke` `system` `unsupported` | the same name |
//! | `voice` | `audio` |
//! | `button` | `button_reply` |
//! | `interactive` | `button_reply`, `list_reply`, `flow_reply`, `address_reply`, `call_permission_reply` or `product` |
//! | `interactive` in a copy of an outbound message | `buttons`, `list` or `interactive` |
//! | `template` in a copy of an outbound message | `template` |
//! | `ephemeral` `errors` `media_placeholder` `unknown` | `unsupported`, with the type in `kind` |
//! | `request_welcome` | `system`, with the type in `kind` |
//! | anything else | `unknown`, with the type in `kind` |
//!
//! If the content of a message cannot be read, it is [`Content::Malformed`](crate::Content::Malformed).
//!
//! # Setting up
//!
//! - **URL and verify token**: Meta sends a GET request when the URL is registered; [`Endpoint`] checks the verify
//!   token and returns the challenge to answer with. Subscribe the app to the fields, and to
//!   each business account.
//! - **App secret**: every POST request is signed with it in `X-Hub-Signature-256`, and [`Endpoint`] checks the
//!   signature. The signature covers the exact bytes: one extra space and it no longer matches.
//! - **Client certificates (mTLS)**: optional, and checked by the server that terminates TLS: common name
//!   `client.webhooks.fbclientcerts.com`, issued by Meta's outbound API root.
//! - **Limits**: a body has up to 3 MB, which is more than the default limit of many web servers.
//! - **Retries**: for up to seven days, unless the answer is 200. A retry repeats the complete body.
//! - **Duplicates**: possible. Drop events whose [`Event::dedup_key`] was seen before.
//! - **Order**: not guaranteed. See [`MessageStatus::supersedes`](crate::MessageStatus::supersedes).
//!
//! # Examples
//!
//! ```
//! use whatsapp_webhooks::{Event, MessageStatus, meta};
//!
//! let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{
//!     "field":"messages","value":{"messaging_product":"whatsapp",
//!         "metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
//!         "messages":[{"from":"16505551234","id":"wamid.A","timestamp":"1749416383","type":"text",
//!             "text":{"body":"Does it come in another color?"}}],
//!         "statuses":[{"id":"wamid.B","status":"read","timestamp":"1750263773"}]}}]}]}"#;
//! for event in meta::parse(body)? {
//!     match event {
//!         Event::Message(message) => {
//!             assert_eq!(message.content.text(), Some("Does it come in another color?"));
//!         }
//!         Event::Status(update) => assert_eq!(update.status, MessageStatus::Read),
//!         other => eprintln!("not handled: {other}"),
//!     }
//! }
//! # Ok::<(), whatsapp_webhooks::ParseError>(())
//! ```
//!
//! # Oddities
//!
//! | field | what is odd | what the crate does |
//! |---|---|---|
//! | `object` | another value if the app also receives other products | returns one `Unknown` with that value |
//! | `object` | absent in bodies from relays | reads the body if `entry` contains changes |
//! | `entry` | absent | returns one `Unknown` with the whole body |
//! | `changes[].field` | two names also occur in the singular | reads both as the same field; the topic is the name as received |
//! | `changes[].field` | before or after `value` | accepts both |
//! | `changes[].field` | in `value` or next to `changes` in two wrong examples | does not guess: returns an `Unknown` without a name |
//! | `changes[].value` | absent if the subscription does not include values | returns an `Unknown` with the name of the field |
//! | lists | one object instead of a list | reads it as a list of one |
//! | `contacts` | not in the order of `messages` | matches contacts by phone number, user ID or parent user ID, never by index |
//! | `contacts` | one contact with one message, but different IDs | takes the contact as the sender, unless both have a user ID |
//! | `from`, `wa_id` | absent if the number is hidden; `""` in drafts | uses the user ID as the ID of the party |
//! | `from`, `wa_id` | two forms of a number in Brazil, Mexico and Argentina | keeps both as received, and compares them as one number |
//! | `username` | with an `@` in front in drafts | removes one `@` |
//! | `timestamp` | seconds as text; numbers and milliseconds occur | reads all of them |
//! | `type` | absent in one sample and in edits | uses the only payload key that is present |
//! | `voice` | a type of its own before the Cloud API | reads it as audio with `voice` set |
//! | `identity` | sent with ordinary messages before the Cloud API | returns its hash with the sender |
//! | `origin` | next to the contact cards in drafts | uses it for every card that has no origin |
//! | `reaction.emoji` | absent or `""` | reads it as the removal of the reaction |
//! | `reaction.messsage_id` | spelled with three s in one sample | reads it if `message_id` is absent |
//! | `interactive.type` | wrong in an address reply | uses the key of the reply, then `action` |
//! | `interactive` | absent although it is the type, with an error in the value | returns the message with `Content::Malformed`, and a `Failure` |
//! | `unsupported` | absent in old deliveries and in groups | returns `Unsupported` without `kind` |
//! | `system.new_wa_id` | used up to v11 | reads it if `wa_id` is absent |
//! | `response_json` | JSON inside a string; relays send the JSON itself | returns the JSON as text in both cases |
//! | `statuses[].status` | sometimes in upper case | reads known values in any case, and keeps others as received |
//! | parent user ID of a status | three spellings | prefers the final spelling |
//! | participant of a status | two spellings | prefers the spelling of the reference |
//! | `recipient_id` of a status | a group ID if `recipient_type` is `group` | also reads it as a group ID if there is a participant |
//! | `message.recipient_id` | used before the Cloud API | reads it if `recipient_id` is absent |
//! | `conversation.pricing` | in some group samples | reads it if `pricing` is absent |
//! | `pricing.pricing_type` | older spelling | reads it if `type` is absent |
//! | `pricing`, `origin` of a conversation, `payment`, `click_component`, a call permission reply | words in upper case, and with `-` or `_` between their parts | reads known values in any spelling, and keeps others as received |
//! | `type` of a status | with `payment`, the status is the payment's, not the message's | always returns a `payment`, even if it is empty |
//! | `refunds` | in `payment` or in `transaction` | returns both, in this order |
//! | `receipt`, `notes`, `udf1` … | passed through by the payment gateway | returns texts by key, objects as JSON |
//! | `errors[].error_data` | a text in bodies from relays | returns it as `details` |
//! | `conversation_context` | sent together with a message, without IDs of a person | returns a `Handover` with the summary and the only contact |
//! | `user_actions` | the data of both types is under the same key | returns one `Conversion` for each |
//! | `context.id` of a call permission reply | `wacid.…` if the person called the business | returns it in `call_id` too |
//! | `id` of an `audio` message | `wacid.…`: a voicemail has the ID of its call | returns `voicemail`, and `call_id` in the context |
//! | `calls[].from`, `to` | pages disagree about which of them is the business | uses `direction` and the business number |
//! | `calls[].connection` | older than `session`, as JSON inside a string | reads it if `session` has no description |
//! | `calls[].status`, `event_name` | several spellings | reads known values in any case, and keeps others as received |
//! | `calls[].event` | `call_transcript_available` in one client library | reads it as `call_transcription_available` |
//! | `errors` next to `calls` | the reasons why the call failed | returns them with the call if it is the only one, otherwise as `Failure` |
//! | `groups[].type` | two values have another spelling in the schema | reads them as the documented values |
//! | `initiated_by` | next to `groups` in some examples | returns it with the group if it is the only one, otherwise in `extra` |
//! | `input` of a participant | the number that the business sent, perhaps in another form | uses it as the ID of the party if it differs from `wa_id` |
//! | `metadata` | absent in fields about accounts, numbers and handovers | returns the number that the value names in the account |
//! | `messaging_handovers` | no `type` in the dashboard's older sample | uses the name of the object that is present |
//! | `user_id_update` | `user_id` is an object | reads its `current` and `previous` |
//! | `standby` | lists one level deeper; integrators report them directly in `value` | reads both, with the origin `standby` |
//! | `edit.message.context.id` | a token such as `M0` | does not read it as a reply |
//! | `interactive.product` | no complete sample is public | reads the IDs from `product`, `action` or `interactive` |
//! | `text`, captions | sent with a message of another type | keeps them in `Unsupported` and `Unknown` contents |
//! | `contacts[].vcard` | the phone numbers may be nowhere else | reads them if `phones` is empty |
//! | `contacts[].country_code` of a person | in drafts only | keeps it in `EventMeta::extra` |
//! | `sha256` | base64; hex in history and edits | keeps it as received; `Media::sha256_bytes` reads both |
//! | `message_echoes[].from` | the business, the reverse of `messages` | returns an outbound message with the origin `echo` |
//! | `message_echoes` | integrators report the items in `messages`, or as in `standby` | reads all of them |
//! | `history[].threads[].messages` | from both sides; `to` is absent in the business's own | uses `from` and the person of the thread |
//! | `history_context.status` | upper case, and `ERROR` | returns it in `Message::status`, as a message status |
//! | `media_placeholder` | the file follows later, as a message with the same ID | returns `Unsupported` with a different deduplication key |
//! | `history` declined | `errors` in the list or next to it | returns one `History` with the reason in both cases |
//! | `standby.message_echoes` | bodies of requests; relays leave out one level | reads both as outbound messages |
//! | `standby` | empty or absent in the dashboard's sample | returns `Unknown` |
//! | `account_update` | in partner events `entry[].id` is the partner's portfolio | takes the account from `waba_info`, and returns the portfolio as `business_id` |
//! | `account_update` | `ad_account_linked`, on another page `ad_account_id` | reads both |
//! | `ban_info`, `waba_ban_state` | a list of one in integrators' reports; the possible states on one page | reads a list of one; returns several states in `details` |
//! | `partner_solutions` | `entry[].id` is a portfolio, and no account is named | returns it as `account.id` and `business_id` |
//! | `alert_info` | absent in the dashboard's sample, which has its keys directly in `value` | reads both |
//! | `type` of settings | in upper or lower case | reads known values in any case |
//! | `rejection_reasons`, `status` of a payment configuration | `_` instead of a space on some pages | returns the spelling with spaces |
//! | `max_daily_conversations_per_business` | a text or a number | keeps it as received |
//! | `new_quality_score` | in the field of the template status in older examples | returns a quality update if there is no `event` |
//! | `new_category` | before the change it is the current category | keeps it as received; see [`is_category_change_impending`](crate::event::TemplateUpdate::is_category_change_impending) |
//! | `business_status_update` | not described on any page | returns all of it in `details` |
//! | test button | `entry[].id` is `0`, IDs do not start with `wamid.` | reads everything as usual |
//!
//! Sources: Meta developer documentation, WhatsApp Business Platform: messages webhook reference and the pages of
//! its types, business-scoped user IDs, webhooks for groups, payments India, user call permissions, echoes, history,
//! track click events, conversation routing, error codes, create a webhook endpoint; On-Premises API, webhooks and
//! status notifications (read 2026-11-21).

mod envelope;
mod fields;
mod item;
mod normalize;
pub mod payload;
mod people;
#[cfg(feature = "verify")]
mod verify;
mod words;

use bytes::Bytes;

pub use self::fields::{Field, UnknownField};
#[cfg(feature = "verify")]
pub use self::verify::Endpoint;
use crate::marks::Marks;
use crate::{Event, ParseError, Provider, collector};

/// Reads one delivery and returns its events.
///
/// # Errors
///
/// Returns [`ParseError`] if the body is not JSON or not an envelope of this provider. An item that cannot be read
/// is not an error: it is returned as [`Event::Malformed`], or as an [`Event::Message`] with
/// [`Content::Malformed`](crate::Content::Malformed) if only the content of a message cannot be read.
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

/// Whether a body with these top-level keys is an envelope of this provider.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    envelope::fits(marks)
}
