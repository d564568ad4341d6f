//! The people of a value, matched by any of their IDs.

use std::borrow::Cow;
use std::cell::Cell;

use crate::collector::{Collector, Item, Problem, Scope};
use crate::envelope::{Kept, limit, object_in};
use crate::event::{Account, Party};
use crate::json::{self, List, Owned, RawSlice, Sequence};
use crate::meta::payload::{Contact, Profile};
use crate::meta::words::without_at;
use crate::path::Path;
use crate::types::{PhoneNumber, PhoneNumberId, Timestamp};

/// Number of contacts from which a lookup is sorted first: searching the list each time is quadratic.
const SORT_FROM: usize = 9;

/// The people of one value.
#[derive(Default)]
pub(super) struct People<'a> {
    contacts: List<Known<'a>>,
    /// IDs of all contacts, sorted, with the index of the contact; empty for a few contacts.
    sorted: Vec<(Cow<'a, str>, usize)>,
    /// Number of items in the value.
    items: usize,
}

/// A contact and its item.
struct Known<'a> {
    contact: Contact<'a>,
    item: Item<'a>,
    /// Whether its fields contain all of it.
    is_whole: bool,
    /// Whether an item is about this person.
    is_joined: Cell<bool>,
}

/// The IDs of one person in a message or status.
#[derive(Default)]
pub(super) struct Ids<'a> {
    pub(super) phone: Option<Cow<'a, str>>,
    pub(super) user_id: Option<Cow<'a, str>>,
    pub(super) parent_user_id: Option<Cow<'a, str>>,
}

