//! Groups: what happens to them and to their members.

use std::borrow::Cow;

use super::batch::Batch;
use super::party;
use crate::collector::{Collector, Item, Problem};
use crate::event::{Event, EventMeta, GroupUpdate, Party};
use crate::json::{self, Owned, RawSlice};
use crate::types::Raw;
use crate::whatzmeapi::payload::{GroupChange, GroupParticipant};

/// One element of `group-participants.update` and its like.
pub(super) fn item<'a>(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'a>) {
    collector.item(
        &batch.scope,
        batch.kind,
        item,
        |collector, change: GroupChange<'a>, item| {
            let GroupChange {
                id,
                action,
                method,
                author,
                author_pn,
                author_username,
                participants,
                participant,
                participant_pn,
                participant_alt,
                group_jid,
                group_id,
                label,
                message_timestamp,
                subject,
                desc,
                announce,
                restrict,
                size,
            } = change;
            let id = id.or(group_jid).or(group_id);
            if id.is_none() {
                return Err(Problem::no_value("id"));
            }
            let author = author.or_else(|| author_pn.clone()).map(|author| Party {
                username: author_username.owned(),
                ..party::party(&author, &[], &[author_pn.as_deref()])
            });
            let asking = participant.and_then(|part| {
                listed(
                    part,
                    &[participant_pn.as_deref(), participant_alt.as_deref()],
                )
            });
            let admins = participants.iter().filter_map(|part| admin(*part));
            let admins = admins.collect();
            let members = participants
                .into_iter()
                .filter_map(|part| listed(part, &[]));
            let path = std::mem::take(&mut item.path);
            Ok(Event::from(GroupUpdate {
                // Without an action, the name of the event is used.
                event: action.or(Some(Cow::Borrowed(batch.kind))).owned(),
                id: id.owned(),
                subject: subject.owned(),
                description: desc.owned(),
                announce,
                restrict,
                size,
                admins,
                reason: method.owned(),
                author,
                participants: asking.into_iter().chain(members).collect(),
                details: label.map(|label| collector.raw(label)),
                ..empty(
                    collector.meta(&batch.scope, path, message_timestamp),
                    collector.raw(item.slice),
                )
            }))
        },
    );
}

/// Creates an event about a group without data.
pub(super) fn empty(meta: EventMeta, raw: Raw) -> GroupUpdate {
    GroupUpdate {
        meta,
        event: None,
        id: None,
        message_id: None,
        request_id: None,
        subject: None,
        description: None,
        invite_link: None,
        join_approval_mode: None,
        announce: None,
        restrict: None,
        size: None,
        reason: None,
        initiated_by: None,
        author: None,
        join_request_id: None,
        participants: Vec::new(),
        admins: Vec::new(),
        failed_participants: Vec::new(),
        profile_picture: None,
        group_subject: None,
        group_description: None,
        details: None,
        errors: Vec::new(),
        raw,
    }
}

/// The JID of a member who is an admin.
fn admin(part: RawSlice<'_>) -> Option<String> {
    let member: GroupParticipant<'_> = json::read(part).ok()?;
    match member.admin {
        Some(word) if word != "false" => member.id.or(member.jid).owned(),
        _ => None,
    }
}

/// A member in a list: a JID as text, or an object.
fn listed(part: RawSlice<'_>, forms: &[Option<&str>]) -> Option<Party> {
    if part.is_object() {
        return person(json::read(part).ok()?);
    }
    let address = json::get_from(part, json::get::id)?;
    Some(party::party(&address, &[], forms))
}

/// A member: a JID, or JSON that contains one. 7.x.
pub(super) fn member(text: &str) -> Option<Party> {
    if text.trim_start().starts_with('{') {
        return person(json::read(RawSlice::new(text.trim(), 0)).ok()?);
    }
    text.contains('@').then(|| party::party(text, &[], &[]))
}

fn person(member: GroupParticipant<'_>) -> Option<Party> {
    let GroupParticipant {
        id,
        jid,
        phone_number,
        lid,
        pn,
        username,
        admin: _,
    } = member;
    let number = phone_number.or(pn);
    let id = (id.or(jid).or_else(|| lid.clone())).or_else(|| number.clone())?;
    Some(Party {
        username: username.owned(),
        ..party::party(&id, &[lid.as_deref()], &[number.as_deref()])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_addresses_or_json() {
        let json = r#"{"id":"100200300400628@lid","phoneNumber":"447700900562@s.whatsapp.net","admin":null}"#;
        let person = member(json).unwrap();
        assert_eq!(person.id.as_deref(), Some("100200300400628@lid"));
        assert_eq!(person.lid.as_deref(), Some("100200300400628@lid"));
        assert_eq!(person.phone.unwrap().as_str(), "447700900562");
        let person = member("447700900562@s.whatsapp.net").unwrap();
        assert_eq!(person.phone.unwrap().as_str(), "447700900562");
        assert_eq!(member("created"), None);
        assert_eq!(member("{oops"), None);
    }

    #[test]
    fn who_asks_to_join_has_two_forms() {
        let asking = member(r#"{"lid":"100200@lid","pn":"447700900562@s.whatsapp.net"}"#).unwrap();
        assert_eq!(asking.id.as_deref(), Some("100200@lid"));
        assert_eq!(asking.phone.unwrap().as_str(), "447700900562");
    }
}
