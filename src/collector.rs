//! One delivery on its way from bytes to events: what all providers have in common.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;

use bytes::Bytes;

use crate::Provider;
use crate::error::{DecodeError, ParseError};
use crate::event::content::{Content, MalformedContent};
use crate::event::kept_key::KeptKey;
use crate::event::{Account, Event, EventMeta, Extra, Malformed, Party, Unknown};
use crate::json::RawSlice;
use crate::json::{self, Error, Fault, Wire};
use crate::path::Path;
use crate::types::{Raw, Timestamp};

/// Number of elements that any delivery may have; Meta's documented maximum is 1000.
const MIN_ELEMENTS: usize = 4096;

/// Bytes of the body for each element beyond that: no real item is shorter, so the events cannot outgrow their body.
const BYTES_PER_ELEMENT: usize = 40;

/// Collects the events of one delivery.
pub(crate) struct Collector<'b> {
    provider: Provider,
    body: &'b Bytes,
    events: Vec<Event>,
    /// Number of elements that may still follow, in any list.
    elements: usize,
    /// Position of the last malformed item.
    place: json::Place,
}

/// What the events of one part of a delivery have in common.
#[derive(Clone, Default)]
pub(crate) struct Scope {
    pub(crate) account: Arc<Account>,
    pub(crate) topic: Option<Cow<'static, str>>,
    /// The business as the addressee of messages, made once and shared by all of them.
    pub(crate) addressee: OnceCell<Option<Arc<Party>>>,
}

/// A source of the scope of events, which is built only when it is needed.
pub(crate) trait Scoped {
    fn scope(&self) -> Cow<'_, Scope>;
}

impl Scoped for Scope {
    fn scope(&self) -> Cow<'_, Scope> {
        Cow::Borrowed(self)
    }
}

/// One item: its bytes and its path.
#[derive(Clone)]
pub(crate) struct Item<'a> {
    pub(crate) slice: RawSlice<'a>,
    pub(crate) path: Path,
}

/// Why an item cannot be read: the path within it, and what was expected there.
#[derive(Clone, Copy, Debug)]
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

    /// The object that belongs to the type of the item is missing or is not an object.
    pub(crate) fn no_object(place: &'static str) -> Self {
        Self {
            place,
            reason: "expected an object",
        }
    }

    /// Converts into the content of a message that has an ID or an author and is therefore still a message.
    pub(crate) fn content(self, kind: &str, path: &Path) -> Content {
        Content::from(MalformedContent {
            kind: kind.to_owned(),
            path: path.join(self.place).to_string(),
            reason: Cow::Borrowed(self.reason),
        })
    }

    /// A required value is missing.
    pub(crate) fn no_value(place: &'static str) -> Self {
        Self {
            place,
            reason: "expected a value",
        }
    }
}

/// Parses one delivery. All providers share this code.
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
    let events = json::document(body, |root| {
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
    .map_err(|unreadable| ParseError::new(provider, body, unreadable));
    #[cfg(feature = "tracing")]
    crate::trace::parsed(provider, body.len(), &events);
    events
}

/// The bytes of a part of the body, exactly as received, even if a corrected copy was read.
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

    /// The error for a document that is not an envelope of this provider.
    pub(crate) fn wrong_envelope(root: RawSlice<'_>) -> Error {
        Error {
            fault: Fault::Envelope,
            at: root.at(),
        }
    }

    /// Counts one element of the body; returns `false` if the body has already had as many as its size allows.
    pub(crate) fn charge(&mut self) -> bool {
        match self.elements.checked_sub(1) {
            Some(left) => {
                self.elements = left;
                true
            }
            None => false,
        }
    }

    /// The number of the only event of an object since there were this many events; `None` where there are several.
    pub(crate) fn sole_since(&self, begun: usize) -> Option<usize> {
        let events = self.events.iter().enumerate().skip(begun);
        let mut objects = events.filter(|(_, event)| event.raw().as_bytes().starts_with(b"{"));
        let (number, _) = objects.next()?;
        objects.next().is_none().then_some(number)
    }

    /// The event with this index.
    pub(crate) fn event_mut(&mut self, number: usize) -> Option<&mut Event> {
        self.events.get_mut(number)
    }

    pub(crate) fn push(&mut self, event: impl Into<Event>) {
        self.events.push(event.into());
    }

    pub(crate) fn len(&self) -> usize {
        self.events.len()
    }

    /// The bytes of a part, exactly as received.
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
            replayed: None,
            extra: Extra::default(),
            key: KeptKey::default(),
        }
    }

    /// Reads one item as a wire type and converts it into an event. An item that cannot be read becomes [`Malformed`]
    /// and does not affect the others.
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
