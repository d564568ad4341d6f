//! Wire to event.

use std::borrow::Cow;
use std::sync::Arc;

use super::payload::{Campaign, Channel, Error, Payload, Recipient};
use crate::delivery::{Delivery, Item, Problem, Scope, own};
use crate::event::{self, Account, ErrorDetail, Event, MessageStatus, Party, StatusUpdate};
use crate::json;
use crate::types::{MessageId, PhoneNumber, RawSlice};

/// The only event name that is documented.
const STATUS: &str = "msg_status";

pub(super) fn events(root: RawSlice<'_>, delivery: &mut Delivery<'_>) -> json::Result<()> {
    let payload: Payload<'_> = json::read(root)?;
    let has_status = payload.message_status.is_some() || payload.msg_status.is_some();
    if payload.event_name.is_none() && !(has_status && payload.message_id.is_some()) {
        return Err(Delivery::wrong_envelope(root));
    }
    let scope = Scope {
        account: account(payload.channel.as_ref()),
        topic: Some(topic(payload.event_name.as_deref())),
    };
    let item = Item {
        slice: root,
        path: String::new(),
    };
    match payload.event_name.as_deref() {
        Some(name) if !name.eq_ignore_ascii_case(STATUS) => {
            delivery.unknown(&scope, name, item, payload.event_timestamp);
        }
        _ => {
            let at = payload.event_timestamp;
            match status(payload, &scope, delivery, root) {
                Ok(status) => delivery.push(status),
                Err(problem) => delivery.malformed(&scope, STATUS, item, at, &problem),
            }
        }
    }
    Ok(())
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
    Arc::new(Account {
        id: own(sender_id.clone().filter(|_| phone_number.is_none())),
        phone_number,
        name: own(name.clone()),
        ..Account::default()
    })
}

fn status(
    payload: Payload<'_>,
    scope: &Scope,
    delivery: &Delivery<'_>,
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
    let recipient = recipient.and_then(|Recipient { id }| id);
    Ok(Event::from(StatusUpdate {
        meta: delivery.meta(scope, String::new(), event_timestamp),
        message_id: message_id.map(MessageId::from),
        status: match word.to_ascii_lowercase().as_str() {
            "error" => MessageStatus::Failed,
            known if MessageStatus::KNOWN.contains(&known) => MessageStatus::from(known),
            _ => MessageStatus::from(&*word),
        },
        recipient: recipient.map(|id| {
            Box::new(Party {
                phone: PhoneNumber::parse(&id),
                id: Some(id.into_owned()),
                ..Party::default()
            })
        }),
        participant: None,
        chat: None,
        errors,
        conversation: None,
        pricing: None,
        payment: None,
        campaign: campaign.map(|Campaign { id, name }| {
            Box::new(event::Campaign {
                id: own(id),
                name: own(name),
            })
        }),
        channel: channel
            .and_then(|channel| own(channel.channel_type))
            .filter(|channel| !channel.eq_ignore_ascii_case("whatsapp")),
        template_id: None,
        callback_data: None,
        raw: delivery.raw(root),
    }))
}

/// Errors in whatever shape they come: a list, an object, a text, or loose keys.
fn errors(payload: &Payload<'_>) -> Vec<ErrorDetail> {
    let mut parts = Vec::new();
    for part in [payload.errors, payload.error].into_iter().flatten() {
        // The part was passed over once already, so it can be read.
        let _ = json::get::items(&mut json::Reader::new(part), &mut parts);
    }
    let mut errors: Vec<ErrorDetail> = parts.into_iter().map(error).collect();
    if payload.error_code.is_some() || payload.error_message.is_some() || payload.reason.is_some() {
        errors.push(ErrorDetail {
            code: payload.error_code,
            message: own(payload.error_message.clone()),
            details: own(payload.reason.clone()),
            ..ErrorDetail::default()
        });
    }
    errors
}

fn error(part: RawSlice<'_>) -> ErrorDetail {
    if let Ok(Error {
        code,
        title,
        message,
        details,
        href,
    }) = json::read(part)
    {
        return ErrorDetail {
            code,
            title: own(title),
            message: own(message),
            details: own(details),
            href: own(href),
        };
    }
    ErrorDetail {
        message: own(json::text(part)),
        ..ErrorDetail::default()
    }
}
