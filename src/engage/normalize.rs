//! Conversion from Engage's wire types to events.

use std::borrow::Cow;
use std::sync::Arc;

use super::payload::{Campaign, Channel, Error, Payload, Recipient};
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::{self, Account, ErrorDetail, Event, MessageStatus, Party, StatusUpdate};
use crate::json::{self, Owned, RawSlice, owned};
use crate::marks::Marks;
use crate::path::Path;
use crate::types::{MessageId, PhoneNumber};

/// The only documented event name.
const STATUS: &str = "msg_status";

pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    let payload: Payload<'_> = json::read(root)?;
    if !super::fits(&marks(&payload)) {
        return Err(Collector::wrong_envelope(root));
    }
    let scope = Scope {
        account: account(payload.channel.as_ref()),
        topic: Some(topic(payload.event_name.as_deref())),
        ..Scope::default()
    };
    let item = Item {
        slice: root,
        path: Path::default(),
    };
    match payload.event_name.as_deref() {
        Some(name) if !name.eq_ignore_ascii_case(STATUS) => {
            collector.unknown(&scope, name, item, payload.event_timestamp);
        }
        _ => {
            let at = payload.event_timestamp;
            match status(payload, &scope, collector, root) {
                Ok(status) => collector.push(status),
                Err(problem) => collector.malformed(&scope, STATUS, item, at, &problem),
            }
        }
    }
    Ok(())
}

fn marks<'p>(payload: &'p Payload<'_>) -> Marks<'p> {
    Marks {
        event_name: payload.event_name.as_deref().map(Cow::Borrowed),
        message_id: payload.message_id.as_deref().map(Cow::Borrowed),
        message_status: payload.message_status.as_deref().map(Cow::Borrowed),
        msg_status: payload.msg_status.as_deref().map(Cow::Borrowed),
        ..Marks::default()
    }
}

fn topic(name: Option<&str>) -> Cow<'static, str> {
    match name {
        None | Some(STATUS) => Cow::Borrowed(STATUS),
        Some(other) => Cow::Owned(other.to_owned()),
    }
}

fn account(channel: Option<&Channel<'_>>) -> Arc<Account> {
    let Some(Channel {
        channel_type: _,
        name,
        sender_id,
    }) = channel
    else {
        return Arc::default();
    };
    let phone_number = sender_id.as_deref().and_then(PhoneNumber::parse);
    // A value that is not a phone number is kept as an ID.
    let id = if phone_number.is_none() {
        sender_id.clone()
    } else {
        None
    };
    Arc::new(Account {
        id: id.owned(),
        phone_number,
        name: name.clone().owned(),
        ..Account::default()
    })
}

fn status(
    payload: Payload<'_>,
    scope: &Scope,
    collector: &Collector<'_>,
    root: RawSlice<'_>,
) -> Result<Event, Problem> {
    let errors = errors(&payload);
    let Payload {
        message_id,
        message_status,
        msg_status,
        channel,
        campaign,
        event_name: _,
        event_timestamp,
        recipient,
        errors: _,
        error: _,
        error_code: _,
        error_message: _,
        reason: _,
    } = payload;
    let word = message_status
        .or(msg_status)
        .ok_or(Problem::no_value("message_status"))?;
    let channel = channel.and_then(|channel| channel.channel_type);
    let is_whatsapp = |channel: &Cow<'_, str>| channel.eq_ignore_ascii_case("whatsapp");
    Ok(Event::from(StatusUpdate {
        meta: collector.meta(scope, Path::default(), event_timestamp),
        message_id: message_id.map(MessageId::from),
        status: match word.to_ascii_lowercase().as_str() {
            "error" => MessageStatus::Failed,
            known if MessageStatus::KNOWN.contains(&known) => MessageStatus::from(known),
            _ => MessageStatus::from(&*word),
        },
        recipient: recipient.and_then(party).map(Box::new),
        participant: None,
        chat: None,
        direction: None,
        errors,
        conversation: None,
        pricing: None,
        payment: None,
        campaign: campaign.map(|campaign| Box::new(campaign.into())),
        channel: channel.filter(|channel| !is_whatsapp(channel)).owned(),
        template_id: None,
        callback_data: None,
        raw: collector.raw(root),
    }))
}

