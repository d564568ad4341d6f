//! Updates that become messages of their own: reactions, votes, deletions.

use super::contents::polls;
use super::direction::Draft;
use super::elements::elements;
use super::item::{List, Reading};
use super::status;
use crate::collector::Collector;
use crate::envelope::limit;
use crate::event::content::{PollVote, Reaction, Revoke};
use crate::json::{self, Owned, RawSlice};
use crate::types::Timestamp;
use crate::whatzmeapi::payload::{self, Key, PollTally};

/// Reads a reaction on its own event.
pub(super) fn reaction(item: &mut Reading<'_, '_, '_>) {
    let reaction = item.wire.reaction.take().unwrap_or_default();
    item.push_message(reaction_to(&item.key, *reaction));
}

/// Reads the votes and the reactions that an update lists, and the state that it reports beside them.
pub(super) fn votes_and_reactions(item: &mut Reading<'_, '_, '_>) {
    let change = item.wire.update.as_deref();
    let has_state = change.is_some_and(|change| change.status.is_some());
    votes(item);
    reactions(item);
    if item.is_read() && has_state && item.key.from_me != Some(false) {
        status::state(item);
    }
}

/// Reactions that do not say who reacted are passed over.
fn reactions(item: &mut Reading<'_, '_, '_>) {
    let change = item.wire.update.as_deref_mut();
    let lists = change.map(|change| std::mem::take(&mut change.reactions));
    let target = shared_key(&item.key);
    let lists = lists.unwrap_or_default();
    item.push_elements("update.reactions", &lists, |slice| {
        let reaction: payload::Reaction<'_> = json::read(slice).ok()?;
        reaction.key.as_ref()?;
        Some(reaction_to(&target, reaction))
    });
}

/// The outer key is that of the message reacted to, the inner one that of the reaction.
fn reaction_to<'a>(target: &Key<'a>, reaction: payload::Reaction<'a>) -> Draft<'a> {
    let payload::Reaction {
        text,
        sender_timestamp_ms,
        key: carrier,
    } = reaction;
    let has_carrier = carrier.is_some();
    let carrier = carrier.unwrap_or_default();
    Draft {
        id: carrier.id.clone().owned(),
        content: Some(
            Reaction {
                message_id: target.id.clone().owned(),
                removed: Some(text.is_none()),
                emoji: text.owned(),
                author: target.participant.clone().owned(),
                sent_at: None,
            }
            .into(),
        ),
        occurred_at: sender_timestamp_ms,
        key: if has_carrier {
            in_chat_of(target, carrier)
        } else {
            Key {
                remote_jid: target.remote_jid.clone(),
                ..Key::default()
            }
        },
        ..Draft::default()
    }
}

/// What the events of all elements say of the message that they are about.
fn shared_key<'a>(key: &Key<'a>) -> Key<'a> {
    let mut key = Key {
        id: key.id.clone(),
        remote_jid: key.remote_jid.clone(),
        participant: key.participant.clone(),
        ..Key::default()
    };
    for text in [&mut key.id, &mut key.remote_jid, &mut key.participant] {
        limit(text);
    }
    key
}

/// Votes, or what Evolution counted of the poll.
fn votes(item: &mut Reading<'_, '_, '_>) {
    let change = item.wire.update.as_deref_mut();
    let changed = change.map(|change| std::mem::take(&mut change.poll_updates));
    let lists = [
        ("pollUpdates", std::mem::take(&mut item.wire.poll_updates)),
        ("update.pollUpdates", changed.unwrap_or_default()),
    ];
    let at = item.updated_at();
    let poll = shared_key(&item.key);
    for (place, list) in lists {
        let mut tally = PollVote::default();
        item.push_elements(place, &list, |slice| vote(&poll, slice, at, &mut tally));
        if !tally.results.is_empty() {
            tally.poll_id = item.key.id.clone().owned();
            let draft = Draft {
                key: Key {
                    remote_jid: item.key.remote_jid.clone(),
                    ..Key::default()
                },
                content: Some(tally.into()),
                occurred_at: at,
                ..Draft::default()
            };
            let place = item.item(place);
            item.push_draft(draft, place);
        }
    }
}

