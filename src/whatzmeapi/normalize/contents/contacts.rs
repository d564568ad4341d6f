//! Contact cards.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{ContactCard, ContactName, Contacts};
use crate::json::Owned;
use crate::vcard;
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
        let name = display_name.or_else(|| vcard.as_deref().and_then(vcard::full_name).owned());
        Self {
            name: name.map(|name| ContactName {
                formatted_name: Some(name.into_owned()),
                ..ContactName::default()
            }),
            phones: vcard.as_deref().map(vcard::phones).unwrap_or_default(),
            vcard: vcard.owned(),
            ..Self::default()
        }
    }
}
