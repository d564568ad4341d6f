//! What a tree holds, counted without the library: its items, and where they stand.

use whatsapp_webhooks::Provider;

use crate::support::json::Json;

/// `object` of Meta's deliveries for this product.
const WHATSAPP: &str = "whatsapp_business_account";

/// The keys at the top level that make a body a delivery of a provider. A change elsewhere never costs it.
pub(crate) fn marks(provider: Provider) -> &'static [&'static str] {
    match provider {
        Provider::Meta => &["object", "entry"],
        Provider::Engage => &["event_name", "message_id", "message_status", "msg_status"],
        Provider::WhatzMeApi => &["event", "messages", "statuses", "data", "key", "update"],
        Provider::Cooby => &[
            "direction",
            "message",
            "chat_id",
            "chatid",
            "chatId",
            "user_phone",
            "userphone",
            "type",
            "chat_type",
            "participants",
            "sender",
        ],
        Provider::Partner => &[
            "event",
            "status",
            "whatsapp_extra_info",
            "builder_extra_info",
            "online_extra_info",
        ],
        _ => &[],
    }
}

/// Whether a body may be refused: its marks are gone.
pub(crate) fn may_be_refused(provider: Provider, root: &Json) -> bool {
    let word = |key: &str| root.get(key).and_then(Json::word);
    // A boolean is no id.
    let id = |key: &str| word(key).is_some_and(|word| word != "true" && word != "false");
    match provider {
        Provider::Meta => match word("object") {
            Some(object) if object == WHATSAPP => false,
            Some(_) => root.elements("entry").is_empty(),
            None => !(root.elements("entry").iter()).any(|entry| entry.get("changes").is_some()),
        },
        Provider::Engage => {
            let status = id("message_status") || id("msg_status");
            let by_status = status && id("message_id");
            !id("event_name") && !by_status
        }
        Provider::WhatzMeApi => {
            // A name of this provider's style: words with a separator.
            let named = word("event").is_some_and(|event| {
                event.contains(['.', '_', '-']) && event.contains(char::is_alphabetic)
            });
            !named && !holds_baileys_items(root)
        }
        _ => true,
    }
}

/// Whether a delivery without an event name is told by its items: one has the `key` of a message.
fn holds_baileys_items(root: &Json) -> bool {
    let items = match root {
        Json::List(items) => items.iter().collect(),
        _ => [root.elements("messages"), root.elements("data")].concat(),
    };
    items
        .iter()
        .any(|item| item.get("key").is_some_and(Json::is_object))
}

/// The least number of events: the items that stand in the body, one for each part that holds none.
pub(crate) fn least(provider: Provider, root: &Json) -> usize {
    match provider {
        Provider::Meta => match root.get("object").and_then(Json::word) {
            // Another product: all of it is one item.
            Some(other) if other != WHATSAPP => 1,
            _ => events_of(&root.elements("entry"), entry),
        },
        Provider::WhatzMeApi => {
            if let Json::List(items) = root {
                events_of(&items.iter().collect::<Vec<_>>(), |_| 1)
            } else {
                let lists =
                    ["messages", "statuses"].map(|list| events_of(&root.elements(list), |_| 1));
                lists.into_iter().sum::<usize>().max(data(root))
            }
        }
        _ => 1,
    }
}

/// Items in `data`, where the event says that it holds messages.
fn data(root: &Json) -> usize {
    let event = root.get("event").and_then(Json::word);
    // Of an event that nobody knows the whole body may be one item.
    let holds_messages = event.is_none_or(|event| {
        let event = event.to_lowercase().replace(['_', '-'], ".");
        ["messages.upsert", "messages.update", "messages.set"].contains(&event.as_str())
    });
    match root.get("data") {
        Some(data) if holds_messages => match data {
            Json::List(items) => events_of(&items.iter().collect::<Vec<_>>(), |_| 1),
            _ => events_of(&data.elements("messages"), |_| 1),
        },
        _ => 0,
    }
}

fn entry(entry: &Json) -> usize {
    events_of(&entry.elements("changes"), change).max(1)
}

/// The events of a list: those of each object in it, and one of other elements next to one another. `null`, `{}` and
/// `[]` are nothing.
fn events_of(elements: &[&Json], of: impl Fn(&Json) -> usize) -> usize {
    let (mut count, mut is_odd) = (0, false);
    for element in elements {
        let is_nothing = matches!(element.to_string().as_str(), "null" | "{}" | "[]");
        if !is_nothing {
            count += match element {
                Json::Object(_) => of(element),
                _ => usize::from(!is_odd),
            };
            is_odd = !element.is_object();
        }
    }
    count
}

fn change(change: &Json) -> usize {
    let field = change.get("field").and_then(Json::word);
    let value = change.get("value").filter(|value| value.is_object());
    let (Some("messages") | None, Some(value)) = (field.as_deref(), value) else {
        return 1;
    };
    ["messages", "statuses", "errors"]
        .into_iter()
        .map(|list| events_of(&value.elements(list), |_| 1))
        .sum::<usize>()
        .max(1)
}

/// The lists of a provider that hold items, from the outside in: how their paths begin.
fn lists(provider: Provider) -> &'static [&'static [&'static str]] {
    match provider {
        Provider::Meta => &[
            &["entry"],
            &["entry", "changes"],
            &["entry", "changes", "value", "messages"],
            &["entry", "changes", "value", "statuses"],
            &["entry", "changes", "value", "errors"],
            &["entry", "changes", "value", "user_actions"],
            &["entry", "changes", "value", "message_echoes"],
            &["entry", "changes", "value", "standby", "messages"],
            &["entry", "changes", "value", "standby", "message_echoes"],
            &["entry", "changes", "value", "standby", "statuses"],
        ],
        Provider::WhatzMeApi => &[
            &[],
            &["messages"],
            &["statuses"],
            &["data"],
            &["data", "messages"],
            &["data", "keys"],
            &["data", "chats"],
            &["data", "contacts"],
        ],
        _ => &[],
    }
}

/// Whether the value at a place is a list of items.
pub(crate) fn is_item_list(provider: Provider, root: &Json, place: &[usize]) -> bool {
    let keys: Vec<&str> = (0..place.len())
        .filter_map(|depth| root.at(&place[..=depth]).0)
        .collect();
    let another = root.get("object").and_then(Json::word);
    if another.is_some_and(|object| object != WHATSAPP) {
        return false;
    }
    if provider == Provider::Meta
        && let [_, entry, _, change, _, _] = *place
        && let ["entry", "changes", "value", list] = *keys
    {
        let field = root.at(&place[..4]).1.get("field").and_then(Json::word);
        if field.is_some_and(|field| field != "messages" && field != "standby") {
            // Whether the items of another field stand in this list, its events say.
            let path = format!("entry[{entry}].changes[{change}].value.{list}[");
            let events = provider.parse(root.to_string()).unwrap();
            return events
                .iter()
                .any(|event| event.meta().path.to_string().starts_with(&path));
        }
    }
    matches!(root.at(place).1, Json::List(_)) && lists(provider).contains(&keys.as_slice())
}

/// The path of the innermost item, change or entry that holds a place: events elsewhere do not depend on it.
pub(crate) fn scope(provider: Provider, root: &Json, place: &[usize]) -> Option<String> {
    let mut path = String::new();
    let mut found = None;
    for depth in 0..place.len() {
        let (key, _) = root.at(&place[..=depth]);
        if let Some(key) = key {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(key);
        } else {
            path.push_str(&format!("[{}]", place[depth]));
            if is_item_list(provider, root, &place[..depth]) {
                found = Some(path.clone());
            }
        }
    }
    found
}
