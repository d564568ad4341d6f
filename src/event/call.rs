//! Calls and their progress.

use crate::event::model::event;
use crate::event::{Direction, ErrorDetail, Party};
use crate::types::{Raw, Timestamp};

event! {
    /// A call and its progress. Sent by Meta and WhatzMeAPI.
    pub struct Call {
        /// Provider's word for what happened: Meta's `connect`, `terminate`, `RINGING`, WhatzMeAPI's `offer` …
        pub event: Option<String>,
        /// Id of the call.
        pub id: Option<String>,
        /// Who called whom.
        pub direction: Option<Direction>,
        /// Caller.
        pub from: Option<Party>,
        /// Called.
        pub to: Option<Party>,
        /// With pictures. WhatzMeAPI.
        pub video: Option<bool>,
        /// To a group. WhatzMeAPI.
        pub group: Option<bool>,
        /// Group that is called, as received. WhatzMeAPI.
        pub group_id: Option<String>,
        /// How it ended.
        pub status: Option<String>,
        /// Begin of the talk.
        pub start_at: Option<Timestamp>,
        /// End of the talk.
        pub end_at: Option<Timestamp>,
        /// Seconds.
        pub duration: Option<i64>,
        /// `offer` or `answer`.
        pub sdp_type: Option<String>,
        /// Session description for WebRTC.
        pub sdp: Option<String> = text,
        /// Payload of the link or button that began it.
        pub payload: Option<String> = text,
        /// Text that the caller set, as it came back.
        pub callback_data: Option<String> = text,
        /// Recording or transcript: JSON, unread.
        pub attachment: Option<Raw>,
        /// What went wrong.
        pub errors: Vec<ErrorDetail>,
    }
}