owned! {
    Campaign => event::Campaign { id, name }
}

/// Returns the person a message was sent to; `None` if the ID is absent.
fn party(Recipient { id }: Recipient<'_>) -> Option<Party> {
    let id = id?;
    Some(Party {
        phone: PhoneNumber::parse(&id),
        id: Some(id.into_owned()),
        ..Party::default()
    })
}

/// Returns the errors in any shape: a list, an object, a text, a code, or separate keys.
fn errors(payload: &Payload<'_>) -> Vec<ErrorDetail> {
    let reason = payload.reason.and_then(json::text);
    let structured = if reason.is_none() {
        payload.reason
    } else {
        None
    };
    let mut parts = Vec::new();
    for part in [payload.errors, payload.error, structured]
        .into_iter()
        .flatten()
    {
        // The part has been checked before, so it can be read.
        let _ = json::get::items(&mut json::Reader::new(part), &mut parts);
    }
    let mut errors: Vec<ErrorDetail> = parts.into_iter().filter_map(error).collect();
    let (code, title) = code(payload.error_code.clone());
    let loose = ErrorDetail {
        code,
        title,
        message: payload.error_message.clone().owned(),
        details: reason.owned(),
        href: None,
    };
    if loose != ErrorDetail::default() {
        errors.push(loose);
    }
    errors
}

/// Returns one error; `None` if the part contains no details.
fn error(part: RawSlice<'_>) -> Option<ErrorDetail> {
    if let Ok(Error {
        code: number,
        title,
        message,
        details,
        error_data,
        href,
    }) = json::read(part)
    {
        let (code, word) = code(number);
        let data = error_data.and_then(|data| data.details);
        return Some(ErrorDetail {
            code,
            title: title.owned().or(word),
            message: message.owned(),
            details: details.or(data).owned(),
            href: href.owned(),
        });
    }
    let text = json::text(part).filter(|text| text != "true")?;
    let (code, message) = code(Some(text));
    Some(ErrorDetail {
        code,
        message,
        ..ErrorDetail::default()
    })
}

