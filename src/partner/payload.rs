//! The wire types: Partner's JSON, key by key.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;

wire! {
    /// One event: the keys of all kinds side by side, as no kind has all of its own.
    ///
    /// Source: Partners API, Settings, Webhook (read 2026-11-21). Seen in the wild: no.
    pub struct Payload<'a> {
        /// `OK`, always.
        pub status: Option<Cow<'a, str>> = id,
        /// `whatsapp`, `builder`, `online`; announced: `partners`, `package`.
        pub event: Option<Cow<'a, str>> = id,
        /// Number that a `whatsapp` event is about: digits.
        pub whatsapp: Option<Cow<'a, str>> = id,
        /// What the partner called the number when it was created.
        pub whatsapp_reference: Option<Cow<'a, str>> = text,
        /// What happened to the number: a code without public meaning.
        pub whatsapp_extra_info: Option<RawSlice<'a>> = raw,
        /// Conversations a day that the number may begin; no documented notation.
        pub daily_limit: Option<RawSlice<'a>> = raw,
        /// Key of the number for the WhatsApp V2 API: a secret.
        pub whatsapp_api_key "whatsapp_apiKey": Option<Cow<'a, str>> = id,
        /// Id of the builder that a `builder` event is about.
        pub builder_id "builderID": Option<Cow<'a, str>> = id,
        /// Address of the builder.
        pub builder_url: Option<Cow<'a, str>> = text,
        /// What the partner called the builder when it was created.
        pub builder_reference: Option<Cow<'a, str>> = text,
        /// What happened to the builder: a code without public meaning.
        pub builder_extra_info: Option<RawSlice<'a>> = raw,
        /// Id of the account that an `online` event is about.
        pub account_id "accountID": Option<Cow<'a, str>> = id,
        /// Id of the agent.
        pub agent_id "agentID": Option<Cow<'a, str>> = id,
        /// Id of the inbox.
        pub inbox_id "inboxID": Option<Cow<'a, str>> = id,
        /// Subdomain of the server: mostly `online`.
        pub server: Option<Cow<'a, str>> = text,
        /// What the partner called the account or the inbox when it was created.
        pub online_reference: Option<Cow<'a, str>> = text,
        /// What happened to the account: a code without public meaning.
        pub online_extra_info: Option<RawSlice<'a>> = raw,
    }
}
