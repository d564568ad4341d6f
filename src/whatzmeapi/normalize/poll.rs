//! Polls, appointments, calls, invitations.

use super::content::Part;
use super::place;
use crate::delivery::{Problem, own};
use crate::event::Content;
use crate::event::content::{CalendarEvent, CallLog, GroupInvite, Poll, PollVote};
use crate::types::MessageId;
use crate::whatzmeapi::payload::{
    self, CallLogMessage, EventMessage, InviteMessage, PollCreationMessage, PollOption,
    PollUpdateMessage, ScheduledCallMessage,
};

pub(super) fn poll(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PollCreationMessage {
        name,
        options,
        selectable_options_count,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let option = |PollOption { option_name }: PollOption<'_>| own(option_name);
    Ok(Content::Poll(Box::new(Poll {
        name: own(name),
        options: options.into_iter().filter_map(option).collect(),
        selectable_count: selectable_options_count,
    })))
}

/// An answer to a poll: only devices of the chat can read it.
pub(super) fn vote(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PollUpdateMessage {
        poll_creation_message_key,
        vote,
    } = part.wire()?;
    let payload = vote.and_then(|payload::PollVote { enc_payload }| enc_payload);
    let poll_id = poll_creation_message_key.and_then(|key| key.id);
    Ok(Content::PollVote(Box::new(PollVote {
        poll_id: poll_id.map(MessageId::from),
        options: Vec::new(),
        encrypted: payload.map(|_| true),
    })))
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
        is_canceled,
        extra_guests_allowed,
    })))
}

pub(super) fn scheduled_call(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ScheduledCallMessage {
        title,
        scheduled_timestamp_ms,
    } = part.wire()?;
    Ok(Content::CalendarEvent(Box::new(CalendarEvent {
        name: own(title),
        start_at: scheduled_timestamp_ms,
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
        outcome: own(call_outcome),
        duration: duration_secs,
        kind: own(call_type).or_else(|| Some(part.key.to_owned())),
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
