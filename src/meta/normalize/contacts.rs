//! Contact cards.

use super::content::Read;
use crate::delivery::{Problem, own};
use crate::event::content::{
    ContactAddress, ContactCard, ContactEmail, ContactName, ContactOrganization, ContactPhone,
    ContactUrl, Contacts, Content,
};
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
            .map(self::name)
            .filter(|name| *name != ContactName::default()),
        phones: phones.into_iter().map(phone).collect(),
        emails: emails.into_iter().map(email).collect(),
        urls: urls.into_iter().map(url).collect(),
        addresses: addresses.into_iter().map(address).collect(),
        org: org
            .map(organization)
            .filter(|org| *org != ContactOrganization::default()),
        birthday: own(birthday),
        vcard: own(vcard),
        origin: own(origin),
    }
}

fn name(name: CardName<'_>) -> ContactName {
    let CardName {
        formatted_name,
        first_name,
        middle_name,
        last_name,
        prefix,
        suffix,
    } = name;
    ContactName {
        formatted_name: own(formatted_name),
        first_name: own(first_name),
        middle_name: own(middle_name),
        last_name: own(last_name),
        prefix: own(prefix),
        suffix: own(suffix),
    }
}

fn phone(phone: CardPhone<'_>) -> ContactPhone {
    let CardPhone {
        phone,
        wa_id,
        r#type,
    } = phone;
    ContactPhone {
        phone: own(phone),
        wa_id: own(wa_id),
        r#type: own(r#type),
    }
}

fn email(email: CardEmail<'_>) -> ContactEmail {
    let CardEmail { email, r#type } = email;
    ContactEmail {
        email: own(email),
        r#type: own(r#type),
    }
}

fn url(url: CardUrl<'_>) -> ContactUrl {
    let CardUrl { url, r#type } = url;
    ContactUrl {
        url: own(url),
        r#type: own(r#type),
    }
}

fn address(address: CardAddress<'_>) -> ContactAddress {
    let CardAddress {
        street,
        city,
        state,
        zip,
        country,
        country_code,
        r#type,
    } = address;
    ContactAddress {
        street: own(street),
        city: own(city),
        state: own(state),
        zip: own(zip),
        country: own(country),
        country_code: own(country_code),
        r#type: own(r#type),
    }
}

fn organization(organization: CardOrganization<'_>) -> ContactOrganization {
    let CardOrganization {
        company,
        department,
        title,
    } = organization;
    ContactOrganization {
        company: own(company),
        department: own(department),
        title: own(title),
    }
}
