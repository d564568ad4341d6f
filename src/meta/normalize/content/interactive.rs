//! Replies to interactive messages.

use std::collections::BTreeMap;

use super::unsupported::text_beside;
use crate::collector::Problem;
use crate::event::content::{
    self, AddressReply, ButtonReply, Content, FlowReply, ListReply, UnknownContent,
};
use crate::json::{self, Owned, RawSlice, owned};
use crate::meta::normalize::embedded_json::document_text;
use crate::meta::payload::{
    AddressResponse, CallPermissionReply, Interactive, Message, NfmReply, Product, Reply,
};
use crate::meta::words::in_any_case;

/// Reads the reply by its key, because one documented sample has the wrong value in `type`.
pub(super) fn interactive(message: &mut Message<'_>) -> Result<Content, Problem> {
    let payload = message.interactive.take();
    let Interactive {
        r#type,
        action,
        button_reply,
        list_reply,
        nfm_reply,
        call_permission_reply,
        product,
        catalog_id,
        product_retailer_id,
    } = *payload.ok_or(Problem::no_object("interactive"))?;
    if let Some(reply) = button_reply {
        return Ok(ButtonReply::from(reply).into());
    }
    if let Some(reply) = list_reply {
        return Ok(ListReply::from(reply).into());
    }
    if let Some(reply) = nfm_reply {
        let action = action.and_then(json::text);
        let name = reply.name.as_deref().or(action.as_deref());
        return Ok(if name == Some("address_message") {
            AddressReply::from(reply).into()
        } else {
            FlowReply::from(reply).into()
        });
    }
    if let Some(reply) = call_permission_reply {
        return Ok(content::CallPermissionReply::from(reply).into());
    }
    if product.is_some() || r#type.as_deref() == Some("product") {
        let direct = Product {
            catalog_id,
            product_retailer_id,
        };
        let of_action = action.and_then(|action| json::read(action).ok());
        let found = [product, of_action, Some(direct)];
        return Ok(content::Product::from(first_of(found)).into());
    }
    match r#type.as_deref() {
        Some("button_reply" | "list_reply" | "nfm_reply" | "call_permission_reply") | None => {
            Err(Problem::no_object("interactive"))
        }
        Some(_) => Ok(Content::from(UnknownContent {
            kind: r#type.owned(),
            text: text_beside(message),
        })),
    }
}

/// Whether the payload is a reply, and not an interactive message.
pub(in crate::meta::normalize) fn is_reply(payload: &Interactive<'_>) -> bool {
    payload.button_reply.is_some()
        || payload.list_reply.is_some()
        || payload.nfm_reply.is_some()
        || payload.call_permission_reply.is_some()
        || payload.product.is_some()
}

/// Returns each ID from the first product that has it.
fn first_of(places: [Option<Product<'_>>; 3]) -> Product<'_> {
    let mut found = Product::default();
    for place in places.into_iter().flatten() {
        found.catalog_id = found.catalog_id.or(place.catalog_id);
        found.product_retailer_id = found.product_retailer_id.or(place.product_retailer_id);
    }
    found
}

owned! {
    Product => content::Product { catalog_id, product_retailer_id }
    Reply => ListReply { id, title, description }
}

impl From<CallPermissionReply<'_>> for content::CallPermissionReply {
    fn from(reply: CallPermissionReply<'_>) -> Self {
        let CallPermissionReply {
            response,
            is_permanent,
            expiration_timestamp,
            response_source,
        } = reply;
        Self {
            response: response.map(|word| in_any_case(&word)),
            is_permanent,
            expires_at: expiration_timestamp,
            response_source: response_source.map(|word| in_any_case(&word)),
        }
    }
}

impl From<Reply<'_>> for ButtonReply {
    fn from(reply: Reply<'_>) -> Self {
        let Reply {
            id,
            title,
            description: _,
        } = reply;
        Self {
            id: id.owned(),
            title: title.owned(),
            index: None,
        }
    }
}

impl From<NfmReply<'_>> for FlowReply {
    fn from(reply: NfmReply<'_>) -> Self {
        let NfmReply {
            name,
            body,
            response_json,
        } = reply;
        Self {
            name: name.owned(),
            body: body.owned(),
            response: response_json.map(document_text),
        }
    }
}

impl From<NfmReply<'_>> for AddressReply {
    fn from(reply: NfmReply<'_>) -> Self {
        let NfmReply {
            name,
            body,
            response_json,
        } = reply;
        let response = response_json.map(document_text);
        let document = response
            .as_deref()
            .map(|text| RawSlice::new(text.trim(), 0));
        let AddressResponse {
            saved_address_id,
            values,
        } = document
            .and_then(|document| json::read(document).ok())
            .unwrap_or_default();
        Self {
            name: name.owned(),
            body: body.owned(),
            saved_address_id: saved_address_id.owned(),
            values: values
                .and_then(|part| texts_by_key(part).ok())
                .unwrap_or_default(),
            response,
        }
    }
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
