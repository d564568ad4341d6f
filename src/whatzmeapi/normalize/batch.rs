//! Data shared by all items of one delivery.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::elements::elements;
use super::party;
use crate::collector::{Collector, Scope};
use crate::envelope::each_member;
use crate::event::{Account, Content, Origin, Party};
use crate::json::{self, RawSlice};
use crate::types::{Jid, PhoneNumber};
use crate::whatzmeapi::payload::LidMapping;

/// Data shared by all items of one delivery.
pub(super) struct Batch<'a> {
    pub(super) scope: Scope,
    /// Name of the event as received, or empty.
    pub(super) kind: &'a str,
    /// The gateway's own number.
    pub(super) own: Option<Party>,
    pub(super) origin: Origin,
    /// Direction of messages without one of their own.
    pub(super) from_me: Option<bool>,
    /// Numbers by anonymous id, both without what follows `@`, a device among it.
    numbers: RefCell<BTreeMap<String, PhoneNumber>>,
    /// Files by the id of their message, and whether a message has taken its own.
    files: BTreeMap<String, (RawSlice<'a>, Cell<bool>)>,
}

impl<'a> Batch<'a> {
    /// `event` is the name as received, `name` the same in its form for comparison.
    pub(super) fn new(
        event: Option<&'a str>,
        name: Option<&str>,
        sender: Option<&str>,
        instance: Option<Cow<'_, str>>,
    ) -> Self {
        let number = sender.and_then(|jid| match Jid::parse(jid) {
            Some(jid) => jid.phone(),
            None => PhoneNumber::parse(jid),
        });
        Self {
            scope: Scope {
                account: Arc::new(Account {
                    // What is no number is kept as it came.
                    id: sender.filter(|_| number.is_none()).map(str::to_owned),
                    phone_number: number,
                    instance: instance.map(Cow::into_owned),
                    ..Account::default()
                }),
                topic: event.map(|event| match super::constant(event) {
                    Some(name) => Cow::Borrowed(name),
                    None => Cow::Owned(event.to_owned()),
                }),
                ..Scope::default()
            },
            kind: event.unwrap_or_default(),
            own: sender.map(|jid| party::party(jid, &[], &[])),
            origin: match name {
                Some("messages.set" | "messaging.history.set") => Origin::History,
                _ => Origin::Live,
            },
            from_me: match name {
                Some(name) if name.ends_with(".received") => Some(false),
                Some("messages.sent" | "message.sent" | "send.message" | "send.message.update") => {
                    Some(true)
                }
                _ => None,
            },
            numbers: RefCell::default(),
            files: BTreeMap::new(),
        }
    }

    /// Learns the numbers of people with anonymous ids.
    pub(super) fn learn(&self, collector: &mut Collector<'_>, lists: &[RawSlice<'_>]) {
        for mapping in lists.iter().flat_map(|list| elements(*list)) {
            if !collector.charge() {
                return;
            }
            let Ok(LidMapping { lid, pn }) = json::read(mapping) else {
                continue;
            };
            let number = pn.as_deref().and_then(Jid::parse);
            let number = number.and_then(|jid| jid.phone());
            if let (Some(user), Some(number)) = (lid.as_deref().and_then(anonymous_user), number) {
                self.numbers.borrow_mut().insert(user.to_owned(), number);
            }
        }
    }

    /// Takes the files that stand beside the messages: base64 by the id of the message.
    pub(super) fn add_files(&mut self, collector: &mut Collector<'_>, files: RawSlice<'a>) {
        each_member(files, |id, file| {
            if file.as_str() != "null" && collector.charge() {
                self.files.insert(id.to_owned(), (file, Cell::default()));
            }
            true
        });
    }

    /// Adds the file of a message to its content; each file belongs to one message.
    pub(super) fn add_file(&self, id: &str, content: &mut Content) {
        let Some((file, is_taken)) = self.files.get(id) else {
            return;
        };
        if let Some(media) = content.media_mut()
            && media.data.is_none()
            && file.as_str().starts_with('"')
            && !is_taken.replace(true)
        {
            media.data = json::text(*file).map(Cow::into_owned);
        }
    }

    /// Whether a message has taken the file with this id.
    pub(super) fn has_given(&self, id: &str) -> bool {
        self.files
            .get(id)
            .is_some_and(|(_, is_taken)| is_taken.get())
    }

    /// Adds the number of a person of whom only the anonymous id is said.
    pub(super) fn with_number(&self, person: Party) -> Party {
        let numbers = self.numbers.borrow();
        if person.phone.is_some() || numbers.is_empty() {
            return person;
        }
        let user = person.lid.as_deref().and_then(anonymous_user);
        Party {
            phone: user.and_then(|user| numbers.get(user)).copied(),
            ..person
        }
    }

    /// Metadata of an event, with the instance if only the item contains it.
    pub(super) fn scope(&self, instance: Option<Cow<'_, str>>) -> Cow<'_, Scope> {
        match instance {
            Some(instance) if self.scope.account.instance.is_none() => Cow::Owned(Scope {
                account: Arc::new(Account {
                    instance: Some(instance.into_owned()),
                    ..(*self.scope.account).clone()
                }),
                topic: self.scope.topic.clone(),
                ..Scope::default()
            }),
            _ => Cow::Borrowed(&self.scope),
        }
    }
}

