//! A message and its key.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// A message: Baileys' `WAMessage`, and what Evolution and `CodeChat` make of it.
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
        /// Author in groups: older versions.
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
        /// `key.id`. `CodeChat`.
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
        /// Present where the item is an [`Update`](super::Update).
        pub update: Option<RawSlice<'a>> = raw,
        /// Present where the item is an [`Update`](super::Update).
        pub receipt: Option<RawSlice<'a>> = raw,
        /// Present where the item is an [`Update`](super::Update).
        pub reaction: Option<RawSlice<'a>> = raw,
    }

    /// Which message, and where.
    pub struct Key<'a> {
        /// Chat: the peer for both directions, or the group.
        pub remote_jid "remoteJid": Option<Cow<'a, str>> = id,
        /// Sent by the own account.
        pub from_me "fromMe": Option<bool> = flag,
        /// Id, opaque.
        pub id: Option<Cow<'a, str>> = id,
        /// Author in groups and lists; `""` in direct chats.
        pub participant: Option<Cow<'a, str>> = id,
        /// Which of the two forms `remoteJid` has, though gateways swap them: `pn` or `lid`.
        pub addressing_mode "addressingMode": Option<Cow<'a, str>> = text,
        /// The chat's other form. 7.x.
        pub remote_jid_alt "remoteJidAlt": Option<Cow<'a, str>> = id,
        /// The author's other form. 7.x.
        pub participant_alt "participantAlt": Option<Cow<'a, str>> = id,
        /// The chat's form before a gateway replaced it.
        pub previous_remote_jid "previousRemoteJid": Option<Cow<'a, str>> = id,
        /// The sender's anonymous id. 6.7.
        pub sender_lid "senderLid": Option<Cow<'a, str>> = id,
        /// The sender's number; bare digits and even an anonymous id occur. 6.7.
        pub sender_pn "senderPn": Option<Cow<'a, str>> = id,
        /// The author's anonymous id. 6.7.
        pub participant_lid "participantLid": Option<Cow<'a, str>> = id,
        /// The author's number. 6.7.
        pub participant_pn "participantPn": Option<Cow<'a, str>> = id,
        /// The sender's number as digits. Gateways.
        pub cleaned_sender_pn "cleanedSenderPn": Option<Cow<'a, str>> = id,
        /// The author's number as digits. Gateways.
        pub cleaned_participant_pn "cleanedParticipantPn": Option<Cow<'a, str>> = id,
        /// The chat's user name.
        pub remote_jid_username "remoteJidUsername": Option<Cow<'a, str>> = text,
        /// The author's user name.
        pub participant_username "participantUsername": Option<Cow<'a, str>> = text,
        /// Can be opened once. 6.7.
        pub is_view_once "isViewOnce": Option<bool> = flag,
    }
}
