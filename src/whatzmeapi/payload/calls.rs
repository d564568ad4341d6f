//! Calls: call events, and calls as the chat shows them.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// A step of a call: an element of the event `call`.
    pub struct CallUpdate<'a> {
        /// ID of the call.
        pub id: Option<Cow<'a, str>> = id,
        /// JID of the caller.
        pub from: Option<Cow<'a, str>> = id,
        /// JID of the caller with the phone number.
        pub caller_pn "callerPn": Option<Cow<'a, str>> = id,
        /// Step of the call: `offer`, `ringing`, `accept`, `reject`, `timeout`, `terminate`.
        pub status: Option<Cow<'a, str>> = id,
        /// Time of the step.
        pub date: Option<Timestamp> = time,
        /// Time of the step. WAHA.
        pub timestamp: Option<Timestamp> = time,
        /// Whether it is a video call.
        pub is_video "isVideo": Option<bool> = flag,
        /// Whether it is a group call.
        pub is_group "isGroup": Option<bool> = flag,
        /// JID of the group that is called.
        pub group_jid "groupJid": Option<Cow<'a, str>> = id,
    }

    /// A call, as the chat shows it: `callLogMesssage` (spelled with three `s`) and `call`.
    pub struct CallLogMessage<'a> {
        /// Whether it was a video call.
        pub is_video "isVideo": Option<bool> = flag,
        /// Outcome of the call: name or number.
        pub call_outcome "callOutcome": Option<Cow<'a, str>> = text,
        /// Duration in seconds.
        pub duration_secs "durationSecs": Option<i64> = int,
        /// Type of call: name or number.
        pub call_type "callType": Option<Cow<'a, str>> = text,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