/// The anonymous id of an address, without the device.
fn anonymous_user(address: &str) -> Option<&str> {
    let jid = Jid::parse(address)?;
    jid.is_lid().then_some(jid.user)
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_found_by_the_anonymous_id_whatever_the_device() {
        let body = r#"{"event":"messaging-history.set","data":{"messages":[
            {"key":{"id":"1","fromMe":false,"remoteJid":"100200@lid"},"message":{"conversation":"x"}},
            {"key":{"id":"2","fromMe":false,"remoteJid":"100200:3@lid"},"message":{"conversation":"x"}},
            {"key":{"id":"3","fromMe":false,"remoteJid":"100300@lid"},"message":{"conversation":"x"}},
            {"key":{"id":"4","fromMe":false,"remoteJid":"100400@lid"},"message":{"conversation":"x"}}],
            "lidPnMappings":[{"lid":"100200@lid","pn":"5215500000131@s.whatsapp.net"},
            {"lid":"100300@s.whatsapp.net","pn":"5215500000141@s.whatsapp.net"},
            {"lid":"100400@lid","pn":"100500@lid"}]}}"#;
        let events = crate::whatzmeapi::parse(body).unwrap();
        let phones: Vec<_> = events
            .iter()
            .filter_map(|event| event.as_message()?.from.as_ref())
            .map(|from| from.phone.as_ref().map(|phone| phone.as_str().to_owned()))
            .collect();
        let number = Some("5215500000131".to_owned());
        assert_eq!(phones, [number.clone(), number, None, None]);
        assert_eq!(events[4].meta().path, "data.lidPnMappings");
    }

    #[test]
    fn a_file_beside_the_messages_belongs_to_its_message() {
        let item = |id: &str| {
            format!(
                r#"{{"key":{{"id":"{id}","fromMe":false}},"message":{{"imageMessage":{{"url":"u"}}}}}}"#
            )
        };
        let body = format!(
            r#"{{"event":"messages.upsert","data":{{"messages":[{},{}]}},"extra":{{"media":{{"A":"aGk=","B":"bm8="}},"more":1}}}}"#,
            item("A"),
            item("A")
        );
        let events = crate::whatzmeapi::parse(body).unwrap();
        let data = |at: usize| events[at].as_message()?.content.media()?.data.clone();
        assert_eq!((data(0).as_deref(), data(1)), (Some("aGk="), None));
        let extra: Vec<_> = events[0].meta().extra.iter().collect();
        assert_eq!(extra.len(), 2);
        assert_eq!(extra[0].0, "extra.more");
        assert_eq!(extra[1].0, "extra.media.B");
    }
}
