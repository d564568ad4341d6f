//! Contact cards.

use crate::collector::Problem;
use crate::envelope;
use crate::event::content::{
    ContactAddress, ContactCard, ContactEmail, ContactName, ContactOrganization, ContactPhone,
    ContactUrl, Contacts, Content,
};
use crate::json::{Owned, owned, unless_empty};
use crate::meta::payload::{
    Card, CardAddress, CardEmail, CardName, CardOrganization, CardPhone, CardUrl, Message,
};
use crate::vcard;

/// In drafts the origin is next to the cards instead of in them.
pub(super) fn with_origin(message: &mut Message<'_>) -> Result<Content, Problem> {
    let mut cards = std::mem::take(&mut message.contacts);
    let mut origin = message.origin.take();
    envelope::limit(&mut origin);
    for card in &mut cards {
        card.origin = card.origin.take().or_else(|| origin.clone());
    }
    contacts(cards, "contacts")
}

/// Reads the cards at this path. There must be at least one.
pub(in crate::meta::normalize) fn contacts(
    cards: Vec<Card<'_>>,
    place: &'static str,
) -> Result<Content, Problem> {
    if cards.is_empty() {
        return Err(Problem::no_object(place));
    }
    Ok(Content::from(Contacts {
        cards: cards.owned(),
    }))
}

impl From<Card<'_>> for ContactCard {
    fn from(card: Card<'_>) -> Self {
        let Card {
            name,
            phones,
            emails,
            urls,
            addresses,
            org,
            birthday,
            vcard,
            origin,
        } = card;
        let mut numbers: Vec<ContactPhone> = phones.owned();
        if let (Some(vcard), true) = (&vcard, numbers.is_empty()) {
            numbers = vcard::phones(vcard);
        }
        Self {
            name: name.owned().and_then(unless_empty),
            phones: numbers,
            emails: emails.owned(),
            urls: urls.owned(),
            addresses: addresses.owned(),
            org: org.owned().and_then(unless_empty),
            birthday: birthday.owned(),
            vcard: vcard.owned(),
            origin: origin.owned(),
        }
    }
}

owned! {
    CardName => ContactName { formatted_name, first_name, middle_name, last_name, prefix, suffix }
    CardPhone => ContactPhone { phone, wa_id, r#type }
    CardEmail => ContactEmail { email, r#type }
    CardUrl => ContactUrl { url, r#type }
    CardAddress => ContactAddress { street, city, state, zip, country, country_code, r#type }
    CardOrganization => ContactOrganization { company, department, title }
}
