//! The envelope: from the body down to the values, which the fields read.

use std::borrow::Cow;
use std::sync::Arc;

use super::fields;
use super::item::{Around, ValuePath};
use super::payload::{Change, Entry, Metadata, Payload};
use super::people::People;
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::Account;
use crate::json::{self, List, Part, RawSlice, wire};
use crate::marks::Marks;
use crate::path::element;
use crate::types::{PhoneNumber, PhoneNumberId, Timestamp};

/// `object` of every delivery about WhatsApp.
const WHATSAPP: &str = "whatsapp_business_account";

/// Whether a body with these keys at its top level is one: it has `object` and `entry`, or an `entry` that holds changes,
/// or is about WhatsApp.
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
    /// The key of an entry that tells it from other lists.
    struct ChangesMark<'a> {
        /// What changed.
        pub changes: Option<RawSlice<'a>> = raw,
    }
}

/// Reads one delivery and pushes its events.
pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    if !root.is_object() {
        return Err(Collector::wrong_envelope(root));
    }
    let whole = || Item {
        slice: root,
        path: String::new(),
    };
    let Payload { object, entry } = json::read(root)?;
    // What has both fits. Of another body the keys are looked at once more.
    if object.is_none() || entry.is_empty() {
        let marks = json::read(root)?;
        if !fits(&marks) {
            return Err(Collector::wrong_envelope(root));
        }
        if marks.entry.is_none() {
            collector.unknown(&Scope::default(), WHATSAPP, whole(), None);
            return Ok(());
        }
    }
    if let Some(other) = object.filter(|object| object != WHATSAPP) {
        collector.unknown(&Scope::default(), &other, whole(), None);
        return Ok(());
    }
    for (index, part) in entry.into_iter().enumerate() {
        self::entry(part, index, collector)?;
    }
    Ok(())
}

fn entry<'a>(
    part: Part<'a, Entry<'a>>,
    index: usize,
    collector: &mut Collector<'_>,
) -> json::Result<()> {
    let item = || Item {
        slice: part.raw,
        path: element("", "entry", index),
    };
    let Some(Entry { id, time, changes }) = part.value else {
        let problem = Problem::no_object("");
        collector.malformed(&Scope::default(), "", item(), None, &problem);
        return Ok(());
    };
    let begun = collector.len();
    for (change, part) in changes.into_iter().enumerate() {
        let path = ValuePath {
            entry: index,
            change,
            value: ".value",
        };
        self::change(part, id.as_deref(), time, path, collector)?;
    }
    if collector.len() == begun {
        collector.unknown(&scope(id.as_deref(), None, None), "", item(), time);
    }
    Ok(())
}

fn change<'a>(
    part: Part<'a, Change<'a>>,
    id: Option<&str>,
    time: Option<Timestamp>,
    path: ValuePath,
    collector: &mut Collector<'_>,
) -> json::Result<()> {
    let item = || Item {
        slice: part.raw,
        path: path.change(),
    };
    let Some(Change { field, value }) = part.value else {
        let problem = Problem::no_object("");
        collector.malformed(&scope(id, None, None), "", item(), time, &problem);
        return Ok(());
    };
    let name = field.as_deref().unwrap_or_default();
    let (Some(read), false) = (fields::reader(field.as_deref()), value.is_empty()) else {
        collector.unknown(&scope(id, field.as_deref(), None), name, item(), time);
        return Ok(());
    };
    // The key can stand twice.
    for Part { raw, value, .. } in value {
        let Some(value) = value else {
            let scope = scope(id, field.as_deref(), None);
            let problem = Problem::no_object("value");
            collector.malformed(&scope, name, item(), time, &problem);
            continue;
        };
        let scope = scope(id, field.as_deref(), value.metadata.as_ref());
        let begun = collector.len();
        let around = Around {
            scope: &scope,
            people: People::default(),
            time,
            value: raw,
            path,
            body: collector.body(),
        };
        read(collector, around, *value)?;
        if collector.len() == begun {
            collector.unknown(&scope, name, item(), time);
        }
    }
    Ok(())
}

fn scope(id: Option<&str>, field: Option<&str>, metadata: Option<&Metadata<'_>>) -> Scope {
    let number = metadata.and_then(|metadata| metadata.display_phone_number.as_deref());
    let number_id = metadata.and_then(|metadata| metadata.phone_number_id.as_deref());
    Scope {
        account: Arc::new(Account {
            id: id.map(str::to_owned),
            phone_number_id: number_id.map(PhoneNumberId::from),
            phone_number: number.and_then(PhoneNumber::parse),
            ..Account::default()
        }),
        topic: field.map(|field| match fields::constant(field) {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(field.to_owned()),
        }),
    }
}
