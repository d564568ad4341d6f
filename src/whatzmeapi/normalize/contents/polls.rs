//! Polls and votes.

use std::borrow::Cow;

use base64ct::{Base64, Encoding};

use super::bytes::{base64, count};
use super::part::{Part, Target};
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Poll, PollResult, PollVote};
use crate::json::{self, Owned, RawSlice};
use crate::whatzmeapi::payload::{
    self, PollAddOptionMessage, PollCreationMessage, PollOption, PollUpdateMessage,
};

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
            voters: Vec::new(),
        })
    });
    Ok(Poll {
        name: name.owned(),
        options: (options.into_iter().filter_map(name_of))
            .chain(poll_votes.iter().filter_map(option))
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

/// Options that are added to a poll.
pub(super) fn options(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PollAddOptionMessage {
        poll_creation_message_key,
        poll_option,
    } = part.wire()?;
    part.target = Target::of(poll_creation_message_key).or(part.target.take());
    Ok(Poll {
        options: poll_option.into_iter().filter_map(name_of).collect(),
        ..Poll::default()
    }
    .into())
}

/// The text of an offered option.
fn name_of(option: RawSlice<'_>) -> Option<String> {
    if option.is_object() {
        let option: PollOption<'_> = json::read(option).ok()?;
        return option.option_name.owned();
    }
    json::text(option).owned()
}

/// Reads a vote: the hashes of the options, if it is decrypted.
impl From<payload::PollVote<'_>> for PollVote {
    fn from(vote: payload::PollVote<'_>) -> Self {
        let payload::PollVote {
            enc_payload,
            selected_options,
        } = vote;
        let mut vote = Self {
            encrypted: enc_payload.map(|_| true),
            ..Self::default()
        };
        for option in selected_options {
            match text_of(option) {
                Some(text) => vote.options.push(text),
                None => vote.option_hashes.extend(base64(option)),
            }
        }
        vote
    }
}

/// The text of an option; `None` for a hash.
fn text_of(option: RawSlice<'_>) -> Option<String> {
    let is_text = option.as_str().starts_with('"');
    let text = json::text(option).filter(|_| is_text)?;
    let is_hash =
        Base64::decode_vec(&text).is_ok_and(|bytes| bytes.len() == SHA_256 || text.ends_with('='));
    (!is_hash).then(|| text.into_owned())
}

/// Bytes of a hash.
const SHA_256: usize = 32;

/// Adds an option counted by Evolution: its count, and the option to the selected ones if it has votes.
pub(crate) fn tally(vote: &mut PollVote, option: Cow<'_, str>, voters: Option<RawSlice<'_>>) {
    let texts = voters.map(|voters| json::get_from(voters, json::get::texts));
    vote.results.push(PollResult {
        option: Some(option.into_owned()),
        votes: voters.and_then(count),
        voters: texts.unwrap_or_default().owned(),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_of_the_options_is_nobodys_choice() {
        let mut vote = PollVote::default();
        for (option, voters) in [("a", Some(r#"["x"]"#)), ("b", Some("[]")), ("c", None)] {
            let voters = voters.map(|json| RawSlice::new(json, 0));
            tally(&mut vote, Cow::Borrowed(option), voters);
        }
        assert!(vote.options.is_empty());
        assert_eq!(vote.results[0].voters, ["x"]);
        let votes: Vec<_> = vote.results.iter().map(|result| result.votes).collect();
        assert_eq!(votes, [Some(1), Some(0), None]);
    }

    #[test]
    fn hashes_are_no_names() {
        let hashed = r#"{"selectedOptions":[{"0":171,"1":205},"Talla","Talla M",
            "YCCsl1CJeiZ41mnj64l1Pt5D89KH/sZ09xZ8fbvMeSQ="]}"#;
        let wire: payload::PollVote<'_> = json::read(RawSlice::new(hashed, 0)).unwrap();
        let vote = PollVote::from(wire);
        assert_eq!(vote.options, ["Talla", "Talla M"]);
        assert_eq!(
            vote.option_hashes,
            ["q80=", "YCCsl1CJeiZ41mnj64l1Pt5D89KH/sZ09xZ8fbvMeSQ="]
        );
    }
}
