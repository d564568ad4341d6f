//! The result of a verified request.

use std::{slice, vec};

use crate::Event;
use crate::event::{Message, StatusUpdate};

/// The events of one delivery, and how its sender was verified.
///
/// Returned by the method `receive` of every `Endpoint`. Iterates over its events, by value or by reference.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::{Request, meta};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let endpoint = meta::Endpoint::new("the app secret", "the verify token")?;
/// let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"102030405060708","changes":[
///     {"field":"messages","value":{"messages":[{"from":"16505551234","id":"wamid.HBgL",
///     "timestamp":"1784000000","type":"text","text":{"body":"Hello"}}]}}]}]}"#;
/// let request = Request::from_pairs([("X-Hub-Signature-256", endpoint.sign(body)?)]);
///
/// let delivery = endpoint.receive(&request, &body[..])?;
/// assert_eq!(delivery.verified.secret_index(), Some(0));
/// for message in delivery.messages() {
///     assert_eq!(message.content.text(), Some("Hello"));
/// }
/// for event in delivery {
///     println!("{} {}", event.kind(), event.dedup_key());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use]
#[non_exhaustive]
pub struct Delivery {
    /// Events, in the order of the body.
    pub events: Vec<Event>,
    /// How the sender was verified: which secret matched, or that nothing was checked.
    pub verified: Verified,
}

impl Delivery {
    pub(crate) fn new(events: Vec<Event>, verified: Verified) -> Self {
        Self { events, verified }
    }

    /// Iterates over all events.
    pub fn iter(&self) -> slice::Iter<'_, Event> {
        self.events.iter()
    }

    /// Iterates over the messages, both inbound and outbound.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.events.iter().filter_map(|event| match event {
            Event::Message(message) => Some(&**message),
            _ => None,
        })
    }

    /// Iterates over the statuses of messages.
    pub fn statuses(&self) -> impl Iterator<Item = &StatusUpdate> {
        self.events.iter().filter_map(|event| match event {
            Event::Status(status) => Some(&**status),
            _ => None,
        })
    }

    /// Returns the number of events.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Returns whether there are no events.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }
}

impl IntoIterator for Delivery {
    type Item = Event;
    type IntoIter = vec::IntoIter<Event>;

    fn into_iter(self) -> Self::IntoIter {
        self.events.into_iter()
    }
}

impl<'a> IntoIterator for &'a Delivery {
    type Item = &'a Event;
    type IntoIter = slice::Iter<'a, Event>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The result of a successful verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Verified {
    secret_index: Option<usize>,
    proven: bool,
}

impl Verified {
    pub(super) fn new(secret_index: Option<usize>, proven: bool) -> Self {
        Self {
            secret_index,
            proven,
        }
    }

    /// Returns the index of the secret that the body was signed with, in the order of configuration.
    ///
    /// Returns `None` if the endpoint checks no signature. During a rotation with the newest secret first, an index
    /// other than 0 means that an old secret is still in use.
    #[must_use]
    pub fn secret_index(&self) -> Option<usize> {
        self.secret_index
    }

    /// Returns whether any condition was checked.
    ///
    /// Returns `false` only for an endpoint that was created by `unverified` and has no added conditions: anyone can
    /// have sent the delivery.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.proven
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_without_events_is_empty() {
        let delivery = Delivery::new(Vec::new(), Verified::new(None, false));
        assert_eq!((delivery.is_empty(), delivery.len()), (true, 0));
    }
}
