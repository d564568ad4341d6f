//! Meta bodies made by hand.

use whatsapp_webhooks::{Content, Event, ParseError, ParseErrorKind, meta};

/// A delivery with one change whose `value` holds these keys beside the account.
pub(crate) fn value(keys: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"messaging_product":"whatsapp","metadata":{{"display_phone_number":"15550103377","phone_number_id":"109"}},{keys}}}}}]}}]}}"#
    )
}

/// A delivery with these messages.
pub(crate) fn messages(items: &str) -> String {
    value(&format!(r#""messages":[{items}]"#))
}

/// A delivery with these statuses.
pub(crate) fn statuses(items: &str) -> String {
    value(&format!(r#""statuses":[{items}]"#))
}

/// A text message with an id, and more keys.
pub(crate) fn text(id: &str, more: &str) -> String {
    format!(
        r#"{{"from":"16505550142","id":"{id}","timestamp":"1687548944","type":"text","text":{{"body":"hi"}}{more}}}"#
    )
}

/// The events of a delivery of Meta.
pub(crate) fn read(body: impl Into<Vec<u8>>) -> Vec<Event> {
    let body = body.into();
    let events = meta::parse(body.clone());
    events.unwrap_or_else(|error| panic!("{error}: {}", shortened(&body)))
}

fn shortened(body: &[u8]) -> String {
    String::from_utf8_lossy(&body[..body.len().min(400)]).into_owned()
}

/// The only event of a delivery of Meta.
pub(crate) fn only(body: impl Into<Vec<u8>>) -> Event {
    let mut events = read(body);
    assert_eq!(events.len(), 1);
    events.remove(0)
}

/// Why a body is refused; the error hands the body back.
pub(crate) fn refused(body: impl Into<Vec<u8>>) -> ParseErrorKind {
    let body = body.into();
    let error: ParseError = meta::parse(body.clone()).expect_err(&shortened(&body));
    assert_eq!(error.body.as_bytes(), body);
    assert_eq!(error.clone().into_body(), body);
    error.kind
}

/// The text of a text message.
pub(crate) fn body_of(event: &Event) -> &str {
    match event {
        Event::Message(message) => match &message.content {
            Content::Text(text) => &text.body,
            other => panic!("{} is no text", other.kind()),
        },
        other => panic!("{} is no message", other.kind()),
    }
}

/// Id of a message or status.
pub(crate) fn id_of(event: &Event) -> Option<&str> {
    match event {
        Event::Message(message) => message
            .id
            .as_ref()
            .map(whatsapp_webhooks::types::MessageId::as_str),
        Event::Status(status) => status
            .message_id
            .as_ref()
            .map(whatsapp_webhooks::types::MessageId::as_str),
        other => panic!("{} has no id", other.kind()),
    }
}
