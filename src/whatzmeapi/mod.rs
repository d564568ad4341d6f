//! WhatzMeAPI, and other gateways built on Baileys: messages, states, groups, calls.
//!
//! WhatzMeAPI documents two bodies, an incoming text and a list of states, in the words of Baileys, the open
//! WhatsApp Web client. What else such gateways send is read after Baileys itself and after Evolution API,
//! `CodeChat`, Wasender and baileys-api, which wrap the same items differently.
//!
//! Sources: "Dominando los webhooks de la API REST de WhatsApp", Giss Trejo, Programa en Línea (read 2026-11-21);
//! public Baileys source, 6.7.18 to 7.0.0-rc13 (read 2026-11-21); public Evolution API 2.3.6, `CodeChat` and
//! baileys-api sources, Wasender documentation (read 2026-11-21).
//!
//! | field | what is odd | what we do |
//! |---|---|---|
//! | body | items in `messages`, `statuses`, `data`, `data.messages`, or the body is their list | all read; one object is a list of one |
//! | `data` | an item, and a list of items in it | the item, then those of the list |
//! | body, `data` | other objects and lists beside the items | [`Event::Unknown`] each, its kind is the key |
//! | `instance`, `instanceName`, `sessionId`, `instanceId` | the gateway's instance, as text or object | the first of them |
//! | `event` | `messages.upsert`, `MESSAGES_UPSERT`, `messages-upsert`, or absent | compared without case, `_` and `-` as `.`; absent: the items' keys tell |
//! | `sender` | the gateway's own number, not the author | the account's number |
//! | `date_time`, `timestamp` of the body | when the gateway called, not when it happened | never used |
//! | `status` of a message | on inbound messages it says nothing | read only in updates, and for failed own messages |
//! | `statuses` | no chat, no time, one id more than once | one event each, in order |
//! | `messages.update` | state, edit, deletion, votes, reactions or anything else | status, or message, or `Unknown` |
//! | `messages.update`, `fromMe` false | a message that was read on another own device | `Unknown`: no report of an outgoing message; `DELETED` is a deletion |
//! | `lidPnMappings` | numbers of people with anonymous ids, in a history | added to authors and recipients of its messages |
//! | `pollUpdates`, `reactions` | lists in one update, both at once too | an event for each element |
//! | `pollUpdates` | answers as hashes of options, or Evolution's count of each option | a vote each, hashes stay hashes; one vote with the options that have voters |
//! | `receipt` | up to three times at once | a status for each |
//! | `messages.delete`, `messages.edited` | nothing says by whom | a message without author and direction |
//! | `status` | numbers, names, words, any case | [`MessageStatus`](crate::MessageStatus); unknown ones verbatim |
//! | `messageId` of an update | the gateway's own id | `keyId` is the message's |
//! | `participant` | `""` in direct chats | absent |
//! | `…@lid` | an anonymous id that looks like a number | never a phone; `…Alt` and `…Pn` fields are asked for one |
//! | `pushName` | own name on own messages; `Você`, digits | only of inbound messages, never those two |
//! | 64-bit numbers | number, text, or `low` with a sign and `high` | all read |
//! | `messageStubType` | numbers or names; those of groups are about the group | names; [`Event::Group`], the others a message |
//! | `call` | the one event without a dot; `from` may be anonymous | [`Event::Call`] |
//! | `deviceSentMessage` | `remoteJid` may be the own number | `destinationJid` is the chat, the origin an echo |
//! | `mediaUrl`, `speechToText`, `base64` | the gateway's own, beside the content | address of a copy, transcript, the file itself |
//! | `messageContextInfo` | on any level of wrapping | the album that a picture belongs to |
//! | `messaging-history.set` | chats and contacts beside the messages | `Unknown` each; `progress` and its like are left out |
//! | bytes | base64, `{"0":171}`, `{"type":"Buffer"}` | base64 |
//! | content | metadata beside its key, before it too; up to several wrappers | first known key that is not null |
//! | `protocolMessage.key` | seen by its sender | only its id, and its author in groups |
//! | `protocolMessage.type` | 0 is `REVOKE` and may be left out | absent is `REVOKE` where there is a key |
//! | `reactionMessage.text` | empty or absent | the reaction was removed |
//! | `callLogMesssage` | three `s` | read so |
//! | `…Amount1000` | thousandths | exact decimal text |
//! | `status` of the body | `error`: the gateway failed | [`Event::Failure`] |
//!
//! States can repeat, skip steps and come out of order: see
//! [`MessageStatus::supersedes`](crate::MessageStatus::supersedes). One edit, deletion or reaction can come
//! twice, as a message and as an event of its own.

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

/// Whether a body with these marks is this provider's.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    normalize::fits(marks)
}

/// Whether a body that is a list is this provider's: it holds an item.
pub(crate) fn fits_list(root: RawSlice<'_>) -> bool {
    normalize::fits_list(root)
}
