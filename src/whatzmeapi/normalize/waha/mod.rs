//! WAHA: another envelope, and states that are one lower than those of Baileys.

mod contents;

use std::borrow::Cow;

use super::batch::Batch;
use super::direction::Draft;
use super::envelope::CALL;
use super::item::{self, List};
use super::{calls, rules};
use crate::collector::{Collector, Item, Problem};
use crate::event::content::Revoke;
use crate::event::{Content, Context};
use crate::json::{self, Owned, RawSlice};
use crate::types::Timestamp;
use crate::whatzmeapi::payload::{Key, Payload, WahaAccount, WahaParts, WahaPayload, WebMessage};

/// States by name, as Baileys numbers them.
const STATES: &[(&str, &str)] = &[
    ("ERROR", "0"),
    ("PENDING", "1"),
    ("SERVER", "2"),
    ("DEVICE", "3"),
    ("READ", "4"),
    ("PLAYED", "5"),
];

/// The message or status of a body that has the marks of WAHA.
pub(super) fn payload<'a>(payload: &Payload<'a>) -> Option<RawSlice<'a>> {
    let is_marked = payload.engine.is_some() && payload.session.is_some();
    payload.payload.filter(|part| is_marked && part.is_object())
}

/// The objects beside it, whose members say nothing of an event.
pub(super) fn parts<'a>(
    whole: &Payload<'a>,
) -> impl Iterator<Item = (&'static str, RawSlice<'a>)> + use<'a> {
    let parts = [
        ("environment", whole.environment),
        ("metadata", whole.metadata),
    ];
    let is_waha = payload(whole).is_some();
    let is_part = move |part: &RawSlice<'_>| is_waha && part.is_object() && !part.is_blank();
    parts
        .into_iter()
        .filter_map(move |(key, part)| Some((key, part.filter(is_part)?)))
}

/// The JID of the account.
pub(super) fn account<'a>(payload: &Payload<'a>) -> Option<Cow<'a, str>> {
    let WahaAccount { id } = json::read(payload.me?).ok()?;
    id
}

/// Events about a message, and the readers of its content.
const EVENTS: &[(&str, contents::Read)] = &[
    ("message", contents::message),
    ("message.any", contents::message),
    ("message.waiting", contents::waiting),
    ("message.edited", contents::edit),
    ("message.reaction", contents::reaction),
];

/// Events about the status of a message.
const ACKS: &[&str] = &["message.ack", "message.ack.group"];

/// Whether the items of an event are read.
pub(super) fn is_read(name: &str) -> bool {
    EVENTS.iter().any(|(known, _)| *known == name)
        || ACKS.contains(&name)
        || matches!(name, "message.revoked" | "poll.vote" | "poll.vote.failed")
        || is_call(name)
}

fn is_call(name: &str) -> bool {
    name.strip_prefix(CALL)
        .is_some_and(|step| step.starts_with('.'))
}

/// Reads a message, the status of one, or a call.
pub(super) fn item(collector: &mut Collector<'_>, batch: &Batch<'_>, name: &str, item: Item<'_>) {
    if is_call(name) {
        return calls::item(collector, batch, item);
    }
    if let Err(error) = try_item(collector, batch, name, &item) {
        let problem = Problem::unreadable(error);
        collector.malformed(&batch.scope, batch.kind, item, None, &problem);
    }
}

