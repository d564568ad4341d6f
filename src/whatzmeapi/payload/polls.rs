//! Polls and votes.

use std::borrow::Cow;

use super::key::Key;
use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// A poll, or the result of one: `pollCreationMessage` and its later versions, and `pollResultSnapshotMessage`.
    pub struct PollCreationMessage<'a> {
        /// Question.
        pub name: Option<Cow<'a, str>> = text,
        /// Options of the poll: a [`PollOption`] each, or its text.
        pub options: Vec<RawSlice<'a>> = items,
        /// Options of a result.
        pub poll_votes "pollVotes": Vec<PollOption<'a>> = list,
        /// Maximum number of options to select; 0 means any number.
        pub selectable_options_count "selectableOptionsCount": Option<i64> = int,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// An option of a poll.
    pub struct PollOption<'a> {
        /// Text of the option.
        pub option_name "optionName": Option<Cow<'a, str>> = text,
        /// Number of votes for the option. Only in a result.
        pub option_vote_count "optionVoteCount": Option<i64> = int,
    }

    /// A vote: `pollUpdateMessage`.
    pub struct PollUpdateMessage<'a> {
        /// Key of the poll.
        pub poll_creation_message_key "pollCreationMessageKey": Option<Key<'a>> = object,
        /// Vote.
        pub vote: Option<PollVote<'a>> = object,
        /// Time of the vote.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
    }

    /// `pollAddOptionMessage`: options that are added to a poll.
    pub struct PollAddOptionMessage<'a> {
        /// Poll.
        pub poll_creation_message_key "pollCreationMessageKey": Option<Key<'a>> = object,
        /// Options: a [`PollOption`] each, or its text.
        pub poll_option "pollOption": Vec<RawSlice<'a>> = items,
    }

    /// The selected options of a vote.
    pub struct PollVote<'a> {
        /// Encrypted selection: bytes.
        pub enc_payload "encPayload": Option<RawSlice<'a>> = raw,
        /// SHA-256 of each selected option: bytes.
        pub selected_options "selectedOptions": Vec<RawSlice<'a>> = items,
    }

    /// An element of `pollUpdates`: a decrypted vote of Baileys, or the voters of one option, as counted by
    /// Evolution.
    pub struct PollTally<'a> {
        /// Key of the message with the vote. Baileys.
        pub poll_update_message_key "pollUpdateMessageKey": Option<Key<'a>> = object,
        /// Vote. Baileys.
        pub vote: Option<PollVote<'a>> = object,
        /// Time of the vote. Baileys.
        pub sender_timestamp_ms "senderTimestampMs": Option<Timestamp> = time,
        /// Text of the option. Evolution.
        pub name: Option<Cow<'a, str>> = text,
        /// Voters of the option. Evolution.
        pub voters: Option<RawSlice<'a>> = raw,
    }
}
