//! The envelope around the items.

use std::borrow::Cow;

use crate::json::{List, RawSlice, wire};

wire! {
    /// One delivery, in the format of any of the gateways.
    pub struct Payload<'a> {
        /// Name of the event, such as `messages.upsert` or `MESSAGES_UPSERT`. Absent if the gateway forwards Baileys'
        /// event without its name.
        pub event: Option<Cow<'a, str>> = id,
        /// `notify` for messages just received, `append` for messages added to the history. Both are new.
        pub upsert_type "type": Option<Cow<'a, str>> = text,
        /// Messages, or updates of messages.
        pub messages: List<RawSlice<'a>> = raws,
        /// Statuses of messages.
        pub statuses: List<RawSlice<'a>> = raws,
        /// Keys of deleted messages.
        pub keys: List<RawSlice<'a>> = raws,
        /// Chats of a history.
        pub chats: List<RawSlice<'a>> = raws,
        /// Contacts of a history.
        pub contacts: List<RawSlice<'a>> = raws,
        /// Phone numbers of people with anonymous IDs, in a history: each is a [`LidMapping`].
        pub lid_pn_mappings "lidPnMappings": List<RawSlice<'a>> = raws,
        /// One item, a list of items, or a [`Data`].
        pub data: List<RawSlice<'a>> = raws,
        /// Data that a gateway adds: an [`Addition`].
        pub extra: Option<RawSlice<'a>> = raw,
        /// Name of the gateway's instance, or an [`Instance`].
        pub instance: Option<RawSlice<'a>> = raw,
        /// Name of the gateway's instance.
        pub instance_name "instanceName": Option<Cow<'a, str>> = text,
        /// ID of the gateway's instance.
        pub instance_id "instanceId": Option<Cow<'a, str>> = id,
        /// ID of the gateway's session.
        pub session_id "sessionId": Option<Cow<'a, str>> = id,
        /// Name of the session. WAHA, like the next five.
        pub session: Option<Cow<'a, str>> = id,
        /// WhatsApp client that the gateway runs: `NOWEB` …
        pub engine: Option<Cow<'a, str>> = id,
        /// Account of the session: a [`WahaAccount`](super::WahaAccount).
        pub me: Option<RawSlice<'a>> = raw,
        /// What the gateway runs on.
        pub environment: Option<RawSlice<'a>> = raw,
        /// What the gateway's user noted.
        pub metadata: Option<RawSlice<'a>> = raw,
        /// Message or status: a [`WahaPayload`](super::WahaPayload).
        pub payload: Option<RawSlice<'a>> = raw,
        /// Evolution: the gateway's own number, never the author.
        pub sender: Option<Cow<'a, str>> = id,
        /// `success` or `error` of the gateway; unrelated to any message.
        pub status: Option<Cow<'a, str>> = text,
        /// Error message. Only with `status` `error`.
        pub message: Option<Cow<'a, str>> = text,
    }

    /// The object in `data` that contains the lists of items.
    pub struct Data<'a> {
        /// Present if `data` is an item.
        pub key: Option<RawSlice<'a>> = raw,
        /// Present if `data` is an item.
        pub key_id "keyId": Option<RawSlice<'a>> = raw,
        /// `notify` or `append`, as in [`Payload`].
        pub upsert_type "type": Option<Cow<'a, str>> = text,
        /// Messages, or updates of messages.
        pub messages: List<RawSlice<'a>> = raws,
        /// Statuses of messages.
        pub statuses: List<RawSlice<'a>> = raws,
        /// Keys of deleted messages.
        pub keys: List<RawSlice<'a>> = raws,
        /// Chats of a history.
        pub chats: List<RawSlice<'a>> = raws,
        /// Contacts of a history.
        pub contacts: List<RawSlice<'a>> = raws,
        /// Phone numbers of people with anonymous IDs, in a history: each is a [`LidMapping`].
        pub lid_pn_mappings "lidPnMappings": List<RawSlice<'a>> = raws,
    }

    /// Data that the gateway `baileys-api` adds to a body.
    pub struct Addition<'a> {
        /// Files of the messages in Base64, by the ID of the message.
        pub media: Option<RawSlice<'a>> = raw,
    }

    /// Phone number of a person with an anonymous ID. Baileys.
    pub struct LidMapping<'a> {
        /// Anonymous ID as a JID.
        pub lid: Option<Cow<'a, str>> = id,
        /// Phone number as a JID.
        pub pn: Option<Cow<'a, str>> = id,
    }

    /// The gateway's instance, as an object. `CodeChat`.
    pub struct Instance<'a> {
        /// Name of the instance.
        pub name: Option<Cow<'a, str>> = text,
        /// Name, the longer spelling.
        pub instance_name "instanceName": Option<Cow<'a, str>> = text,
        /// ID of the instance.
        pub id: Option<Cow<'a, str>> = id,
    }

    /// The keys that distinguish items of this provider from other JSON.
    pub struct Probe<'a> {
        /// In every item of gateways in Go.
        pub info "Info": Option<RawSlice<'a>> = raw,
        /// In every item of Baileys.
        pub key: Option<RawSlice<'a>> = raw,
        /// In items of Evolution and `CodeChat`.
        pub key_id "keyId": Option<RawSlice<'a>> = raw,
        /// In items of `CodeChat`.
        pub key_remote_jid "keyRemoteJid": Option<RawSlice<'a>> = raw,
        /// In messages.
        pub message: Option<RawSlice<'a>> = raw,
        /// In updates of messages.
        pub update: Option<RawSlice<'a>> = raw,
        /// In receipts of group members.
        pub receipt: Option<RawSlice<'a>> = raw,
        /// In reactions.
        pub reaction: Option<RawSlice<'a>> = raw,
        /// List in `data`, or at the top level.
        pub messages: Option<RawSlice<'a>> = raw,
        /// List at the top level.
        pub statuses: Option<RawSlice<'a>> = raw,
        /// List in `data`, or at the top level.
        pub keys: Option<RawSlice<'a>> = raw,
        /// Item, list of items, or object that contains the list.
        pub data: Option<RawSlice<'a>> = raw,
        /// In statuses.
        pub status: Option<RawSlice<'a>> = raw,
    }
}
