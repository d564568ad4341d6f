//! Whose body it is: by the event's name, or by the keys of its items.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::{self, Reader};
use crate::marks::Marks;
use crate::partner;
use crate::whatzmeapi::payload::{Payload, Probe};

/// Events of Partner, which has the key `event` too.
const PARTNER: &[&str] = &["whatsapp", "builder", "online", "partners", "package"];

/// The one event of Baileys without a dot.
pub(super) const CALL: &str = "call";

/// The name as it is compared: lower case, `_` and `-` as `.`.
pub(super) fn normalized(name: &str) -> Cow<'_, str> {
    let odd = |byte: u8| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'-');
    if name.bytes().any(odd) {
        Cow::Owned(name.to_ascii_lowercase().replace(['_', '-'], "."))
    } else {
        Cow::Borrowed(name)
    }
}

/// Whether the name can only be an event of this provider.
fn is_event(name: &str) -> bool {
    let has_letters = name.bytes().any(|byte| byte.is_ascii_alphabetic());
    has_letters && normalized(name).trim_matches('.').contains('.')
}

fn is_call(name: &str) -> bool {
    name.eq_ignore_ascii_case(CALL)
}

/// Whether a name is no event of this provider, though the items are this provider's.
pub(super) fn is_odd(name: &str, data: &[RawSlice<'_>]) -> bool {
    !is_event(name) && !is_call(name) && data.iter().all(|item| is_data(*item))
}

/// Whether the top level is an envelope of this provider.
pub(super) fn fits(payload: &Payload<'_>, root: RawSlice<'_>) -> bool {
    let event = payload.event.as_deref();
    if event.is_some_and(is_event) {
        return true;
    }
    if event.is_some_and(|name| PARTNER.contains(&&*normalized(name))) {
        return false;
    }
    let has_data = !payload.data.is_empty();
    let named = payload.instance.is_some() || payload.session_id.is_some();
    let failed = (payload.status.as_deref()).is_some_and(|word| word.eq_ignore_ascii_case("error"));
    let upsert = matches!(payload.upsert_type.as_deref(), Some("notify" | "append"));
    (upsert && !payload.messages.is_empty())
        || payload.messages.iter().any(|item| is_message(*item))
        || payload.statuses.iter().any(|item| is_status(*item))
        || payload.data.iter().any(|item| is_data(*item))
        || (has_data && named)
        || (has_data && event.is_some_and(is_call))
        || (failed && payload.session_id.is_some())
        || (payload.messages.is_empty() && !has_data && has_empty_messages(root))
}

/// Whether a body with these marks is this provider's and nobody else's.
pub(in crate::whatzmeapi) fn claims(marks: &Marks<'_>) -> bool {
    let foreign = [
        marks.object,
        marks.entry,
        marks.whatsapp_extra_info,
        marks.builder_extra_info,
        marks.online_extra_info,
    ];
    let event = marks.event.as_deref();
    if foreign.iter().any(Option::is_some)
        || event.is_some_and(partner::is_siblings)
        || event.is_some_and(|name| PARTNER.contains(&&*normalized(name)))
    {
        return false;
    }
    let first = |part: Option<RawSlice<'_>>, fits: fn(RawSlice<'_>) -> bool| {
        part.and_then(first_item).is_some_and(fits)
    };
    event.is_some_and(is_event)
        || (event.is_some_and(is_call) && first(marks.data, |item| item.is_object()))
        || first(marks.messages, is_message)
        || first(marks.statuses, is_status)
        || first(marks.data, is_data)
}

/// Whether a body that is a list is this provider's: its first element tells.
pub(in crate::whatzmeapi) fn claims_list(root: RawSlice<'_>) -> bool {
    first_item(root).is_some_and(is_list_item)
}

