//! System notices: messages without content.

use std::borrow::Cow;

use super::party::party;
use crate::delivery::{Delivery, own};
use crate::event::content::{CallLog, EphemeralSetting, Revoke, System, Undecryptable};
use crate::event::{Content, Event, EventMeta, GroupUpdate, Party};
use crate::json::{self, Reader};
use crate::types::{MessageId, RawSlice};
use crate::whatzmeapi::payload::StubParticipant;

/// Notices by number: those whose meaning is public.
const NAMES: &[(&str, &str)] = &[
    ("1", "REVOKE"),
    ("2", "CIPHERTEXT"),
    ("20", "GROUP_CREATE"),
    ("21", "GROUP_CHANGE_SUBJECT"),
    ("22", "GROUP_CHANGE_ICON"),
    ("23", "GROUP_CHANGE_INVITE_LINK"),
    ("24", "GROUP_CHANGE_DESCRIPTION"),
    ("25", "GROUP_CHANGE_RESTRICT"),
    ("26", "GROUP_CHANGE_ANNOUNCE"),
    ("27", "GROUP_PARTICIPANT_ADD"),
    ("28", "GROUP_PARTICIPANT_REMOVE"),
    ("29", "GROUP_PARTICIPANT_PROMOTE"),
    ("30", "GROUP_PARTICIPANT_DEMOTE"),
    ("31", "GROUP_PARTICIPANT_INVITE"),
    ("32", "GROUP_PARTICIPANT_LEAVE"),
    ("33", "GROUP_PARTICIPANT_CHANGE_NUMBER"),
    ("40", "CALL_MISSED_VOICE"),
    ("41", "CALL_MISSED_VIDEO"),
    ("45", "CALL_MISSED_GROUP_VOICE"),
    ("46", "CALL_MISSED_GROUP_VIDEO"),
    ("68", "OVERSIZED"),
    ("72", "CHANGE_EPHEMERAL_SETTING"),
    ("130", "DISAPPEARING_MODE"),
    ("132", "ADMIN_REVOKE"),
    (
        "172",
        "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST_NON_ADMIN_ADD",
    ),
];

/// The notice that a person asks to join a group: its second parameter says what became of it.
const JOIN_REQUEST: &str = "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST";

/// The name of a notice that came as a number; what is not known stays as it is.
pub(super) fn name(word: &str) -> &str {
    let known = NAMES.iter().find(|(number, _)| *number == word);
    known.map_or(word, |&(_, name)| name)
}

/// A notice.
pub(super) struct Notice<'a> {
    pub(super) name: &'a str,
    pub(super) parameters: Option<RawSlice<'a>>,
}

impl Notice<'_> {
    pub(super) fn is_group(&self) -> bool {
        self.name.starts_with("GROUP_")
    }

    pub(super) fn is_revoke(&self) -> bool {
        matches!(self.name, "REVOKE" | "ADMIN_REVOKE")
    }

    /// What the notice says; `id` is the message it stands for.
    pub(super) fn content(&self, id: Option<MessageId>) -> Content {
        let parameters = texts(self.parameters);
        match self.name {
            _ if self.is_revoke() => Content::Revoke(Box::new(Revoke {
                message_id: id,
                author: None,
            })),
            "CIPHERTEXT" => Content::Undecryptable(Box::new(Undecryptable {
                reason: own(parameters.into_iter().next()),
            })),
            "CHANGE_EPHEMERAL_SETTING" => Content::EphemeralSetting(Box::new(EphemeralSetting {
                expiration: parameters.first().and_then(|seconds| seconds.parse().ok()),
            })),
            name if name.starts_with("CALL_MISSED_") => Content::CallLog(Box::new(CallLog {
                video: Some(name.ends_with("_VIDEO")),
                group: Some(name.contains("_GROUP_")),
                outcome: Some("MISSED".to_owned()),
                duration: None,
                kind: Some(name.to_owned()),
            })),
            name => Content::System(Box::new(System {
                kind: Some(name.to_owned()),
                parameters: parameters.into_iter().map(Cow::into_owned).collect(),
                ..System::default()
            })),
        }
    }
}

/// The event of a notice about a group.
pub(super) fn group(
    delivery: &Delivery<'_>,
    meta: EventMeta,
    notice: &Notice<'_>,
    group: Option<&str>,
    author: Option<Party>,
    item: RawSlice<'_>,
) -> Event {
    let parameters = texts(notice.parameters);
    let has_subject = matches!(notice.name, "GROUP_CREATE" | "GROUP_CHANGE_SUBJECT");
    let is_request = notice.name.starts_with(JOIN_REQUEST);
    let has_people = notice.name.starts_with("GROUP_PARTICIPANT_") || is_request;
    let first = parameters.first().map(|text| text.clone().into_owned());
    let reason = parameters.get(1).map(|text| text.clone().into_owned());
    let people = parameters.iter().filter(|_| has_people);
    Event::from(GroupUpdate {
        meta,
        event: Some(notice.name.to_owned()),
        id: group.map(str::to_owned),
        message_id: None,
        request_id: None,
        subject: first.filter(|_| has_subject),
        description: None,
        invite_link: None,
        join_approval_mode: None,
        reason: reason.filter(|_| is_request),
        initiated_by: None,
        author,
        join_request_id: None,
        participants: people.filter_map(|text| person(text)).collect(),
        failed_participants: Vec::new(),
        details: (notice.parameters)
            .filter(|_| !parameters.is_empty())
            .map(|parameters| delivery.raw(parameters)),
        errors: Vec::new(),
        raw: delivery.raw(item),
    })
}

/// A member: an address, or JSON that holds one. 7.x.
fn person(text: &str) -> Option<Party> {
    if text.trim_start().starts_with('{') {
        let StubParticipant {
            id,
            phone_number,
            lid,
        } = json::read(RawSlice::new(text.trim(), 0)).ok()?;
        let id = id
            .or_else(|| lid.clone())
            .or_else(|| phone_number.clone())?;
        return Some(party(&id, &[lid.as_deref()], &[phone_number.as_deref()]));
    }
    text.contains('@').then(|| party(text, &[], &[]))
}

/// Parameters are texts; anything else is passed over.
pub(super) fn texts(parameters: Option<RawSlice<'_>>) -> Vec<Cow<'_, str>> {
    let mut texts = Vec::new();
    if let Some(parameters) = parameters {
        // The part was passed over once already, so it can be read.
        let _ = json::get::texts(&mut Reader::new(parameters), &mut texts);
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_addresses_or_json() {
        let json = r#"{"id":"100200300400628@lid","phoneNumber":"447700900562@s.whatsapp.net","admin":null}"#;
        let member = person(json).unwrap();
        assert_eq!(member.id.as_deref(), Some("100200300400628@lid"));
        assert_eq!(member.lid.as_deref(), Some("100200300400628@lid"));
        assert_eq!(member.phone.unwrap().as_str(), "447700900562");
        let member = person("447700900562@s.whatsapp.net").unwrap();
        assert_eq!(member.phone.unwrap().as_str(), "447700900562");
        assert_eq!(person("created"), None);
        assert_eq!(person("{oops"), None);
    }

    #[test]
    fn numbers_have_names_and_new_ones_pass() {
        assert_eq!(name("27"), "GROUP_PARTICIPANT_ADD");
        assert_eq!(name("219"), "219");
        assert_eq!(name("CIPHERTEXT"), "CIPHERTEXT");
    }
}
