//! Contact cards.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{ContactCard, ContactName, ContactPhone, Contacts};
use crate::json::Owned;
use crate::whatzmeapi::payload::{ContactMessage, ContactsArrayMessage};

pub(super) fn contact(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: ContactMessage<'_> = part.wire()?;
    part.context = message.context_info;
    Ok(Contacts {
        cards: vec![message.into()],
    }
    .into())
}

pub(super) fn contacts(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ContactsArrayMessage {
        display_name: _,
        contacts,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Contacts {
        cards: contacts.owned(),
    }
    .into())
}

impl From<ContactMessage<'_>> for ContactCard {
    fn from(contact: ContactMessage<'_>) -> Self {
        let ContactMessage {
            display_name,
            vcard,
            context_info: _,
        } = contact;
        let name = display_name.or_else(|| vcard.as_deref().and_then(full_name).owned());
        Self {
            name: name.map(|name| ContactName {
                formatted_name: Some(name.into_owned()),
                ..ContactName::default()
            }),
            phones: vcard.as_deref().map(phones).unwrap_or_default(),
            vcard: vcard.owned(),
            ..Self::default()
        }
    }
}

/// The `FN` line of a vCard: the name, where the gateway gives none beside the card.
fn full_name(vcard: &str) -> Option<&str> {
    let mut names = vcard.lines().filter_map(|line| {
        let (property, value) = line.trim().split_once(':')?;
        let name = property.split(';').next()?;
        let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
        name.eq_ignore_ascii_case("FN").then_some(value.trim())
    });
    names.find(|name| !name.is_empty())
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
    let number = value.trim();
    let number = number.strip_prefix("tel:").unwrap_or(number);
    phone.phone = if number.is_empty() {
        phone.wa_id.clone()
    } else {
        Some(number.to_owned())
    };
    phone.phone.is_some().then_some(phone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_taken_from_a_card_without_one_beside_it() {
        let card = "BEGIN:VCARD\r\nN:;Beto;;;\r\nFN:\r\nitem1.FN;CHARSET=UTF-8:Beto\r\nEND:VCARD";
        assert_eq!(full_name(card), Some("Beto"));
        assert_eq!(full_name("FNX:Beto\nTEL:1"), None);
    }

    #[test]
    fn numbers_are_taken_from_the_card() {
        let found = phones(
            "BEGIN:VCARD\r\nFN:TEL\r\nitem1.TEL;type=CELL;type=VOICE;waid=5215500000141:+52 1 55\r\n\
             TEL:123\nTELEX:9\nTEL;VALUE=uri:tel:+44 7700\nTEL;waid=447700900562:\nTEL:\nEND:VCARD",
        );
        assert_eq!(found.len(), 4);
        assert_eq!(found[2].phone.as_deref(), Some("+44 7700"));
        assert_eq!(found[3].phone.as_deref(), Some("447700900562"));
        assert_eq!(found[0].phone.as_deref(), Some("+52 1 55"));
        assert_eq!(found[0].wa_id.as_deref(), Some("5215500000141"));
        assert_eq!(found[0].r#type.as_deref(), Some("CELL"));
        assert_eq!(found[1].phone.as_deref(), Some("123"));
        assert_eq!(found[1].wa_id, None);
    }
}
