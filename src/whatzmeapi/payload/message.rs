//! A message, or an update of one.

use std::borrow::Cow;

use super::edits::MemberLabel;
use super::key::Key;
use super::reactions::Reaction;
use super::update::{Change, Receipt};
use crate::json::{List, RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// A message, or an update of one, in the format of any of the gateways. The keys that are present determine
    /// which.
    ///
    /// It is Baileys' `WAMessage`, an element of its `messages.update`, `message-receipt.update` or
    /// `messages.reaction`, or what Evolution and `CodeChat` convert these to.
    pub struct WebMessage<'a> {
        /// Key of the message.
        pub key: Option<Key<'a>> = object,
        /// Content by its key, read one level at a time. `null` or absent in system notices.
        pub message: Option<RawSlice<'a>> = raw,
        /// Time at which the message was sent.
        pub message_timestamp "messageTimestamp": Option<Timestamp> = time,
        /// Name that the author chose; the account's own name on its own messages.
        pub push_name "pushName": Option<Cow<'a, str>> = text,
        /// Verified name of a business.
        pub verified_biz_name "verifiedBizName": Option<Cow<'a, str>> = text,
        /// JID of the author in groups. Older versions, and updates of Evolution.
        pub participant: Option<Cow<'a, str>> = id,
        /// Status of the message: number or name.
        pub status: Option<Cow<'a, str>> = id,
        /// Type of a system notice: number or name.
        pub message_stub_type "messageStubType": Option<Cow<'a, str>> = id,
        /// Parameters of a system notice: texts, some of them JSON.
        pub message_stub_parameters "messageStubParameters": Option<RawSlice<'a>> = raw,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo) that was moved out of a text.
        /// Evolution.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
        /// Key of the content. Evolution and `CodeChat`.
        pub message_type "messageType": Option<Cow<'a, str>> = text,
        /// ID of the gateway's instance. Evolution.
        pub instance_id "instanceId": Option<Cow<'a, str>> = id,
        /// JID of the author with the phone number, next to the key. Some gateways only.
        pub sender_pn "senderPn": Option<Cow<'a, str>> = id,
        /// Chat, author, direction and time: a [`GoInfo`](super::GoInfo). Gateways in Go.
        pub info "Info": Option<RawSlice<'a>> = raw,
        /// Content by its key. Gateways in Go.
        pub go_message "Message": Option<RawSlice<'a>> = raw,
        /// Name that the author chose. WAHA.
        pub notify_name "notifyName": Option<Cow<'a, str>> = text,
        /// URL of the decrypted file, from gateways that put it next to the content, as are the next two.
        pub media_url "mediaUrl": Option<RawSlice<'a>> = raw,
        /// Transcript of a voice message.
        pub speech_to_text "speechToText": Option<RawSlice<'a>> = raw,
        /// File itself as base64.
        pub base64: Option<RawSlice<'a>> = raw,
        /// Content without its key. `CodeChat`.
        pub content: Option<RawSlice<'a>> = raw,
        /// `key.id`. `CodeChat`, and updates of Evolution, whose `messageId` is the gateway's own ID.
        pub key_id "keyId": Option<Cow<'a, str>> = id,
        /// `key.fromMe`. `CodeChat`.
        pub key_from_me "keyFromMe": Option<bool> = flag,
        /// `key.remoteJid`. `CodeChat`.
        pub key_remote_jid "keyRemoteJid": Option<Cow<'a, str>> = id,
        /// LID of the chat. `CodeChat`.
        pub key_lid "keyLid": Option<Cow<'a, str>> = id,
        /// `key.participant`. `CodeChat`.
        pub key_participant "keyParticipant": Option<Cow<'a, str>> = id,
        /// LID of the author. `CodeChat`.
        pub key_participant_lid "keyParticipantLid": Option<Cow<'a, str>> = id,
        /// Change of the message. Baileys' `messages.update`.
        pub update: Option<Box<Change<'a>>> = boxed,
        /// Receipt of a group member. Baileys' `message-receipt.update`.
        pub receipt: Option<Box<Receipt<'a>>> = boxed,
        /// Reaction to the message. Baileys' `messages.reaction`.
        pub reaction: Option<Box<Reaction<'a>>> = boxed,
        /// Votes of a poll, or their counts. Evolution.
        pub poll_updates "pollUpdates": List<RawSlice<'a>> = raws,
        /// ID of the message. WhatzMeAPI and `CodeChat`.
        pub id: Option<Cow<'a, str>> = id,
        /// `key.remoteJid`. Evolution and `CodeChat`.
        pub remote_jid "remoteJid": Option<Cow<'a, str>> = id,
        /// `key.fromMe`. Evolution and `CodeChat`.
        pub from_me "fromMe": Option<bool> = flag,
        /// Time of the change, next to a status.
        pub timestamp: Option<Timestamp> = time,
        /// Time of the change. `CodeChat`.
        pub date_time "dateTime": Option<Timestamp> = time,
        /// Type of a `protocolMessage` that is itself the item. Evolution's `messages.edited`, as are the next four
        /// fields.
        pub protocol_type "type": Option<Cow<'a, str>> = id,
        /// New content of the message.
        pub edited_message "editedMessage": Option<RawSlice<'a>> = raw,
        /// Time of the edit.
        pub timestamp_ms "timestampMs": Option<Timestamp> = time,
        /// Seconds until messages disappear.
        pub ephemeral_expiration "ephemeralExpiration": Option<i64> = int,
        /// Label of a member in the group.
        pub member_label "memberLabel": Option<MemberLabel<'a>> = object,
    }
}
