//! What becomes of messages: states, edits, reactions, deletions.

use std::borrow::Cow;

use super::about;
use super::message::{self, Target};
use super::parts::Parts;
use super::{Batch, party, several, status};
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::content::Revoke;
use crate::event::{Content, Event, MessageStatus, Unknown};
use crate::json;
use crate::json::own;
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::{Change, Key, Reaction, Update, WebMessage};

/// One element of `messages.update` and its like.
pub(super) fn item(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(collector, batch, item, false);
}

/// One element of `statuses`: without a state it says nothing.
pub(super) fn status(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(collector, batch, item, true);
}

fn read(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'_>, is_status: bool) {
    let mut rest = Vec::new();
    collector.item(&batch.scope, batch.kind, item, |collector, update, item| {
        updated(collector, batch, update, item, is_status, &mut rest)
    });
    for event in rest {
        collector.push(event);
    }
}

/// One update, read from the item.
pub(super) fn event(
    collector: &Collector<'_>,
    batch: &Batch<'_>,
    item: &mut Item<'_>,
    rest: &mut Vec<Event>,
) -> Result<Event, Problem> {
    let update = json::read(item.slice).map_err(|_| Problem::no_object(""))?;
    updated(collector, batch, update, item, false, rest)
}

fn updated<'a>(
    collector: &Collector<'_>,
    batch: &Batch<'_>,
    update: Update<'a>,
    item: &mut Item<'a>,
    is_status: bool,
    rest: &mut Vec<Event>,
) -> Result<Event, Problem> {
    let Update {
        key,
        update,
        receipt,
        reaction,
        status,
        key_id,
        id,
        remote_jid,
        from_me,
        participant,
        date_time,
        message_timestamp,
        message_stub_parameters,
        poll_updates,
        message,
        instance_id,
    } = update;
    let scope = batch.scope(instance_id.clone());
    let mut key = key.unwrap_or_default();
    key.id = key.id.or(key_id).or(id);
    key.remote_jid = key.remote_jid.or(remote_jid);
    key.from_me = key.from_me.or(from_me);
    key.participant = key.participant.or(participant);
    if let Some(reaction) = reaction {
        return Ok(reacted(collector, batch, &scope, key, reaction, item));
    }
    if let Some(receipt) = receipt {
        let path = item.path.clone();
        let mut reports = status::receipt(receipt).filter(|_| key.from_me != Some(false));
        let Some(first) = reports.next() else {
            return Ok(unknown(collector, batch, &scope, item, None));
        };
        let first = first.event(collector, &scope, &key, item);
        rest.extend(reports.take(several::most(item)).map(|report| {
            item.path.clone_from(&path);
            report.event(collector, &scope, &key, item)
        }));
        return Ok(first);
    }
    let is_message = update.is_none() && status.is_none() && !is_status;
    if is_message && message.is_some_and(|message| message.is_object()) {
        let message = json::read(item.slice).map_err(|_| Problem::no_object(""))?;
        return message::event(collector, batch, message, item, None);
    }
    let change = update.unwrap_or_default();
    let lists = [
        ("pollUpdates", &poll_updates),
        ("update.pollUpdates", &change.poll_updates),
        ("update.reactions", &change.reactions),
    ];
    for (place, list) in lists {
        let about = several::About {
            batch,
            scope: &scope,
            key: &key,
            place,
            at: change.message_timestamp.or(date_time),
        };
        if let Some(event) = about.events(collector, list, item, rest) {
            return Ok(event);
        }
    }
    let has_content = change.message.is_some_and(|message| message.is_object());
    let occurred_at = change.message_timestamp.or(date_time).or(message_timestamp);
    match change.status.clone().or(status) {
        Some(state) if !has_content => {
            if key.from_me == Some(false) {
                if status::word(&state) == MessageStatus::Deleted {
                    return Ok(gone(collector, batch, &scope, key, occurred_at, item));
                }
                // The state of somebody else's message is no report of an own one.
                return Ok(unknown(collector, batch, &scope, item, occurred_at));
            }
            let parameters = change.message_stub_parameters.or(message_stub_parameters);
            let state = status::word(&state);
            let errors = match parameters {
                Some(parameters) if state == MessageStatus::Failed => status::errors(parameters),
                _ => Vec::new(),
            };
            let member = party::participant(&key);
            let report = status::Report {
                state,
                errors,
                member,
                occurred_at,
            };
            Ok(report.event(collector, &scope, &key, item))
        }
        None if is_status => Err(Problem::no_value("status")),
        _ if has_content || change.message_stub_type.is_some() => {
            let (message, target) = changed(key, change, instance_id);
            message::event(collector, batch, message, item, Some(&target))
        }
        _ => Ok(unknown(collector, batch, &scope, item, occurred_at)),
    }
}