/// Adds what Evolution counted of a poll to a vote for it.
pub(super) fn add_tallies(
    collector: &mut Collector<'_>,
    vote: &mut PollVote,
    lists: &[RawSlice<'_>],
) {
    for element in lists.iter().flat_map(|list| elements(*list)) {
        // What is not read stands in the bytes of the item.
        if !collector.charge() {
            return;
        }
        if let Ok(PollTally {
            name: Some(name),
            voters,
            ..
        }) = json::read(element)
        {
            polls::tally(vote, name, voters);
        }
    }
}

/// Reads one vote; an option counted by Evolution is added to the tally.
fn vote<'a>(
    poll: &Key<'a>,
    slice: RawSlice<'a>,
    at: Option<Timestamp>,
    tally: &mut PollVote,
) -> Option<Draft<'a>> {
    let PollTally {
        poll_update_message_key,
        vote,
        sender_timestamp_ms,
        name,
        voters,
    } = json::read(slice).ok()?;
    if let Some(name) = name {
        polls::tally(tally, name, voters);
        return None;
    }
    let carrier = poll_update_message_key?;
    let vote = PollVote {
        poll_id: poll.id.clone().owned(),
        ..vote.unwrap_or_default().into()
    };
    Some(Draft {
        id: carrier.id.clone().owned(),
        content: Some(vote.into()),
        occurred_at: sender_timestamp_ms.or(at),
        key: in_chat_of(poll, carrier),
        ..Draft::default()
    })
}

/// The key of a message about another one. Its chat, if absent, is that of the other message.
fn in_chat_of<'a>(target: &Key<'a>, carrier: Key<'a>) -> Key<'a> {
    let carrier = carrier.by_default();
    Key {
        remote_jid: carrier.remote_jid.or_else(|| target.remote_jid.clone()),
        ..carrier
    }
}

/// Reads the deletion of a message, which does not contain who deleted it.
pub(super) fn deletion(item: &mut Reading<'_, '_, '_>) {
    let occurred_at = if item.list == List::Deletions {
        item.wire.date_time
    } else {
        item.changed_at()
    };
    let Key { id, remote_jid, .. } = std::mem::take(&mut item.key);
    if id.is_none() {
        return item.push_unknown(None);
    }
    item.push_message(Draft {
        key: Key {
            remote_jid,
            ..Key::default()
        },
        content: Some(
            Revoke {
                message_id: id.owned(),
                author: None,
            }
            .into(),
        ),
        occurred_at,
        ..Draft::default()
    });
}

/// Reads an item of no known kind.
pub(super) fn unknown(item: &mut Reading<'_, '_, '_>) {
    item.push_unknown(item.changed_at());
}

#[cfg(test)]
mod tests {
    use crate::Event;
    use crate::event::Direction;
    use crate::types::MessageId;
    use crate::whatzmeapi::parse;

    fn one(item: &str) -> Event {
        parse(format!(r#"{{"event":"messages.update","data":[{item}]}}"#))
            .unwrap()
            .remove(0)
    }

    #[test]
    fn a_received_message_is_only_reported_where_the_business_opened_it() {
        let event = |from_me: bool, state: u8| {
            let key = format!(r#"{{"remoteJid":"1203@g.us","fromMe":{from_me},"id":"A"}}"#);
            one(&format!(r#"{{"key":{key},"update":{{"status":{state}}}}}"#))
        };
        assert_eq!(event(true, 4).kind(), "status");
        assert_eq!(event(false, 3).kind(), "unknown");
        let opened = event(false, 4).into_status().unwrap();
        assert_eq!(opened.direction, Some(Direction::Inbound));
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

    /// Cases: K08.
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
        let paths: Vec<_> = events
            .iter()
            .map(|event| event.meta().path.to_string())
            .collect();
        let list = "data[0].update.pollUpdates";
        assert_eq!(
            paths,
            [
                "data[0]".to_owned(),
                format!("{list}[1]"),
                format!("{list}[2]")
            ]
        );
        assert_eq!(events[1].kind(), "malformed");
        assert_ne!(events[0].dedup_key(), events[2].dedup_key());
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
