//! People, numbers and chats from addresses.

use std::borrow::Cow;

use crate::event::{Chat, ChatKind, Party};
use crate::json::Owned;
use crate::types::{Jid, JidServer, PhoneNumber};
use crate::whatzmeapi::payload::Key;

/// Reads a person from the JID as received, its other forms, and fields that should contain a phone number.
pub(super) fn party(id: &str, forms: &[Option<&str>], numbers: &[Option<&str>]) -> Party {
    let addresses = || {
        std::iter::once(id)
            .chain(forms.iter().copied().flatten())
            .chain(numbers.iter().copied().flatten())
    };
    let (mut lid, mut anonymous, mut phone) = (None, None, None);
    for address in addresses() {
        match Jid::parse(address) {
            Some(jid) if lid.is_none() && jid.is_lid() => {
                (lid, anonymous) = (Some(address), Some(jid.user));
            }
            Some(jid) if phone.is_none() => phone = jid.phone(),
            _ => {}
        }
    }
    let phone = phone.or_else(|| {
        // Only digits; one gateway sends the digits of a LID here.
        (numbers.iter().copied().flatten())
            .filter(|digits| Some(*digits) != anonymous)
            .find_map(PhoneNumber::parse)
    });
    Party {
        id: Some(id.to_owned()),
        phone,
        lid: lid.map(str::to_owned),
        ..Party::default()
    }
}

/// The other side of a direct chat.
pub(super) fn peer<'a>(key: &'a Key<'_>) -> Option<Party> {
    let id = key.remote_jid.as_deref()?;
    // On own messages the sender is the account itself.
    let sender = |form: &'a Option<Cow<'_, str>>| {
        let is_peer = key.from_me != Some(true);
        form.as_deref().filter(|_| is_peer)
    };
    let forms = [
        key.remote_lid.as_deref(),
        key.previous_remote_jid.as_deref(),
        sender(&key.sender_lid),
    ];
    let numbers = [
        key.remote_jid_alt.as_deref(),
        sender(&key.sender_pn),
        sender(&key.cleaned_sender_pn),
    ];
    let mut party = party(id, &forms, &numbers);
    party.username = key.remote_jid_username.clone().owned();
    Some(party)
}

/// The author in a group, a broadcast list or among the status updates.
pub(super) fn participant<'a>(key: &'a Key<'_>) -> Option<Party> {
    // On own messages the participant may be the one who received it.
    let sender = |form: &'a Option<Cow<'_, str>>| {
        let is_author = key.from_me != Some(true);
        form.as_deref().filter(|_| is_author)
    };
    let forms = [key.participant_lid.as_deref(), sender(&key.sender_lid)];
    let numbers = [
        key.participant_alt.as_deref(),
        key.participant_pn.as_deref(),
        key.cleaned_participant_pn.as_deref(),
        sender(&key.sender_pn),
        sender(&key.cleaned_sender_pn),
    ];
    // Where the author is only named by another form.
    let id = (key.participant.as_deref())
        .or(key.participant_lid.as_deref())
        .or(key.participant_alt.as_deref())
        .or(key.participant_pn.as_deref())?;
    let mut party = party(id, &forms, &numbers);
    party.username = key.participant_username.clone().owned();
    Some(party)
}

/// The chat: its ID is the JID as received.
pub(super) fn chat(id: &str) -> Chat {
    Chat {
        id: Some(id.to_owned()),
        kind: Jid::parse(id).and_then(|jid| chat_kind(&jid)),
        ..Chat::default()
    }
}

/// Phone numbers of Meta's assistants: prefix, and number of digits after it.
const ASSISTANTS: &[(&str, usize)] = &[("1313555", 4), ("131655500", 2)];

fn is_assistant(jid: &Jid<'_>) -> bool {
    matches!(jid.server, JidServer::PersonLegacy | JidServer::Person)
        && ASSISTANTS.iter().any(|(front, digits)| {
            (jid.user.strip_prefix(front)).is_some_and(|rest| rest.len() == *digits)
        })
}

fn chat_kind(jid: &Jid<'_>) -> Option<ChatKind> {
    match jid.server {
        _ if is_assistant(jid) => None,
        JidServer::Person | JidServer::PersonLegacy | JidServer::Hosted => {
            jid.phone().map(|_| ChatKind::Person)
        }
        JidServer::Lid | JidServer::HostedLid => Some(ChatKind::Person),
        JidServer::Group => Some(ChatKind::Group),
        JidServer::Broadcast if jid.user == "status" => Some(ChatKind::Status),
        JidServer::Broadcast => Some(ChatKind::Broadcast),
        JidServer::Newsletter => Some(ChatKind::Newsletter),
        _ => None,
    }
}

/// Returns whether several people write in the chat, so that `participant` is the author.
pub(super) fn is_shared(chat: Option<&Chat>) -> bool {
    matches!(
        chat.and_then(|chat| chat.kind.as_ref()),
        Some(ChatKind::Group | ChatKind::Broadcast | ChatKind::Status | ChatKind::Newsletter)
    )
}

