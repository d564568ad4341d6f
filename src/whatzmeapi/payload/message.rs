//! A message, or an update of one.

use std::borrow::Cow;

use super::edits::MemberLabel;
use super::key::Key;
use super::reactions::Reaction;
use super::update::{Change, Receipt};
use crate::json::{List, RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// A message, or an update of one, in the style of any of the gateways: the keys that are there tell which.
    ///
    /// Baileys' `WAMessage` and the elements of its `messages.update`, `message-receipt.update` and `messages.reaction`,
    /// and what Evolution and `CodeChat` make of them.
    pub struct WebMessage<'a> {
        /// Which message it is, and where.
        pub key: Option<Key<'a>> = object,
        /// Content by its key; read one level at a time. `null` or absent in stubs.
        pub message: Option<RawSlice<'a>> = raw,
        /// When it was sent.
        pub message_timestamp "messageTimestamp": Option<Timestamp> = time,
        /// Name the author chose; the own one on own messages.
        pub push_name "pushName": Option<Cow<'a, str>> = text,
        /// Name of a business.
        pub verified_biz_name "verifiedBizName": Option<Cow<'a, str>> = text,
        /// Author in groups: older versions, and updates of Evolution.
        pub participant: Option<Cow<'a, str>> = id,
        /// State: number or name.
        pub status: Option<Cow<'a, str>> = id,
        /// System notice: number or name.
        pub message_stub_type "messageStubType": Option<Cow<'a, str>> = id,
        /// Texts that belong to the notice, some of them JSON.
        pub message_stub_parameters "messageStubParameters": Option<RawSlice<'a>> = raw,
        /// What it refers to: Evolution lifts it out of texts.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
        /// Content key. Evolution and `CodeChat`.
        pub message_type "messageType": Option<Cow<'a, str>> = text,
        /// Id of the gateway's instance. Evolution.
        pub instance_id "instanceId": Option<Cow<'a, str>> = id,
        /// Number of the author, beside the key. Gateways.
        pub sender_pn "senderPn": Option<Cow<'a, str>> = id,
        /// Content without its key. `CodeChat`.
        pub content: Option<RawSlice<'a>> = raw,
        /// `key.id`. `CodeChat`, and updates of Evolution, whose `messageId` is the gateway's own id.
        pub key_id "keyId": Option<Cow<'a, str>> = id,
        /// `key.fromMe`. `CodeChat`.
        pub key_from_me "keyFromMe": Option<bool> = flag,
        /// `key.remoteJid`. `CodeChat`.
        pub key_remote_jid "keyRemoteJid": Option<Cow<'a, str>> = id,
        /// The chat's anonymous id. `CodeChat`.
        pub key_lid "keyLid": Option<Cow<'a, str>> = id,
        /// `key.participant`. `CodeChat`.
        pub key_participant "keyParticipant": Option<Cow<'a, str>> = id,
        /// The author's anonymous id. `CodeChat`.
        pub key_participant_lid "keyParticipantLid": Option<Cow<'a, str>> = id,
        /// What changed of the message. Baileys' `messages.update`.
        pub update: Option<Box<Change<'a>>> = boxed,
        /// Receipt of a member of a group. Baileys' `message-receipt.update`.
        pub receipt: Option<Box<Receipt<'a>>> = boxed,
        /// Reaction to the message. Baileys' `messages.reaction`.
        pub reaction: Option<Box<Reaction<'a>>> = boxed,
        /// Votes of a poll, or what was counted of it. Evolution.
        pub poll_updates "pollUpdates": List<RawSlice<'a>> = raws,
        /// Id of the message. WhatzMeAPI and `CodeChat`.
        pub id: Option<Cow<'a, str>> = id,
        /// `key.remoteJid`. Evolution and `CodeChat`.
        pub remote_jid "remoteJid": Option<Cow<'a, str>> = id,
        /// `key.fromMe`. Evolution and `CodeChat`.
        pub from_me "fromMe": Option<bool> = flag,
        /// When it changed. `CodeChat`.
        pub date_time "dateTime": Option<Timestamp> = time,
        /// Kind of a `protocolMessage` that is the item. Evolution's `messages.edited`, like the next four.
        pub protocol_type "type": Option<Cow<'a, str>> = id,
        /// New content of the message.
        pub edited_message "editedMessage": Option<RawSlice<'a>> = raw,
        /// When it was edited.
        pub timestamp_ms "timestampMs": Option<Timestamp> = time,
        /// Seconds after which messages disappear.
        pub ephemeral_expiration "ephemeralExpiration": Option<i64> = int,
        /// Name that a member has in the group.
        pub member_label "memberLabel": Option<MemberLabel<'a>> = object,
    }
}
