//! Polls and votes.

use crate::event::model::model;
use crate::types::{MessageId, Timestamp};

model! {
    /// A question with options.
    pub struct Poll {
        /// Question.
        pub name: Option<String> = text,
        /// Options in order.
        pub options: Vec<String> = text,
        /// How many may be chosen; 0 means any number.
        pub selectable_count: Option<i64>,
        /// Votes for each option, where the message tells how the poll ended. WhatzMeAPI.
        pub results: Vec<PollResult>,
    }

    /// What an option of a poll came to.
    pub struct PollResult {
        /// Option.
        pub option: Option<String> = text,
        /// How many chose it.
        pub votes: Option<i64>,
        /// Who chose it, as received. WhatzMeAPI.
        pub voters: Vec<String> = tail,
    }

    /// An answer to a poll.
    pub struct PollVote {
        /// Message with the poll. Cooby does not say.
        pub poll_id: Option<MessageId>,
        /// Options that were chosen, where they can be read.
        pub options: Vec<String> = text,
        /// SHA-256 of the texts of the options that were chosen, in base64, where only that is known.
        /// WhatzMeAPI.
        pub option_hashes: Vec<String> = text,
        /// The choice is encrypted: only a device of the chat can read it.
        pub encrypted: Option<bool>,
        /// Votes for each option so far, where the gateway counts them. WhatzMeAPI.
        pub results: Vec<PollResult>,
        /// When, by the clock of the sender's device, where the event's own time is another. WhatzMeAPI.
        pub sent_at: Option<Timestamp>,
    }
}
