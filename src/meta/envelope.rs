//! The envelope of a delivery: from the body down to the values, which the fields read.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use super::fields;
use super::item::{Around, Taken};
use super::payload::{Change, Entry, Payload, Value};
use super::people::People;
use crate::collector::{Collector, Item, Problem, Scope, Scoped};
use crate::envelope::{Kept, limit, object_in};
use crate::event::Account;
use crate::json::{self, List, RawSlice, wire};
use crate::marks::Marks;
use crate::path::Path;
use crate::types::{PhoneNumber, PhoneNumberId, Timestamp};

/// Value of `object` in every delivery about WhatsApp.
const WHATSAPP: &str = "whatsapp_business_account";

/// Value of `messaging_product` in every delivery about WhatsApp.
const PRODUCT: &str = "whatsapp";

/// Whether a body with these top-level keys is an envelope of this provider: it has `object` and `entry`, an `entry`
/// that contains changes, or an `object` that is WhatsApp's.
pub(super) fn fits(marks: &Marks<'_>) -> bool {
    let object = marks.object.and_then(json::text);
    object.as_deref() == Some(WHATSAPP)
        || marks
            .entry
            .is_some_and(|entry| marks.object.is_some() || has_changes(entry))
}

fn has_changes(entry: RawSlice<'_>) -> bool {
    let entries: List<ChangesMark<'_>> = json::get_from(entry, json::get::list);
    entries.iter().any(|entry| entry.changes.is_some())
}

wire! {
    /// The key that distinguishes an entry from elements of other lists.
    struct ChangesMark<'a> {
        /// Changes of the entry.
        pub changes: Option<RawSlice<'a>> = raw,
    }
}

/// Parts of an entry that all items in it share.
struct Entered<'a> {
    id: Option<Cow<'a, str>>,
    time: Option<Timestamp>,
}

/// Parts of a change that the scope of its events needs.
struct Changed<'c, 'a> {
    entered: &'c Entered<'a>,
    field: Option<&'c str>,
}

impl Scoped for Changed<'_, '_> {
    fn scope(&self) -> Cow<'_, Scope> {
        Cow::Owned(scope(self.entered, self.field, Account::default()))
    }
}

/// Reads one delivery and pushes its events.
pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    if !root.is_object() {
        return Err(Collector::wrong_envelope(root));
    }
    let (payload, is_whole) = json::read_all::<Payload<'_>>(root)?;
    let is_blank = payload.entry.iter().all(RawSlice::is_blank);
    // A body with both keys is an envelope. The keys of any other body are checked once more.
    if (payload.object.is_none() || is_blank) && !fits(&json::read(root)?) {
        return Err(Collector::wrong_envelope(root));
    }
    let whole = |collector: &mut Collector<'_>, kind: &str| {
        let path = Path::default();
        collector.unknown(&Scope::default(), kind, Item { slice: root, path }, None);
    };
    let object = payload.object.as_deref().unwrap_or(WHATSAPP);
    if object != WHATSAPP {
        whole(collector, object);
        return Ok(());
    }
    let scope = Scope::default();
    for (nth, list) in (1..).zip(payload.entry.iter()) {
        let path = Path::default().key("entry", nth);
        collector.items(&scope, "", *list, &path, entry);
    }
    let mut kept = Kept::default();
    if !is_whole {
        let path = Path::default();
        collector.rest(&scope, root, &payload, &path, None, &mut kept);
    }
    // Meta checks with an empty list whether the URL answers.
    let is_notice = is_whole && is_blank && !payload.entry.is_empty();
    collector.close(0, kept, |collector| {
        if !is_notice {
            whole(collector, WHATSAPP);
        }
    });
    Ok(())
}

fn entry<'a>(collector: &mut Collector<'_>, item: Item<'a>) {
    let Item { slice, path } = item;
    let (mut entry, is_whole) = match json::read_all::<Entry<'a>>(slice) {
        Ok(read) => read,
        Err(error) => {
            let problem = Problem::unreadable(error);
            let item = Item { slice, path };
            return collector.malformed(&Scope::default(), "", item, None, &problem);
        }
    };
    let begun = collector.len();
    let is_whole = limit(&mut entry.id) && is_whole;
    let entered = Entered {
        id: entry.id.clone(),
        time: entry.time,
    };
    let changed = Changed {
        entered: &entered,
        field: None,
    };
    for (nth, list) in (1..).zip(entry.changes.iter()) {
        let path = path.key("changes", nth);
        collector.items(&changed, "", *list, &path, |collector, item| {
            change(collector, &entered, item);
        });
    }
    let mut kept = Kept::default();
    if !is_whole {
        let scope = changed.scope();
        collector.rest(&scope, slice, &entry, &path, entry.time, &mut kept);
    }
    collector.close(begun, kept, |collector| {
        collector.unknown(&changed.scope(), "", Item { slice, path }, entry.time);
    });
}

