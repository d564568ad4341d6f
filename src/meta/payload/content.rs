//! Payloads of messages, one for each type.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// Payload of `text`.
    ///
    /// Source: Cloud API, webhooks, messages, text (read 2026-11-21). Seen in the wild: yes.
    pub struct Text<'a> {
        /// May be empty.
        pub body: Option<Cow<'a, str>> = body,
    }

    /// Payload of `image`, `video`, `audio`, `document` and `sticker`.
    ///
    /// Source: Cloud API, webhooks, messages, image and its siblings (read 2026-11-21). Seen in the wild: yes.
    pub struct Media<'a> {
        /// Id of the file, good for 7 days.
        pub id: Option<Cow<'a, str>> = id,
        /// May have parameters.
        pub mime_type: Option<Cow<'a, str>> = text,
        /// Base64; hex in the documentation of history and edits.
        pub sha256: Option<Cow<'a, str>> = text,
        /// Since v24, good for about 5 minutes; often missing.
        pub url: Option<Cow<'a, str>> = text,
        /// Image, video, document.
        pub caption: Option<Cow<'a, str>> = text,
        /// Document; documented as required, seen missing.
        pub filename: Option<Cow<'a, str>> = text,
        /// Audio: recorded in the chat.
        pub voice: Option<bool> = flag,
        /// Sticker.
        pub animated: Option<bool> = flag,
    }

    /// Payload of `location`.
    ///
    /// Source: Cloud API, webhooks, messages, location (read 2026-11-21). Seen in the wild: yes.
    pub struct Location<'a> {
        /// Degrees north; text has been seen.
        pub latitude: Option<f64> = number,
        /// Degrees east; text has been seen.
        pub longitude: Option<f64> = number,
        /// Absent on a dropped pin.
        pub name: Option<Cow<'a, str>> = text,
        /// Absent on a dropped pin.
        pub address: Option<Cow<'a, str>> = text,
        /// Page of the venue.
        pub url: Option<Cow<'a, str>> = text,
    }

    /// Element of `contacts`. Every key is optional.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct Card<'a> {
        /// Absent in answers to a contact request.
        pub name: Option<CardName<'a>> = object,
        /// Numbers.
        pub phones: Vec<CardPhone<'a>> = list,
        /// Mail addresses.
        pub emails: Vec<CardEmail<'a>> = list,
        /// Web addresses.
        pub urls: Vec<CardUrl<'a>> = list,
        /// Postal addresses.
        pub addresses: Vec<CardAddress<'a>> = list,
        /// Company.
        pub org: Option<CardOrganization<'a>> = object,
        /// Mostly `YYYY-MM-DD`.
        pub birthday: Option<Cow<'a, str>> = text,
        /// Since 2026, for `other`.
        pub vcard: Option<Cow<'a, str>> = text,
        /// Since 2026: `contact_request` or `other`.
        pub origin: Option<Cow<'a, str>> = text,
    }

    /// Name on a card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardName<'a> {
        /// Whole name.
        pub formatted_name: Option<Cow<'a, str>> = text,
        /// First name.
        pub first_name: Option<Cow<'a, str>> = text,
        /// Middle name.
        pub middle_name: Option<Cow<'a, str>> = text,
        /// Last name.
        pub last_name: Option<Cow<'a, str>> = text,
        /// Title before the name.
        pub prefix: Option<Cow<'a, str>> = text,
        /// Title behind the name.
        pub suffix: Option<Cow<'a, str>> = text,
    }

    /// Phone number on a card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardPhone<'a> {
        /// As it was saved.
        pub phone: Option<Cow<'a, str>> = text,
        /// Absent where the number is not on WhatsApp.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Free text.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Mail address on a card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardEmail<'a> {
        /// Address.
        pub email: Option<Cow<'a, str>> = text,
        /// Free text.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Web address on a card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardUrl<'a> {
        /// Address.
        pub url: Option<Cow<'a, str>> = text,
        /// Free text.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Postal address on a card.
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
        /// ISO code, in any case.
        pub country_code: Option<Cow<'a, str>> = text,
        /// Free text.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Company on a card.
    ///
    /// Source: Cloud API, webhooks, messages, contacts (read 2026-11-21). Seen in the wild: yes.
    pub struct CardOrganization<'a> {
        /// Company.
        pub company: Option<Cow<'a, str>> = text,
        /// Department.
        pub department: Option<Cow<'a, str>> = text,
        /// Position.
        pub title: Option<Cow<'a, str>> = text,
    }

    /// Payload of `button`: a quick reply of a template.
    ///
    /// Source: Cloud API, webhooks, messages, button (read 2026-11-21). Seen in the wild: yes.
    pub struct Button<'a> {
        /// The label where the sender set none; missing in old deliveries.
        pub payload: Option<Cow<'a, str>> = text,
        /// Label.
        pub text: Option<Cow<'a, str>> = text,
    }

    /// Payload of `order`.
    ///
    /// Source: Cloud API, webhooks, messages, order (read 2026-11-21). Seen in the wild: yes.
    pub struct Order<'a> {
        /// Catalog.
        pub catalog_id: Option<Cow<'a, str>> = id,
        /// What was written with it.
        pub text: Option<Cow<'a, str>> = text,
        /// Products.
        pub product_items: Vec<ProductItem<'a>> = list,
    }

    /// Product of an order.
    ///
    /// Source: Cloud API, webhooks, messages, order (read 2026-11-21). Seen in the wild: yes.
    pub struct ProductItem<'a> {
        /// Id that the seller gave the product.
        pub product_retailer_id: Option<Cow<'a, str>> = id,
        /// Whole number.
        pub quantity: Option<Cow<'a, str>> = text,
        /// Main unit; documented as whole, printed as a fraction.
        pub item_price: Option<Cow<'a, str>> = text,
        /// ISO code.
        pub currency: Option<Cow<'a, str>> = text,
    }

    /// Payload of `reaction`.
    ///
    /// Source: Cloud API, webhooks, messages, reaction (read 2026-11-21). Seen in the wild: yes.
    pub struct Reaction<'a> {
        /// Message it belongs to.
        pub message_id: Option<Cow<'a, str>> = id,
        /// Misspelled in one sample of the documentation.
        pub messsage_id: Option<Cow<'a, str>> = id,
        /// Absent or empty: the reaction was taken back.
        pub emoji: Option<Cow<'a, str>> = text,
    }

    /// Payload of `system`.
    ///
    /// Source: Cloud API, webhooks, messages, system; change log of August 2026 (read 2026-11-25).
    /// Seen in the wild: yes.
    pub struct System<'a> {
        /// `user_changed_number`, `user_changed_user_id`, `customer_identity_changed` …
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Sentence for people.
        pub body: Option<Cow<'a, str>> = text,
        /// New number.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// New number, up to v11.
        pub new_wa_id: Option<Cow<'a, str>> = id,
        /// New business-scoped id.
        pub user_id: Option<Cow<'a, str>> = id,
        /// New parent id.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Business-scoped id before the change. Since August 2026.
        pub previous_user_id: Option<Cow<'a, str>> = id,
        /// Parent id before the change. Since August 2026.
        pub previous_parent_user_id: Option<Cow<'a, str>> = id,
        /// Earlier number.
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
        /// Seconds as text, or milliseconds as number.
        pub created_timestamp: Option<Timestamp> = time,
        /// Hash of the identity.
        pub hash: Option<Cow<'a, str>> = text,
    }

    /// Payload of `edit`.
    ///
    /// Source: Cloud API, webhooks, messages, edit (read 2026-11-21). Seen in the wild: no.
    pub struct Edit<'a> {
        /// Message that was changed.
        pub original_message_id: Option<Cow<'a, str>> = id,
        /// A message of its own, without sender, id and time; read one level deep.
        pub message: Option<RawSlice<'a>> = raw,
    }

    /// Payload of `revoke`.
    ///
    /// Source: Cloud API, webhooks, messages, revoke (read 2026-11-21). Seen in the wild: no.
    pub struct Revoke<'a> {
        /// Message that is gone.
        pub original_message_id: Option<Cow<'a, str>> = id,
    }

    /// Payload of `unsupported`. Since November 2025.
    ///
    /// Source: Cloud API, webhooks, messages, unsupported (read 2026-11-21). Seen in the wild: yes.
    pub struct Unsupported<'a> {
        /// What it was; an open list of words.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Beside `unknown`.
        pub raw_type: Option<Cow<'a, str>> = text,
    }
}
