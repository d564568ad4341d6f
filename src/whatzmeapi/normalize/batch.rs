//! What the items of one delivery have in common.

use std::borrow::Cow;
use std::sync::Arc;

use super::party;
use crate::collector::Scope;
use crate::event::{Account, Origin, Party};
use crate::types::{Jid, PhoneNumber};

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
                Some("send.message" | "send.message.update") => Some(true),
                _ => None,
            },
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
                ..Scope::default()
            }),
            _ => Cow::Borrowed(&self.scope),
        }
    }
}
