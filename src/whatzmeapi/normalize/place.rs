//! Places and people.

use super::content::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{ContactCard, ContactName, ContactPhone, Contacts, Location};
use crate::json::own;
use crate::whatzmeapi::payload::{ContactMessage, ContactsArrayMessage, LocationMessage};

pub(super) fn location(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: LocationMessage<'_> = part.wire()?;
    part.context = message.context_info;
    Ok(Content::Location(Box::new(place(message))))
}

pub(super) fn live_location(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: LocationMessage<'_> = part.wire()?;
    part.context = message.context_info;
    Ok(Content::Location(Box::new(Location {
        live: Some(true),
        ..place(message)
    })))
}

pub(super) fn place(message: LocationMessage<'_>) -> Location {
    let LocationMessage {
        degrees_latitude,
        degrees_longitude,
        name,
        address,
        url,
        comment,
        caption,
        is_live,
        accuracy_in_meters,
        speed_in_mps,
        context_info: _,
    } = message;
    Location {
        latitude: degrees_latitude,
        longitude: degrees_longitude,
        name: own(name),
        address: own(address),
        url: own(url),
        caption: own(caption.or(comment)),
        live: is_live,
        accuracy: accuracy_in_meters,
        speed: speed_in_mps,
    }
}

pub(super) fn contact(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: ContactMessage<'_> = part.wire()?;
    part.context = message.context_info;
    Ok(Content::Contacts(Box::new(Contacts {
        cards: vec![card(message)],
    })))
}

pub(super) fn contacts(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ContactsArrayMessage {
        display_name: _,
        contacts,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Content::Contacts(Box::new(Contacts {
        cards: contacts.into_iter().map(card).collect(),
    })))
}

fn card(contact: ContactMessage<'_>) -> ContactCard {
    let ContactMessage {
        display_name,
        vcard,
        context_info: _,
    } = contact;
    ContactCard {
        name: display_name.map(|name| ContactName {
            formatted_name: Some(name.into_owned()),
            ..ContactName::default()
        }),
        phones: vcard.as_deref().map(phones).unwrap_or_default(),
        vcard: own(vcard),
        ..ContactCard::default()
    }
}

/// The `TEL` lines of a vCard: `item1.TEL;type=CELL;waid=5215500000141:+52 1 55 0000 0141`.
fn phones(vcard: &str) -> Vec<ContactPhone> {
    vcard.lines().filter_map(phone).collect()
}

fn phone(line: &str) -> Option<ContactPhone> {
    let (property, value) = line.trim().split_once(':')?;
    let mut parts = property.split(';');
    let name = parts.next()?;
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
    if !name.eq_ignore_ascii_case("TEL") {
        return None;
    }
    let mut phone = ContactPhone::default();
    for (key, word) in parts.filter_map(|part| part.split_once('=')) {
        if key.eq_ignore_ascii_case("waid") {
            phone.wa_id = Some(word.to_owned());
        } else if key.eq_ignore_ascii_case("type") {
            phone.r#type.get_or_insert_with(|| word.to_owned());
        }
    }
    phone.phone = Some(value.trim().to_owned()).filter(|value| !value.is_empty());
    Some(phone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_from_the_card() {
        let found = phones(
            "BEGIN:VCARD\r\nFN:TEL\r\nitem1.TEL;type=CELL;type=VOICE;waid=5215500000141:+52 1 55\r\n\
             TEL:123\nTELEX:9\nEND:VCARD",
        );
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].phone.as_deref(), Some("+52 1 55"));
        assert_eq!(found[0].wa_id.as_deref(), Some("5215500000141"));
        assert_eq!(found[0].r#type.as_deref(), Some("CELL"));
        assert_eq!(found[1].phone.as_deref(), Some("123"));
        assert_eq!(found[1].wa_id, None);
    }
}
