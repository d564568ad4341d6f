//! What tells the bodies of one provider from those of another.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    /// The keys at the top level of a body that tell providers apart.
    pub(crate) struct Marks<'a> {
        /// Meta.
        pub object: Option<RawSlice<'a>> = raw,
        /// Meta.
        pub entry: Option<RawSlice<'a>> = raw,
        /// WhatzMeAPI and Partner.
        pub event: Option<Cow<'a, str>> = id,
        /// WhatzMeAPI and Partner.
        pub status: Option<Cow<'a, str>> = id,
        /// WhatzMeAPI.
        pub upsert_type "type": Option<Cow<'a, str>> = text,
        /// WhatzMeAPI.
        pub instance: Option<RawSlice<'a>> = raw,
        /// WhatzMeAPI.
        pub session_id "sessionId": Option<Cow<'a, str>> = id,
        /// WhatzMeAPI.
        pub messages: Option<RawSlice<'a>> = raw,
        /// WhatzMeAPI.
        pub statuses: Option<RawSlice<'a>> = raw,
        /// WhatzMeAPI.
        pub data: Option<RawSlice<'a>> = raw,
        /// Engage.
        pub event_name: Option<RawSlice<'a>> = raw,
        /// Engage.
        pub message_id: Option<RawSlice<'a>> = raw,
        /// Engage.
        pub message_status: Option<RawSlice<'a>> = raw,
        /// Engage.
        pub campaign: Option<RawSlice<'a>> = raw,
        /// Cooby.
        pub direction: Option<RawSlice<'a>> = raw,
        /// Cooby.
        pub message: Option<RawSlice<'a>> = raw,
        /// Cooby.
        pub chat_id: Option<RawSlice<'a>> = raw,
        /// Cooby.
        pub chatid: Option<RawSlice<'a>> = raw,
        /// Cooby.
        pub user_phone: Option<RawSlice<'a>> = raw,
        /// Partner.
        pub whatsapp_extra_info: Option<RawSlice<'a>> = raw,
        /// Partner.
        pub builder_extra_info: Option<RawSlice<'a>> = raw,
        /// Partner.
        pub online_extra_info: Option<RawSlice<'a>> = raw,
    }
}
