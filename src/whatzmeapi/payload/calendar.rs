//! Calendar events and scheduled calls.

use std::borrow::Cow;

use super::key::Key;
use super::locations::LocationMessage;
use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// An invitation to a calendar event: `eventMessage`.
    pub struct EventMessage<'a> {
        /// Name of the event.
        pub name: Option<Cow<'a, str>> = text,
        /// Description of the event.
        pub description: Option<Cow<'a, str>> = text,
        /// Start of the event.
        pub start_time "startTime": Option<Timestamp> = time,
        /// End of the event.
        pub end_time "endTime": Option<Timestamp> = time,
        /// Location of the event.
        pub location: Option<Box<LocationMessage<'a>>> = boxed,
        /// Link to the call.
        pub join_link "joinLink": Option<Cow<'a, str>> = text,
        /// Whether the event was canceled.
        pub is_canceled "isCanceled": Option<bool> = flag,
        /// Whether guests may bring guests.
        pub extra_guests_allowed "extraGuestsAllowed": Option<bool> = flag,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// `eventInviteMessage`: an invitation to an appointment.
    pub struct EventInviteMessage<'a> {
        /// ID of the appointment.
        pub event_id "eventId": Option<Cow<'a, str>> = id,
        /// Title.
        pub event_title "eventTitle": Option<Cow<'a, str>> = text,
        /// Text sent with the invitation.
        pub caption: Option<Cow<'a, str>> = text,
        /// Start time.
        pub start_time "startTime": Option<Timestamp> = time,
        /// End time.
        pub end_time "endTime": Option<Timestamp> = time,
        /// Link to the call.
        pub call_link "callLink": Option<Cow<'a, str>> = text,
        /// Whether the appointment was canceled.
        pub is_canceled "isCanceled": Option<bool> = flag,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A scheduled call, or a change to one: `scheduledCallCreationMessage` and `scheduledCallEditMessage`.
    pub struct ScheduledCallMessage<'a> {
        /// Key of the message with the call that is changed.
        pub key: Option<Key<'a>> = object,
        /// Change: `CANCEL` 1.
        pub edit_type "editType": Option<Cow<'a, str>> = id,
        /// Type of call: `VOICE` 1 or `VIDEO` 2.
        pub call_type "callType": Option<Cow<'a, str>> = id,
        /// Title of the call.
        pub title: Option<Cow<'a, str>> = text,
        /// Start of the call.
        pub scheduled_timestamp_ms "scheduledTimestampMs": Option<Timestamp> = time,
    }
}