/// Splits a code into a number or a text.
fn code(text: Option<Cow<'_, str>>) -> (Option<i64>, Option<String>) {
    match text.as_deref().map(str::parse) {
        Some(Ok(number)) => (Some(number), None),
        _ => (None, text.owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ParseErrorKind;
    use crate::engage::parse;
    use crate::types::Timestamp;

    /// Reads the status of a body that has these keys in addition to a name, an ID and a status.
    fn status(keys: &str) -> StatusUpdate {
        let body = format!(
            r#"{{"event_name":"msg_status","message_id":"wamid.A","message_status":"error",{keys}}}"#
        );
        match parse(body).unwrap().remove(0) {
            Event::Status(status) => *status,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn errors_are_read_in_whatever_shape_they_come() {
        let read = |keys: &str| -> Vec<String> {
            let errors = status(keys).errors.into_iter();
            errors
                .map(|error| serde_json::to_string(&error).unwrap())
                .collect()
        };
        for (keys, expected) in [
            (r#""error":"paused""#, r#"{"message":"paused"}"#),
            (r#""error":131047"#, r#"{"code":131047}"#),
            (r#""error":"131047""#, r#"{"code":131047}"#),
            (
                r#""error":{"code":"PAUSED"}"#,
                r#"{"code":null,"title":"PAUSED"}"#,
            ),
            (
                r#""error":{"code":1,"error_data":{"details":"long"}}"#,
                r#"{"code":1,"details":"long"}"#,
            ),
            (r#""errors":{"title":"one"}"#, r#"{"title":"one"}"#),
            (r#""errors":["paused"]"#, r#"{"message":"paused"}"#),
            (
                r#""error_code":"E7","error_message":"m""#,
                r#"{"title":"E7","message":"m"}"#,
            ),
            (r#""error_code":131047"#, r#"{"code":131047}"#),
            (r#""reason":"r""#, r#"{"details":"r"}"#),
            (
                r#""reason":{"code":7,"message":"m"}"#,
                r#"{"code":7,"message":"m"}"#,
            ),
        ] {
            let expected = expected.replace(r#""code":null,"#, "");
            assert_eq!(read(keys), [expected], "{keys}");
        }
        assert_eq!(
            read(r#""errors":[{"code":1},"two",3,null],"error_code":4"#).len(),
            4
        );
        for nothing in [
            r#""error":null"#,
            r#""error":true"#,
            r#""error":false,"errors":[],"reason":"","error_code":null"#,
        ] {
            assert_eq!(read(nothing), [""; 0], "{nothing}");
        }
    }

    #[test]
    fn a_status_is_read_in_any_case_and_other_words_stay() {
        let status = |word: &str| {
            let body = format!(r#"{{"message_id":"wamid.A","msg_status":"{word}"}}"#);
            match parse(body).unwrap().remove(0) {
                Event::Status(status) => status.status.as_str().to_owned(),
                other => panic!("{other:?}"),
            }
        };
        for (word, expected) in [
            ("sent", "sent"),
            ("Delivered", "delivered"),
            ("READ", "read"),
            ("error", "failed"),
            ("ERROR", "failed"),
            ("Failed", "failed"),
            ("Held", "Held"),
        ] {
            assert_eq!(status(word), expected);
        }
    }

    /// Cases: L07.
    #[test]
    fn the_channel_is_shown_where_it_is_not_whatsapp() {
        let channel =
            |word: &str| status(&format!(r#""channel":{{"channel_type":"{word}"}}"#)).channel;
        for own in ["Whatsapp", "whatsapp", "WhatsApp", "WHATSAPP"] {
            assert_eq!(channel(own), None);
        }
        assert_eq!(channel("Instagram").as_deref(), Some("Instagram"));
    }

    #[test]
    fn numbers_are_read_in_any_notation_and_times_too() {
        for number in ["541150066001", r#""541150066001""#, r#""+541150066001""#] {
            let status = status(&format!(
                r#""recipient":{{"id":{number}}},"channel":{{"sender_id":{number}}}"#
            ));
            let digits = Some("541150066001".to_owned());
            let phone = |phone: Option<PhoneNumber>| phone.map(|phone| phone.as_str().to_owned());
            assert_eq!(phone(status.recipient.unwrap().phone), digits, "{number}");
            assert_eq!(phone(status.meta.account.phone_number), digits);
        }
        let time = |time: &str| {
            let at = status(&format!(r#""event_timestamp":{time}"#))
                .meta
                .occurred_at;
            at.map(Timestamp::unix_millis)
        };
        for same in ["1714000000", r#""1714000000""#, "1714000000000"] {
            assert_eq!(time(same), Some(1_714_000_000_000), "{same}");
        }
        for none in [r#""""#, "null", "[]"] {
            assert_eq!(time(none), None, "{none}");
        }
    }

    #[test]
    fn a_status_without_a_word_is_malformed_and_comments_are_no_json() {
        let events = parse(r#"{"event_name":"MSG_STATUS","message_id":"wamid.A"}"#).unwrap();
        let [Event::Malformed(malformed)] = &*events else {
            panic!("{events:?}")
        };
        assert_eq!(malformed.error.path, "message_status");
        let printed = "{\"event_name\":\"msg_status\",\"message_id\":\"wamid.A\",\"message_status\":\"read\",\n\
            \"recipient\":{\"id\":\"541150066001\"} // number of the recipient\n}";
        let error = parse(printed).unwrap_err();
        assert!(
            !matches!(error.kind, ParseErrorKind::WrongEnvelope { .. }),
            "{error}"
        );
        assert_eq!(error.body.as_bytes(), printed.as_bytes());
    }
}
