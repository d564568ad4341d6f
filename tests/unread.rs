//! Every key of every fixture is read by a wire type, or stands in `unread_keys.txt` with a reason.
//!
//! A fixture is read part by part into its wire types, which are written again: what they do not write, they did
//! not read. A key counts as read where any fixture shows it read, and as seen where its value says something.
//! Another provider is a row of [`PROVIDERS`] and a function.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Result, Value};
use whatsapp_webhooks::meta::payload as meta;

/// Reads a body part by part.
type Reader = fn(&str, &mut Parts) -> Result<()>;

/// A provider, its reader, and the keys whose values are parts of their own or stay bytes.
const PROVIDERS: &[(&str, Reader, &[&str])] = &[("meta", read_meta, META_BYTES)];

const META_BYTES: &[&str] = &[
    "Payload.entry",
    "Entry.changes",
    "Change.value",
    "Value.messages",
    "Value.message_echoes",
    "Value.statuses",
    "Value.errors",
    "Value.user_actions",
    "Value.conversation_context",
    "Value.standby.messages",
    "Value.standby.message_echoes",
    "Value.standby.statuses",
    "Message.edit.message",
    "Message.errors.error_data",
    "Message.interactive.nfm_reply.response_json",
    "Status.errors.error_data",
    "Status.payment.notes",
    "Error.error_data",
    "StandbyEcho.message.interactive.action.parameters",
    "StandbyEcho.message.interactive.action.sections.product_items",
    "StandbyEcho.message.template.components",
    "StandbyEcho.template.components",
];

/// Keys by the wire type they belong to: those that stand in fixtures, and those that were written again.
#[derive(Default)]
struct Parts {
    bytes: &'static [&'static str],
    seen: BTreeSet<String>,
    read: BTreeSet<String>,
}

impl Parts {
    /// A part that was read already.
    fn add<T: Serialize>(&mut self, name: &str, source: &str, wire: &T) -> Result<()> {
        walk(
            name,
            &serde_json::from_str(source)?,
            self.bytes,
            &mut self.seen,
        );
        let written = serde_json::to_string(wire)?;
        walk(
            name,
            &serde_json::from_str(&written)?,
            self.bytes,
            &mut self.read,
        );
        Ok(())
    }

    /// A part that is still bytes; one that is no object has no keys.
    fn item<'a, T>(&mut self, name: &str, source: &'a str) -> Result<Option<T>>
    where
        T: Deserialize<'a> + Serialize,
    {
        if !source.starts_with('{') {
            return Ok(None);
        }
        let wire = serde_json::from_str(source)?;
        self.add(name, source, &wire)?;
        Ok(Some(wire))
    }
}

/// Collects the paths of all keys whose values say something; lists add nothing to a path.
fn walk(path: &str, value: &Value, bytes: &[&str], into: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let path = format!("{path}.{key}");
                if !bytes.contains(&path.as_str()) {
                    walk(&path, value, bytes, into);
                }
                if !is_blank(value) {
                    into.insert(path);
                }
            }
        }
        Value::Array(elements) => {
            for element in elements {
                walk(path, element, bytes, into);
            }
        }
        _ => {}
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.iter().all(is_blank),
        Value::Object(object) => object.values().all(is_blank),
        _ => false,
    }
}

fn read_meta(body: &str, parts: &mut Parts) -> Result<()> {
    let payload: meta::Payload<'_> = serde_json::from_str(body)?;
    parts.add("Payload", body, &payload)?;
    if payload.object.as_deref() != Some("whatsapp_business_account") {
        return Ok(());
    }
    for part in payload.entry.iter() {
        let Some(entry) = &part.value else { continue };
        parts.add("Entry", part.raw.as_str(), entry)?;
        for part in entry.changes.iter() {
            let Some(change) = &part.value else { continue };
            parts.add("Change", part.raw.as_str(), change)?;
            match change.field.as_deref() {
                None | Some("messages" | "standby") => {}
                Some("security") => {
                    read_meta_fields::<meta::Security<'_>>("Security", None, change, parts)?;
                    continue;
                }
                Some("flows") => {
                    read_meta_fields::<meta::Flow<'_>>("Flow", None, change, parts)?;
                    continue;
                }
                Some(list @ "user_preferences") => {
                    let name = "UserPreference";
                    read_meta_fields::<meta::UserPreference<'_>>(name, Some(list), change, parts)?;
                    continue;
                }
                Some(field) => {
                    parts.seen.insert(format!("Change.value of {field}"));
                    continue;
                }
            }
            for part in change.value.iter() {
                let Some(value) = &part.value else { continue };
                parts.add("Value", part.raw.as_str(), value)?;
                read_meta_value(value, parts)?;
            }
        }
    }
    Ok(())
}

