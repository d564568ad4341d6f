//! The events of a body, compared with a walk over its tree.

use std::collections::BTreeSet;

use serde::de::IgnoredAny;
use serde_json::Value;
use whatsapp_webhooks::{Event, Provider};

use crate::support::forms::forms;
use crate::support::items::least;
use crate::support::json::Json;

/// Deepest bodies that are walked; the walk is recursive.
const DEEPEST: usize = 100;

/// Keys beside the items whose values no event has: those of `tests/gaps.txt`, and secrets of gateways.
const NOT_KEPT: &[(Provider, &str)] = &[
    (Provider::Meta, "object"),
    (Provider::Meta, "messaging_product"),
    (Provider::Meta, "time"),
    (Provider::Meta, "country_code"),
    (Provider::WhatzMeApi, "apikey"),
    (Provider::WhatzMeApi, "apiKey"),
    (Provider::WhatzMeApi, "api_key"),
    (Provider::WhatzMeApi, "token"),
    (Provider::WhatzMeApi, "instanceToken"),
    (Provider::WhatzMeApi, "webhookVerifyToken"),
];

/// Keys of what people wrote and who they are, which `Debug` never shows.
const PRIVATE: &[&str] = &[
    "body",
    "caption",
    "conversation",
    "from",
    "pushName",
    "recipient_id",
    "remoteJid",
    "user_phone",
    "wa_id",
    "wa_name",
    "whatsapp_apiKey",
];

/// The events of a body have bytes of the body, are as many as its items, keep every value, read back equal, have keys
/// that no layout changes, and show nothing private.
///
/// # Panics
///
/// Where one of this is not so.
pub fn parse(body: &[u8]) {
    for provider in Provider::ALL {
        let bytes = bytes::Bytes::copy_from_slice(body);
        match provider.parse(bytes.clone()) {
            Ok(events) => delivery(*provider, &bytes, &events),
            Err(error) => assert_eq!(error.body.as_bytes(), body, "an error hands the body back"),
        }
    }
}

fn delivery(provider: Provider, body: &[u8], events: &[Event]) {
    for event in events {
        assert_eq!(event.provider(), provider);
        let (whole, part) = (body.as_ptr_range(), event.raw().as_bytes().as_ptr_range());
        assert!(
            event.raw().as_bytes().is_empty()
                || (whole.start <= part.start && part.end <= whole.end),
            "raw bytes are a slice of the body"
        );
        assert!(!format!("{event:?}").contains(char::is_control));
    }
    let text = std::str::from_utf8(body).expect("JSON is UTF-8");
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if depth(text) > DEEPEST {
        return;
    }
    let tree = Json::parse(text);
    let least = least(provider, &tree);
    assert!(
        events.len() >= least,
        "{provider}: {} events of {least} items",
        events.len()
    );
    nothing_is_lost(provider, &tree, events);
    through_a_value(&tree, events);
    // The rest of a list, or of an object, has no order of keys to be free of.
    let is_value = |raw: &str| serde_json::from_str::<IgnoredAny>(raw).is_ok();
    let are_values = events
        .iter()
        .all(|event| event.raw().as_str().is_some_and(is_value));
    if are_values && has_no_key_twice(&tree) {
        keys_are_stable(provider, &tree, events);
    }
    nothing_private_is_shown(provider, &tree);
}

/// How deep the brackets are, those in strings included.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Calls `see` for each string, number and boolean, with the key that leads to it and its place.
fn walk<'t>(
    tree: &'t Json,
    key: &'t str,
    place: &mut Vec<usize>,
    see: &mut impl FnMut(&'t str, &'t Json, &[usize]),
) {
    match tree {
        Json::Object(pairs) => {
            for (at, (key, value)) in pairs.iter().enumerate() {
                place.push(at);
                walk(value, key, place, see);
                place.pop();
            }
        }
        Json::List(list) => {
            for (at, value) in list.iter().enumerate() {
                place.push(at);
                walk(value, key, place, see);
                place.pop();
            }
        }
        scalar => see(key, scalar, place),
    }
}

fn nothing_is_lost(provider: Provider, tree: &Json, events: &[Event]) {
    let mut said = BTreeSet::new();
    for event in events {
        let json = serde_json::to_string(&event.clone().without_raw()).expect("events are written");
        collect(&Json::parse(&json), &mut said);
        let raw = event.raw().as_str().expect("a part of the body is text");
        // The rest of a list is elements without brackets.
        collect(&Json::parse(&format!("[{raw}]")), &mut said);
    }
    let not_kept: Vec<&str> = NOT_KEPT
        .iter()
        .filter(|(of, _)| *of == provider)
        .map(|(_, key)| *key)
        .collect();
    let tree = tree.without(&not_kept);
    walk(&tree, "", &mut Vec::new(), &mut |key, scalar, place| {
        // A secret, in any case.
        if not_kept
            .iter()
            .any(|secret| secret.eq_ignore_ascii_case(key))
        {
            return;
        }
        if let Some(text) = scalar.word()
            // An empty list gives no event, and neither does `false` in its place.
            && !(events.is_empty() && place.len() == 1)
            && text != "false"
            // An id of blanks is none.
            && !text.trim().is_empty()
            && !said.contains(&text.trim().to_lowercase())
            && forms(key, &text).is_disjoint(&said)
            && !is_said_by_its_number(&text, &said)
        {
            panic!("{provider}: {key}: {text:?} is in no event");
        }
    });
}

