//! Polls and votes.

use std::borrow::Cow;

use super::key::Key;
use crate::json::{RawSlice, wire};
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

    /// `pollAddOptionMessage`: options that are added to a poll.
    pub struct PollAddOptionMessage<'a> {
        /// Poll.
        pub poll_creation_message_key "pollCreationMessageKey": Option<Key<'a>> = object,
        /// Options.
        pub poll_option "pollOption": Vec<PollOption<'a>> = list,
    }

    /// An answer to a poll.
    pub struct PollVote<'a> {
        /// Encrypted choice: bytes.
        pub enc_payload "encPayload": Option<RawSlice<'a>> = raw,
        /// SHA-256 of each option that was chosen: bytes. Evolution: its text.
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
}
