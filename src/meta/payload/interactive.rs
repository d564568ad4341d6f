//! Payload of `interactive`: replies to interactive messages.

use std::borrow::Cow;

use super::content::Product;
use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// Payload of `interactive`: a reply, under the name of its type.
    ///
    /// Source: Cloud API, webhooks, messages, interactive; user call permissions (read 2026-11-25).
    /// Seen in the wild: yes.
    pub struct Interactive<'a> {
        /// Type of the reply; wrong in one sample of an address reply.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Action: a text in an irregular form of an address reply, or an object with the IDs of a product.
        pub action: Option<RawSlice<'a>> = raw,
        /// Reply button that was tapped.
        pub button_reply: Option<Reply<'a>> = object,
        /// List row that was chosen.
        pub list_reply: Option<Reply<'a>> = object,
        /// Submitted flow or address form.
        pub nfm_reply: Option<NfmReply<'a>> = object,
        /// Reply to a request for permission to call.
        pub call_permission_reply: Option<CallPermissionReply<'a>> = object,
        /// Product. Its IDs may also be in `action` or directly in this object, as no complete sample is public.
        /// Since August 2026.
        pub product: Option<Product<'a>> = object,
        /// ID of the product's catalog.
        pub catalog_id: Option<Cow<'a, str>> = id,
        /// ID that the seller gave the product.
        pub product_retailer_id: Option<Cow<'a, str>> = id,
    }

    /// Reply button that was tapped, or list row that was chosen.
    ///
    /// Source: Cloud API, webhooks, messages, interactive (read 2026-11-21). Seen in the wild: yes.
    pub struct Reply<'a> {
        /// ID that the sender gave the button or row.
        pub id: Option<Cow<'a, str>> = text,
        /// Label of the button, or title of the row.
        pub title: Option<Cow<'a, str>> = text,
        /// Description of the row.
        pub description: Option<Cow<'a, str>> = text,
    }

    /// Submitted flow or address form.
    ///
    /// Source: Cloud API, webhooks, messages, flows and addresses (read 2026-11-21). Seen in the wild: yes.
    pub struct NfmReply<'a> {
        /// Name of the form: `flow` or `address_message`; may be absent.
        pub name: Option<Cow<'a, str>> = text,
        /// Text that the chat displays.
        pub body: Option<Cow<'a, str>> = text,
        /// Submitted data: a JSON document inside a string; a relay may send the document itself.
        pub response_json: Option<RawSlice<'a>> = raw,
    }

    /// Submitted data of an address form, from `response_json`.
    ///
    /// Source: Cloud API, webhooks, messages, addresses (read 2026-11-21). Seen in the wild: no.
    pub struct AddressResponse<'a> {
        /// ID of an address that was saved before.
        pub saved_address_id: Option<Cow<'a, str>> = id,
        /// Parts of the address.
        pub values: Option<RawSlice<'a>> = raw,
    }

    /// Reply to a request for permission to call.
    ///
    /// Source: Cloud API, user call permissions (read 2026-11-21). Seen in the wild: yes.
    pub struct CallPermissionReply<'a> {
        /// Reply: `accept` or `reject`.
        pub response: Option<Cow<'a, str>> = text,
        /// Whether the permission is permanent.
        pub is_permanent: Option<bool> = flag,
        /// End of the permission, in seconds; absent if it was declined.
        pub expiration_timestamp: Option<Timestamp> = time,
        /// Source of the reply: `user_action` or `automatic`.
        pub response_source: Option<Cow<'a, str>> = text,
    }
}
