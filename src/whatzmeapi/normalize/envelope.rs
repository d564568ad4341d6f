//! Recognition of this provider's bodies, by the name of the event or the keys of the items.

use std::borrow::Cow;

use super::elements::elements;
use crate::json::{self, RawSlice};
use crate::marks::Marks;
use crate::partner;
use crate::whatzmeapi::payload::Probe;

/// The only event of Baileys whose name has no dot.
pub(super) const CALL: &str = "call";

/// Returns the name in its form for comparison: lower case, `_`, `-`, `:` and `/` as `.`.
pub(super) fn normalized(name: &str) -> Cow<'_, str> {
    let odd = |byte: u8| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'-' | b':' | b'/');
    if name.bytes().any(odd) {
        Cow::Owned(name.to_ascii_lowercase().replace(['_', '-', ':', '/'], "."))
    } else {
        Cow::Borrowed(name)
    }
}

/// Returns whether the name can only be an event of this provider.
pub(super) fn is_event(name: &str) -> bool {
    let has_letters = name.bytes().any(|byte| byte.is_ascii_alphabetic());
    has_letters && normalized(name).trim_matches('.').contains('.') && !partner::is_siblings(name)
}

fn is_call(name: &str) -> bool {
    name.eq_ignore_ascii_case(CALL)
}

/// Returns whether the name is an event of Partner, or of another product of its vendor.
fn is_partners(name: &str) -> bool {
    partner::is_siblings(name) || partner::documented(name).is_some()
}

/// Returns whether a name is not an event of this provider, although the items are this provider's.
pub(super) fn is_odd(name: &str, data: &[RawSlice<'_>]) -> bool {
    !is_event(name) && !is_call(name) && data.iter().all(|item| is_data(*item))
}

/// Whether a body with these marks is this provider's. A name that [`is_event`] is enough.
pub(in crate::whatzmeapi) fn fits(marks: &Marks<'_>) -> bool {
    let event = marks.event.as_deref();
    if event.is_some_and(is_event) {
        return true;
    }
    if event.is_some_and(is_partners) {
        return false;
    }
    let has_data = any(marks.data, |_| true);
    let is_upsert = matches!(marks.upsert_type.as_deref(), Some("notify" | "append"));
    let is_failure =
        (marks.status.as_deref()).is_some_and(|word| word.eq_ignore_ascii_case("error"));
    let is_item = marks.key.is_some() && marks.message.is_some();
    let has_instance =
        marks.instance.is_some() || marks.session_id.is_some() || marks.instance_id.is_some();
    let is_waha = marks.engine.is_some() && marks.session.is_some() && marks.payload.is_some();
    is_waha
        || is_item
        || any(marks.messages, |item| is_upsert || is_message(item))
        || any(marks.statuses, is_status)
        || any(marks.data, is_data)
        || (has_data && has_instance)
        || (has_data && event.is_some_and(is_call))
        || (is_failure && marks.session_id.is_some())
        || (!has_data && marks.messages.is_some_and(is_empty_list))
}

/// Whether a body that is a list is this provider's.
pub(in crate::whatzmeapi) fn fits_list(root: RawSlice<'_>) -> bool {
    any(Some(root), is_list_item)
}

/// Returns whether there is an empty list where items are expected.
pub(super) fn has_empty_list(part: RawSlice<'_>) -> bool {
    let Some(outer) = probe(part) else {
        return false;
    };
    let inner = outer.data.and_then(probe).unwrap_or_default();
    let lists = [outer.messages, outer.statuses, outer.keys, outer.data]
        .into_iter()
        .chain([inner.messages, inner.statuses, inner.keys]);
    lists.flatten().any(|part| part.as_str().starts_with('['))
}

fn is_empty_list(part: RawSlice<'_>) -> bool {
    part.as_str().starts_with('[') && !any(Some(part), |_| true)
}

/// The item that an object without a key of its own wraps: `{"message":{"key":{},"message":{}}}`.
pub(super) fn wrapped(part: RawSlice<'_>) -> Option<RawSlice<'_>> {
    let Probe { key, message, .. } = probe(part)?;
    message.filter(|inner| key.is_none() && is_list_item(*inner))
}

/// Whether an element of a bare list is an item.
pub(super) fn is_list_item(item: RawSlice<'_>) -> bool {
    probe(item).is_some_and(|probe| {
        let part = probe.update.or(probe.message).or(probe.receipt);
        let is_go = probe.info.is_some_and(|info| info.is_object());
        is_go || (probe.key.is_some() && part.or(probe.reaction).is_some())
    })
}

fn is_message(item: RawSlice<'_>) -> bool {
    probe(item).is_some_and(|probe| {
        let key = probe.key.or(probe.info).filter(RawSlice::is_object);
        key.or(probe.key_id).or(probe.key_remote_jid).is_some()
    })
}

fn is_status(item: RawSlice<'_>) -> bool {
    probe(item).is_some_and(|probe| probe.status.is_some_and(|status| !status.is_object()))
}

fn is_data(item: RawSlice<'_>) -> bool {
    is_message(item)
        || probe(item)
            .is_some_and(|probe| any(probe.messages.or(probe.keys), |item| item.is_object()))
}

fn any(list: Option<RawSlice<'_>>, is_such: impl Fn(RawSlice<'_>) -> bool) -> bool {
    list.is_some_and(|list| elements(list).any(is_such))
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
        for name in [
            "messages.upsert",
            "MESSAGES_UPSERT",
            "messages-upsert",
            "messages:upsert",
            "messages/upsert",
        ] {
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
    fn what_is_claimed_is_read_and_what_is_read_is_claimed() {
        for (body, is_ours) in [
            (r#"{"messages":[5,{"key":{"id":"1"}}]}"#, true),
            (r#"{"messages":[],"type":"notify"}"#, true),
            (r#"{"messages":[5],"type":"append"}"#, true),
            (r#"{"messages":[5]}"#, false),
            (r#"{"statuses":{"id":"1","status":"read"}}"#, true),
            (r#"{"statuses":[{"id":"1","status":{}}]}"#, false),
            (r#"{"data":{"a":1},"instance":"i"}"#, true),
            (r#"{"data":{},"instance":"i"}"#, false),
            (
                r#"{"data":{"a":1},"instanceId":"i","event":"Receipt"}"#,
                true,
            ),
            (r#"{"key":{"id":"1"},"message":{"conversation":"x"}}"#, true),
            (r#"{"key":{"id":"1"},"message":"x"}"#, false),
            (r#"{"key":"1","message":{}}"#, false),
            (r#"{"data":{"keys":[{"id":"1"}]}}"#, true),
            (r#"{"status":"error","sessionId":"s"}"#, true),
            (r#"{"status":"error"}"#, false),
            (
                r#"{"event":"messages.upsert","object":"x","chat_id":"y"}"#,
                true,
            ),
            (r#"{"event":" CALL ","data":{"id":"C"}}"#, true),
            (
                r#"{"event":"message_created","messages":[{"key":{"id":"1"}}]}"#,
                false,
            ),
            (
                r#"{"event":"Online","messages":[{"key":{"id":"1"}}],"status":5}"#,
                false,
            ),
            (r#"[5,{"key":{"id":"1"},"message":{}}]"#, true),
            (r#"[{"key":{"id":"1"}}]"#, false),
        ] {
            assert_eq!(parse(body).is_ok(), is_ours, "{body}");
            let found = Provider::detect(body.as_bytes());
            assert_eq!(found == Some(Provider::WhatzMeApi), is_ours, "{body}");
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