/// A field whose items are the values, or the elements of a list of theirs.
fn read_meta_fields<'a, T: Deserialize<'a> + Serialize>(
    name: &str,
    list: Option<&str>,
    change: &meta::Change<'a>,
    parts: &mut Parts,
) -> Result<()> {
    for part in change.value.iter() {
        let value = part.raw.as_str();
        let Some(list) = list else {
            parts.item::<T>(name, value)?;
            continue;
        };
        let value: BTreeMap<&str, &RawValue> = serde_json::from_str(value)?;
        let items: Vec<&RawValue> = serde_json::from_str(value[list].get())?;
        for item in items {
            parts.item::<T>(name, item.get())?;
        }
    }
    Ok(())
}

fn read_meta_value(value: &meta::Value<'_>, parts: &mut Parts) -> Result<()> {
    let standby = value.standby.iter();
    for messages in standby
        .clone()
        .map(|it| &it.messages)
        .chain([&value.messages])
    {
        for message in messages.iter() {
            read_meta_message(message.as_str(), parts)?;
        }
    }
    for echoes in standby
        .clone()
        .map(|it| &it.message_echoes)
        .chain([&value.message_echoes])
    {
        for echo in echoes.iter() {
            let read: Option<meta::StandbyEcho<'_>> = parts.item("StandbyEcho", echo.as_str())?;
            if read.is_some_and(|echo| echo.message.is_none()) {
                parts.item::<meta::OutboundMessage<'_>>("StandbyEcho", echo.as_str())?;
            }
        }
    }
    for statuses in standby.map(|it| &it.statuses).chain([&value.statuses]) {
        for status in statuses.iter() {
            let status: Option<meta::Status<'_>> = parts.item("Status", status.as_str())?;
            for error in status.iter().flat_map(|status| &status.errors) {
                read_meta_error_data(error, parts)?;
            }
        }
    }
    for error in value.errors.iter() {
        let error: Option<meta::Error<'_>> = parts.item("Error", error.as_str())?;
        if let Some(error) = &error {
            read_meta_error_data(error, parts)?;
        }
    }
    for action in value.user_actions.iter() {
        parts.item::<meta::UserAction<'_>>("UserAction", action.as_str())?;
    }
    if let Some(context) = &value.conversation_context {
        parts.item::<meta::ConversationContext<'_>>("ConversationContext", context.as_str())?;
    }
    Ok(())
}

fn read_meta_message(source: &str, parts: &mut Parts) -> Result<()> {
    let Some(message) = parts.item::<meta::Message<'_>>("Message", source)? else {
        return Ok(());
    };
    for error in &message.errors {
        read_meta_error_data(error, parts)?;
    }
    match message.edit.and_then(|edit| edit.message) {
        Some(edited) => read_meta_message(edited.as_str(), parts),
        None => Ok(()),
    }
}

fn read_meta_error_data(error: &meta::Error<'_>, parts: &mut Parts) -> Result<()> {
    if let Some(data) = error.error_data {
        parts.item::<meta::ErrorData<'_>>("ErrorData", data.as_str())?;
    }
    Ok(())
}

/// Lines `provider | key or file | reason`; every one has a reason.
fn listed() -> BTreeSet<(String, String)> {
    let lines = include_str!("unread_keys.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split(" | ").collect();
            let [provider, key, reason] = columns[..] else {
                panic!("not `provider | key | reason`: {line}");
            };
            assert!(!reason.trim().is_empty(), "no reason: {line}");
            (provider.to_owned(), key.to_owned())
        })
        .collect()
}

#[test]
fn every_key_that_no_wire_type_reads_is_listed() {
    let mut unread = BTreeSet::new();
    for (provider, read, bytes) in PROVIDERS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures")
            .join(provider);
        let mut all = Parts::default();
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap();
            let name = file.file_name().into_string().unwrap();
            let case = name.strip_suffix(".json");
            if case.is_none() {
                continue;
            }
            let body = fs::read_to_string(file.path()).unwrap();
            let mut parts = Parts {
                bytes,
                ..Parts::default()
            };
            match read(&body, &mut parts) {
                Ok(()) => {
                    all.seen.append(&mut parts.seen);
                    all.read.append(&mut parts.read);
                }
                Err(_) => drop(unread.insert(((*provider).to_owned(), name))),
            }
        }
        // Of an unread object the first key says it all.
        let is_inside = |key: &str| {
            key.match_indices('.')
                .filter_map(|(at, _)| key.get(..at))
                .any(|outer| all.seen.contains(outer) && !all.read.contains(outer))
        };
        let keys = all.seen.difference(&all.read);
        let keys = keys.filter(|key| !is_inside(key));
        unread.extend(keys.map(|key| ((*provider).to_owned(), key.clone())));
    }
    let listed = listed();
    let missing: Vec<_> = unread.difference(&listed).collect();
    let stale: Vec<_> = listed.difference(&unread).collect();
    assert!(missing.is_empty(), "unread and not listed: {missing:#?}");
    assert!(
        stale.is_empty(),
        "listed, but read or not seen any more: {stale:#?}"
    );
}
