//! Polls, appointments, invitations.

use crate::event::content::Location;
use crate::event::model::model;
use crate::types::{MessageId, Timestamp};

model! {
    /// A question with options.
    #[derive(Default)]
    pub struct Poll {
        /// Question.
        pub name: Option<String> = text,
        /// Options in order.
        #[serde(default)]
        pub options: Vec<String> = text,
        /// How many may be chosen; 0 means any number.
        pub selectable_count: Option<i64>,
        /// Votes for each option, where the message tells how the poll ended. WhatzMeAPI.
        #[serde(default)]
        pub results: Vec<PollResult>,
    }

    /// What an option of a poll came to.
    #[derive(Default)]
    pub struct PollResult {
        /// Option.
        pub option: Option<String> = text,
        /// How many chose it.
        pub votes: Option<i64>,
    }

    /// An answer to a poll.
    #[derive(Default)]
    pub struct PollVote {
        /// Message with the poll. Cooby does not say.
        pub poll_id: Option<MessageId>,
        /// Options that were chosen, where they can be read.
        #[serde(default)]
        pub options: Vec<String> = text,
        /// SHA-256 of the texts of the options that were chosen, in base64, where only that is known.
        /// WhatzMeAPI.
        #[serde(default)]
        pub option_hashes: Vec<String> = text,
        /// The choice is encrypted: only a device of the chat can read it.
        pub encrypted: Option<bool>,
        /// Votes for each option so far, where the gateway counts them. WhatzMeAPI.
        #[serde(default)]
        pub results: Vec<PollResult>,
        /// When, by the clock of the sender's device, where the event's own time is another. WhatzMeAPI.
        pub sent_at: Option<Timestamp>,
    }

    /// An appointment.
    #[derive(Default)]
    pub struct CalendarEvent {
        /// What it is called.
        pub name: Option<String> = text,
        /// What it is about.
        pub description: Option<String> = text,
        /// Begin.
        pub start_at: Option<Timestamp>,
        /// End.
        pub end_at: Option<Timestamp>,
        /// Place.
        pub location: Option<Location>,
        /// Link to a call.
        pub join_link: Option<String> = text,
        /// A call with pictures. WhatzMeAPI.
        pub video: Option<bool>,
        /// Called off.
        pub is_canceled: Option<bool>,
        /// Guests may bring guests.
        pub extra_guests_allowed: Option<bool>,
    }

    /// An invitation to a group or channel.
    #[derive(Default)]
    pub struct GroupInvite {
        /// Group or channel, as received.
        pub group_id: Option<String>,
        /// Its name.
        pub group_name: Option<String> = text,
        /// Code that opens it.
        pub invite_code: Option<String> = secret,
        /// End of the invitation.
        pub expires_at: Option<Timestamp>,
        /// What was written with it.
        pub caption: Option<String> = text,
    }
}
