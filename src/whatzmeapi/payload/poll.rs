//! Polls, appointments, calls, invitations.

use std::borrow::Cow;

use super::{Key, LocationMessage};
use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// `pollCreationMessage` and its later versions, and `pollResultSnapshotMessage`.
    pub struct PollCreationMessage<'a> {
        /// Question.
        pub name: Option<Cow<'a, str>> = text,
        /// Options.
        pub options: Vec<PollOption<'a>> = list,
        /// Options of a result.
        pub poll_votes "pollVotes": Vec<PollOption<'a>> = list,
        /// How many may be chosen; 0 means any number.
        pub selectable_options_count "selectableOptionsCount": Option<i64> = int,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// An option of a poll.
    pub struct PollOption<'a> {
        /// Text.
        pub option_name "optionName": Option<Cow<'a, str>> = text,
        /// Votes for it, in a result.
        pub option_vote_count "optionVoteCount": Option<i64> = int,
    }

    /// `pollUpdateMessage`: an answer to a poll.
    pub struct PollUpdateMessage<'a> {
        /// Poll.
        pub poll_creation_message_key "pollCreationMessageKey": Option<Key<'a>> = object,
        /// Answer.
        pub vote: Option<PollVote<'a>> = object,
        /// When it was given.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
    }

    /// An answer to a poll.
    pub struct PollVote<'a> {
        /// Encrypted choice: bytes.
        pub enc_payload "encPayload": Option<RawSlice<'a>> = raw,
        /// SHA-256 of each option that was chosen: bytes.
        pub selected_options "selectedOptions": Vec<RawSlice<'a>> = items,
    }

    /// One of `pollUpdates`: an answer, decrypted, or what Evolution counts of one option.
    pub struct PollTally<'a> {
        /// Message that brought the answer. Baileys.
        pub poll_update_message_key "pollUpdateMessageKey": Option<Key<'a>> = object,
        /// Answer. Baileys.
        pub vote: Option<PollVote<'a>> = object,
        /// When it was given. Baileys.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
        /// Text of the option. Evolution.
        pub name: Option<Cow<'a, str>> = text,
        /// Who chose the option. Evolution.
        pub voters: Option<RawSlice<'a>> = raw,
    }

    /// `eventMessage`: an appointment.
    pub struct EventMessage<'a> {
        /// What it is called.
        pub name: Option<Cow<'a, str>> = text,
        /// What it is about.
        pub description: Option<Cow<'a, str>> = text,
        /// Begin.
        pub start_time "startTime": Option<Timestamp> = time,
        /// End.
        pub end_time "endTime": Option<Timestamp> = time,
        /// Place.
        pub location: Option<Box<LocationMessage<'a>>> = boxed,
        /// Link to a call.
        pub join_link "joinLink": Option<Cow<'a, str>> = text,
        /// Called off.
        pub is_canceled "isCanceled": Option<bool> = flag,
        /// Guests may bring guests.
        pub extra_guests_allowed "extraGuestsAllowed": Option<bool> = flag,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// `scheduledCallCreationMessage` and `scheduledCallEditMessage`.
    pub struct ScheduledCallMessage<'a> {
        /// Message with the call that is changed.
        pub key: Option<Key<'a>> = object,
        /// `CANCEL` 1.
        pub edit_type "editType": Option<Cow<'a, str>> = id,
        /// `VOICE` 1 or `VIDEO` 2.
        pub call_type "callType": Option<Cow<'a, str>> = id,
        /// What it is called.
        pub title: Option<Cow<'a, str>> = text,
        /// Begin.
        pub scheduled_timestamp_ms "scheduledTimestampMs": Option<Timestamp> = time,
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

    /// `groupInviteMessage`, `newsletterAdminInviteMessage`, `newsletterFollowerInviteMessageV2`.
    pub struct InviteMessage<'a> {
        /// Group.
        pub group_jid "groupJid": Option<Cow<'a, str>> = id,
        /// Its name.
        pub group_name "groupName": Option<Cow<'a, str>> = text,
        /// Channel.
        pub newsletter_jid "newsletterJid": Option<Cow<'a, str>> = id,
        /// Its name.
        pub newsletter_name "newsletterName": Option<Cow<'a, str>> = text,
        /// Code that opens it.
        pub invite_code "inviteCode": Option<Cow<'a, str>> = id,
        /// End of the invitation.
        pub invite_expiration "inviteExpiration": Option<Timestamp> = time,
        /// What was written with it.
        pub caption: Option<Cow<'a, str>> = text,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