/// Whether an empty list stands where items are expected: then there are none.
pub(super) fn has_empty_list(part: RawSlice<'_>) -> bool {
    let Some(probe) = probe(part) else {
        return false;
    };
    let is_list =
        |part: Option<RawSlice<'_>>| part.is_some_and(|part| part.as_str().starts_with('['));
    is_list(probe.messages)
        || is_list(probe.statuses)
        || is_list(probe.keys)
        || is_list(probe.data)
        || probe.data.is_some_and(|data| {
            self::probe(data).is_some_and(|data| {
                is_list(data.messages) || is_list(data.statuses) || is_list(data.keys)
            })
        })
}

/// Whether an element of a bare list is an item.
pub(super) fn is_list_item(item: RawSlice<'_>) -> bool {
    probe(item).is_some_and(|probe| {
        let part = probe.update.or(probe.message).or(probe.receipt);
        probe.key.is_some() && part.or(probe.reaction).is_some()
    })
}

fn has_empty_messages(root: RawSlice<'_>) -> bool {
    let list = probe(root).and_then(|probe| probe.messages);
    list.is_some_and(|list| list.as_str().starts_with('['))
}

fn is_message(item: RawSlice<'_>) -> bool {
    probe(item).is_some_and(|probe| {
        let key = probe.key.filter(RawSlice::is_object);
        key.or(probe.key_id).or(probe.key_remote_jid).is_some()
    })
}

fn is_status(item: RawSlice<'_>) -> bool {
    probe(item).is_some_and(|probe| probe.status.is_some_and(|status| !status.is_object()))
}

fn is_data(item: RawSlice<'_>) -> bool {
    is_message(item)
        || probe(item).is_some_and(|probe| {
            let list = probe.messages.or(probe.keys);
            list.and_then(first_item)
                .is_some_and(|item| item.is_object())
        })
}

fn first_item(part: RawSlice<'_>) -> Option<RawSlice<'_>> {
    let mut items = Vec::new();
    json::get::items(&mut Reader::new(part), &mut items).ok()?;
    items.into_iter().next()
}

fn probe(part: RawSlice<'_>) -> Option<Probe<'_>> {
    json::read(part).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Provider;
    use crate::whatzmeapi::parse;

    #[test]
    fn names_are_compared_in_one_spelling() {
        for name in ["messages.upsert", "MESSAGES_UPSERT", "messages-upsert"] {
            assert_eq!(normalized(name), "messages.upsert");
        }
        assert!(is_event("connection.update") && is_event("QRCODE_UPDATED"));
        assert!(!is_event("x") && !is_event("builder") && !is_event(".") && !is_event("1.5"));
    }

    #[test]
    fn a_call_is_known_by_its_name_and_data() {
        let body = r#"{"event":"CALL","data":[{"id":"C","from":"1002@lid","status":"offer"}]}"#;
        assert_eq!(
            Provider::detect(body.as_bytes()),
            Some(Provider::WhatzMeApi)
        );
        assert_eq!(parse(body).unwrap()[0].kind(), "call");
        assert!(parse(r#"{"event":"call"}"#).is_err());
    }

    #[test]
    fn foreign_bodies_are_refused() {
        for body in [
            "{}",
            "[]",
            r#"{"event":"x"}"#,
            r#"{"status":"OK"}"#,
            r#"{"status":"error"}"#,
            r#"{"status":"OK","event":"builder","data":{"a":1}}"#,
            r#"{"data":[{"id":1}]}"#,
            r#"{"messages":[{"from":"1","type":"text"}]}"#,
            r#"[{"key":"x"}]"#,
        ] {
            assert!(parse(body).is_err(), "{body}");
            let found = Provider::detect(body.as_bytes());
            assert_ne!(found, Some(Provider::WhatzMeApi), "{body}");
        }
    }

    #[test]
    fn an_empty_list_is_no_event_and_a_missing_one_is_unknown() {
        for body in [
            r#"{"event":"messages.upsert","messages":[]}"#,
            r#"{"messages":[],"type":"notify"}"#,
            r#"{"event":"messages.update","data":[]}"#,
            r#"{"event":"messages.upsert","data":{"messages":[],"type":"append"}}"#,
        ] {
            assert_eq!(parse(body).unwrap().len(), 0, "{body}");
        }
        for body in [
            r#"{"event":"messages.upsert"}"#,
            r#"{"event":"messages.upsert","messages":null}"#,
            r#"{"event":"messages.upsert","data":{}}"#,
            r#"{"event":"chats.upsert","data":[]}"#,
            r#"{"event":"presence.update","data":{"id":"x"}}"#,
            r#"{"event":"groups.update","data":{}}"#,
        ] {
            let events = parse(body).unwrap_or_default();
            assert_eq!(events.len(), 1, "{body}");
            assert_eq!(events[0].kind(), "unknown", "{body}");
        }
    }
}
