//! Calls and their progress.

use crate::event::content::Media;
use crate::event::model::event;
use crate::event::{Direction, ErrorDetail, Party};
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// What happened to a call. Meta and WhatzMeAPI use different values.
    pub enum CallEvent {
        /// The call is being connected, and the session description was sent. Meta only.
        Connect = "connect",
        /// The call ended.
        Terminate = "terminate",
        /// A SIP call was created. Meta only.
        CallCreated = "call_created",
        /// The recording is available for download. Meta only.
        RecordingAvailable = "call_recording_available",
        /// The transcript is available for download. Meta only.
        TranscriptionAvailable = "call_transcription_available",
        /// The recipient's phone is ringing. Meta only.
        Ringing = "RINGING",
        /// The recipient accepted the call. Meta only.
        Accepted = "ACCEPTED",
        /// The recipient declined the call. Meta only.
        Rejected = "REJECTED",
        /// A call is incoming. WhatzMeAPI only.
        Offer = "offer",
        /// The phone is ringing. WhatzMeAPI only.
        GatewayRinging = "ringing",
        /// The call was accepted. WhatzMeAPI only.
        Accept = "accept",
        /// The call was declined. WhatzMeAPI only.
        Reject = "reject",
        /// The call was not answered. WhatzMeAPI only.
        Timeout = "timeout",
    }

    /// Status of a call that has ended. Older pages of Meta spell the values `Completed` and `Failed`.
    pub enum CallStatus {
        /// The call was completed.
        Completed = "COMPLETED",
        /// The call failed.
        Failed = "FAILED",
    }

    /// Type of a session description.
    pub enum SdpType {
        /// Session description of the caller.
        Offer = "offer",
        /// Session description of the recipient.
        Answer = "answer",
    }
}

event! {
    /// A call and its progress. Sent by Meta and WhatzMeAPI.
    pub struct Call {
        /// What happened: `connect`, `terminate`, `RINGING` … from Meta, `offer` … from WhatzMeAPI.
        pub event: Option<CallEvent>,
        /// ID of the call.
        pub id: Option<String> = tail,
        /// Direction of the call: `inbound` if the person called the business, `outbound` if the business called the
        /// person.
        pub direction: Option<Direction>,
        /// Caller.
        pub from: Option<Party>,
        /// Recipient of the call.
        pub to: Option<Party>,
        /// Whether it is a video call. WhatzMeAPI only.
        pub video: Option<bool>,
        /// Whether it is a group call. WhatzMeAPI only.
        pub group: Option<bool>,
        /// ID of the group that is called, exactly as received. WhatzMeAPI only.
        pub group_id: Option<String> = group,
        /// Status of the call after it ended.
        pub status: Option<CallStatus>,
        /// When the call was answered.
        pub start_at: Option<Timestamp>,
        /// When the call ended.
        pub end_at: Option<Timestamp>,
        /// Duration in seconds.
        pub duration: Option<i64>,
        /// Type of the session description. Meta only.
        pub sdp_type: Option<SdpType>,
        /// Session description for WebRTC; absent from SIP calls. Meta only.
        pub sdp: Option<String> = text,
        /// Payload of the call link that the person opened. Meta only.
        pub deeplink_payload: Option<String> = text,
        /// Payload of the call button that the person tapped. Meta only.
        pub cta_payload: Option<String> = text,
        /// `biz_opaque_callback_data` that the business set when it started the call. Meta only.
        pub callback_data: Option<String> = text,
        /// Recording of the call. Meta only.
        pub call_recording: Option<Box<Media>>,
        /// Transcript of the call, a JSON file. Meta only.
        pub call_transcript: Option<Box<Media>>,
        /// Errors that the provider reports for the call.
        pub errors: Vec<ErrorDetail>,
    }
}
