//! A second reader: what the items of a body are, found by a walk over its tree, without the types of the crate.

use whatsapp_webhooks::Provider;

use crate::scalar::{flag, id, last, object, time};
use crate::support::json::Json;

/// What is known of an item.
#[derive(Debug)]
pub(crate) struct Row {
    /// Place of the item, and of its event.
    pub(crate) path: String,
    /// The kind of its event.
    pub(crate) kind: &'static str,
    pub(crate) id: Option<String>,
    /// Milliseconds since 1970.
    pub(crate) time: Option<i64>,
    /// Who wrote it; `None` where that is told by more than one field.
    pub(crate) sender: Option<String>,
}

/// Whether a body of Meta is about something else than WhatsApp.
fn is_other_object(root: &Json) -> bool {
    last(root, "object", Json::word).is_some_and(|object| object != "whatsapp_business_account")
}

/// What all events of a change of Meta have in common.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) path: String,
    pub(crate) field: String,
    pub(crate) account: Option<String>,
    /// Whether the value may name another account.
    pub(crate) has_info: bool,
}

/// The changes of a body of Meta: of every field.
pub(crate) fn changes(root: &Json) -> Vec<Change> {
    let mut found = Vec::new();
    if is_other_object(root) {
        return found;
    }
    for (path, entry) in items(root, "", "entry") {
        for (path, change) in items(entry, &path, "changes") {
            if let (Some(field), 1) = (id(change, "field"), count(change, "field")) {
                // Of an account of a partner the value says which one it is.
                let value = object(change, "value");
                found.push(Change {
                    path,
                    field,
                    account: id(entry, "id"),
                    has_info: value.is_some_and(|value| count(value, "waba_info") > 0),
                });
            }
        }
    }
    found
}

/// The items of a body, and whether these are all of its messages and statuses.
pub(crate) fn rows(provider: Provider, root: &Json) -> (Vec<Row>, bool) {
    match provider {
        Provider::Meta => meta(root),
        Provider::WhatzMeApi => whatzmeapi(root),
        Provider::Engage => (engage(root), true),
        Provider::Cooby => (cooby(root), true),
        Provider::Partner => (partner(root), true),
        _ => panic!("no rules for {provider}"),
    }
}

/// The objects in the list under a key that stands once, with their paths. One object is a list of one.
fn items<'t>(parent: &'t Json, path: &str, key: &str) -> Vec<(String, &'t Json)> {
    let Json::Object(pairs) = parent else {
        return Vec::new();
    };
    let mut values = pairs.iter().filter(|(name, _)| name == key);
    let (Some((_, value)), None) = (values.next(), values.next()) else {
        return Vec::new();
    };
    let elements = match value {
        Json::List(elements) => elements.iter().collect(),
        one => vec![one],
    };
    let dot = if path.is_empty() { "" } else { "." };
    let is_item = |element: &Json| matches!(element, Json::Object(pairs) if !pairs.is_empty());
    (elements.into_iter().enumerate())
        .filter(|(_, element)| is_item(element))
        .map(|(at, element)| (format!("{path}{dot}{key}[{at}]"), element))
        .collect()
}

/// How often a key stands in an object.
fn count(parent: &Json, key: &str) -> usize {
    match parent {
        Json::Object(pairs) => pairs.iter().filter(|(name, _)| name == key).count(),
        _ => 0,
    }
}

/// A message; with neither an id nor an author, the content decides whether it is one.
fn message(path: String, item: &Json) -> Option<Row> {
    let has_author = ["from", "from_user_id", "from_parent_user_id"]
        .iter()
        .any(|key| id(item, key).is_some());
    let of_id = id(item, "id");
    (of_id.is_some() || has_author).then(|| Row {
        path,
        kind: "message",
        id: of_id,
        time: time(item, "timestamp"),
        sender: None,
    })
}

fn meta(root: &Json) -> (Vec<Row>, bool) {
    let (mut rows, mut is_all) = (Vec::new(), count(root, "entry") == 1);
    if is_other_object(root) {
        return (rows, true);
    }
    for (path, entry) in items(root, "", "entry") {
        is_all &= count(entry, "changes") == 1;
        for (path, change) in items(entry, &path, "changes") {
            let field = id(change, "field").unwrap_or_default();
            let (Some(value), 1) = (object(change, "value"), count(change, "value")) else {
                is_all = false;
                continue;
            };
            let path = format!("{path}.value");
            is_all &= field == "messages";
            match field.as_str() {
                "messages" => {}
                "smb_message_echoes" => {
                    for (path, item) in items(value, &path, "message_echoes") {
                        rows.extend(message(path, item));
                    }
                    continue;
                }
                "history" => {
                    for (path, chunk) in items(value, &path, "history") {
                        for (path, thread) in items(chunk, &path, "threads") {
                            for (path, item) in items(thread, &path, "messages") {
                                rows.extend(message(path, item));
                            }
                        }
                    }
                    continue;
                }
                _ => continue,
            }
            let lists = ["messages", "statuses"].map(|key| count(value, key));
            let others = ["message_echoes", "standby", "history"].map(|key| count(value, key));
            is_all &= lists.iter().all(|count| *count < 2) && others == [0; 3];
            for (path, item) in items(value, &path, "messages") {
                let sender = id(item, "from");
                let row = message(path, item).map(|row| Row { sender, ..row });
                is_all &= row.is_some();
                rows.extend(row);
            }
            for (path, item) in items(value, &path, "statuses") {
                // Of a status only the word is needed.
                let (of_id, word) = (id(item, "id"), id(item, "status"));
                rows.push(Row {
                    path,
                    kind: if word.is_some() {
                        "status"
                    } else {
                        "malformed"
                    },
                    id: of_id,
                    time: time(item, "timestamp"),
                    sender: None,
                });
            }
        }
    }
    (rows, is_all)
}