fn try_item<'a>(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    name: &str,
    item: &Item<'a>,
) -> json::Result<()> {
    let item = item.clone();
    match name {
        "message.revoked" => {
            let WahaParts {
                after,
                before,
                revoked_message_id,
                ..
            } = json::read(item.slice)?;
            let read =
                |part: Option<RawSlice<'a>>| part.map_or(Ok(WahaPayload::default()), json::read);
            let before: WahaPayload<'a> = read(before)?;
            let after: WahaPayload<'a> = read(after)?;
            let deleted = revoked_message_id.or_else(|| before.id.clone());
            let content = Revoke {
                message_id: deleted.as_deref().map(|id| split(id).id.into()),
                author: None,
            };
            // Without the deletion itself, only the chat is known.
            let has_carrier = after.id.is_some();
            let mut known = known(if has_carrier { after } else { before }, batch);
            if !has_carrier {
                known.key = Key {
                    remote_jid: known.key.remote_jid,
                    ..Key::default()
                };
            }
            push(collector, batch, item, known, content.into());
        }
        "poll.vote" | "poll.vote.failed" => {
            let WahaParts { vote, poll, .. } = json::read(item.slice)?;
            let mut vote: WahaPayload<'a> = json::read(vote.unwrap_or(item.slice))?;
            let poll: Option<WahaPayload<'a>> = poll.map(json::read).transpose()?;
            let poll = poll.and_then(|poll| poll.id);
            let mut content = contents::vote(&mut vote);
            if let Content::PollVote(vote) = &mut content {
                vote.poll_id = poll.as_deref().map(|id| split(id).id.into());
                vote.encrypted = (name == "poll.vote.failed").then_some(true);
            }
            push(collector, batch, item, known(vote, batch), content);
        }
        _ if ACKS.contains(&name) => {
            let payload: WahaPayload<'a> = json::read(item.slice)?;
            let Known { key, at, wire, .. } = known(payload, batch);
            let wire = WebMessage {
                key: Some(key),
                message_timestamp: at,
                status: wire.status,
                ..WebMessage::default()
            };
            rules::read_wire(collector, batch, List::Statuses, item, wire);
        }
        _ => {
            let mut payload: WahaPayload<'a> = json::read(item.slice)?;
            let row = EVENTS.iter().find(|(known, _)| *known == name);
            let read = row.map_or(contents::message as contents::Read, |&(_, read)| read);
            let media = payload
                .media
                .as_deref()
                .map(|media| (media.url, media.data));
            let content = read(&mut payload);
            let mut known = known(payload, batch);
            let (url, data) = media.unwrap_or_default();
            let is_message = matches!(name, "message" | "message.any");
            if is_message
                && known
                    .wire
                    .message
                    .is_some_and(|message| message.is_object())
            {
                let wire = WebMessage {
                    key: Some(known.key),
                    message_timestamp: known.at,
                    media_url: url,
                    base64: data,
                    status: None,
                    ..known.wire
                };
                rules::read_wire(collector, batch, List::Messages, item, wire);
            } else {
                known.file = (url, data);
                push(collector, batch, item, known, content);
            }
        }
    }
    Ok(())
}

/// What a payload says of a message besides its content.
struct Known<'a> {
    key: Key<'a>,
    at: Option<Timestamp>,
    context: Option<Box<Context>>,
    /// Address and bytes of the file.
    file: (Option<RawSlice<'a>>, Option<RawSlice<'a>>),
    /// Message in the format of the engine, with the status that the payload says.
    wire: WebMessage<'a>,
}

/// Collects the key from the engine's message, the ID with its chat, and the other fields.
fn known<'a>(payload: WahaPayload<'a>, batch: &Batch<'_>) -> Known<'a> {
    let WahaPayload {
        id,
        timestamp,
        from,
        from_me,
        to,
        participant,
        reply_to,
        ack,
        ack_name,
        data,
        ..
    } = payload;
    let mut wire = WebMessage::default();
    let mut engine = Key::default();
    if let Some(data) = data
        && json::fill(&mut wire, data).is_ok()
    {
        engine = item::key(data, &mut wire, batch);
    }
    let parts = id.as_deref().map(split).unwrap_or_default();
    let from_me = engine.from_me.or(from_me);
    let other = if from_me == Some(true) {
        to.or(from)
    } else {
        from
    };
    let owned = |text: &str| Cow::Owned(text.to_owned());
    let key = Key {
        id: engine.id.or_else(|| id.as_ref().map(|_| owned(parts.id))),
        from_me,
        // The ID names the chat in both directions.
        remote_jid: (engine.remote_jid)
            .or_else(|| parts.chat.map(owned))
            .or(other),
        participant: (engine.participant.or(participant)).or_else(|| parts.participant.map(owned)),
        ..engine
    };
    wire.status = state(ack, ack_name);
    Known {
        key,
        at: wire.message_timestamp.or(timestamp),
        context: contents::context(reply_to.map(|reply_to| *reply_to)),
        file: (None, None),
        wire,
    }
}

