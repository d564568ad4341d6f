//! Data shared by all items of one delivery.

use std::borrow::Cow;
use std::sync::Arc;

use super::party;
use crate::collector::Scope;
use crate::event::{Account, Origin, Party};
use crate::types::{Jid, PhoneNumber};

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
}

impl<'a> Batch<'a> {
    /// `event` is the name as received, `name` the same in its form for comparison.
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
            }),
            _ => Cow::Borrowed(&self.scope),
        }
    }
}
