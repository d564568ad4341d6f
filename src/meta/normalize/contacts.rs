//! Contact cards.

use super::content::Read;
use crate::collector::Problem;
use crate::event::content::{
    ContactAddress, ContactCard, ContactEmail, ContactName, ContactOrganization, ContactPhone,
    ContactUrl, Contacts, Content,
};
use crate::json::{Owned, own, owned};
use crate::meta::payload::{
    Card, CardAddress, CardEmail, CardName, CardOrganization, CardPhone, CardUrl, Message,
};

/// Drafts have the origin beside the cards instead of in them.
pub(super) fn contacts(message: &mut Message<'_>) -> Read {
    let mut cards = std::mem::take(&mut message.contacts);
    let origin = message.origin.take();
    for card in &mut cards {
        card.origin = card.origin.take().or_else(|| origin.clone());
    }
    self::cards(cards, "contacts")
}

pub(super) fn cards(cards: Vec<Card<'_>>, place: &'static str) -> Read {
    if cards.is_empty() {
        return Err(Problem::no_object(place));
    }
    let cards = cards.into_iter().map(card).collect();
    Ok(Content::Contacts(Box::new(Contacts { cards })))
}

fn card(card: Card<'_>) -> ContactCard {
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
    ContactCard {
        name: name
            .map(ContactName::from)
            .filter(|name| *name != ContactName::default()),
        phones: phones.owned(),
        emails: emails.owned(),
        urls: urls.owned(),
        addresses: addresses.owned(),
        org: org
            .map(ContactOrganization::from)
            .filter(|org| *org != ContactOrganization::default()),
        birthday: own(birthday),
        vcard: own(vcard),
        origin: own(origin),
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
