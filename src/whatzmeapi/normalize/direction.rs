//! The message event: its chat, direction, author and recipient.

use std::borrow::Cow;
use std::sync::Arc;

use super::batch::Batch;
use super::contents::part::{place_in, unknown};
use super::party;
use crate::collector::{Collector, Item, Scope};
use crate::event::{Content, Context, Direction, ErrorDetail, Event, Message, Origin, Referral};
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::Key;

/// A message that is being converted to an event.
#[derive(Default)]
pub(super) struct Draft<'a> {
    /// Chat, direction and author.
    pub(super) key: Key<'a>,
    pub(super) id: Option<MessageId>,
    /// Chat, if it is not that of the key.
    pub(super) destination: Option<Cow<'a, str>>,
    pub(super) content: Option<Content>,
    pub(super) context: Option<Box<Context>>,
    pub(super) referral: Option<Box<Referral>>,
    /// Name of the author of an inbound message.
    pub(super) name: Option<Cow<'a, str>>,
    /// Verified name of the author of an inbound message, if the author is a business.
    pub(super) verified_name: Option<Cow<'a, str>>,
    pub(super) occurred_at: Option<Timestamp>,
    pub(super) errors: Vec<ErrorDetail>,
}

impl Draft<'_> {
    /// Sets chat, direction, author and recipient.
    pub(super) fn event(
        self,
        collector: &Collector<'_>,
        batch: &Batch<'_>,
        scope: &Scope,
        item: Item<'_>,
    ) -> Event {
        let Self {
            mut key,
            id,
            destination,
            content,
            context,
            referral,
            name,
            verified_name,
            occurred_at,
            errors,
        } = self;
        let is_echo = destination.is_some();
        if is_echo && key.remote_jid != destination {
            // The key contains the account itself.
            key.remote_jid = destination;
            key.remote_jid_alt = None;
        }
        let from_me = key.from_me.or(is_echo.then_some(true)).or(batch.from_me);
        key.from_me = from_me;
        let chat = key.remote_jid.as_deref().map(party::chat);
        let is_shared = party::is_shared(chat.as_ref());
        let is_person = chat.as_ref().is_some_and(|chat| chat.kind.is_some()) && !is_shared;
        let member = party::participant(&key);
        let from = match from_me {
            Some(true) if batch.own.is_some() => batch.own.clone(),
            Some(true) | None if is_shared => member.clone(),
            Some(true) | None => None,
            Some(false) => {
                let author = match &member {
                    _ if is_person => party::peer(&key),
                    None if !is_shared => party::peer(&key),
                    member => member.clone(),
                };
                author.map(|author| party::named(author, name, verified_name))
            }
        };
        let to = match from_me {
            Some(true) if !is_shared => party::peer(&key),
            Some(false) if !is_shared => batch.own.clone(),
            _ => None,
        };
        let from = from.map(|from| batch.with_number(from));
        let to = to.map(|to| batch.with_number(to));
        let mut content = content.unwrap_or_else(|| unknown(None));
        if let Some(id) = &id {
            batch.add_file(id.as_str(), &mut content);
        }
        place_in(&mut content, &item.path);
        if let Content::Revoke(revoke) = &mut content {
            // The account itself deletes its own messages.
            let people = [&from, &member];
            let is_author = |author: &String| {
                let mut people = people.into_iter().flatten();
                people.any(|person| party::is_same(person, author))
            };
            if revoke.author.as_ref().is_some_and(is_author) {
                revoke.author = None;
            }
        }
        if let Some(sent_at) = sent_at(&mut content)
            && *sent_at == occurred_at
        {
            *sent_at = None;
        }
        Event::from(Message {
            meta: collector.meta(scope, item.path, occurred_at),
            id,
            direction: from_me.map(Direction::of),
            origin: if is_echo {
                Origin::Echo
            } else {
                batch.origin.clone()
            },
            creation_type: None,
            status: None,
            chat,
            from: from.map(Box::new),
            to: to.map(Arc::new),
            content,
            context,
            referral,
            errors,
            raw: collector.raw(item.slice),
        })
    }
}

