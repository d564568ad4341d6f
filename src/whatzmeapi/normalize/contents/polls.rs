//! Polls and votes.

use std::borrow::Cow;

use super::bytes::{base64, count};
use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Poll, PollResult, PollVote};
use crate::json::{Owned, RawSlice};
use crate::whatzmeapi::payload::{self, PollCreationMessage, PollOption, PollUpdateMessage};

/// Reads a poll, or the result of one.
pub(super) fn poll(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PollCreationMessage {
        name,
        options,
        poll_votes,
        selectable_options_count,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let option = |option: &PollOption<'_>| option.option_name.clone().owned();
    let results = poll_votes.iter().filter_map(|vote| {
        Some(PollResult {
            option: option(vote),
            votes: Some(vote.option_vote_count?),
        })
    });
    Ok(Poll {
        name: name.owned(),
        options: (options.iter().chain(&poll_votes))
            .filter_map(option)
            .collect(),
        selectable_count: selectable_options_count,
        results: results.collect(),
    }
    .into())
}

/// Reads a vote, which only the devices in the chat can decrypt.
pub(super) fn vote(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PollUpdateMessage {
        poll_creation_message_key,
        vote,
        sender_timestamp_ms,
    } = part.wire()?;
    part.at = sender_timestamp_ms;
    Ok(PollVote {
        poll_id: poll_creation_message_key.unwrap_or_default().id.owned(),
        sent_at: sender_timestamp_ms,
        ..vote.unwrap_or_default().into()
    }
    .into())
}

/// Reads a vote: the hashes of the options, if it is decrypted.
impl From<payload::PollVote<'_>> for PollVote {
    fn from(vote: payload::PollVote<'_>) -> Self {
        let payload::PollVote {
            enc_payload,
            selected_options,
        } = vote;
        Self {
            option_hashes: selected_options.into_iter().filter_map(base64).collect(),
            encrypted: enc_payload.map(|_| true),
            ..Self::default()
        }
    }
}

/// Adds an option counted by Evolution: its count, and the option to the selected ones if it has votes.
pub(crate) fn tally(vote: &mut PollVote, option: Cow<'_, str>, voters: Option<RawSlice<'_>>) {
    let counted = voters.and_then(count);
    if counted != Some(0) {
        vote.options.push(option.clone().into_owned());
    }
    vote.results.push(PollResult {
        option: Some(option.into_owned()),
        votes: counted,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn an_option_without_voters_is_not_chosen() {
        let mut vote = PollVote::default();
        for (option, voters) in [("a", Some(r#"["x"]"#)), ("b", Some("[]")), ("c", None)] {
            let voters = voters.map(|json| RawSlice::new(json, 0));
            tally(&mut vote, Cow::Borrowed(option), voters);
        }
        assert_eq!(vote.options, ["a", "c"]);
        let votes: Vec<_> = vote.results.iter().map(|result| result.votes).collect();
        assert_eq!(votes, [Some(1), Some(0), None]);
    }

    #[test]
    fn hashes_are_no_names() {
        let hashed = r#"{"selectedOptions":[{"0":171,"1":205}]}"#;
        let wire: payload::PollVote<'_> = json::read(RawSlice::new(hashed, 0)).unwrap();
        let vote = PollVote::from(wire);
        assert!(vote.options.is_empty());
        assert_eq!(vote.option_hashes, ["q80="]);
    }
}