fn change<'a>(collector: &mut Collector<'_>, entered: &Entered<'a>, item: Item<'a>) {
    let Item { slice, path } = item;
    let (mut change, is_whole) = match json::read_all::<Change<'a>>(slice) {
        Ok(read) => read,
        Err(error) => {
            let problem = Problem::unreadable(error);
            let scope = scope(entered, None, Account::default());
            let item = Item { slice, path };
            return collector.malformed(&scope, "", item, entered.time, &problem);
        }
    };
    let begun = collector.len();
    let is_whole = limit(&mut change.field) && is_whole;
    let field = change.field.as_deref();
    let name = field.unwrap_or_default();
    let changed = Changed { entered, field };
    let is_alone = change.value.len() == 1;
    let mut scalar = None;
    let outer = path.clone();
    for (nth, list) in (1..).zip(change.value.iter()) {
        let path = path.key("value", nth);
        let is_object = list.is_object();
        if is_object && list.is_blank() {
            continue;
        }
        // Nobody knows which values a field has that this version does not read.
        let is_scalar = !is_object && !list.as_str().starts_with('[');
        if is_alone && is_scalar && fields::reader(field).is_none() {
            scalar = Some((path, *list));
            continue;
        }
        let unknown = (is_alone && is_object).then(|| (slice, outer.clone()));
        let read = |collector: &mut Collector<'_>, item: Item<'a>| {
            value(collector, entered, field, item, unknown.clone());
        };
        if is_object {
            read(collector, Item { slice: *list, path });
        } else {
            collector.items(&changed, name, *list, &path, read);
        }
    }
    let mut kept = Kept::default();
    if !is_whole {
        collector.rest(
            &changed.scope(),
            slice,
            &change,
            &path,
            entered.time,
            &mut kept,
        );
    }
    // With events from beside it, the change is no item that holds it.
    if let Some((path, value)) = scalar.filter(|_| collector.len() > begun) {
        kept.push(path, collector.raw(value));
    }
    collector.close(begun, kept, |collector| {
        collector.unknown(&changed.scope(), name, Item { slice, path }, entered.time);
    });
}

/// Reads one value. If it has no events, it becomes an `Unknown` with its own bytes, or with the bytes of the change
/// if it is the only value there.
fn value<'a>(
    collector: &mut Collector<'_>,
    entered: &Entered<'a>,
    field: Option<&str>,
    item: Item<'a>,
    change: Option<(RawSlice<'a>, Path)>,
) {
    let Item { slice, path } = item;
    let name = field.unwrap_or_default();
    let mut value = Value::default();
    let is_whole = match json::fill(&mut value, slice) {
        Ok(unread) => unread == 0,
        Err(error) => {
            let problem = Problem::unreadable(error);
            let scope = scope(entered, field, Account::default());
            let item = Item { slice, path };
            return collector.malformed(&scope, name, item, entered.time, &problem);
        }
    };
    let begun = collector.len();
    let mut is_whole = is_whole;
    // What every value says is in no event.
    if value.messaging_product.as_deref() != Some(PRODUCT) {
        is_whole &= value.messaging_product.take().is_none();
    }
    let mut account = Account::default();
    if let Some(metadata) = &mut value.metadata {
        is_whole &= limit(&mut metadata.display_phone_number);
        is_whole &= limit(&mut metadata.phone_number_id);
        let number = metadata.display_phone_number.as_deref();
        account.phone_number = number.and_then(PhoneNumber::parse);
        // A text that is not a phone number is not the account's.
        if account.phone_number.is_none() {
            is_whole &= metadata.display_phone_number.take().is_none();
        }
        let number_id = metadata.phone_number_id.as_deref();
        account.phone_number_id = number_id.map(PhoneNumberId::from);
    }
    let scope = scope(entered, field, account);
    let (taken, kept) = (Taken::default(), RefCell::default());
    let body = collector.body();
    let around = || Around {
        scope: &scope,
        people: People::default(),
        time: entered.time,
        value: slice,
        path: path.clone(),
        body,
        taken: &taken,
        kept: &kept,
    };
    // The reader of the field comes first, then the one of `messages` for lists that are unusual in this field.
    if let Some(read) = fields::reader(field) {
        read(collector, around(), &value);
    }
    if !taken.has_known_lists() {
        fields::read_messages(collector, around(), &value);
    }
    let mut kept: Kept = kept.into_inner();
    if !is_whole && collector.len() > begun && !taken.is_itself() {
        let time = entered.time;
        collector.members::<Value<'a>>(&scope, slice, &path, time, &mut kept, |key, counts| {
            taken.contains(key) || json::holds(&value, key, counts)
        });
        let metadata = object_in(slice, "metadata");
        if let (Some((nth, part)), Some(metadata)) = (metadata, &value.metadata) {
            let path = path.key("metadata", nth);
            collector.rest(&scope, part, metadata, &path, time, &mut kept);
        }
    }
    collector.close(begun, kept, |collector| {
        let (slice, path) = match change {
            Some(change) => change,
            None => (slice, path),
        };
        collector.unknown(&scope, name, Item { slice, path }, entered.time);
    });
}

/// The scope of events in this entry and field, with the account that the value names.
fn scope(entered: &Entered<'_>, field: Option<&str>, account: Account) -> Scope {
    Scope {
        account: Arc::new(Account {
            id: entered.id.as_deref().map(str::to_owned),
            ..account
        }),
        topic: field.map(|field| match fields::constant(field) {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(field.to_owned()),
        }),
        ..Scope::default()
    }
}
