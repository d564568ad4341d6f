//! Contact cards.

use crate::event::model::model;
use crate::types::string_enum;

string_enum! {
    /// How a contact card came to be shared.
    pub enum ContactOrigin {
        /// The person shared their own number in reply to a request.
        ContactRequest = "contact_request",
        /// The person shared the card in another way.
        Other = "other",
    }
}

model! {
    /// Contact cards that were shared.
    pub struct Contacts {
        /// Contact cards; empty for Cooby unless the text of the message is a vCard.
        pub cards: Vec<ContactCard>,
    }

    /// A contact card. Every field is optional, and values such as `type` are free text in any language.
    pub struct ContactCard {
        /// Name of the contact.
        pub name: Option<ContactName>,
        /// Phone numbers.
        pub phones: Vec<ContactPhone>,
        /// Email addresses.
        pub emails: Vec<ContactEmail>,
        /// Web addresses.
        pub urls: Vec<ContactUrl>,
        /// Postal addresses.
        pub addresses: Vec<ContactAddress>,
        /// Company.
        pub org: Option<ContactOrganization>,
        /// Birthday, usually `YYYY-MM-DD`.
        pub birthday: Option<String> = text,
        /// The whole card as vCard text.
        pub vcard: Option<String> = text,
        /// How the card came to be shared. Meta only.
        pub origin: Option<ContactOrigin>,
    }

    /// Name on a contact card.
    pub struct ContactName {
        /// Full name.
        pub formatted_name: Option<String> = text,
        /// First name.
        pub first_name: Option<String> = text,
        /// Middle name.
        pub middle_name: Option<String> = text,
        /// Last name.
        pub last_name: Option<String> = text,
        /// Prefix of the name.
        pub prefix: Option<String> = text,
        /// Suffix of the name.
        pub suffix: Option<String> = text,
    }

    /// Phone number on a contact card.
    pub struct ContactPhone {
        /// Number as saved by the person.
        pub phone: Option<String> = tail,
        /// WhatsApp ID; absent if the number is not on WhatsApp.
        pub wa_id: Option<String> = tail,
        /// Label such as `Mobile`.
        pub r#type: Option<String> = word,
    }

    /// Email address on a contact card.
    pub struct ContactEmail {
        /// Email address.
        pub email: Option<String> = text,
        /// Label such as `WORK`.
        pub r#type: Option<String> = word,
    }

    /// Web address on a contact card.
    pub struct ContactUrl {
        /// URL.
        pub url: Option<String> = text,
        /// Label such as `Company`.
        pub r#type: Option<String> = word,
    }

    /// Postal address on a contact card.
    pub struct ContactAddress {
        /// Street and number.
        pub street: Option<String> = text,
        /// City.
        pub city: Option<String> = text,
        /// State.
        pub state: Option<String> = text,
        /// Postal code.
        pub zip: Option<String> = text,
        /// Country.
        pub country: Option<String> = text,
        /// ISO code of the country, in upper or lower case.
        pub country_code: Option<String>,
        /// Label such as `HOME`.
        pub r#type: Option<String> = word,
    }

    /// Company on a contact card.
    pub struct ContactOrganization {
        /// Name of the company.
        pub company: Option<String> = text,
        /// Department.
        pub department: Option<String> = text,
        /// Job title.
        pub title: Option<String> = text,
    }
}