/// A change of content is a message: from whoever brought it, about the one whose key the update has.
fn changed<'a>(
    key: Key<'a>,
    change: Change<'a>,
    instance_id: Option<Cow<'a, str>>,
) -> (WebMessage<'a>, Target<'a>) {
    let Change {
        status: _,
        message_timestamp,
        message,
        message_stub_type,
        message_stub_parameters,
        poll_updates: _,
        reactions: _,
        key: carrier,
        push_name,
    } = change;
    let target = Target {
        id: key.id.clone().map(MessageId::from),
        author: key.participant.clone(),
        has_carrier: carrier.is_some(),
    };
    let key = match carrier {
        Some(carrier) => Key {
            remote_jid: carrier.remote_jid.or(key.remote_jid),
            ..carrier
        },
        None => key,
    };
    let message = WebMessage {
        key: Some(key),
        message,
        message_timestamp,
        push_name,
        message_stub_type,
        message_stub_parameters,
        instance_id,
        ..WebMessage::default()
    };
    (message, target)
}

/// A reaction on its own event: the outer key is the message it belongs to, the inner one its own.
pub(super) fn reacted(
    collector: &Collector<'_>,
    batch: &Batch<'_>,
    scope: &Scope,
    key: Key<'_>,
    reaction: Reaction<'_>,
    item: &mut Item<'_>,
) -> Event {
    let Reaction {
        text,
        sender_timestamp_ms,
        key: carrier,
    } = reaction;
    let target = (key.id.map(MessageId::from), own(key.participant));
    let carrier = carrier.unwrap_or_default();
    let parts = Parts {
        id: carrier.id.clone().map(MessageId::from),
        key: Key {
            remote_jid: carrier.remote_jid.or(key.remote_jid),
            ..carrier
        },
        content: Some(about::reacted(target, text, None, true)),
        occurred_at: sender_timestamp_ms,
        ..Parts::default()
    };
    parts.event(collector, batch, scope, item)
}

/// The key of a message that was deleted; nothing says by whom.
pub(super) fn deleted<'a>(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'a>) {
    collector.item(
        &batch.scope,
        batch.kind,
        item,
        |collector, update: Update<'a>, item| {
            let scope = batch.scope(update.instance_id);
            let mut key = update.key.unwrap_or_default();
            key.id = key.id.or(update.key_id).or(update.id);
            key.remote_jid = key.remote_jid.or(update.remote_jid);
            if key.id.is_none() {
                return Ok(unknown(collector, batch, &scope, item, None));
            }
            let at = update.date_time;
            Ok(gone(collector, batch, &scope, key, at, item))
        },
    );
}

/// A message is gone; nothing says by whom.
fn gone(
    collector: &Collector<'_>,
    batch: &Batch<'_>,
    scope: &Scope,
    key: Key<'_>,
    occurred_at: Option<Timestamp>,
    item: &mut Item<'_>,
) -> Event {
    let parts = Parts {
        key: Key {
            remote_jid: key.remote_jid,
            ..Key::default()
        },
        content: Some(Content::Revoke(Box::new(Revoke {
            message_id: key.id.map(MessageId::from),
            author: None,
        }))),
        occurred_at,
        ..Parts::default()
    };
    parts.event(collector, batch, scope, item)
}

