//! Calendar events and scheduled calls.

use super::part::{Part, Target};
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::CalendarEvent;
use crate::json::Owned;
use crate::whatzmeapi::payload::{EventInviteMessage, EventMessage, ScheduledCallMessage};

pub(super) fn event(part: &mut Part<'_>) -> Result<Content, Problem> {
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
    Ok(CalendarEvent {
        id: None,
        name: name.owned(),
        description: description.owned(),
        start_at: start_time,
        end_at: end_time,
        location: location.map(|location| (*location).into()),
        join_link: join_link.owned(),
        video: None,
        is_canceled,
        extra_guests_allowed,
    }
    .into())
}

pub(super) fn invite(part: &mut Part<'_>) -> Result<Content, Problem> {
    let EventInviteMessage {
        event_id,
        event_title,
        caption,
        start_time,
        end_time,
        call_link,
        is_canceled,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(CalendarEvent {
        id: event_id.owned(),
        name: event_title.owned(),
        description: caption.owned(),
        start_at: start_time,
        end_at: end_time,
        join_link: call_link.owned(),
        is_canceled,
        ..CalendarEvent::default()
    }
    .into())
}

pub(super) fn scheduled_call(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ScheduledCallMessage {
        key,
        edit_type,
        call_type,
        title,
        scheduled_timestamp_ms,
    } = part.wire()?;
    part.target = Target::of(key).or(part.target.take());
    let is_canceled = matches!(edit_type.as_deref(), Some("CANCEL" | "1"));
    Ok(CalendarEvent {
        name: title.owned(),
        start_at: scheduled_timestamp_ms,
        video: match call_type.as_deref() {
            Some("VIDEO" | "2") => Some(true),
            Some("VOICE" | "1") => Some(false),
            _ => None,
        },
        is_canceled: is_canceled.then_some(true),
        ..CalendarEvent::default()
    }
    .into())
}