fn whatzmeapi(root: &Json) -> (Vec<Row>, bool) {
    let event = id(root, "event").unwrap_or_default().to_lowercase();
    match event.replace(['_', '-'], ".").as_str() {
        "messages.upsert" => {}
        "messages.update" => return (updates(root), false),
        _ => return (Vec::new(), false),
    }
    let mut found = items(root, "", "messages");
    match root {
        Json::Object(pairs) if count(root, "data") == 1 => {
            let (_, data) = pairs.iter().find(|(key, _)| key == "data").unwrap();
            match data {
                Json::List(_) => found.extend(items(root, "", "data")),
                Json::Object(_) if data.get("key").is_some() && data.get("messages").is_none() => {
                    found.push(("data".to_owned(), data));
                }
                _ => found.extend(items(data, "data", "messages")),
            }
        }
        _ => {}
    }
    let mut rows = Vec::new();
    for (path, item) in found {
        let (Some(key), Some(_)) = (object(item, "key"), object(item, "message")) else {
            continue;
        };
        let chat = id(key, "remoteJid").unwrap_or_default();
        let is_only_name = ![
            "participant",
            "senderPn",
            "participantAlt",
            "remoteJidAlt",
            "senderLid",
        ]
        .iter()
        .any(|name| count(key, name) + count(item, name) > 0);
        let is_inbound = flag(key, "fromMe") == Some(false);
        let is_person = chat.ends_with("@s.whatsapp.net") && !chat.contains(':');
        let sender = (is_only_name && is_inbound && is_person).then_some(chat);
        // A notice is told by more than its key, and the time of an edit may stand in it.
        let at = time(item, "messageTimestamp");
        if count(item, "messageStubType") == 0 && id(key, "id").is_some() && at.is_some() {
            rows.push(Row {
                path,
                kind: "message",
                id: id(key, "id"),
                time: at,
                sender,
            });
        }
    }
    (rows, false)
}

/// Statuses in Baileys' format: a key, and an update of nothing but the status.
fn updates(root: &Json) -> Vec<Row> {
    let mut rows = Vec::new();
    // One object has another path.
    let is_list = matches!(root.get("data"), Some(Json::List(_)));
    for (path, item) in items(root, "", "data") {
        let (Some(key), Some(update), true) =
            (object(item, "key"), object(item, "update"), is_list)
        else {
            continue;
        };
        let is_plain = |object: &Json, keys: &[&str]| match object {
            Json::Object(pairs) => pairs.iter().all(|(key, _)| keys.contains(&key.as_str())),
            _ => false,
        };
        let is_status = is_plain(item, &["key", "update"])
            && is_plain(update, &["status", "messageTimestamp"])
            && id(update, "status").is_some_and(|word| !word.contains('.'))
            && flag(key, "fromMe") == Some(true);
        if is_status && id(key, "id").is_some() {
            rows.push(Row {
                path,
                kind: "status",
                id: id(key, "id"),
                time: time(update, "messageTimestamp"),
                sender: None,
            });
        }
    }
    rows
}

fn row(
    kind: &'static str,
    id: Option<String>,
    time: Option<i64>,
    sender: Option<String>,
) -> Vec<Row> {
    vec![Row {
        path: String::new(),
        kind,
        id,
        time,
        sender,
    }]
}

fn engage(root: &Json) -> Vec<Row> {
    let at = time(root, "event_timestamp");
    let word = id(root, "message_status").or(id(root, "msg_status"));
    match id(root, "event_name") {
        Some(name) if !name.eq_ignore_ascii_case("msg_status") => row("unknown", None, at, None),
        _ if word.is_none() => row("malformed", None, at, None),
        _ => row("status", id(root, "message_id"), at, None),
    }
}

fn cooby(root: &Json) -> Vec<Row> {
    let message = object(root, "message");
    let at = time(root, "timestamp").or(message.and_then(|message| time(message, "timestamp")));
    let Some(message) = message else {
        return row("malformed", None, at, None);
    };
    let sender = object(root, "sender").and_then(|sender| id(sender, "phone"));
    let of_id = id(message, "id");
    row("message", of_id, at, sender)
}

fn partner(root: &Json) -> Vec<Row> {
    let has = |key: &str| {
        last(root, key, |value| {
            Some(value.clone()).filter(|it| *it != Json::null())
        })
    };
    let event = id(root, "event").or_else(|| {
        let codes = ["whatsapp", "builder", "online"];
        let named = codes
            .iter()
            .find(|it| has(&format!("{it}_extra_info")).is_some());
        named.map(|name| (*name).to_owned())
    });
    match event.unwrap_or_default().to_lowercase().as_str() {
        "whatsapp" => row("partner_whatsapp", id(root, "whatsapp"), None, None),
        "builder" => row("partner_builder", id(root, "builderID"), None, None),
        "online" => row("partner_online", id(root, "accountID"), None, None),
        _ => row("unknown", None, None, None),
    }
}
