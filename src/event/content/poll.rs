//! Polls and votes.

use crate::event::model::model;
use crate::types::{MessageId, Timestamp};

model! {
    /// A poll.
    pub struct Poll {
        /// Question of the poll.
        pub name: Option<String> = text,
        /// Options, in order.
        pub options: Vec<String> = text,
        /// Number of options that a person may choose; 0 means any number.
        pub selectable_count: Option<i64>,
        /// Votes for each option, if the message reports the result of the poll. WhatzMeAPI only.
        pub results: Vec<PollResult>,
    }

    /// Votes for one option of a poll.
    pub struct PollResult {
        /// Text of the option.
        pub option: Option<String> = text,
        /// Number of votes.
        pub votes: Option<i64>,
        /// IDs of the people who chose the option, as received. WhatzMeAPI only.
        pub voters: Vec<String> = tail,
    }

    /// A vote in a poll.
    pub struct PollVote {
        /// ID of the message with the poll. Absent for Cooby.
        pub poll_id: Option<MessageId>,
        /// Options that were chosen, if they can be read.
        pub options: Vec<String> = text,
        /// SHA-256 of the text of each chosen option, in base64, if only the hashes are known. WhatzMeAPI only.
        pub option_hashes: Vec<String> = text,
        /// Whether the vote is encrypted: only a device in the chat can read it.
        pub encrypted: Option<bool>,
        /// Votes for each option so far, if the gateway counts them. WhatzMeAPI only.
        pub results: Vec<PollResult>,
        /// When the vote was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI
        /// only.
        pub sent_at: Option<Timestamp>,
    }
}