fn unknown(
    collector: &Collector<'_>,
    batch: &Batch<'_>,
    scope: &Scope,
    item: &mut Item<'_>,
    occurred_at: Option<Timestamp>,
) -> Event {
    Event::from(Unknown {
        meta: collector.meta(scope, std::mem::take(&mut item.path), occurred_at),
        kind: batch.kind.to_owned(),
        raw: collector.raw(item.slice),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::whatzmeapi::parse;

    fn one(item: &str) -> Event {
        parse(format!(r#"{{"event":"messages.update","data":[{item}]}}"#))
            .unwrap()
            .remove(0)
    }

    #[test]
    fn the_state_of_somebody_elses_message_is_no_report() {
        let event = |from_me: bool| {
            let key = format!(r#"{{"remoteJid":"1203@g.us","fromMe":{from_me},"id":"A"}}"#);
            one(&format!(r#"{{"key":{key},"update":{{"status":4}}}}"#))
        };
        assert_eq!(event(true).kind(), "status");
        assert_eq!(event(false).kind(), "unknown");
    }

    #[test]
    fn one_fact_has_one_key_on_every_channel() {
        let dedup_key = |event: &str, item: &str| {
            let body = format!(r#"{{"event":"{event}","data":[{item}]}}"#);
            parse(body).unwrap().remove(0).dedup_key()
        };
        let key = |id: &str| {
            format!(
                r#""key":{{"remoteJid":"1203@g.us","fromMe":false,"id":"{id}","participant":"7@lid"}}"#
            )
        };
        let (carrier, target) = (key("CARRIER"), key("TARGET"));
        let vote_key = carrier.replace("\"key\"", "\"pollUpdateMessageKey\"");
        let upserts = [
            format!(r#"{{{carrier},"message":{{"protocolMessage":{{{target},"type":0}}}}}}"#),
            format!(r#"{{{carrier},"message":{{"reactionMessage":{{{target},"text":"x"}}}}}}"#),
            format!(
                r#"{{{carrier},"message":{{"pollUpdateMessage":{{{}}}}}}}"#,
                target.replace("\"key\"", "\"pollCreationMessageKey\"")
            ),
        ];
        let updates = [
            format!(r#"{{{target},"update":{{"message":null,"messageStubType":1,{carrier}}}}}"#),
            format!(r#"{{{target},"update":{{"reactions":[{{{carrier},"text":"x"}}]}}}}"#),
            format!(r#"{{{target},"update":{{"pollUpdates":[{{{vote_key},"vote":{{}}}}]}}}}"#),
        ];
        for (upsert, update) in upserts.iter().zip(&updates) {
            assert_eq!(
                dedup_key("messages.upsert", upsert),
                dedup_key("messages.update", update),
                "{update}"
            );
        }
        let reaction = format!(r#"{{{target},"reaction":{{{carrier},"text":"x"}}}}"#);
        assert_eq!(
            dedup_key("messages.upsert", &upserts[1]),
            dedup_key("messages.reaction", &reaction)
        );
    }

    #[test]
    fn a_list_in_an_update_gives_an_event_for_each_element() {
        let vote = |id: &str| {
            format!(
                r#"{{"pollUpdateMessageKey":{{"remoteJid":"1203@g.us","fromMe":false,"id":"{id}"}},"vote":{{}}}}"#
            )
        };
        let body = format!(
            r#"{{"event":"messages.update","data":[{{"key":{{"remoteJid":"1203@g.us","id":"P"}},"update":{{"pollUpdates":[{},5,{}]}}}}]}}"#,
            vote("V1"),
            vote("V2")
        );
        let events = parse(body).unwrap();
        let paths: Vec<_> = events.iter().map(|event| &*event.meta().path).collect();
        assert_eq!(paths, ["data[0]", "data[0].update.pollUpdates[2]"]);
        assert_ne!(events[0].dedup_key(), events[1].dedup_key());
    }

    #[test]
    fn an_update_can_be_the_message_itself() {
        let item = r#"{"key":{"remoteJid":"52155@s.whatsapp.net","fromMe":false,"id":"A"},"message":{"conversation":"x"}}"#;
        assert_eq!(one(item).kind(), "message");
        let gone =
            r#"{"keyId":"A","remoteJid":"52155@s.whatsapp.net","fromMe":false,"status":"DELETED"}"#;
        assert_eq!(one(gone).kind(), "message");
        let own = gone.replace("false", "true");
        assert_eq!(one(&own).kind(), "status");
    }

    #[test]
    fn an_edit_and_a_deletion_are_messages_about_the_key() {
        let key = r#""key":{"remoteJid":"52155@s.whatsapp.net","fromMe":false,"id":"TARGET"}"#;
        let carrier = key.replace("TARGET", "CARRIER");
        let edit = r#"{"message":{"editedMessage":{"message":{"conversation":"new"}}}}"#;
        let delete = format!(r#"{{"message":null,"messageStubType":1,{carrier}}}"#);
        for (update, own_id, word) in [(edit, None, "edit"), (&*delete, Some("CARRIER"), "revoke")]
        {
            let Event::Message(message) = one(&format!(r#"{{{key},"update":{update}}}"#)) else {
                panic!("{update}");
            };
            assert_eq!(message.content.kind(), word);
            assert_eq!(message.id.as_ref().map(MessageId::as_str), own_id);
            let json = serde_json::to_string(&message.content).unwrap();
            assert!(json.contains(r#""message_id":"TARGET""#), "{json}");
        }
    }
}
