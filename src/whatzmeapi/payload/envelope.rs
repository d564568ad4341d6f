//! What surrounds the items.

use std::borrow::Cow;

use crate::json::{List, RawSlice, wire};

wire! {
    /// One delivery, in the style of any of the gateways.
    pub struct Payload<'a> {
        /// Name of the event: `messages.upsert`, `MESSAGES_UPSERT` … Absent where Baileys' own event is
        /// passed on.
        pub event: Option<Cow<'a, str>> = id,
        /// `notify` for what was just received, `append` for what was added to the history: new all the same.
        pub upsert_type "type": Option<Cow<'a, str>> = text,
        /// Messages, or updates of messages.
        pub messages: List<RawSlice<'a>> = raws,
        /// States of messages.
        pub statuses: List<RawSlice<'a>> = raws,
        /// Keys of messages that were deleted.
        pub keys: List<RawSlice<'a>> = raws,
        /// Chats of a history.
        pub chats: List<RawSlice<'a>> = raws,
        /// Contacts of a history.
        pub contacts: List<RawSlice<'a>> = raws,
        /// Numbers of people with anonymous ids, in a history: a [`LidMapping`] each.
        pub lid_pn_mappings "lidPnMappings": List<RawSlice<'a>> = raws,
        /// One item, a list of them, or a [`Data`].
        pub data: List<RawSlice<'a>> = raws,
        /// What a gateway adds of its own: an [`Addition`].
        pub extra: Option<RawSlice<'a>> = raw,
        /// Name of the gateway's instance, or an [`Instance`].
        pub instance: Option<RawSlice<'a>> = raw,
        /// Name of the gateway's instance.
        pub instance_name "instanceName": Option<Cow<'a, str>> = text,
        /// Id of the gateway's instance.
        pub instance_id "instanceId": Option<Cow<'a, str>> = id,
        /// Id of the gateway's session.
        pub session_id "sessionId": Option<Cow<'a, str>> = id,
        /// Name of the session. WAHA, like the next three.
        pub session: Option<Cow<'a, str>> = id,
        /// WhatsApp client that the gateway runs: `NOWEB` …
        pub engine: Option<Cow<'a, str>> = id,
        /// Account of the session: a [`WahaAccount`](super::WahaAccount).
        pub me: Option<RawSlice<'a>> = raw,
        /// Message or status: a [`WahaPayload`](super::WahaPayload).
        pub payload: Option<RawSlice<'a>> = raw,
        /// Evolution: the gateway's own number, never the author.
        pub sender: Option<Cow<'a, str>> = id,
        /// `success` or `error`; says nothing about a message.
        pub status: Option<Cow<'a, str>> = text,
        /// What went wrong, where `status` is `error`.
        pub message: Option<Cow<'a, str>> = text,
    }

    /// What `data` holds where it is no item itself.
    pub struct Data<'a> {
        /// Present where `data` is an item.
        pub key: Option<RawSlice<'a>> = raw,
        /// Present where `data` is an item.
        pub key_id "keyId": Option<RawSlice<'a>> = raw,
        /// `notify` or `append`, as in [`Payload`].
        pub upsert_type "type": Option<Cow<'a, str>> = text,
        /// Messages, or updates of messages.
        pub messages: List<RawSlice<'a>> = raws,
        /// States of messages.
        pub statuses: List<RawSlice<'a>> = raws,
        /// Keys of messages that were deleted.
        pub keys: List<RawSlice<'a>> = raws,
        /// Chats of a history.
        pub chats: List<RawSlice<'a>> = raws,
        /// Contacts of a history.
        pub contacts: List<RawSlice<'a>> = raws,
        /// Numbers of people with anonymous ids, in a history: a [`LidMapping`] each.
        pub lid_pn_mappings "lidPnMappings": List<RawSlice<'a>> = raws,
    }

    /// What a gateway adds to a body. baileys-api.
    pub struct Addition<'a> {
        /// Files of the messages: base64 by the id of the message.
        pub media: Option<RawSlice<'a>> = raw,
    }

    /// Number of a person with an anonymous id. Baileys.
    pub struct LidMapping<'a> {
        /// Anonymous id, as an address.
        pub lid: Option<Cow<'a, str>> = id,
        /// Number, as an address.
        pub pn: Option<Cow<'a, str>> = id,
    }

    /// An instance that is more than its name. `CodeChat`.
    pub struct Instance<'a> {
        /// Name.
        pub name: Option<Cow<'a, str>> = text,
        /// Name, the longer spelling.
        pub instance_name "instanceName": Option<Cow<'a, str>> = text,
        /// Id.
        pub id: Option<Cow<'a, str>> = id,
    }

    /// The keys that tell items of this provider from other JSON.
    pub struct Probe<'a> {
        /// Every item of Baileys.
        pub key: Option<RawSlice<'a>> = raw,
        /// Evolution and `CodeChat`.
        pub key_id "keyId": Option<RawSlice<'a>> = raw,
        /// `CodeChat`.
        pub key_remote_jid "keyRemoteJid": Option<RawSlice<'a>> = raw,
        /// Messages.
        pub message: Option<RawSlice<'a>> = raw,
        /// Updates of messages.
        pub update: Option<RawSlice<'a>> = raw,
        /// Receipts of group members.
        pub receipt: Option<RawSlice<'a>> = raw,
        /// Reactions.
        pub reaction: Option<RawSlice<'a>> = raw,
        /// The list inside `data`, or at the top.
        pub messages: Option<RawSlice<'a>> = raw,
        /// The list at the top.
        pub statuses: Option<RawSlice<'a>> = raw,
        /// The list inside `data`, or at the top.
        pub keys: Option<RawSlice<'a>> = raw,
        /// The item, or the list, or what holds the list.
        pub data: Option<RawSlice<'a>> = raw,
        /// States.
        pub status: Option<RawSlice<'a>> = raw,
    }
}
