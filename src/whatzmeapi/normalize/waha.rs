//! WAHA: another envelope, and states that are one lower than those of Baileys.

use std::borrow::Cow;

use super::batch::Batch;
use super::item::List;
use super::rules;
use crate::collector::{Collector, Item, Problem};
use crate::json::{self, Owned, RawSlice};
use crate::whatzmeapi::payload::{Key, Payload, WahaAccount, WahaPayload, WebMessage};

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

/// The JID of the account.
pub(super) fn account<'a>(payload: &Payload<'a>) -> Option<Cow<'a, str>> {
    let WahaAccount { id } = json::read(payload.me?).ok()?;
    id
}

/// Whether the items of an event are read.
pub(super) fn is_read(name: &str) -> bool {
    matches!(name, "message" | "message.any" | "message.ack")
}

/// Reads a message, or the status of one.
pub(super) fn item<'a>(
    collector: &mut Collector<'_>,
    batch: &Batch<'_>,
    name: &str,
    item: Item<'a>,
) {
    let payload: WahaPayload<'a> = match json::read(item.slice) {
        Ok(payload) => payload,
        Err(error) => {
            let problem = Problem::unreadable(error);
            return collector.malformed(&batch.scope, batch.kind, item, None, &problem);
        }
    };
    let WahaPayload {
        id,
        timestamp,
        from,
        from_me,
        to,
        participant,
        body,
        has_media,
        ack,
        ack_name,
        data,
    } = payload;
    let data = data.and_then(|data| json::read::<WebMessage<'a>>(data).ok());
    let data = data.unwrap_or_default();
    let known = data.key.unwrap_or_default();
    let is_own = known.from_me.or(from_me);
    let key = Key {
        id: known.id.or_else(|| id.map(last_part)),
        from_me: is_own,
        remote_jid: known
            .remote_jid
            .or(if is_own == Some(true) { to } else { from }),
        participant: known.participant.or(participant),
        ..known
    };
    let is_ack = name == "message.ack";
    let has_content = data.message.is_some_and(|message| message.is_object());
    let wire = WebMessage {
        key: Some(key),
        message_timestamp: data.message_timestamp.or(timestamp),
        push_name: data.push_name,
        message: data.message.filter(|_| !is_ack),
        content: body.filter(|_| !is_ack && !has_content && has_media != Some(true)),
        message_type: Some(Cow::Borrowed(if has_media == Some(true) {
            "media"
        } else {
            "conversation"
        })),
        status: if is_ack { state(ack, ack_name) } else { None },
        ..WebMessage::default()
    };
    let list = if is_ack {
        List::Statuses
    } else {
        List::Messages
    };
    rules::read_wire(collector, batch, list, item, wire);
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

/// `false_5215500000131@c.us_3A00` is the message `3A00`.
fn last_part(id: Cow<'_, str>) -> Cow<'_, str> {
    match id.rsplit_once('_') {
        Some((_, last)) => Cow::Owned(last.to_owned()),
        None => id,
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
        assert_eq!(last_part("false_1@c.us_3A".into()), "3A");
        assert_eq!(last_part("3A".into()), "3A");
    }

    #[test]
    fn an_ack_without_the_marks_is_no_state() {
        let body =
            r#"{"event":"message.ack","payload":{"id":"true_1@c.us_A","fromMe":true,"ack":3}}"#;
        let events = crate::whatzmeapi::parse(body).unwrap();
        assert_eq!(events[0].kind(), "unknown");
    }
}
