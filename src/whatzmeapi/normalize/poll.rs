//! Polls, appointments, calls, invitations.

use super::bytes::base64;
use super::content::{About, Part};
use super::place;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{CalendarEvent, CallLog, GroupInvite, Poll, PollResult, PollVote};
use crate::json::RawSlice;
use crate::json::own;
use crate::json::{self, Reader};
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::{
    self, CallLogMessage, EventMessage, InviteMessage, PollCreationMessage, PollOption, PollTally,
    PollUpdateMessage, ScheduledCallMessage,
};

/// How a call ended, by number.
const OUTCOMES: &[&str] = &[
    "CONNECTED",
    "MISSED",
    "FAILED",
    "REJECTED",
    "ACCEPTED_ELSEWHERE",
    "ONGOING",
    "SILENCED_BY_DND",
    "SILENCED_UNKNOWN_CALLER",
];

/// Kinds of calls, by number.
const CALL_TYPES: &[&str] = &["REGULAR", "SCHEDULED_CALL", "VOICE_CHAT"];

/// The name of a word that came as a number; any other word stays as it is.
fn named(names: &[&str], word: &str) -> String {
    let name = word.parse().ok().and_then(|place: usize| names.get(place));
    name.map_or(word, |name| name).to_owned()
}

pub(super) fn poll(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PollCreationMessage {
        name,
        options,
        poll_votes,
        selectable_options_count,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let option = |option: &PollOption<'_>| own(option.option_name.clone());
    let results = poll_votes.iter().filter_map(|vote| {
        Some(PollResult {
            option: option(vote),
            votes: Some(vote.option_vote_count?),
        })
    });
    Ok(Content::Poll(Box::new(Poll {
        name: own(name),
        options: (options.iter().chain(&poll_votes))
            .filter_map(option)
            .collect(),
        selectable_count: selectable_options_count,
        results: results.collect(),
    })))
}

/// An answer to a poll: only devices of the chat can read it.
pub(super) fn vote(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PollUpdateMessage {
        poll_creation_message_key,
        vote,
        sender_timestamp_ms,
    } = part.wire()?;
    part.at = sender_timestamp_ms;
    let poll_id = poll_creation_message_key.and_then(|key| key.id);
    let poll_id = poll_id.map(MessageId::from);
    Ok(voted(poll_id, vote, sender_timestamp_ms))
}

/// A vote as far as it can be read: of a decrypted one the hashes of the options.
pub(super) fn voted(
    poll_id: Option<MessageId>,
    vote: Option<payload::PollVote<'_>>,
    sent_at: Option<Timestamp>,
) -> Content {
    let payload::PollVote {
        enc_payload,
        selected_options,
    } = vote.unwrap_or_default();
    Content::PollVote(Box::new(PollVote {
        poll_id,
        options: Vec::new(),
        option_hashes: selected_options.into_iter().filter_map(base64).collect(),
        encrypted: enc_payload.map(|_| true),
        results: Vec::new(),
        sent_at,
    }))
}

/// What Evolution counts of a poll: options that somebody chose; `None` where the list is none of its.
pub(super) fn counted(poll_id: Option<MessageId>, list: &[RawSlice<'_>]) -> Option<Content> {
    let mut options = Vec::new();
    let mut results = Vec::new();
    for slice in list {
        let Ok(PollTally {
            name: Some(name),
            voters,
            ..
        }) = json::read(*slice)
        else {
            continue;
        };
        let votes = voters.and_then(count);
        if votes != Some(0) {
            options.push(name.clone().into_owned());
        }
        results.push(PollResult {
            option: Some(name.into_owned()),
            votes,
        });
    }
    (!results.is_empty()).then(|| {
        Content::PollVote(Box::new(PollVote {
            poll_id,
            options,
            option_hashes: Vec::new(),
            encrypted: None,
            results,
            sent_at: None,
        }))
    })
}

/// How many elements a list has.
pub(super) fn count(list: RawSlice<'_>) -> Option<i64> {
    let mut items = Vec::new();
    json::get::items(&mut Reader::new(list), &mut items).ok()?;
    i64::try_from(items.len()).ok()
}

pub(super) fn calendar_event(part: &mut Part<'_>) -> Result<Content, Problem> {
    let EventMessage {
        name,
        description,
        start_time,
        end_time,
        location,
        join_link,
        is_canceled,
        extra_guests_allowed,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Content::CalendarEvent(Box::new(CalendarEvent {
        name: own(name),
        description: own(description),
        start_at: start_time,
        end_at: end_time,
        location: location.map(|location| place::place(*location)),
        join_link: own(join_link),
        video: None,
        is_canceled,
        extra_guests_allowed,
    })))
}

pub(super) fn scheduled_call(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ScheduledCallMessage {
        key,
        edit_type,
        call_type,
        title,
        scheduled_timestamp_ms,
    } = part.wire()?;
    part.target = About::of(key);
    let is_canceled = matches!(edit_type.as_deref(), Some("CANCEL" | "1"));
    Ok(Content::CalendarEvent(Box::new(CalendarEvent {
        name: own(title),
        start_at: scheduled_timestamp_ms,
        video: match call_type.as_deref() {
            Some("VIDEO" | "2") => Some(true),
            Some("VOICE" | "1") => Some(false),
            _ => None,
        },
        is_canceled: is_canceled.then_some(true),
        ..CalendarEvent::default()
    })))
}

/// A call; the key itself is its kind where nothing else says it.
pub(super) fn call_log(part: &mut Part<'_>) -> Result<Content, Problem> {
    let CallLogMessage {
        is_video,
        call_outcome,
        duration_secs,
        call_type,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Content::CallLog(Box::new(CallLog {
        video: is_video,
        group: None,
        outcome: call_outcome.map(|word| named(OUTCOMES, &word)),
        duration: duration_secs,
        kind: Some(match call_type {
            Some(word) => named(CALL_TYPES, &word),
            None => part.key.to_owned(),
        }),
    })))
}

pub(super) fn invite(part: &mut Part<'_>) -> Result<Content, Problem> {
    let InviteMessage {
        group_jid,
        group_name,
        newsletter_jid,
        newsletter_name,
        invite_code,
        invite_expiration,
        caption,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Content::GroupInvite(Box::new(GroupInvite {
        group_id: own(group_jid.or(newsletter_jid)),
        group_name: own(group_name.or(newsletter_name)),
        invite_code: own(invite_code),
        expires_at: invite_expiration,
        caption: own(caption),
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_names_of_their_words() {
        assert_eq!(named(OUTCOMES, "1"), "MISSED");
        assert_eq!(named(OUTCOMES, "7"), "SILENCED_UNKNOWN_CALLER");
        assert_eq!(named(OUTCOMES, "8"), "8");
        assert_eq!(named(OUTCOMES, "NEW"), "NEW");
        assert_eq!(named(CALL_TYPES, "2"), "VOICE_CHAT");
    }

    #[test]
    fn hashes_are_no_names_and_nobody_s_option_is_not_chosen() {
        let list = |json: &'static str| {
            let mut items = Vec::new();
            json::get::items(&mut Reader::new(RawSlice::new(json, 0)), &mut items).unwrap();
            counted(None, &items)
        };
        assert_eq!(list(r#"[{"vote":{"selectedOptions":["q80="]}}]"#), None);
        let counted =
            list(r#"[{"name":"a","voters":["x"]},{"name":"b","voters":[]},{"name":"c"}]"#);
        let Some(Content::PollVote(vote)) = counted else {
            panic!("{counted:?}");
        };
        assert_eq!(vote.options, ["a", "c"]);
        let hashed = r#"{"selectedOptions":[{"0":171,"1":205}]}"#;
        let vote = json::read(RawSlice::new(hashed, 0)).unwrap();
        let Content::PollVote(vote) = voted(None, Some(vote), None) else {
            panic!("no vote");
        };
        assert_eq!(
            (vote.options.len(), vote.option_hashes),
            (0, vec!["q80=".to_owned()])
        );
    }
}