fn push<'a>(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    item: Item<'a>,
    known: Known<'a>,
    mut content: Content,
) {
    let Known {
        key,
        at,
        context,
        file: (url, data),
        wire,
    } = known;
    if let Some(media) = content.media_mut() {
        media.decrypted_url = url.and_then(json::text).owned();
        media.data = data.and_then(json::text).owned();
    }
    let draft = Draft {
        id: key.id.clone().owned(),
        key,
        content: Some(content),
        context,
        name: wire.push_name.or(wire.notify_name),
        occurred_at: at,
        ..Draft::default()
    };
    let event = draft.event(collector, batch, &batch.scope, item);
    collector.push(event);
}

/// The state as Baileys numbers it; a name that is not known stays as it is.
fn state(ack: Option<i64>, name: Option<Cow<'_, str>>) -> Option<Cow<'_, str>> {
    let known = name.as_deref().and_then(|name| {
        let row = STATES.iter().find(|(known, _)| *known == name)?;
        Some(Cow::Borrowed(row.1))
    });
    let number = || ack.and_then(|ack| ack.checked_add(1).map(|state| state.to_string()));
    known.or(name).or_else(|| number().owned())
}

/// The parts of an ID.
#[derive(Clone, Copy, Default)]
struct Parts<'a> {
    chat: Option<&'a str>,
    id: &'a str,
    /// Author in a group.
    participant: Option<&'a str>,
}

/// `false_5215500000131@c.us_3A00` is the message `3A00`; in a group its author may follow.
fn split(id: &str) -> Parts<'_> {
    let whole = Parts {
        id,
        ..Parts::default()
    };
    let Some(rest) = id
        .strip_prefix("true_")
        .or_else(|| id.strip_prefix("false_"))
    else {
        return whole;
    };
    let server = rest.find('@').unwrap_or_default();
    let end = rest.get(server..).and_then(|rest| rest.find('_'));
    let Some((chat, last)) = end.and_then(|end| rest.split_at_checked(server.saturating_add(end)))
    else {
        return whole;
    };
    let last = last.trim_start_matches('_');
    let (id, participant) = match last.split_once('_') {
        Some((id, participant)) => (id, Some(participant)),
        None => (last, None),
    };
    Parts {
        chat: chat.contains('@').then_some(chat),
        id,
        participant,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_one_lower_than_those_of_baileys() {
        for (ack, name, expected) in [
            (-1, None, "0"),
            (3, None, "4"),
            (1, Some("SERVER"), "2"),
            (9, Some("NEW"), "NEW"),
        ] {
            let state = state(Some(ack), name.map(Cow::Borrowed));
            assert_eq!(state.as_deref(), Some(expected));
        }
        assert_eq!(state(None, None), None);
    }

    #[test]
    fn an_id_names_the_chat_and_in_groups_the_author() {
        for (id, chat, last, author) in [
            ("false_1@c.us_3A", Some("1@c.us"), "3A", None),
            ("true_1_2:3@c.us_3A", Some("1_2:3@c.us"), "3A", None),
            (
                "false_9@g.us_3A_1@c.us",
                Some("9@g.us"),
                "3A",
                Some("1@c.us"),
            ),
            ("true_x_3A", None, "3A", None),
            ("3A", None, "3A", None),
            ("false_", None, "false_", None),
        ] {
            let parts = split(id);
            assert_eq!(
                (parts.chat, parts.id, parts.participant),
                (chat, last, author),
                "{id}"
            );
        }
    }

    #[test]
    fn an_ack_without_the_marks_is_no_state() {
        let body =
            r#"{"event":"message.ack","payload":{"id":"true_1@c.us_A","fromMe":true,"ack":3}}"#;
        let events = crate::whatzmeapi::parse(body).unwrap();
        assert_eq!(events[0].kind(), "unknown");
    }
}
