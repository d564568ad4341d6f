//! WhatzMeAPI, and other gateways built on Baileys, an open-source WhatsApp Web client.
//!
//! # What it reads
//!
//! | events of the gateway | become |
//! |---|---|
//! | `messages.upsert`, `messages.received`, `messages.set`, `messaging-history.set`, `send.message` | [`Event::Message`]; system notices about groups become [`Event::Group`] |
//! | `messages.update`, `message-receipt.update`, the list `statuses` | [`Event::Status`]; edits, deletions, reactions and votes become [`Event::Message`] |
//! | `messages.edited`, `send.message.update`, `messages.delete`, `messages.reaction` | [`Event::Message`] |
//! | `groups.upsert`, `groups.update`, `group-participants.update`, `group.join-request` | [`Event::Group`] |
//! | `call`, `call.received`, `call.accepted`, `call.rejected` | [`Event::Call`] |
//! | `Message` and `Receipt` of gateways in Go | [`Event::Message`], [`Event::Status`] |
//! | WAHA's `message`, `message.any`, `message.waiting`, `message.edited`, `message.revoked`, `message.reaction`, `poll.vote` | [`Event::Message`] |
//! | WAHA's `message.ack`, `message.ack.group` | [`Event::Status`] |
//! | a body with `status` `error` | [`Event::Failure`] |
//! | all others, such as chats, contacts and presence | [`Event::Unknown`] |
//!
//! WhatzMeAPI documents two bodies, an incoming text and a list of statuses, both in the format of Baileys. All other
//! events are read in the formats of Baileys itself and of the gateways Evolution API, `CodeChat`, Wasender,
//! baileys-api and WAHA, and of gateways in Go that are built on whatsmeow. They wrap the same items in different ways.
//!
//! # Setup
//!
//! Register the URL with a secret, which signs every body, or with credentials for the `Authorization` header, and
//! configure the same values in the `Endpoint`. The API for sending messages is in [`api`].
//!
//! Statuses can be repeated, skip steps and arrive out of order: check
//! [`MessageStatus::supersedes`](crate::MessageStatus::supersedes). The same edit, deletion or reaction can arrive
//! twice, as a message and as an event of its own.
//!
//! # Example
//!
//! ```
//! use whatsapp_webhooks::{Event, whatzmeapi};
//!
//! let body = r#"{"event":"messages.update",
//!     "statuses":[{"id":"3EB0D1","status":"DELIVERY_ACK"}]}"#;
//! let events = whatzmeapi::parse(body)?;
//! let Event::Status(status) = &events[0] else { unreachable!() };
//! assert_eq!(status.status.as_str(), "delivered");
//! # Ok::<(), whatsapp_webhooks::ParseError>(())
//! ```
//!
//! # Sources
//!
//! "Dominando los webhooks de la API REST de WhatsApp", Giss Trejo, Programa en Línea (read 2026-11-21); public
//! source of Baileys, 6.7.18 to 7.0.0-rc13 (read 2026-11-21); public sources of Evolution API 2.3.6, `CodeChat` and
//! baileys-api, and the documentation of Wasender (read 2026-11-21); documentation of WAHA, and public source of
//! whatsmeow (read 2026-11-25).
//!
//! # Oddities
//!
//! | field | what is odd | what the crate does |
//! |---|---|---|
//! | body | the items are in `messages`, `statuses`, `data` or `data.messages`, or the body is the list itself | reads all; a single object is a list of one |
//! | `event` | `messages.upsert`, `MESSAGES_UPSERT`, `messages-upsert`, `messages:upsert`, `message.upsert`, or absent | compares without case, `_`, `-`, `:` and `/` as `.`, singular as plural; if absent, the keys of the items determine the event |
//! | keys of contents and of `key` | gateways in Go write `URL`, `stanzaID`, `remoteJID`, `fileSHA256` | compares without case |
//! | `Info` and `Message` | a message in the format of whatsmeow | reads chat, author, both forms of the IDs, time and content |
//! | `MessageIDs`, `Type` | a receipt of whatsmeow for several messages; `""` is a delivery | returns a status for each; `read-self` and `played-self` have the direction `inbound` |
//! | a level between | wrappers without `message`, `paramsJson` without `nativeFlowResponseMessage`, options of a poll as texts | reads what stands there directly |
//! | body | the item itself, or in `data.message` | reads it |
//! | `sender` | the gateway's own number, not the author's | becomes the account's number |
//! | `date_time`, `timestamp` of the body | time of the delivery, not of the message | keeps them in [`extra`](crate::event::EventMeta::extra) only |
//! | `status` of a message | meaningless on inbound messages | reads it only in updates, and for own messages that failed |
//! | `statuses` | no chat, no time, repeated message IDs | returns one event each, in order |
//! | `messages.update` | status, edit, deletion, votes, reactions or other changes | returns a status, a message, or `Unknown` |
//! | `data` | an item that also contains a list of items | returns the item, then those of the list |
//! | body, `data` | other objects and lists next to the items | returns an [`Event::Unknown`] for each, with its key as kind |
//! | body, `data` | other values next to the items: `progress`, `type`, `server_url` | keeps them in [`extra`](crate::event::EventMeta::extra), except `apikey`, `api_key`, `token`, `instanceToken` and `webhookVerifyToken`, which are secrets |
//! | `extra.media` | files of the messages, by the ID of the message | becomes the [`data`](crate::event::content::Media::data) of the message's file |
//! | name of the event | an unlisted name, or one in the singular | reads an item with `key` and `message` as a message; all others are [`Event::Unknown`] |
//! | `fromMe` | left out if false | treats a message without it as inbound |
//! | `instance`, `instanceName`, `sessionId`, `instanceId` | the instance of the gateway, as text or object | takes the first one |
//! | `lidPnMappings` | phone numbers of people with LIDs, in a history | adds them to authors and recipients of its messages |
//! | `messages.update`, `fromMe` false | a message that was read or played on another of the account's devices | returns a status with direction `inbound`; `DELETED` is a deletion, other statuses are `Unknown` |
//! | `messages.update` with a new content | an edit next to a status, which is `SERVER_ACK` in any case; with or without its wrapper | returns the edit |
//! | other forms of the IDs | in the key, next to it, as digits, or instead of the ID | adds number and LID to the person |
//! | `pollUpdates` | votes as hashes or texts of options, or Evolution's count and voters of each option | returns one message for each vote; counts become the results of one vote without options |
//! | `receipt` | up to three times in one receipt | returns a status for each |
//! | `messages.delete`, `messages.edited` | do not contain who did it | returns a message without author and direction |
//! | `status` | number, name or other spelling, in any case | becomes a [`MessageStatus`](crate::MessageStatus); unknown values are kept |
//! | `messageId` of an update | the gateway's own ID | uses `keyId`, the ID of the message |
//! | `participant` | `""` in direct chats | treats it as absent |
//! | `…@lid` | an anonymous ID (LID) that looks like a phone number | never uses it as a phone number; looks in the `…Alt` and `…Pn` fields |
//! | `pushName` | the account's own name on its own messages; `Você`, or digits | reads it only from inbound messages, and ignores these two values |
//! | 64-bit numbers | a number, a text, or `high` and a signed `low` | reads all |
//! | `messageStubType` | number or name of a system notice | becomes the name; notices about groups are an [`Event::Group`], all others a message |
//! | `call` | the only event name without a dot; `from` may be a LID | returns an [`Event::Call`] |
//! | `deviceSentMessage` | `remoteJid` may be the account's own number | uses `destinationJid` as the chat; the origin is an echo |
//! | `mediaUrl`, `speechToText`, `base64` | added by the gateway next to the content, or next to the message | reads the URL of a copy, the transcript and the file |
//! | `messageContextInfo` | at any level of wrapping | reads the album that an image or video belongs to |
//! | `messaging-history.set` | chats and contacts next to the messages | returns an `Unknown` for each; keeps `progress` and similar fields in `extra` |
//! | bytes | base64, `{"0":171}`, `{"type":"Buffer"}` | converts to base64 |
//! | content | missing, `null`, `{}` or of another shape | returns a message with [`Content::Malformed`](crate::Content::Malformed) |
//! | `key.isViewOnce` without a content | only the phone can show the message | returns [`Content::Unsupported`](crate::Content::Unsupported) with the kind `view_once` |
//! | WAHA's `engine`, `session`, `payload` | `ack` is one lower than the statuses of Baileys | reads it only next to these three keys |
//! | WAHA's `id` | `false_5215500000131@c.us_3A00`, in groups with the author at the end | uses the chat, the ID and the author in it |
//! | WAHA's `_data` | the message in the format of the engine | reads it with the engines NOWEB and GOWS; of WEBJS only the name |
//! | content | metadata before or after the content's key, and several wrappers | uses the first known key that is not null |
//! | `protocolMessage.key` | from the sender's point of view | uses only its ID, and its author in groups |
//! | `protocolMessage.type` | 0 is `REVOKE` and may be omitted | treats an absent type as `REVOKE` if there is a key |
//! | `reactionMessage.text` | empty or absent | treats the reaction as removed |
//! | `callLogMesssage` | spelled with three `s` | reads this spelling |
//! | `…Amount1000` | thousandths | becomes exact decimal text |
//! | `status` of the body | `error` if the gateway failed | returns an [`Event::Failure`] |