/// The person with the names from an inbound message.
pub(super) fn named(
    person: Party,
    name: Option<Cow<'_, str>>,
    verified_name: Option<Cow<'_, str>>,
) -> Party {
    Party {
        name: name.and_then(|name| chosen_name(&name, &person)),
        verified_name: verified_name.owned(),
        ..person
    }
}

/// The name that a person chose; ignores Evolution's name for the account, and digits of the person's own IDs.
fn chosen_name(name: &str, person: &Party) -> Option<String> {
    let digits = name.trim().trim_start_matches('+');
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return (name != "Você").then(|| name.to_owned());
    }
    let user = |id: &Option<String>| {
        let id = id.as_deref()?;
        Some(Jid::parse(id).map_or(id, |jid| jid.user).to_owned())
    };
    let is_own_id = [user(&person.id), user(&person.lid)]
        .into_iter()
        .flatten()
        .any(|own| own == digits)
        || (person.phone.as_ref()).is_some_and(|phone| phone.as_str() == digits);
    (!is_own_id).then(|| name.to_owned())
}

/// Returns whether a JID belongs to the person.
pub(super) fn is_same(person: &Party, address: &str) -> bool {
    let Some(jid) = Jid::parse(address) else {
        return person.id.as_deref() == Some(address);
    };
    let same = |own: &Option<String>| {
        (own.as_deref().and_then(Jid::parse))
            .is_some_and(|own| own.user == jid.user && own.server == jid.server)
    };
    same(&person.id)
        || same(&person.lid)
        || jid
            .phone()
            .is_some_and(|phone| person.phone.as_ref() == Some(&phone))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(id: &str, forms: &[Option<&str>], numbers: &[Option<&str>]) -> Option<String> {
        party(id, forms, numbers)
            .phone
            .map(|phone| phone.as_str().to_owned())
    }

    #[test]
    fn an_anonymous_id_is_never_a_phone() {
        let lid = "5215500000131@lid";
        assert_eq!(phone(lid, &[], &[]), None);
        assert_eq!(phone(lid, &[Some("100@lid")], &[Some("100@lid")]), None);
        assert_eq!(phone(lid, &[], &[Some("5215500000131")]), None);
        assert_eq!(phone(lid, &[Some("5215500000777")], &[]), None);
        assert_eq!(phone(lid, &[], &[Some("100@lid")]), None);
        let number = "5215500000777";
        assert_eq!(
            phone(lid, &[Some("5215500000777@s.whatsapp.net")], &[]).as_deref(),
            Some(number)
        );
        assert_eq!(phone(lid, &[], &[Some(number)]).as_deref(), Some(number));
    }

    #[test]
    fn the_anonymous_id_is_found_wherever_it_stands() {
        let person = party("5215500000131:7@s.whatsapp.net", &[Some("100200@lid")], &[]);
        assert_eq!(person.id.as_deref(), Some("5215500000131:7@s.whatsapp.net"));
        assert_eq!(person.lid.as_deref(), Some("100200@lid"));
        assert!(is_same(&person, "5215500000131@c.us") && is_same(&person, "100200:3@lid"));
        assert!(!is_same(&person, "100200@s.whatsapp.net"));
    }

    #[test]
    fn the_kind_of_chat_is_behind_the_at() {
        for (id, kind) in [
            ("5215500000131@s.whatsapp.net", Some(ChatKind::Person)),
            ("5215500000131@c.us", Some(ChatKind::Person)),
            ("1002003@lid", Some(ChatKind::Person)),
            ("120363000000000517@g.us", Some(ChatKind::Group)),
            ("status@broadcast", Some(ChatKind::Status)),
            ("1415812345@broadcast", Some(ChatKind::Broadcast)),
            ("120363@newsletter", Some(ChatKind::Newsletter)),
            ("13135550002@c.us", None),
            ("13135550002@s.whatsapp.net", None),
            ("13165550042@c.us", None),
            ("131355500021@c.us", Some(ChatKind::Person)),
            ("1002003:4@hosted.lid", Some(ChatKind::Person)),
            ("5215500000131@hosted", Some(ChatKind::Person)),
            ("x@call", None),
            ("x@bot", None),
            ("server@c.us", None),
            ("0@c.us", None),
            ("x@new.server", None),
            ("52155", None),
        ] {
            assert_eq!(chat(id).kind, kind, "{id}");
        }
    }

    #[test]
    fn digits_and_own_names_are_no_names() {
        let person = party("100200@lid", &[Some("5215500000131@s.whatsapp.net")], &[]);
        for none in ["Você", "100200", "5215500000131", "+5215500000131"] {
            assert_eq!(chosen_name(none, &person), None, "{none}");
        }
        assert_eq!(chosen_name("Chayo", &person).as_deref(), Some("Chayo"));
        assert_eq!(chosen_name("4477", &person).as_deref(), Some("4477"));
    }
}
