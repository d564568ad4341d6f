//! Who is who: the people of a value, joined by any of their ids.

use std::borrow::Cow;

use crate::event::{Account, Party};
use crate::json::{List, Owned};
use crate::meta::payload::{Contact, Profile};
use crate::types::{PhoneNumber, PhoneNumberId};

/// Contacts from which on a lookup is sorted first: walking the list each time is quadratic.
const SORT_FROM: usize = 9;

/// The people of one value.
#[derive(Default)]
pub(super) struct People<'a> {
    contacts: List<Contact<'a>>,
    /// Every id of every contact, sorted, with the contact's place; empty for a few contacts.
    sorted: Vec<(Cow<'a, str>, usize)>,
    /// How many items they stand beside.
    items: usize,
}

/// The ids that a message or status gives for one person.
#[derive(Default)]
pub(super) struct Ids<'a> {
    pub(super) phone: Option<Cow<'a, str>>,
    pub(super) user_id: Option<Cow<'a, str>>,
    pub(super) parent_user_id: Option<Cow<'a, str>>,
}

impl<'a> People<'a> {
    /// The contacts of a value that holds this many items.
    pub(super) fn new(contacts: List<Contact<'a>>, items: usize) -> Self {
        let mut sorted = Vec::new();
        if contacts.len() >= SORT_FROM {
            for (place, contact) in contacts.iter().enumerate() {
                let phone = contact.wa_id.clone().map(|id| match id {
                    Cow::Borrowed(id) => key(id),
                    Cow::Owned(id) => Cow::Owned(key(&id).into_owned()),
                });
                let user_ids = [contact.user_id.clone(), contact.parent_user_id.clone()];
                let ids = phone.into_iter().chain(user_ids.into_iter().flatten());
                sorted.extend(ids.map(|id| (id, place)));
            }
            sorted.sort();
        }
        Self {
            contacts,
            sorted,
            items,
        }
    }

    /// The sender of a message; `None` where it has no id.
    pub(super) fn sender(&self, ids: Ids<'a>) -> Option<Party> {
        let contact = self.find(&ids).or_else(|| self.sole(&ids));
        party(contact, ids)
    }

    /// Another person with these ids; `None` where there are none.
    pub(super) fn party(&self, ids: Ids<'a>) -> Option<Party> {
        party(self.find(&ids), ids)
    }

    fn find(&self, ids: &Ids<'_>) -> Option<&Contact<'a>> {
        let (phone, user_id) = (ids.phone.as_deref(), ids.user_id.as_deref());
        let parent_id = ids.parent_user_id.as_deref();
        if self.contacts.len() >= SORT_FROM {
            let by_user_id = user_id.and_then(|id| self.search(id));
            return by_user_id
                .or_else(|| self.search(&key(phone?)))
                .or_else(|| self.search(parent_id?));
        }
        let contacts = || self.contacts.iter();
        contacts()
            .find(|contact| user_id.is_some() && contact.user_id.as_deref() == user_id)
            .or_else(|| {
                contacts().find(|contact| phone.is_some() && contact.wa_id.as_deref() == phone)
            })
            .or_else(|| {
                let phone = key(phone?);
                contacts()
                    .find(|contact| contact.wa_id.as_deref().map(key).as_ref() == Some(&phone))
            })
            .or_else(|| {
                contacts().find(|contact| {
                    parent_id.is_some() && contact.parent_user_id.as_deref() == parent_id
                })
            })
    }

    /// The only contact beside the only message: it can only be the sender's, unless their ids say no.
    fn sole(&self, ids: &Ids<'_>) -> Option<&Contact<'a>> {
        let [sole] = &*self.contacts else { return None };
        let contradicts = ids.user_id.is_some() && sole.user_id.is_some();
        (self.items == 1 && !contradicts).then_some(sole)
    }

    fn search(&self, id: &str) -> Option<&Contact<'a>> {
        let at = self.sorted.partition_point(|(known, _)| &**known < id);
        let (_, place) = self.sorted.get(at).filter(|(known, _)| known == id)?;
        self.contacts.get(*place)
    }
}

fn party<'a>(contact: Option<&Contact<'a>>, ids: Ids<'a>) -> Option<Party> {
    let profile = contact.and_then(|contact| contact.profile.as_ref());
    let Ids {
        phone,
        user_id,
        parent_user_id,
    } = ids;
    let wa_id = contact.and_then(|contact| contact.wa_id.clone());
    let user_id = user_id.or_else(|| contact?.user_id.clone());
    let number = phone.clone().or(wa_id.clone());
    let id = number
        .clone()
        .or(user_id.clone())
        .or(parent_user_id.clone())?;
    Some(Party {
        phone: number.as_deref().and_then(PhoneNumber::parse),
        wa_id: wa_id.filter(|wa_id| *wa_id != id).owned(),
        user_id: user_id.owned(),
        parent_user_id: parent_user_id
            .or_else(|| contact?.parent_user_id.clone())
            .owned(),
        username: profile.and_then(username),
        name: profile.and_then(|profile| profile.name.clone()).owned(),
        identity_key_hash: contact
            .and_then(|contact| contact.identity_key_hash.clone())
            .owned(),
        id: Some(id.into_owned()),
        ..Party::default()
    })
}

