//! What the items of one delivery have in common.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::party;
use crate::collector::Scope;
use crate::event::{Account, Origin, Party};
use crate::types::{Jid, PhoneNumber};
use crate::whatzmeapi::payload::LidMapping;

/// What the items of one delivery have in common.
pub(super) struct Batch<'a> {
    pub(super) scope: Scope,
    /// Name of the event as received, or nothing.
    pub(super) kind: &'a str,
    /// The gateway's own number.
    pub(super) own: Option<Party>,
    pub(super) origin: Origin,
    /// Which way messages went that do not say so.
    pub(super) from_me: Option<bool>,
    /// Numbers by anonymous id, both without what follows `@`, a device among it.
    numbers: BTreeMap<String, PhoneNumber>,
}

impl<'a> Batch<'a> {
    /// `event` is the name as received, `name` the same as it is compared.
    pub(super) fn new(
        event: Option<&'a str>,
        name: Option<&str>,
        sender: Option<&str>,
        instance: Option<Cow<'_, str>>,
    ) -> Self {
        Self {
            scope: Scope {
                account: Arc::new(Account {
                    phone_number: sender.and_then(|jid| match Jid::parse(jid) {
                        Some(jid) => jid.phone(),
                        None => PhoneNumber::parse(jid),
                    }),
                    instance: instance.map(Cow::into_owned),
                    ..Account::default()
                }),
                topic: event.map(|event| match event {
                    "messages.upsert" => Cow::Borrowed("messages.upsert"),
                    "messages.update" => Cow::Borrowed("messages.update"),
                    other => Cow::Owned(other.to_owned()),
                }),
            },
            kind: event.unwrap_or_default(),
            own: sender.map(|jid| party::party(jid, &[], &[])),
            origin: match name {
                Some("messages.set" | "messaging.history.set") => Origin::History,
                _ => Origin::Live,
            },
            from_me: match name {
                Some(name) if name.ends_with(".received") => Some(false),
                Some("send.message" | "send.message.update") => Some(true),
                _ => None,
            },
            numbers: BTreeMap::new(),
        }
    }

    /// Learns the numbers of people with anonymous ids.
    pub(super) fn learn(&mut self, mappings: Vec<LidMapping<'_>>) {
        for LidMapping { lid, pn } in mappings {
            let number = pn
                .as_deref()
                .and_then(Jid::parse)
                .and_then(|jid| jid.phone());
            if let (Some(user), Some(number)) = (lid.as_deref().and_then(anonymous_user), number) {
                self.numbers.insert(user.to_owned(), number);
            }
        }
    }

    /// Adds the number of a person of whom only the anonymous id is said.
    pub(super) fn with_number(&self, person: Party) -> Party {
        if person.phone.is_some() || self.numbers.is_empty() {
            return person;
        }
        let user = person.lid.as_deref().and_then(anonymous_user);
        Party {
            phone: user.and_then(|user| self.numbers.get(user)).copied(),
            ..person
        }
    }

    /// What events have in common, with the instance that only the item names.
    pub(super) fn scope(&self, instance: Option<Cow<'_, str>>) -> Cow<'_, Scope> {
        match instance {
            Some(instance) if self.scope.account.instance.is_none() => Cow::Owned(Scope {
                account: Arc::new(Account {
                    instance: Some(instance.into_owned()),
                    ..(*self.scope.account).clone()
                }),
                topic: self.scope.topic.clone(),
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
    use super::*;

    #[test]
    fn numbers_are_found_by_the_anonymous_id_whatever_the_device() {
        let mut batch = Batch::new(None, None, None, None);
        let mapping = |lid: &'static str, pn: &'static str| LidMapping {
            lid: Some(lid.into()),
            pn: Some(pn.into()),
        };
        batch.learn(vec![
            mapping("100200@lid", "5215500000131@s.whatsapp.net"),
            mapping("100300@s.whatsapp.net", "5215500000141@s.whatsapp.net"),
            mapping("100400@lid", "100500@lid"),
        ]);
        let phone = |address: &str| {
            let person = batch.with_number(party::party(address, &[], &[]));
            person.phone.map(|phone| phone.as_str().to_owned())
        };
        assert_eq!(phone("100200@lid").as_deref(), Some("5215500000131"));
        assert_eq!(phone("100200:3@lid").as_deref(), Some("5215500000131"));
        assert_eq!(phone("100300@lid"), None);
        assert_eq!(phone("100400@lid"), None);
        assert_eq!(phone("447700900562@c.us").as_deref(), Some("447700900562"));
    }
}