pub mod api;
mod normalize;
pub mod payload;
#[cfg(feature = "verify")]
mod verify;

use bytes::Bytes;

#[cfg(feature = "verify")]
pub use self::verify::Endpoint;
use crate::json::RawSlice;
use crate::marks::Marks;
use crate::{Event, ParseError, Provider, collector};

/// Reads one delivery and returns its events.
///
/// # Errors
///
/// Returns [`ParseError`] if the body is not JSON or not an envelope of this provider. An item that cannot be read is
/// not an error: it is returned as [`Event::Malformed`].
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::{Event, whatzmeapi};
///
/// let body = r#"{"event":"messages.upsert","messages":[{"key":{"id":"3EB0D1","fromMe":false,
///     "remoteJid":"5215500000131@s.whatsapp.net"},"message":{"conversation":"Hola"}}]}"#;
/// for event in whatzmeapi::parse(body)? {
///     if let Event::Message(message) = event {
///         assert_eq!(message.content.text(), Some("Hola"));
///     }
/// }
/// # Ok::<(), whatsapp_webhooks::ParseError>(())
/// ```
pub fn parse(body: impl Into<Bytes>) -> Result<Vec<Event>, ParseError> {
    collector::parse(Provider::WhatzMeApi, &body.into(), normalize::events)
}

/// Returns whether a body with these top-level keys is a delivery of this provider.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    normalize::fits(marks)
}

/// Returns whether a body that is a list is a delivery of this provider: whether it contains an item.
pub(crate) fn fits_list(root: RawSlice<'_>) -> bool {
    normalize::fits_list(root)
}
