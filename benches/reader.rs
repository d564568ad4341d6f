//! Our technique beside the second choice: a pull reader, and `serde_json` with a visitor for each wire type.
//!
//! ```text
//! cargo bench --bench reader
//! ```
//!
//! Read the numbers as ratios to the line `value` of the same group. `reader` is [`meta::parse`]; `visitors` is
//! the same job for text messages, written below: one UTF-8 check, tolerant getters, items kept as `RawValue`
//! and decoded alone, owned events. Where the two differ, the visitors have less to do: they keep no bytes of
//! entries and changes and no digits beyond 64 bits, know fewer keys, take items from lists only, fill smaller
//! events and compare numbers as they stand.

#![allow(clippy::unwrap_used, missing_docs, reason = "a bench")]
#![allow(clippy::vec_box, dead_code, reason = "events are built to be measured")]

use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;
use std::sync::Arc;

use bytes::Bytes;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use whatsapp_webhooks::types::{PhoneNumber, Timestamp};
use whatsapp_webhooks::{Event, meta};

/// An object that is read in one pass and filled in place.
trait Wire<'a>: Default {
    fn fill<A: MapAccess<'a>>(&mut self, map: A) -> Result<(), A::Error>;
}

/// One line for each key: name, JSON key where it differs, type, getter.
macro_rules! wire {
    ($(struct $name:ident<'a> { $($field:ident $($key:literal)? : $type:ty = $getter:ident,)* })*) => {$(
        #[derive(Default)]
        struct $name<'a> { $($field: $type,)* }

        impl<'a> Wire<'a> for $name<'a> {
            fn fill<A: MapAccess<'a>>(&mut self, mut map: A) -> Result<(), A::Error> {
                #[allow(non_camel_case_types, reason = "named after the fields")]
                enum Key { $($field,)* _Other }
                struct Keys;
                impl<'de> DeserializeSeed<'de> for Keys {
                    type Value = Key;
                    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Key, D::Error> {
                        source.deserialize_identifier(self)
                    }
                }
                impl Visitor<'_> for Keys {
                    type Value = Key;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str("a key") }
                    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
                        Ok(match key {
                            $(wire!(@key $field $($key)?) => Key::$field,)*
                            _ => Key::_Other,
                        })
                    }
                }
                while let Some(key) = map.next_key_seed(Keys)? {
                    match key {
                        $(Key::$field => map.next_value_seed(Any($getter(&mut self.$field)))?,)*
                        Key::_Other => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(())
            }
        }
    )*};
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

type Text<'a> = Option<Cow<'a, str>>;

wire! {
    struct Payload<'a> {
        object: Text<'a> = Id,
        entry: Vec<Entry<'a>> = List,
    }
    struct Entry<'a> {
        id: Text<'a> = Id,
        changes: Vec<Change<'a>> = List,
    }
    struct Change<'a> {
        value: Option<Value<'a>> = Object,
    }
    struct Value<'a> {
        metadata: Option<Metadata<'a>> = Object,
        contacts: Vec<Contact<'a>> = List,
        messages: Vec<&'a str> = Items,
    }
    struct Metadata<'a> {
        display_phone_number: Text<'a> = Id,
        phone_number_id: Text<'a> = Id,
    }
    struct Contact<'a> {
        wa_id: Text<'a> = Id,
        profile: Option<Profile<'a>> = Object,
        user_id: Text<'a> = Id,
    }
    struct Profile<'a> { name: Text<'a> = Body, }
    struct WireMessage<'a> {
        from: Text<'a> = Id,
        from_user_id: Text<'a> = Id,
        group_id: Text<'a> = Id,
        id: Text<'a> = Id,
        timestamp: Option<Timestamp> = Time,
        kind "type": Text<'a> = Id,
        text: Option<WireText<'a>> = Object,
    }
    struct WireText<'a> { body: Text<'a> = Body, }
}

/// A getter: what a field makes of each kind of value. What it does not name is passed over.
trait Getter<'a>: Sized {
    fn text(self, _: Cow<'a, str>) {}

    fn seq<A: SeqAccess<'a>>(self, seq: A) -> Result<(), A::Error> {
        IgnoredAny.visit_seq(seq).map(drop)
    }

    fn map<A: MapAccess<'a>>(self, map: A) -> Result<(), A::Error> {
        IgnoredAny.visit_map(map).map(drop)
    }
}

/// One value of any kind, handed to a getter.
struct Any<G>(G);

