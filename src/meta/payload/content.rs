//! Payloads of messages: one type for each kind of content.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// Payload of `text`.
    ///
    /// Source: Cloud API, webhooks, messages, text (read 2026-11-21). Seen in the wild: yes.
    pub struct Text<'a> {
        /// Text of the message; may be empty.
        pub body: Option<Cow<'a, str>> = body,
    }

    /// Payload of `image`, `video`, `audio`, `document` and `sticker`.
    ///
    /// Source: Cloud API, webhooks, messages, image and the other media types (read 2026-11-21). Seen in the wild:
    /// yes.
    pub struct Media<'a> {
        /// ID of the file, valid for 7 days.
        pub id: Option<Cow<'a, str>> = id,
        /// MIME type of the file; may have parameters.
        pub mime_type: Option<Cow<'a, str>> = text,
        /// SHA-256 of the file in base64; in hex in the documentation of history and edits.
        pub sha256: Option<Cow<'a, str>> = text,
        /// URL of the file, valid for about 5 minutes. Since v24; often absent.
        pub url: Option<Cow<'a, str>> = text,
        /// Caption of an image, video or document.
        pub caption: Option<Cow<'a, str>> = text,
        /// File name of a document; documented as required, but sometimes absent.
        pub filename: Option<Cow<'a, str>> = text,
        /// Whether an audio file is a voice message.
        pub voice: Option<bool> = flag,
        /// Whether a sticker is animated.
        pub animated: Option<bool> = flag,
    }

    /// Payload of `location`.
    ///
    /// Source: Cloud API, webhooks, messages, location (read 2026-11-21). Seen in the wild: yes.
    pub struct Location<'a> {
        /// Latitude in degrees north; sometimes a text.
        pub latitude: Option<f64> = number,
        /// Longitude in degrees east; sometimes a text.
        pub longitude: Option<f64> = number,
        /// Name of the location; absent for a dropped pin.
        pub name: Option<Cow<'a, str>> = text,
        /// Address of the location; absent for a dropped pin.
        pub address: Option<Cow<'a, str>> = text,
        /// Web page of the location.
        pub url: Option<Cow<'a, str>> = text,
    }

    /// Element of `contacts`: a contact card. Every key is optional.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct Card<'a> {
        /// Name of the contact; absent in replies to a contact request.
        pub name: Option<CardName<'a>> = object,
        /// Phone numbers.
        pub phones: Vec<CardPhone<'a>> = list,
        /// Email addresses.
        pub emails: Vec<CardEmail<'a>> = list,
        /// Web addresses.
        pub urls: Vec<CardUrl<'a>> = list,
        /// Postal addresses.
        pub addresses: Vec<CardAddress<'a>> = list,
        /// Company of the contact.
        pub org: Option<CardOrganization<'a>> = object,
        /// Birthday, usually as `YYYY-MM-DD`.
        pub birthday: Option<Cow<'a, str>> = text,
        /// Card in vCard format, if `origin` is `other`. Since 2026.
        pub vcard: Option<Cow<'a, str>> = text,
        /// Origin of the card: `contact_request` or `other`. Since 2026.
        pub origin: Option<Cow<'a, str>> = text,
    }

    /// Name on a contact card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardName<'a> {
        /// Full name.
        pub formatted_name: Option<Cow<'a, str>> = text,
        /// First name.
        pub first_name: Option<Cow<'a, str>> = text,
        /// Middle name.
        pub middle_name: Option<Cow<'a, str>> = text,
        /// Last name.
        pub last_name: Option<Cow<'a, str>> = text,
        /// Title before the name.
        pub prefix: Option<Cow<'a, str>> = text,
        /// Suffix after the name.
        pub suffix: Option<Cow<'a, str>> = text,
    }

    /// Phone number on a contact card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardPhone<'a> {
        /// Phone number, as it was saved.
        pub phone: Option<Cow<'a, str>> = text,
        /// WhatsApp ID; absent if the number is not on WhatsApp.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Type of the number, as free text.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Email address on a contact card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardEmail<'a> {
        /// Email address.
        pub email: Option<Cow<'a, str>> = text,
        /// Type of the address, as free text.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Web address on a contact card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardUrl<'a> {
        /// URL.
        pub url: Option<Cow<'a, str>> = text,
        /// Type of the address, as free text.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Postal address on a contact card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardAddress<'a> {
        /// Street and number.
        pub street: Option<Cow<'a, str>> = text,
        /// City.
        pub city: Option<Cow<'a, str>> = text,
        /// State.
        pub state: Option<Cow<'a, str>> = text,
        /// Postal code.
        pub zip: Option<Cow<'a, str>> = text,
        /// Country.
        pub country: Option<Cow<'a, str>> = text,
        /// ISO 3166 code of the country, in upper or lower case.
        pub country_code: Option<Cow<'a, str>> = text,
        /// Type of the address, as free text.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Company on a contact card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardOrganization<'a> {
        /// Name of the company.
        pub company: Option<Cow<'a, str>> = text,
        /// Department.
        pub department: Option<Cow<'a, str>> = text,
        /// Job title.
        pub title: Option<Cow<'a, str>> = text,
    }

    /// Payload of `button`: a tapped quick reply button of a template.
    ///
    /// Source: Cloud API, webhooks, messages, button (read 2026-11-21). Seen in the wild: yes.
    pub struct Button<'a> {
        /// Payload of the button; equal to the label if the sender set none. Absent in old deliveries.
        pub payload: Option<Cow<'a, str>> = text,
        /// Label of the button.
        pub text: Option<Cow<'a, str>> = text,
    }

    /// Payload of `order`.
    ///
    /// Source: Cloud API, webhooks, messages, order (read 2026-11-21). Seen in the wild: yes.
    pub struct Order<'a> {
        /// ID of the catalog.
        pub catalog_id: Option<Cow<'a, str>> = id,
        /// Text that the person added to the order.
        pub text: Option<Cow<'a, str>> = text,
        /// Ordered products.
        pub product_items: Vec<ProductItem<'a>> = list,
    }

    /// Product that a message refers to.
    ///
    /// Source: Cloud API, messages webhook reference, context (read 2026-11-21). Seen in the wild: yes.
    pub struct Product<'a> {
        /// ID of the catalog.
        pub catalog_id: Option<Cow<'a, str>> = id,
        /// ID that the seller gave the product.
        pub product_retailer_id: Option<Cow<'a, str>> = id,
    }

    /// Product in an order.
    ///
    /// Source: Cloud API, webhooks, messages, order (read 2026-11-21). Seen in the wild: yes.
    pub struct ProductItem<'a> {
        /// ID that the seller gave the product.
        pub product_retailer_id: Option<Cow<'a, str>> = id,
        /// Quantity, as a whole number.
        pub quantity: Option<Cow<'a, str>> = text,
        /// Price of one item, in the main unit of the currency; documented as a whole number, printed as a fraction.
        pub item_price: Option<Cow<'a, str>> = text,
        /// ISO 4217 code of the currency.
        pub currency: Option<Cow<'a, str>> = text,
    }

    /// Payload of `reaction`.
    ///
    /// Source: Cloud API, webhooks, messages, reaction (read 2026-11-21). Seen in the wild: yes.
    pub struct Reaction<'a> {
        /// ID of the message that the reaction belongs to.
        pub message_id: Option<Cow<'a, str>> = id,
        /// ID of the message, as one sample of the documentation spells it.
        pub messsage_id: Option<Cow<'a, str>> = id,
        /// Emoji; absent or empty if the reaction was removed.
        pub emoji: Option<Cow<'a, str>> = text,
    }

    /// Payload of `system`.
    ///
    /// Source: Cloud API, webhooks, messages, system; change log of August 2026 (read 2026-11-25).
    /// Seen in the wild: yes.
    pub struct System<'a> {
        /// Type of the notice: `user_changed_number`, `user_changed_user_id`, `customer_identity_changed` …
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Human-readable sentence.
        pub body: Option<Cow<'a, str>> = text,
        /// New phone number.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// New phone number, up to v11.
        pub new_wa_id: Option<Cow<'a, str>> = id,
        /// New business-scoped user ID.
        pub user_id: Option<Cow<'a, str>> = id,
        /// New parent business-scoped user ID.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID before the change. Since August 2026.
        pub previous_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID before the change. Since August 2026.
        pub previous_parent_user_id: Option<Cow<'a, str>> = id,
        /// Phone number before the change.
        pub customer: Option<Cow<'a, str>> = id,
        /// Hash of the new identity.
        pub identity: Option<Cow<'a, str>> = text,
    }

    /// Identity check of a message.
    ///
    /// Source: Cloud API, webhooks, messages, system (read 2026-11-21). Seen in the wild: yes.
    pub struct Identity<'a> {
        /// Whether the new identity was acknowledged.
        pub acknowledged: Option<bool> = flag,
        /// Time at which the identity was created: seconds as text, or milliseconds as number.
        pub created_timestamp: Option<Timestamp> = time,
        /// Hash of the identity.
        pub hash: Option<Cow<'a, str>> = text,
    }

    /// Payload of `edit`.
    ///
    /// Source: Cloud API, webhooks, messages, edit (read 2026-11-21). Seen in the wild: no.
    pub struct Edit<'a> {
        /// ID of the message that was edited.
        pub original_message_id: Option<Cow<'a, str>> = id,
        /// New message, without sender, ID and time; read one level deep.
        pub message: Option<RawSlice<'a>> = raw,
    }

    /// Payload of `revoke`.
    ///
    /// Source: Cloud API, webhooks, messages, revoke (read 2026-11-21). Seen in the wild: no.
    pub struct Revoke<'a> {
        /// ID of the message that was deleted.
        pub original_message_id: Option<Cow<'a, str>> = id,
    }

    /// Payload of `unsupported`. Since November 2025.
    ///
    /// Source: Cloud API, webhooks, messages, unsupported (read 2026-11-21). Seen in the wild: yes.
    pub struct Unsupported<'a> {
        /// Type of the message that is not supported; an open list of values.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Original type, if `type` is `unknown`.
        pub raw_type: Option<Cow<'a, str>> = text,
    }
}
