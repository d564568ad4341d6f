//! Calls and their progress.

use crate::event::content::Media;
use crate::event::model::event;
use crate::event::{Direction, ErrorDetail, Party};
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// What happened to a call. The words of Meta and of WhatzMeAPI differ.
    pub enum CallEvent {
        /// The call is set up; the session description comes with it. Meta.
        Connect = "connect",
        /// The call ended.
        Terminate = "terminate",
        /// A call by SIP was created. Meta.
        CallCreated = "call_created",
        /// The recording can be downloaded. Meta.
        RecordingAvailable = "call_recording_available",
        /// The transcript can be downloaded. Meta.
        TranscriptionAvailable = "call_transcription_available",
        /// The phone of the recipient rings. Meta.
        Ringing = "RINGING",
        /// The recipient accepted the call. Meta.
        Accepted = "ACCEPTED",
        /// The recipient declined the call. Meta.
        Rejected = "REJECTED",
        /// Somebody calls. WhatzMeAPI.
        Offer = "offer",
        /// The phone rings. WhatzMeAPI.
        GatewayRinging = "ringing",
        /// The call was accepted. WhatzMeAPI.
        Accept = "accept",
        /// The call was declined. WhatzMeAPI.
        Reject = "reject",
        /// Nobody answered the call. WhatzMeAPI.
        Timeout = "timeout",
    }

    /// How a call ended. Older pages of Meta spell the words `Completed` and `Failed`.
    pub enum CallStatus {
        /// The call was completed.
        Completed = "COMPLETED",
        /// The call failed.
        Failed = "FAILED",
    }

    /// Kind of a session description.
    pub enum SdpType {
        /// The description of the caller.
        Offer = "offer",
        /// The description of the recipient.
        Answer = "answer",
    }
}

event! {
    /// A call and its progress. Sent by Meta and WhatzMeAPI.
    pub struct Call {
        /// Provider's word for what happened: Meta's `connect`, `terminate`, `RINGING`, WhatzMeAPI's `offer` …
        pub event: Option<CallEvent>,
        /// Id of the call.
        pub id: Option<String> = tail,
        /// Whether the person called the business (`inbound`) or the business the person.
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
        pub group_id: Option<String> = group,
        /// How it ended.
        pub status: Option<CallStatus>,
        /// Begin of the talk.
        pub start_at: Option<Timestamp>,
        /// End of the talk.
        pub end_at: Option<Timestamp>,
        /// Seconds.
        pub duration: Option<i64>,
        /// Whether the session description is an offer or an answer. Meta.
        pub sdp_type: Option<SdpType>,
        /// Session description for WebRTC; absent from calls by SIP. Meta.
        pub sdp: Option<String> = text,
        /// Payload of the call link that the person used. Meta.
        pub deeplink_payload: Option<String> = text,
        /// Payload of the call button that the person tapped. Meta.
        pub cta_payload: Option<String> = text,
        /// `biz_opaque_callback_data` that the business set when it started the call. Meta.
        pub callback_data: Option<String> = text,
        /// Recording of the call. Meta.
        pub recording: Option<Box<Media>>,
        /// Transcript of the call, a JSON file. Meta.
        pub transcript: Option<Box<Media>>,
        /// What went wrong.
        pub errors: Vec<ErrorDetail>,
    }
}