/// The methods of a visitor that hand on a text.
macro_rules! visit {
    ($($name:ident($value:ident: $type:ty) => $text:expr;)*) => {$(
        fn $name<E>(self, $value: $type) -> Result<(), E> {
            self.0.text($text);
            Ok(())
        }
    )*};
}

impl<'de, G: Getter<'de>> DeserializeSeed<'de> for Any<G> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de, G: Getter<'de>> Visitor<'de> for Any<G> {
    type Value = ();

    visit! {
        visit_borrowed_str(text: &'de str) => Cow::Borrowed(text);
        visit_str(text: &str) => Cow::Owned(text.to_owned());
        visit_u64(number: u64) => Cow::Owned(number.to_string());
        visit_i64(number: i64) => Cow::Owned(number.to_string());
        visit_f64(number: f64) => Cow::Owned(number.to_string());
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        self.0.seq(seq)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.0.map(map)
    }
}

struct Body<'s, 'a>(&'s mut Text<'a>);

impl<'a> Getter<'a> for Body<'_, 'a> {
    fn text(self, text: Cow<'a, str>) {
        *self.0 = Some(text);
    }
}

struct Id<'s, 'a>(&'s mut Text<'a>);

impl<'a> Getter<'a> for Id<'_, 'a> {
    fn text(self, text: Cow<'a, str>) {
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        if !text.is_empty() {
            *self.0 = Some(text);
        }
    }
}

struct Time<'s>(&'s mut Option<Timestamp>);

impl<'a> Getter<'a> for Time<'_> {
    fn text(self, text: Cow<'a, str>) {
        let seconds = text.trim().parse().ok();
        *self.0 = seconds.and_then(Timestamp::from_unix_seconds).or(*self.0);
    }
}

struct Object<'s, T>(&'s mut Option<T>);

impl<'a, T: Wire<'a>> Getter<'a> for Object<'_, T> {
    fn map<A: MapAccess<'a>>(self, map: A) -> Result<(), A::Error> {
        self.0.insert(T::default()).fill(map)
    }
}

/// A list of objects; one object is a list of one.
struct List<'s, T>(&'s mut Vec<T>);
struct Element<'s, T>(&'s mut Vec<T>);

impl<'a, T: Wire<'a>> Getter<'a> for List<'_, T> {
    fn seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.reserve_exact(1);
        while seq.next_element_seed(Any(Element(self.0)))?.is_some() {}
        Ok(())
    }

    fn map<A: MapAccess<'a>>(self, map: A) -> Result<(), A::Error> {
        Element(self.0).map(map)
    }
}

impl<'a, T: Wire<'a>> Getter<'a> for Element<'_, T> {
    fn map<A: MapAccess<'a>>(self, map: A) -> Result<(), A::Error> {
        self.0.push(T::default());
        self.0.last_mut().map_or(Ok(()), |wire| wire.fill(map))
    }
}

/// A list of items, unread.
struct Items<'s, 'a>(&'s mut Vec<&'a str>);

impl<'a> Getter<'a> for Items<'_, 'a> {
    fn seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.reserve_exact(1);
        while let Some(item) = seq.next_element::<&RawValue>()? {
            self.0.push(item.get());
        }
        Ok(())
    }
}

fn read<'a, T: Wire<'a>>(text: &'a str) -> serde_json::Result<T> {
    let mut source = serde_json::Deserializer::from_str(text);
    let mut into = None;
    Any(Object(&mut into)).deserialize(&mut source)?;
    source.end()?;
    into.ok_or_else(|| Error::custom("expected an object"))
}

/// What our event holds of a text message.
struct Message {
    account: Arc<Party>,
    occurred_at: Option<Timestamp>,
    path: String,
    id: Option<String>,
    chat_id: Option<String>,
    from: Party,
    to: (Option<String>, Option<PhoneNumber>),
    text: Option<Box<str>>,
    raw: Bytes,
}

/// A person; or the business, whose account's id is the `user_id`.
struct Party {
    id: Option<String>,
    phone: Option<PhoneNumber>,
    user_id: Option<String>,
    name: Option<String>,
}

fn own(text: Option<&Cow<'_, str>>) -> Option<String> {
    text.map(|text| text.as_ref().to_owned())
}

