//! One delivery on its way from bytes to events: what all providers share.

use std::borrow::Cow;
use std::sync::Arc;

use bytes::Bytes;

use crate::Provider;
use crate::error::{DecodeError, ParseError};
use crate::event::{Account, Event, EventMeta, Extra, Malformed, Unknown};
use crate::json::RawSlice;
use crate::json::{self, Error, Fault, Wire};
use crate::path::Path;
use crate::types::{Raw, Timestamp};

/// Elements that any delivery may have; Meta's documented maximum is 1000.
const MIN_ELEMENTS: usize = 4096;

/// Bytes of body for each element beyond that: no real item is shorter, and events cannot outgrow their body.
const BYTES_PER_ELEMENT: usize = 40;

/// Collects the events of one delivery.
pub(crate) struct Collector<'b> {
    provider: Provider,
    body: &'b Bytes,
    events: Vec<Event>,
    /// Elements that may still come, in whatever lists.
    elements: usize,
    /// Of the last malformed item.
    place: json::Place,
}

/// What the events of one part of a delivery have in common.
#[derive(Clone, Default)]
pub(crate) struct Scope {
    pub(crate) account: Arc<Account>,
    pub(crate) topic: Option<Cow<'static, str>>,
}

/// One item: its bytes and its path.
#[derive(Clone)]
pub(crate) struct Item<'a> {
    pub(crate) slice: RawSlice<'a>,
    pub(crate) path: Path,
}

/// Why an item cannot be read: where in it, and what was expected there.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) place: &'static str,
    pub(crate) reason: &'static str,
}

impl Problem {
    /// The item itself cannot be read as an object.
    pub(crate) fn unreadable(error: Error) -> Self {
        Self {
            place: "",
            reason: match error.fault {
                Fault::Envelope => "expected an object",
                Fault::TooManyItems => "more elements than its size allows",
                _ => "text that cannot be decoded",
            },
        }
    }

    /// The object that the item's type promises is missing, or no object.
    pub(crate) fn no_object(place: &'static str) -> Self {
        Self {
            place,
            reason: "expected an object",
        }
    }

    /// A value without which the item says nothing is missing.
    pub(crate) fn no_value(place: &'static str) -> Self {
        Self {
            place,
            reason: "expected a value",
        }
    }
}

/// Parses one delivery: the one path that all providers share.
pub(crate) fn parse(
    provider: Provider,
    body: &Bytes,
    normalize: impl Fn(RawSlice<'_>, &mut Collector<'_>) -> json::Result<()>,
) -> Result<Vec<Event>, ParseError> {
    let elements = body
        .len()
        .checked_div(BYTES_PER_ELEMENT)
        .unwrap_or_default();
    let elements = elements.max(MIN_ELEMENTS);
    json::document(body, |root| {
        let mut collector = Collector {
            provider,
            body,
            events: Vec::new(),
            elements,
            place: json::Place::default(),
        };
        normalize(root, &mut collector)?;
        Ok(collector.events)
    })
    .map_err(|unreadable| ParseError::new(provider, body, unreadable))
}

/// The bytes of a part of the body, as they came: also where a mended copy was read.
pub(crate) fn cut(body: &Bytes, part: RawSlice<'_>) -> Raw {
    let end = part.at().saturating_add(part.as_str().len());
    if end > body.len() {
        return Raw::default();
    }
    Raw::new(body.slice(part.at()..end))
}

impl<'b> Collector<'b> {
    /// The body, for bytes that are cut from it later.
    pub(crate) fn body(&self) -> &'b Bytes {
        self.body
    }

    /// The error for a document that is not this provider's envelope.
    pub(crate) fn wrong_envelope(root: RawSlice<'_>) -> Error {
        Error {
            fault: Fault::Envelope,
            at: root.at(),
        }
    }

    /// Counts one element of the body; `false` where it has had as many as its size allows.
    pub(crate) fn charge(&mut self) -> bool {
        match self.elements.checked_sub(1) {
            Some(left) => {
                self.elements = left;
                true
            }
            None => false,
        }
    }

    /// The event of that number.
    pub(crate) fn event_mut(&mut self, number: usize) -> Option<&mut Event> {
        self.events.get_mut(number)
    }

    pub(crate) fn push(&mut self, event: impl Into<Event>) {
        self.events.push(event.into());
    }

    pub(crate) fn len(&self) -> usize {
        self.events.len()
    }

    /// The bytes of a part, as they came.
    pub(crate) fn raw(&self, slice: RawSlice<'_>) -> Raw {
        cut(self.body, slice)
    }

    pub(crate) fn meta(
        &self,
        scope: &Scope,
        path: Path,
        occurred_at: Option<Timestamp>,
    ) -> EventMeta {
        EventMeta {
            provider: self.provider,
            account: Arc::clone(&scope.account),
            occurred_at,
            topic: scope.topic.clone(),
            path,
            extra: Extra::default(),
        }
    }

    /// Reads one item as a wire type and turns it into an event. One that cannot be read becomes
    /// [`Malformed`] and costs no other.
    pub(crate) fn item<'a, T: Wire<'a>>(
        &mut self,
        scope: &Scope,
        kind: &str,
        item: Item<'a>,
        event: impl FnOnce(&Self, T, &mut Item<'a>) -> Result<Event, Problem>,
    ) {
        let mut item = item;
        let read = match json::read(item.slice) {
            Ok(wire) => event(self, wire, &mut item),
            Err(error) => Err(Problem::unreadable(error)),
        };
        match read {
            Ok(event) => self.push(event),
            Err(problem) => self.malformed(scope, kind, item, None, &problem),
        }
    }

    pub(crate) fn unknown(
        &mut self,
        scope: &Scope,
        kind: &str,
        item: Item<'_>,
        occurred_at: Option<Timestamp>,
    ) {
        let raw = self.raw(item.slice);
        self.push(Unknown {
            meta: self.meta(scope, item.path, occurred_at),
            kind: kind.to_owned(),
            raw,
        });
    }

    pub(crate) fn malformed(
        &mut self,
        scope: &Scope,
        kind: &str,
        item: Item<'_>,
        occurred_at: Option<Timestamp>,
        problem: &Problem,
    ) {
        let raw = self.raw(item.slice);
        let (line, column) = self.place.move_to(self.body, item.slice.at());
        let error = DecodeError {
            path: item.path.join(problem.place).to_string(),
            reason: Cow::Borrowed(problem.reason),
            line,
            column,
        };
        self.push(Malformed {
            meta: self.meta(scope, item.path, occurred_at),
            kind: kind.to_owned(),
            error,
            raw,
        });
    }
}
