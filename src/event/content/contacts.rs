//! Contact cards.

use crate::event::model::model;
use crate::types::string_enum;

string_enum! {
    /// Where a contact card comes from.
    pub enum ContactOrigin {
        /// The person answered a request with the own number.
        ContactRequest = "contact_request",
        /// The person shared the card.
        Other = "other",
    }
}

model! {
    /// Contact cards that were shared.
    pub struct Contacts {
        /// Cards; empty where the provider tells the kind only. Cooby.
        pub cards: Vec<ContactCard>,
    }

    /// One contact card. Everything is optional; words such as `type` are free text in any language.
    pub struct ContactCard {
        /// Name and its parts.
        pub name: Option<ContactName>,
        /// Phone numbers.
        pub phones: Vec<ContactPhone>,
        /// Mail addresses.
        pub emails: Vec<ContactEmail>,
        /// Web addresses.
        pub urls: Vec<ContactUrl>,
        /// Postal addresses.
        pub addresses: Vec<ContactAddress>,
        /// Company.
        pub org: Option<ContactOrganization>,
        /// Birthday, mostly `YYYY-MM-DD`.
        pub birthday: Option<String> = text,
        /// The card as vCard text.
        pub vcard: Option<String> = text,
        /// `contact_request` where a person answered a request with the own number, or `other`. Meta.
        pub origin: Option<ContactOrigin>,
    }

    /// Name on a card.
    pub struct ContactName {
        /// Whole name.
        pub formatted_name: Option<String> = text,
        /// First name.
        pub first_name: Option<String> = text,
        /// Middle name.
        pub middle_name: Option<String> = text,
        /// Last name.
        pub last_name: Option<String> = text,
        /// Title before the name.
        pub prefix: Option<String> = text,
        /// Title behind the name.
        pub suffix: Option<String> = text,
    }

    /// Phone number on a card.
    pub struct ContactPhone {
        /// Number as it was saved.
        pub phone: Option<String> = tail,
        /// WhatsApp id; absent where the number is not on WhatsApp.
        pub wa_id: Option<String> = tail,
        /// Word such as `Mobile`.
        pub r#type: Option<String>,
    }

    /// Mail address on a card.
    pub struct ContactEmail {
        /// Address.
        pub email: Option<String> = text,
        /// Word such as `WORK`.
        pub r#type: Option<String>,
    }

    /// Web address on a card.
    pub struct ContactUrl {
        /// Address.
        pub url: Option<String> = text,
        /// Word such as `Company`.
        pub r#type: Option<String>,
    }

    /// Postal address on a card.
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
        /// ISO code of the country, in any case.
        pub country_code: Option<String>,
        /// Word such as `HOME`.
        pub r#type: Option<String>,
    }

    /// Company on a card.
    pub struct ContactOrganization {
        /// Company.
        pub company: Option<String> = text,
        /// Department.
        pub department: Option<String> = text,
        /// Position.
        pub title: Option<String> = text,
    }
}
