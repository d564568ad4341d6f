//! People, from a number and a name.

use crate::cooby::payload::Person;
use crate::event::Party;
use crate::types::PhoneNumber;

/// A person as Cooby sends one: a number as received, and a name.
#[derive(Clone, Copy, Default)]
pub(super) struct Named<'a> {
    pub(super) number: Option<&'a str>,
    pub(super) name: Option<&'a str>,
}

impl Named<'_> {
    pub(super) fn is_empty(self) -> bool {
        self.number.is_none() && self.name.is_none()
    }
}

impl<'a> From<&'a Person<'_>> for Named<'a> {
    fn from(person: &'a Person<'_>) -> Self {
        let Person { phone, wa_name } = person;
        Self {
            number: phone.as_deref(),
            name: wa_name.as_deref(),
        }
    }
}

impl From<Named<'_>> for Party {
    fn from(Named { number, name }: Named<'_>) -> Self {
        Self {
            id: number.map(str::to_owned),
            phone: number.and_then(PhoneNumber::parse),
            name: name.map(str::to_owned),
            ..Self::default()
        }
    }
}
