//! Partner's wire types.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;

wire! {
    /// One event, with the keys of all kinds: each kind uses some of them.
    ///
    /// Source: Partners API, Settings, Webhook (read 2026-11-21). Seen in the wild: no.
    pub struct Payload<'a> {
        /// Outcome: always `OK`.
        pub status: Option<Cow<'a, str>> = id,
        /// Name of the event: `whatsapp`, `builder`, `online`; announced: `partners`, `package`.
        pub event: Option<Cow<'a, str>> = id,
        /// Phone number of a `whatsapp` event, in digits.
        pub whatsapp: Option<Cow<'a, str>> = id,
        /// Reference that the partner gave the number when it was created.
        pub whatsapp_reference: Option<Cow<'a, str>> = text,
        /// Code of the change to the number, without public meaning.
        pub whatsapp_extra_info: Option<RawSlice<'a>> = raw,
        /// Limit of conversations that the number may start per day, in no documented notation.
        pub daily_limit: Option<RawSlice<'a>> = raw,
        /// API key of the number for the WhatsApp V2 API: a secret.
        pub whatsapp_api_key "whatsapp_apiKey": Option<Cow<'a, str>> = id,
        /// ID of the builder of a `builder` event.
        pub builder_id "builderID": Option<Cow<'a, str>> = id,
        /// URL of the builder.
        pub builder_url: Option<Cow<'a, str>> = text,
        /// Reference that the partner gave the builder when it was created.
        pub builder_reference: Option<Cow<'a, str>> = text,
        /// Code of the change to the builder, without public meaning.
        pub builder_extra_info: Option<RawSlice<'a>> = raw,
        /// ID of the account of an `online` event.
        pub account_id "accountID": Option<Cow<'a, str>> = id,
        /// ID of the agent.
        pub agent_id "agentID": Option<Cow<'a, str>> = id,
        /// ID of the inbox.
        pub inbox_id "inboxID": Option<Cow<'a, str>> = id,
        /// Subdomain of the server: usually `online`.
        pub server: Option<Cow<'a, str>> = text,
        /// Reference that the partner gave the account or the inbox when it was created.
        pub online_reference: Option<Cow<'a, str>> = text,
        /// Code of the change to the account, without public meaning.
        pub online_extra_info: Option<RawSlice<'a>> = raw,
    }
}
