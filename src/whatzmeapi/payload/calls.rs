//! Calls: on an event of their own, and as the chat shows them.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// `call`.
    pub struct CallUpdate<'a> {
        /// Id of the call.
        pub id: Option<Cow<'a, str>> = id,
        /// Who calls.
        pub from: Option<Cow<'a, str>> = id,
        /// Number of whoever calls.
        pub caller_pn "callerPn": Option<Cow<'a, str>> = id,
        /// `offer`, `ringing`, `accept`, `reject`, `timeout`, `terminate`.
        pub status: Option<Cow<'a, str>> = id,
        /// When it happened.
        pub date: Option<Timestamp> = time,
        /// With pictures.
        pub is_video "isVideo": Option<bool> = flag,
        /// To a group.
        pub is_group "isGroup": Option<bool> = flag,
        /// Group that is called.
        pub group_jid "groupJid": Option<Cow<'a, str>> = id,
    }

    /// `callLogMesssage`, with three s, and `call`.
    pub struct CallLogMessage<'a> {
        /// With pictures.
        pub is_video "isVideo": Option<bool> = flag,
        /// How it ended: name or number.
        pub call_outcome "callOutcome": Option<Cow<'a, str>> = text,
        /// Seconds.
        pub duration_secs "durationSecs": Option<i64> = int,
        /// Kind of call: name or number.
        pub call_type "callType": Option<Cow<'a, str>> = text,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