/// The whole job; `None` for a body that is no envelope.
fn parse(body: &Bytes) -> Option<Vec<Box<Message>>> {
    let text = std::str::from_utf8(body).ok()?;
    let payload: Payload<'_> = read(text).ok()?;
    (payload.object? == "whatsapp_business_account").then_some(())?;
    let mut events = Vec::new();
    for (at, entry) in payload.entry.iter().enumerate() {
        for (change_at, change) in entry.changes.iter().enumerate() {
            let Some(value) = &change.value else { continue };
            let metadata = value.metadata.as_ref();
            let number = metadata.and_then(|metadata| metadata.display_phone_number.as_deref());
            let account = Arc::new(Party {
                id: own(metadata.and_then(|metadata| metadata.phone_number_id.as_ref())),
                phone: number.and_then(PhoneNumber::parse),
                user_id: own(entry.id.as_ref()),
                name: None,
            });
            let path = format!("entry[{at}].changes[{change_at}].value.messages");
            events.reserve_exact(value.messages.len());
            for (at, item) in value.messages.iter().enumerate() {
                let Ok(wire) = read::<WireMessage<'_>>(item) else {
                    continue;
                };
                events.push(Box::new(Message {
                    path: format!("{path}[{at}]"),
                    raw: body.slice_ref(item.as_bytes()),
                    ..message(wire, value, &account)
                }));
            }
        }
    }
    Some(events)
}

fn message(wire: WireMessage<'_>, value: &Value<'_>, account: &Arc<Party>) -> Message {
    let contact = value.contacts.iter().find(|contact| {
        (wire.from.is_some() && contact.wa_id == wire.from)
            || (wire.from_user_id.is_some() && contact.user_id == wire.from_user_id)
    });
    let number = wire.from.or_else(|| contact?.wa_id.clone());
    let user_id = wire.from_user_id.or_else(|| contact?.user_id.clone());
    let profile = contact.and_then(|contact| contact.profile.as_ref());
    let from = Party {
        id: own(number.as_ref().or(user_id.as_ref())),
        phone: number.as_deref().and_then(PhoneNumber::parse),
        user_id: user_id.map(Cow::into_owned),
        name: profile.and_then(|profile| own(profile.name.as_ref())),
    };
    let is_text = wire.kind.is_none_or(|kind| kind == "text");
    let body = wire.text.filter(|_| is_text).and_then(|text| text.body);
    Message {
        account: Arc::clone(account),
        occurred_at: wire.timestamp,
        path: String::new(),
        id: wire.id.map(Cow::into_owned),
        chat_id: own(wire.group_id.as_ref()).or_else(|| from.id.clone()),
        from,
        to: (account.id.clone(), account.phone),
        text: body.map(|body| body.into_owned().into_boxed_str()),
        raw: Bytes::new(),
    }
}

/// Both pipelines make as many events of a body, and the same.
fn assert_same(body: &Bytes, count: usize) {
    let (events, messages) = (meta::parse(body.clone()).unwrap(), parse(body).unwrap());
    assert_eq!((events.len(), messages.len()), (count, count));
    for (event, message) in events.iter().zip(messages) {
        assert!(
            matches!(event, Event::Message(ours) if ours.content.text() == message.text.as_deref())
        );
        assert_eq!(event.meta().path, message.path);
        assert_eq!(event.occurred_at(), message.occurred_at);
        assert_eq!(event.raw().as_bytes(), message.raw);
    }
}

/// The delivery with its one message `count` times.
fn batch(body: &Bytes, count: usize) -> Bytes {
    let text = std::str::from_utf8(body).unwrap();
    let item = meta::parse(body.clone()).unwrap().remove(0).raw().clone();
    let item = item.as_str().unwrap();
    Bytes::from(text.replace(item, &vec![item; count].join(",")))
}

fn reader(criterion: &mut Criterion) {
    let text = Bytes::from(include_bytes!("../fixtures/meta/text.json").to_vec());
    for (name, body, count) in [
        ("reader_meta_text", text.clone(), 1),
        ("reader_meta_batch_200", batch(&text, 200), 200),
    ] {
        assert_same(&body, count);
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(body.len() as u64));
        group.bench_function("value", |bencher| {
            bencher.iter(|| serde_json::from_slice::<serde_json::Value>(black_box(&body)).unwrap());
        });
        group.bench_function("reader", |bencher| {
            bencher.iter(|| meta::parse(black_box(&body).clone()).unwrap());
        });
        group.bench_function("visitors", |bencher| {
            bencher.iter(|| parse(black_box(&body)).unwrap());
        });
        group.finish();
    }
}

criterion_group!(benches, reader);
criterion_main!(benches);