/// The business as a party: its number, addressed by the number's id.
pub(super) fn business(account: &Account) -> Option<Party> {
    let number_id = account.phone_number_id.as_ref().map(PhoneNumberId::as_str);
    let id = number_id.or_else(|| account.phone_number.as_ref().map(PhoneNumber::as_str))?;
    Some(Party {
        id: Some(id.to_owned()),
        phone: account.phone_number,
        ..Party::default()
    })
}

/// A number's key for comparing, so that a country's two forms are one; another text is its own.
fn key(id: &str) -> Cow<'_, str> {
    PhoneNumber::comparison_key(id).unwrap_or(Cow::Borrowed(id))
}

fn username(profile: &Profile<'_>) -> Option<String> {
    let username = profile.username.as_deref()?;
    Some(username.strip_prefix('@').unwrap_or(username).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::json::RawSlice;

    fn people<'a>(contacts: &[&'a str], messages: usize) -> People<'a> {
        let read = |text: &&'a str| json::read(RawSlice::new(text, 0)).unwrap();
        People::new(contacts.iter().map(read).collect(), messages)
    }

    fn name(
        people: &People<'_>,
        phone: Option<&'static str>,
        user: Option<&'static str>,
    ) -> String {
        let ids = Ids {
            phone: phone.map(Cow::Borrowed),
            user_id: user.map(Cow::Borrowed),
            parent_user_id: None,
        };
        people
            .sender(ids)
            .and_then(|party| party.name)
            .unwrap_or_default()
    }

    const ANA: &str = r#"{"profile":{"name":"Ana"},"wa_id":"5511987654321","user_id":"BR.1"}"#;
    const BEN: &str = r#"{"profile":{"name":"Ben"},"wa_id":"16505550002","user_id":"US.2"}"#;

    #[test]
    fn people_are_joined_by_any_id_and_never_by_position() {
        let both = people(&[ANA, BEN], 2);
        assert_eq!(name(&both, Some("16505550002"), None), "Ben");
        assert_eq!(name(&both, None, Some("BR.1")), "Ana");
        assert_eq!(name(&both, Some("551187654321"), None), "Ana");
        assert_eq!(name(&both, Some("999"), None), "");
    }

    #[test]
    fn a_sole_contact_belongs_to_the_sole_message() {
        assert_eq!(name(&people(&[ANA], 1), Some("12025550100"), None), "Ana");
        assert_eq!(name(&people(&[ANA], 2), Some("12025550100"), None), "");
        assert_eq!(name(&people(&[ANA], 1), None, Some("US.9")), "");
    }

    #[test]
    fn many_people_are_found_alike() {
        let many: Vec<String> = (0..40)
            .map(|n| {
                format!(
                    r#"{{"profile":{{"name":"N{n}"}},"wa_id":"1650555{n:04}","user_id":"US.{n}"}}"#
                )
            })
            .collect();
        let texts: Vec<&str> = many.iter().map(String::as_str).collect();
        let people = people(&texts, 3);
        assert_eq!(name(&people, Some("16505550017"), None), "N17");
        assert_eq!(name(&people, None, Some("US.39")), "N39");
        assert_eq!(name(&people, Some("16505559999"), None), "");
    }

    #[test]
    fn a_hidden_number_leaves_the_user_id() {
        let party = people(&[], 1)
            .party(Ids {
                user_id: Some(Cow::Borrowed("US.2")),
                ..Ids::default()
            })
            .unwrap();
        assert_eq!((party.id.as_deref(), party.phone), (Some("US.2"), None));
    }
}
