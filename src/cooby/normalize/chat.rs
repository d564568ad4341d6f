//! Chats and their participants.

use super::party::Named;
use crate::cooby::payload::Person;
use crate::event::{Chat, ChatKind, Party};
use crate::types::{Jid, JidServer, PhoneNumber};

/// Returns the chat; `None` if nothing is known about it.
pub(super) fn chat(
    id: Option<&str>,
    kind: Option<ChatKind>,
    title: Option<&str>,
    participants: &[Person<'_>],
) -> Option<Chat> {
    let chat = Chat {
        id: id.map(str::to_owned),
        kind,
        title: title.map(str::to_owned),
        participants: participants
            .iter()
            .map(|person| Party::from(Named::from(person)))
            .collect(),
    };
    if chat == Chat::default() {
        return None;
    }
    Some(chat)
}

/// Returns the kind of a chat: from `chat_type`, which has no value for chats that are neither a person's nor a
/// group's; otherwise from the suffix of the ID or the number of participants.
pub(super) fn chat_kind(
    word: Option<&str>,
    chat_id: Option<&str>,
    participants: usize,
) -> Option<ChatKind> {
    let is_other = |id: &str| id.ends_with("@broadcast") || id.ends_with("@newsletter");
    if let Some(word) = word
        && !chat_id.is_some_and(is_other)
    {
        return Some(match word.to_ascii_lowercase().as_str() {
            "individual" => ChatKind::Person,
            known if ChatKind::KNOWN.contains(&known) => ChatKind::from(known),
            _ => ChatKind::from(word),
        });
    }
    let jid = chat_id.and_then(Jid::parse);
    jid.and_then(|jid| kind_of(&jid)).or(match participants {
        0 | 1 => None,
        2 => Some(ChatKind::Person),
        _ => Some(ChatKind::Group),
    })
}

/// Returns the kind of the chats whose IDs have this suffix.
fn kind_of(jid: &Jid<'_>) -> Option<ChatKind> {
    match jid.server {
        JidServer::Group => Some(ChatKind::Group),
        JidServer::Newsletter => Some(ChatKind::Newsletter),
        JidServer::Broadcast if jid.user == "status" => Some(ChatKind::Status),
        JidServer::Broadcast => Some(ChatKind::Broadcast),
        JidServer::Person
        | JidServer::PersonLegacy
        | JidServer::Hosted
        | JidServer::Lid
        | JidServer::HostedLid => Some(ChatKind::Person),
        _ => None,
    }
}

/// Returns the other person in a chat of two: the number in the ID, or of the participants, that is not the
/// user's. `None` if the user's number is not one of them.
pub(super) fn peer<'p>(
    chat_id: Option<&'p str>,
    participants: &'p [Person<'_>],
    user: Option<&str>,
) -> Option<&'p str> {
    let user = PhoneNumber::parse(user?)?;
    let other = |[one, two]: [&'p str; 2]| match [one, two]
        .map(|number| PhoneNumber::parse(number).as_ref() == Some(&user))
    {
        [true, false] => Some(two),
        [false, true] => Some(one),
        _ => None,
    };
    chat_id.and_then(pair).and_then(other).or_else(|| {
        let [one, two] = participants else {
            return None;
        };
        other([one.phone.as_deref()?, two.phone.as_deref()?])
    })
}

/// Splits `number_number@c.us` into its numbers. It is not a JID: there, the part after `_` would be an agent.
fn pair(chat_id: &str) -> Option<[&str; 2]> {
    let (numbers, _) = chat_id.rsplit_once('@')?;
    let (one, two) = numbers.split_once('_')?;
    Some([one, two])
}

/// Returns the name of the participant with this number.
pub(super) fn name_of<'p>(number: &str, participants: &'p [Person<'_>]) -> Option<&'p str> {
    let number = PhoneNumber::parse(number)?;
    participants
        .iter()
        .find(|person| {
            person
                .phone
                .as_deref()
                .and_then(PhoneNumber::parse)
                .as_ref()
                == Some(&number)
        })?
        .wa_name
        .as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: L08.
    #[test]
    fn the_end_of_the_id_tells_the_kind_of_chat() {
        let kind = |id| chat_kind(None, Some(id), 0);
        assert_eq!(kind("1_2@c.us"), Some(ChatKind::Person));
        assert_eq!(kind("1@lid"), Some(ChatKind::Person));
        assert_eq!(kind("1-2@g.us"), Some(ChatKind::Group));
        assert_eq!(kind("status@broadcast"), Some(ChatKind::Status));
        assert_eq!(kind("1@broadcast"), Some(ChatKind::Broadcast));
        assert_eq!(kind("1@newsletter"), Some(ChatKind::Newsletter));
        assert_eq!(kind("1@new.us"), None);
        assert_eq!(kind("1"), None);
        let individual = |id| chat_kind(Some("individual"), Some(id), 2);
        assert_eq!(individual("status@broadcast"), Some(ChatKind::Status));
        assert_eq!(individual("1@newsletter"), Some(ChatKind::Newsletter));
        assert_eq!(individual("1@g.us"), Some(ChatKind::Person));
        assert_eq!(chat_kind(None, Some("1"), 2), Some(ChatKind::Person));
        assert_eq!(chat_kind(None, None, 3), Some(ChatKind::Group));
        assert_eq!(chat_kind(None, None, 1), None);
    }
}
