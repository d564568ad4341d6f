//! Replies to what the business offered.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::content::Read;
use crate::collector::Problem;
use crate::event::content::{
    AddressReply, ButtonReply, CallPermissionReply, Content, FlowReply, ListReply, UnknownContent,
};
use crate::json;
use crate::json::RawSlice;
use crate::json::own;
use crate::meta::payload::{self, Interactive, Message, NfmReply};

/// The reply's own key decides: one documented sample has the wrong word in `type`.
pub(super) fn interactive(message: &mut Message<'_>) -> Read {
    let Interactive {
        r#type,
        action,
        button_reply,
        list_reply,
        nfm_reply,
        call_permission_reply,
    } = *message
        .interactive
        .take()
        .ok_or(Problem::no_object("interactive"))?;
    if let Some(payload::Reply {
        id,
        title,
        description: _,
    }) = button_reply
    {
        return Ok(Content::ButtonReply(Box::new(ButtonReply {
            id: own(id),
            title: own(title),
            index: None,
        })));
    }
    if let Some(payload::Reply {
        id,
        title,
        description,
    }) = list_reply
    {
        return Ok(Content::ListReply(Box::new(ListReply {
            id: own(id),
            title: own(title),
            description: own(description),
        })));
    }
    if let Some(reply) = nfm_reply {
        let name = reply.name.as_deref().or(action.as_deref());
        let is_address = name == Some("address_message");
        return Ok(if is_address {
            address(reply)
        } else {
            flow(reply)
        });
    }
    if let Some(reply) = call_permission_reply {
        let payload::CallPermissionReply {
            response,
            is_permanent,
            expiration_timestamp,
            response_source,
        } = reply;
        return Ok(Content::CallPermissionReply(Box::new(
            CallPermissionReply {
                response: own(response),
                is_permanent,
                expires_at: expiration_timestamp,
                response_source: own(response_source),
            },
        )));
    }
    match r#type.as_deref() {
        Some("button_reply" | "list_reply" | "nfm_reply" | "call_permission_reply") | None => {
            Err(Problem::no_object("interactive"))
        }
        Some(_) => Ok(Content::Unknown(Box::new(UnknownContent {
            kind: own(r#type),
        }))),
    }
}

fn flow(reply: NfmReply<'_>) -> Content {
    let NfmReply {
        name,
        body,
        response_json,
    } = reply;
    Content::FlowReply(Box::new(FlowReply {
        name: own(name),
        body: own(body),
        response: response_json.map(json_text),
    }))
}

fn address(reply: NfmReply<'_>) -> Content {
    let NfmReply {
        name,
        body,
        response_json,
    } = reply;
    let response = response_json.map(json_text);
    let parts: payload::AddressResponse<'_> = response
        .as_deref()
        .and_then(|text| json::read(RawSlice::new(text.trim(), 0)).ok())
        .unwrap_or_default();
    Content::AddressReply(Box::new(AddressReply {
        name: own(name),
        body: own(body),
        saved_address_id: own(parts.saved_address_id),
        values: parts
            .values
            .and_then(|part| texts_by_key(part).ok())
            .unwrap_or_default(),
        response,
    }))
}

/// A JSON document inside a string, or the document itself where a relay unpacked it.
pub(super) fn json_text(part: RawSlice<'_>) -> String {
    let text = json::get_from(part, json::get::body);
    text.map_or_else(|| part.as_str().to_owned(), Cow::into_owned)
}

fn texts_by_key(part: RawSlice<'_>) -> json::Result<BTreeMap<String, String>> {
    let mut reader = json::Reader::new(part);
    let mut texts = BTreeMap::new();
    let mut key = reader.first_key()?.map(str::to_owned);
    while let Some(name) = key {
        let mut text = None;
        json::get::text(&mut reader, &mut text)?;
        texts.extend(text.map(|text| (name, text.into_owned())));
        key = reader.next_key()?.map(str::to_owned);
    }
    Ok(texts)
}