impl<'a> People<'a> {
    /// Reads the contacts of a value that has this number of items.
    pub(super) fn read(
        collector: &mut Collector<'_>,
        scope: &Scope,
        path: &Path,
        contacts: &[RawSlice<'a>],
        items: usize,
    ) -> Self {
        let mut known = List::default();
        for (nth, list) in (1..).zip(contacts) {
            let path = path.key("contacts", nth);
            let kind = "contacts";
            collector.items(
                scope,
                kind,
                *list,
                &path,
                |collector, item| match Known::read(item) {
                    Ok(contact) => known.push(contact),
                    Err((item, problem)) => {
                        collector.malformed(scope, kind, item, None, &problem);
                    }
                },
            );
        }
        Self::new(known, items)
    }

    fn new(contacts: List<Known<'a>>, items: usize) -> Self {
        let mut sorted = Vec::new();
        if contacts.len() >= SORT_FROM {
            for (number, Known { contact, .. }) in contacts.iter().enumerate() {
                let phone = contact.wa_id.clone().map(|id| match id {
                    Cow::Borrowed(id) => key(id),
                    Cow::Owned(id) => Cow::Owned(key(&id).into_owned()),
                });
                let user_ids = [contact.user_id.clone(), contact.parent_user_id.clone()];
                let ids = phone.into_iter().chain(user_ids.into_iter().flatten());
                sorted.extend(ids.map(|id| (id, number)));
            }
            sorted.sort();
        }
        Self {
            contacts,
            sorted,
            items,
        }
    }

    /// Keeps the parts of these people that no item contains. A contact that belongs to no item becomes an event of
    /// its own.
    pub(super) fn part(
        &self,
        collector: &mut Collector<'_>,
        scope: &Scope,
        time: Option<Timestamp>,
        kept: &mut Kept,
    ) {
        for known in self.contacts.iter() {
            let Item { slice, ref path } = known.item;
            if !known.is_joined.get() {
                let path = path.clone();
                let item = Item { slice, path };
                collector.unknown(scope, "contacts", item, time);
            } else if !known.is_whole {
                known.keep(collector, scope, time, kept);
            }
        }
    }

    /// Returns the person of an item: the sender of a message, or the recipient of a status. `None` if there is no
    /// ID.
    pub(super) fn person(&self, ids: Ids<'a>) -> Option<Party> {
        join(self.known(&ids), ids)
    }

    /// Returns another person with these IDs; `None` if there are none.
    pub(super) fn party(&self, ids: Ids<'a>) -> Option<Party> {
        join(self.find(&ids), ids)
    }

    /// Returns the person that [`person`](Self::person) returns, whose contact still belongs to no item.
    pub(super) fn lookup(&self, ids: Ids<'a>) -> Option<Party> {
        party(self.known(&ids).map(|known| &known.contact), ids)
    }

    /// Returns the person of an item without IDs: the only contact.
    pub(super) fn only(&self) -> Option<Party> {
        let [only] = &*self.contacts else { return None };
        join(Some(only), Ids::default())
    }

    /// Returns the contact of the person of an item.
    fn known(&self, ids: &Ids<'_>) -> Option<&Known<'a>> {
        self.find(ids).or_else(|| self.sole(ids))
    }

    fn find(&self, ids: &Ids<'_>) -> Option<&Known<'a>> {
        let (phone, user_id) = (ids.phone.as_deref(), ids.user_id.as_deref());
        let parent_id = ids.parent_user_id.as_deref();
        if self.contacts.len() >= SORT_FROM {
            let by_user_id = user_id.and_then(|id| self.search(id));
            return by_user_id
                .or_else(|| self.search(&key(phone?)))
                .or_else(|| self.search(parent_id?));
        }
        let find = |is_the: &dyn Fn(&Contact<'a>) -> bool| {
            let mut contacts = self.contacts.iter();
            contacts.find(|known| is_the(&known.contact))
        };
        find(&|contact| user_id.is_some() && contact.user_id.as_deref() == user_id)
            .or_else(|| find(&|contact| phone.is_some() && contact.wa_id.as_deref() == phone))
            .or_else(|| {
                let phone = key(phone?);
                find(&|contact| contact.wa_id.as_deref().map(key).as_ref() == Some(&phone))
            })
            .or_else(|| {
                let parent_id = parent_id?;
                find(&|contact| contact.parent_user_id.as_deref() == Some(parent_id))
            })
    }

    /// Returns the only contact for the only item: the same person, unless an ID of one kind differs.
    fn sole(&self, ids: &Ids<'_>) -> Option<&Known<'a>> {
        let [sole] = &*self.contacts else { return None };
        let Contact {
            wa_id,
            user_id,
            parent_user_id,
            ..
        } = &sole.contact;
        let differs = |id: &Option<Cow<'_, str>>, other: &Option<Cow<'_, str>>| matches!((id, other), (Some(id), Some(other)) if key(id) != key(other));
        let is_other = differs(&ids.phone, wa_id)
            || differs(&ids.user_id, user_id)
            || differs(&ids.parent_user_id, parent_user_id);
        (self.items == 1 && !is_other).then_some(sole)
    }

    fn search(&self, id: &str) -> Option<&Known<'a>> {
        let at = self.sorted.partition_point(|(known, _)| &**known < id);
        let (_, place) = self.sorted.get(at).filter(|(known, _)| known == id)?;
        self.contacts.get(*place)
    }
}

fn join<'a>(known: Option<&Known<'a>>, ids: Ids<'a>) -> Option<Party> {
    // A second ID of one kind has no field: the contact is then an event too.
    let is_whole = known.is_some_and(|known| !known.contradicts(&ids));
    let party = party(known.map(|known| &known.contact), ids)?;
    if let Some(known) = known.filter(|_| is_whole) {
        known.is_joined.set(true);
    }
    Some(party)
}

impl<'a> Known<'a> {
    fn read(item: Item<'a>) -> Result<Self, (Item<'a>, Problem)> {
        let (mut contact, mut is_whole) = match json::read_all::<Contact<'a>>(item.slice) {
            Ok(read) => read,
            Err(error) => return Err((item, Problem::unreadable(error))),
        };
        is_whole &= limit(&mut contact.wa_id);
        is_whole &= limit(&mut contact.user_id);
        is_whole &= limit(&mut contact.parent_user_id);
        is_whole &= limit(&mut contact.identity_key_hash);
        if let Some(profile) = &mut contact.profile {
            is_whole &= limit(&mut profile.name);
            is_whole &= limit(&mut profile.username);
        }
        Ok(Self {
            contact,
            item,
            is_whole,
            is_joined: Cell::default(),
        })
    }

    /// Returns whether this is the person of an item by one ID, and another one by a second ID.
    fn contradicts(&self, ids: &Ids<'_>) -> bool {
        let Contact {
            user_id,
            parent_user_id,
            ..
        } = &self.contact;
        [
            (&ids.user_id, user_id),
            (&ids.parent_user_id, parent_user_id),
        ]
        .into_iter()
        .any(|(id, other)| id.is_some() && other.is_some() && id != other)
    }

    /// Keeps the parts of a matched contact that no field contains.
    #[cold]
    fn keep(
        &self,
        collector: &mut Collector<'_>,
        scope: &Scope,
        time: Option<Timestamp>,
        kept: &mut Kept,
    ) {
        let Item { slice, path } = &self.item;
        collector.rest(scope, *slice, &self.contact, path, time, kept);
        let profile = object_in(*slice, "profile");
        if let (Some((nth, part)), Some(profile)) = (profile, &self.contact.profile) {
            let path = path.key("profile", nth);
            collector.rest(scope, part, profile, &path, time, kept);
        }
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

/// Returns the business as a party: its number, with the ID of the number as the ID to reply to.
pub(super) fn business(account: &Account) -> Option<Party> {
    let number_id = account.phone_number_id.as_ref().map(PhoneNumberId::as_str);
    let id = number_id.or_else(|| account.phone_number.as_ref().map(PhoneNumber::as_str))?;
    Some(Party {
        id: Some(id.to_owned()),
        phone: account.phone_number,
        ..Party::default()
    })
}

/// Returns the key of a number for comparison, the same for both forms of a country. Another text is its own key.
fn key(id: &str) -> Cow<'_, str> {
    PhoneNumber::comparison_key(id).unwrap_or(Cow::Borrowed(id))
}

fn username(profile: &Profile<'_>) -> Option<String> {
    profile.username.as_deref().map(without_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::Path;

    fn people<'a>(contacts: &[&'a str], messages: usize) -> People<'a> {
        let read = |text: &&'a str| {
            let slice = RawSlice::new(text, 0);
            let path = Path::default();
            Known::read(Item { slice, path }).ok().unwrap()
        };
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
            .person(ids)
            .and_then(|party| party.name)
            .unwrap_or_default()
    }

    const ANA: &str = r#"{"profile":{"name":"Ana"},"wa_id":"5511987654321","user_id":"BR.1"}"#;
    const BEN: &str = r#"{"profile":{"name":"Ben"},"wa_id":"16505550002","user_id":"US.2"}"#;

    /// Cases: K07.
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
        let nameless = r#"{"profile":{"name":"Ana"}}"#;
        assert_eq!(
            name(&people(&[nameless], 1), Some("12025550100"), None),
            "Ana"
        );
        assert_eq!(name(&people(&[nameless], 2), Some("12025550100"), None), "");
        assert_eq!(name(&people(&[ANA], 1), Some("12025550100"), None), "");
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
