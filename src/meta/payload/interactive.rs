//! Payload of `interactive`: replies to what the business offered.

use std::borrow::Cow;

use super::message::Product;
use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// Payload of `interactive`. The reply stands under the name of its type.
    ///
    /// Source: Cloud API, webhooks, messages, interactive; user call permissions (read 2026-11-25).
    /// Seen in the wild: yes.
    pub struct Interactive<'a> {
        /// Name of the reply; one sample has it wrong for addresses.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// A word in an irregular form of an address reply; an object with the ids of a product.
        pub action: Option<RawSlice<'a>> = raw,
        /// Tapped button.
        pub button_reply: Option<Reply<'a>> = object,
        /// Chosen row.
        pub list_reply: Option<Reply<'a>> = object,
        /// Filled-in form.
        pub nfm_reply: Option<NfmReply<'a>> = object,
        /// Permission to call.
        pub call_permission_reply: Option<CallPermissionReply<'a>> = object,
        /// Product. Its ids may stand in `action`, or directly here: no complete sample is public. Since August 2026.
        pub product: Option<Product<'a>> = object,
        /// Catalog of a product.
        pub catalog_id: Option<Cow<'a, str>> = id,
        /// Id that the seller gave the product.
        pub product_retailer_id: Option<Cow<'a, str>> = id,
    }

    /// Tapped button or chosen row.
    ///
    /// Source: Cloud API, webhooks, messages, interactive (read 2026-11-21). Seen in the wild: yes.
    pub struct Reply<'a> {
        /// Id that the sender gave it.
        pub id: Option<Cow<'a, str>> = text,
        /// Label.
        pub title: Option<Cow<'a, str>> = text,
        /// Second line of a row.
        pub description: Option<Cow<'a, str>> = text,
    }

    /// Filled-in form.
    ///
    /// Source: Cloud API, webhooks, messages, flows and addresses (read 2026-11-21). Seen in the wild: yes.
    pub struct NfmReply<'a> {
        /// `flow`, `address_message`; can be absent.
        pub name: Option<Cow<'a, str>> = text,
        /// Line that the chat shows.
        pub body: Option<Cow<'a, str>> = text,
        /// A JSON document inside a string; relays send the document itself.
        pub response_json: Option<RawSlice<'a>> = raw,
    }

    /// What `response_json` of an address holds.
    ///
    /// Source: Cloud API, webhooks, messages, addresses (read 2026-11-21). Seen in the wild: no.
    pub struct AddressResponse<'a> {
        /// Id of an address that was saved before.
        pub saved_address_id: Option<Cow<'a, str>> = id,
        /// Parts of the address.
        pub values: Option<RawSlice<'a>> = raw,
    }

    /// Permission to call.
    ///
    /// Source: Cloud API, user call permissions (read 2026-11-21). Seen in the wild: yes.
    pub struct CallPermissionReply<'a> {
        /// `accept` or `reject`.
        pub response: Option<Cow<'a, str>> = text,
        /// Permission without end.
        pub is_permanent: Option<bool> = flag,
        /// Absent on a refusal.
        pub expiration_timestamp: Option<Timestamp> = time,
        /// `user_action` or `automatic`.
        pub response_source: Option<Cow<'a, str>> = text,
    }
}
