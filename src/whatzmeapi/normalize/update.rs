//! What becomes of messages: states, edits, reactions, deletions.

use std::borrow::Cow;

use super::about;
use super::message::{self, Target};
use super::parts::Parts;
use super::{Batch, party, status};
use crate::delivery::{Delivery, Item, Problem, Scope};
use crate::event::content::Revoke;
use crate::event::{Content, Event, MessageStatus, Unknown};
use crate::json;
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::{Change, Key, Reaction, Update, WebMessage};

/// One element of `messages.update` and its like.
pub(super) fn item(delivery: &mut Delivery<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(delivery, batch, item, false);
}

/// One element of `statuses`: without a state it says nothing.
pub(super) fn status(delivery: &mut Delivery<'_>, batch: &Batch<'_>, item: Item<'_>) {
    read(delivery, batch, item, true);
}

fn read(delivery: &mut Delivery<'_>, batch: &Batch<'_>, item: Item<'_>, is_status: bool) {
    delivery.item(&batch.scope, batch.kind, item, |delivery, update, item| {
        updated(delivery, batch, update, item, is_status)
    });
}

/// One update, read from the item.
pub(super) fn event(
    delivery: &Delivery<'_>,
    batch: &Batch<'_>,
    item: &mut Item<'_>,
    is_status: bool,
) -> Result<Event, Problem> {
    let update = json::read(item.slice).map_err(|_| Problem::no_object(""))?;
    updated(delivery, batch, update, item, is_status)
}

fn updated<'a>(
    delivery: &Delivery<'_>,
    batch: &Batch<'_>,
    update: Update<'a>,
    item: &mut Item<'a>,
    is_status: bool,
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
        instance_id,
    } = update;
    let scope = batch.scope(instance_id.clone());
    let mut key = key.unwrap_or_default();
    key.id = key.id.or(key_id).or(id);
    key.remote_jid = key.remote_jid.or(remote_jid);
    key.from_me = key.from_me.or(from_me);
    key.participant = key.participant.or(participant);
    if let Some(reaction) = reaction {
        return Ok(reacted(delivery, batch, &scope, key, reaction, item));
    }
    if let Some(receipt) = receipt {
        let report = status::receipt(receipt).filter(|_| key.from_me != Some(false));
        return Ok(match report {
            Some(report) => report.event(delivery, &scope, &key, item),
            None => unknown(delivery, batch, &scope, item, None),
        });
    }
    let change = update.unwrap_or_default();
    let has_content = change.message.is_some_and(|message| message.is_object());
    let occurred_at = change.message_timestamp.or(date_time).or(message_timestamp);
    match change.status.clone().or(status) {
        Some(state) if !has_content => {
            if key.from_me == Some(false) {
                // The state of somebody else's message is no report of an own one.
                return Ok(unknown(delivery, batch, &scope, item, occurred_at));
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
            Ok(report.event(delivery, &scope, &key, item))
        }
        None if is_status => Err(Problem::no_value("status")),
        _ if has_content || change.message_stub_type.is_some() => {
            let (message, target) = changed(key, change, instance_id);
            message::event(delivery, batch, message, item, Some(&target))
        }
        _ => Ok(unknown(delivery, batch, &scope, item, occurred_at)),
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
fn reacted(
    delivery: &Delivery<'_>,
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
    let target = key.id.map(MessageId::from);
    let carrier = carrier.unwrap_or_default();
    let parts = Parts {
        id: carrier.id.clone().map(MessageId::from),
        key: Key {
            remote_jid: carrier.remote_jid.or(key.remote_jid),
            ..carrier
        },
        content: Some(about::reacted(target, text, true)),
        occurred_at: sender_timestamp_ms,
        ..Parts::default()
    };
    parts.event(delivery, batch, scope, item)
}

/// The key of a message that was deleted; nothing says by whom.
pub(super) fn deleted<'a>(delivery: &mut Delivery<'_>, batch: &Batch<'_>, item: Item<'a>) {
    delivery.item(
        &batch.scope,
        batch.kind,
        item,
        |delivery, update: Update<'a>, item| {
            let scope = batch.scope(update.instance_id);
            let key = update.key.unwrap_or_default();
            let Some(id) = key.id.or(update.key_id).or(update.id) else {
                return Ok(unknown(delivery, batch, &scope, item, None));
            };
            let parts = Parts {
                key: Key {
                    remote_jid: key.remote_jid.or(update.remote_jid),
                    ..Key::default()
                },
                content: Some(Content::Revoke(Box::new(Revoke {
                    message_id: Some(MessageId::from(id)),
                    author: None,
                }))),
                occurred_at: update.date_time,
                ..Parts::default()
            };
            Ok(parts.event(delivery, batch, &scope, item))
        },
    );
}

fn unknown(
    delivery: &Delivery<'_>,
    batch: &Batch<'_>,
    scope: &Scope,
    item: &mut Item<'_>,
    occurred_at: Option<Timestamp>,
) -> Event {
    Event::from(Unknown {
        meta: delivery.meta(scope, std::mem::take(&mut item.path), occurred_at),
        kind: batch.kind.to_owned(),
        raw: delivery.raw(item.slice),
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