/// The time on the sender's device, if the content has one.
fn sent_at(content: &mut Content) -> Option<&mut Option<Timestamp>> {
    match content {
        Content::Reaction(about) => Some(&mut about.sent_at),
        Content::Edit(about) => Some(&mut about.sent_at),
        Content::Pin(about) => Some(&mut about.sent_at),
        Content::Keep(about) => Some(&mut about.sent_at),
        Content::PollVote(vote) => Some(&mut vote.sent_at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Party;
    use crate::whatzmeapi::parse;

    /// The message of an Evolution body around `key` and the rest of the item.
    fn message(key: &str, rest: &str) -> Message {
        let body = format!(
            r#"{{"event":"messages.upsert","instance":"i","sender":"5215500000900@s.whatsapp.net",
                "data":{{"key":{{"id":"A",{key}}},"pushName":"Ana",{rest}}}}}"#
        );
        match parse(body).unwrap().remove(0) {
            Event::Message(message) => *message,
            other => panic!("{other:?}"),
        }
    }

    fn id(party: Option<&Party>) -> Option<&str> {
        party.and_then(|party| party.id.as_deref())
    }

    const PERSON: &str = "5215500000131@s.whatsapp.net";
    const OWN: &str = "5215500000900@s.whatsapp.net";

    #[test]
    fn the_author_is_the_peer_the_member_or_the_account() {
        let text = r#""message":{"conversation":"x"}"#;
        let direct = format!(r#""remoteJid":"{PERSON}","participant":"""#);
        let inbound = message(&format!(r#"{direct},"fromMe":false"#), text);
        assert_eq!(id(inbound.from.as_deref()), Some(PERSON));
        assert_eq!(id(inbound.to.as_deref()), Some(OWN));
        assert_eq!(inbound.from.unwrap().name.as_deref(), Some("Ana"));
        let outbound = message(&format!(r#"{direct},"fromMe":true"#), text);
        assert_eq!(id(outbound.from.as_deref()), Some(OWN));
        assert_eq!(id(outbound.to.as_deref()), Some(PERSON));
        assert_eq!(outbound.from.unwrap().name, None);
        let unsaid = message(&direct, text);
        assert_eq!(unsaid.direction, Some(Direction::Inbound));
        assert_eq!(unsaid.from.unwrap().name.as_deref(), Some("Ana"));
        let group = format!(r#""remoteJid":"1203@g.us","fromMe":false,"participant":"{PERSON}""#);
        let group = message(&group, text);
        assert_eq!((id(group.from.as_deref()), group.to), (Some(PERSON), None));
    }

    #[test]
    fn an_inbound_message_has_no_errors_and_a_failed_own_one_does() {
        let rest =
            r#""status":"ERROR","messageStubParameters":["463"],"message":{"conversation":"x"}"#;
        let errors = |from_me: bool| {
            let key = format!(r#""remoteJid":"{PERSON}","fromMe":{from_me}"#);
            message(&key, rest).errors
        };
        assert_eq!(errors(true)[0].code, Some(463));
        assert!(errors(false).is_empty());
    }

    #[test]
    fn a_deletion_by_somebody_else_names_the_author() {
        let author = |participant: &str| {
            let key = format!(r#""remoteJid":"1203@g.us","fromMe":false,"participant":"{PERSON}""#);
            let rest = format!(
                r#""message":{{"protocolMessage":{{"key":{{"id":"T","participant":"{participant}"}}}}}}"#
            );
            match message(&key, &rest).content {
                Content::Revoke(revoke) => revoke.author,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(author("100@lid").as_deref(), Some("100@lid"));
        assert_eq!(author(PERSON), None);
        assert_eq!(author("5215500000131:3@s.whatsapp.net"), None);
    }
}
