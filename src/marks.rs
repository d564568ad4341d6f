//! What tells the bodies of one provider from those of another.

use std::borrow::Cow;

use serde::Serialize;

use crate::json::{self, RawSlice, Reader, Wire, wire};

wire! {
    /// The keys at the top level of a body that tell providers apart.
    ///
    /// Each is read by the getter that the provider's own payload reads it with, so that `parse` can hand the
    /// rule `fits` of its provider what it has read already.
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
        /// WhatzMeAPI: WAHA, like the next two.
        pub session: Option<Cow<'a, str>> = id,
        /// WhatzMeAPI.
        pub engine: Option<Cow<'a, str>> = id,
        /// WhatzMeAPI.
        pub payload: Option<Object> = object,
        /// WhatzMeAPI: an item without an envelope.
        pub key: Option<Object> = object,
        /// WhatzMeAPI.
        pub instance_id "instanceId": Option<Cow<'a, str>> = id,
        /// WhatzMeAPI.
        pub messages: Option<RawSlice<'a>> = raw,
        /// WhatzMeAPI.
        pub statuses: Option<RawSlice<'a>> = raw,
        /// WhatzMeAPI.
        pub data: Option<RawSlice<'a>> = raw,
        /// Engage.
        pub event_name: Option<Cow<'a, str>> = id,
        /// Engage.
        pub message_id: Option<Cow<'a, str>> = id,
        /// Engage.
        pub message_status: Option<Cow<'a, str>> = id,
        /// Engage.
        pub msg_status: Option<Cow<'a, str>> = id,
        /// Cooby.
        pub direction: Option<Cow<'a, str>> = id,
        /// Cooby.
        pub message: Option<Object> = object,
        /// Cooby.
        pub sender: Option<Object> = object,
        /// Cooby.
        pub sender_phone: Option<Cow<'a, str>> = id,
        /// Cooby.
        pub chat_id: Option<Cow<'a, str>> = id,
        /// Cooby.
        pub chatid: Option<Cow<'a, str>> = id,
        /// Cooby.
        pub user_phone: Option<Cow<'a, str>> = id,
        /// Partner.
        pub whatsapp_extra_info: Option<RawSlice<'a>> = raw,
        /// Partner.
        pub builder_extra_info: Option<RawSlice<'a>> = raw,
        /// Partner.
        pub online_extra_info: Option<RawSlice<'a>> = raw,
    }
}

/// An object whose keys say nothing here.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Object {}

impl<'a> Wire<'a> for Object {
    fn fill(&mut self, reader: &mut Reader<'a>) -> json::Result<()> {
        reader.skip().map(drop)
    }

    fn holds(&self, _: &str) -> bool {
        true
    }

    fn holds_all(&self, _: &str) -> bool {
        true
    }

    fn accepts(_: &str, value: RawSlice<'a>) -> bool {
        value.as_str() != "null"
    }
}