/// Whether the number of an address is said: the account has no agent and no device.
fn is_said_by_its_number(text: &str, said: &BTreeSet<String>) -> bool {
    let number = text
        .trim()
        .split(['_', ':', '@'])
        .next()
        .unwrap_or_default();
    text.contains('@') && said.contains(number)
}

/// Everything that a tree says in any of its forms, with the JSON in its texts, as `extra` has it.
fn collect(tree: &Json, said: &mut BTreeSet<String>) {
    walk(tree, "", &mut Vec::new(), &mut |_, scalar, _| {
        let Some(text) = scalar.word() else { return };
        said.extend(forms("", &text));
        said.insert(text.trim().to_lowercase());
        if text.starts_with(['{', '[', '"'])
            && depth(&text) <= DEEPEST
            && serde_json::from_str::<IgnoredAny>(&text).is_ok()
        {
            collect(&Json::parse(&text), said);
        }
    });
    if let Json::Object(pairs) = tree {
        said.extend(pairs.iter().map(|(key, _)| key.to_lowercase()));
    }
}

fn through_a_value(tree: &Json, events: &[Event]) {
    let mut is_exact = true;
    walk(tree, "", &mut Vec::new(), &mut |_, scalar, _| {
        is_exact &=
            !matches!(scalar, Json::Word(word) if word.len() > 15 || word.contains(['e', 'E']));
    });
    for event in events {
        let value = serde_json::to_value(event).expect("events are written");
        let json = serde_json::to_string(event).expect("events are written");
        let text: Value = serde_json::from_str(&json).expect("any reader takes it");
        assert_eq!(value, text);
        let read: Event = serde_json::from_value(value).expect("events are read");
        let again: Event = serde_json::from_str(&text.to_string()).expect("events are read");
        assert_eq!(read, again);
        if is_exact {
            assert_eq!(read, *event);
        }
    }
}

fn has_no_key_twice(tree: &Json) -> bool {
    match tree {
        Json::Object(pairs) => {
            let keys: BTreeSet<_> = pairs
                .iter()
                .map(|(key, _)| Json::text(key).word().unwrap_or_default().to_lowercase())
                .collect();
            keys.len() == pairs.len() && pairs.iter().all(|(_, value)| has_no_key_twice(value))
        }
        Json::List(list) => list.iter().all(has_no_key_twice),
        _ => true,
    }
}

fn keys_are_stable(provider: Provider, tree: &Json, events: &[Event]) {
    let keys = |events: &[Event]| {
        let mut keys: Vec<_> = events.iter().map(Event::dedup_key).collect();
        keys.sort_unstable();
        keys
    };
    let before = keys(events);
    for (how, body) in [
        ("white space", tree.spaced()),
        ("the order of keys", tree.reversed().to_string()),
    ] {
        let after = provider
            .parse(body)
            .unwrap_or_else(|error| panic!("{how}: {error}"));
        assert_eq!(keys(&after), before, "{provider}: {how}");
    }
}

fn nothing_private_is_shown(provider: Provider, tree: &Json) {
    let mut marked = tree.clone();
    let written = tree.to_string();
    let mut markers = Vec::new();
    walk(tree, "", &mut Vec::new(), &mut |key, scalar, place| {
        let Json::Text(text) = scalar else { return };
        // The id of a group is nobody's number, nor is one at a server that nobody knows.
        let is_persons = match text.rsplit_once('@') {
            Some((_, server)) => ["s.whatsapp.net", "c.us", "lid"].contains(&server),
            None => key != "remoteJid",
        };
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        // Too few digits for a number: an id of an account, or of a group.
        let is_account = ["user_phone", "remoteJid"].contains(&key) && digits < 8;
        if !PRIVATE.contains(&key) || place.is_empty() || !is_persons || is_account {
            return;
        }
        let number = markers.len();
        let (marker, server) = if digits >= 8 {
            let server = text.find('@').map_or("", |at| &text[at..]);
            (format!("4{number:05}777"), server)
        } else {
            (format!("Zq{number:05}x"), "")
        };
        // What stands in the body already may be shown there.
        if written.contains(&marker) {
            return;
        }
        let text = Json::text(&format!("{marker}1234{server}"));
        marked = marked.replaced(place, &text);
        markers.push((key, marker));
    });
    let shown = match provider.parse(marked.to_string()) {
        Ok(events) => format!("{events:?}"),
        Err(error) => format!("{error} {error:?}"),
    };
    for (key, marker) in markers {
        assert!(!shown.contains(&marker), "{provider}: {key} in {shown}");
    }
}
