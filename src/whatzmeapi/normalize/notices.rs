//! System notices: messages without content.

use std::borrow::Cow;

use super::elements::elements;
use super::groups;
use crate::collector::{Collector, Item, Scope};
use crate::event::content::{CallLog, EphemeralSetting, Revoke, System, Undecryptable};
use crate::event::{Content, GroupUpdate, Party};
use crate::json::{self, Owned, RawSlice};
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::Key;

/// Names of system notices by number: those about groups and people. All others keep their number.
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
    ("34", "BROADCAST_CREATE"),
    ("35", "BROADCAST_ADD"),
    ("36", "BROADCAST_REMOVE"),
    ("37", "GENERIC_NOTIFICATION"),
    ("38", "E2E_IDENTITY_CHANGED"),
    ("39", "E2E_ENCRYPTED"),
    ("40", "CALL_MISSED_VOICE"),
    ("41", "CALL_MISSED_VIDEO"),
    ("42", "INDIVIDUAL_CHANGE_NUMBER"),
    ("43", "GROUP_DELETE"),
    ("44", "GROUP_ANNOUNCE_MODE_MESSAGE_BOUNCE"),
    ("45", "CALL_MISSED_GROUP_VOICE"),
    ("46", "CALL_MISSED_GROUP_VIDEO"),
    ("64", "BIZ_NAME_CHANGE"),
    ("68", "OVERSIZED"),
    ("69", "GROUP_CHANGE_NO_FREQUENTLY_FORWARDED"),
    ("70", "GROUP_V4_ADD_INVITE_SENT"),
    ("71", "GROUP_PARTICIPANT_ADD_REQUEST_JOIN"),
    ("72", "CHANGE_EPHEMERAL_SETTING"),
    ("73", "E2E_DEVICE_CHANGED"),
    ("74", "VIEWED_ONCE"),
    ("75", "E2E_ENCRYPTED_NOW"),
    ("119", "GROUP_CREATING"),
    ("120", "GROUP_CREATE_FAILED"),
    ("121", "GROUP_BOUNCED"),
    ("122", "BLOCK_CONTACT"),
    ("123", "EPHEMERAL_SETTING_NOT_APPLIED"),
    ("130", "DISAPPEARING_MODE"),
    ("132", "ADMIN_REVOKE"),
    ("133", "GROUP_INVITE_LINK_GROWTH_LOCKED"),
    ("140", "GROUP_PARTICIPANT_ACCEPT"),
    ("141", "GROUP_PARTICIPANT_LINKED_GROUP_JOIN"),
    ("142", "COMMUNITY_CREATE"),
    ("143", "EPHEMERAL_KEEP_IN_CHAT"),
    ("144", "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST"),
    ("145", "GROUP_MEMBERSHIP_JOIN_APPROVAL_MODE"),
    ("151", "GROUP_PARTICIPANT_JOINED_GROUP_AND_PARENT_GROUP"),
    ("169", "SILENCED_UNKNOWN_CALLER_AUDIO"),
    ("170", "SILENCED_UNKNOWN_CALLER_VIDEO"),
    ("171", "GROUP_MEMBER_ADD_MODE"),
    (
        "172",
        "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST_NON_ADMIN_ADD",
    ),
    ("177", "PINNED_MESSAGE_IN_CHAT"),
    ("186", "GROUP_CHANGE_RECENT_HISTORY_SHARING"),
    ("193", "CHANGE_USERNAME"),
    ("203", "GROUP_DEACTIVATED"),
    ("213", "CHANGE_LID"),
    ("216", "CHANGE_LIMIT_SHARING"),
    ("217", "GROUP_MEMBER_LINK_MODE"),
    ("221", "GROUP_MEMBER_SHARE_GROUP_HISTORY_MODE"),
    ("222", "GROUP_OPEN_BOT_ADDED"),
    ("223", "GROUP_TEE_BOT_ADDED"),
    ("224", "CONTACT_INFO"),
    ("225", "SCHEDULED_MESSAGE_CREATED"),
    ("226", "IDENTITY_TRUST_MARKED"),
    ("227", "IDENTITY_TRUST_UNMARKED"),
    ("228", "IDENTITY_TRUST_REVOKED"),
    ("230", "CTWA_CONSUMER_DISCLOSURE"),
];

/// The notice that a person asks to join a group. Its second parameter is the result.
const JOIN_REQUEST: &str = "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST";

/// Returns the name of a notice that was sent as a number; an unknown number is kept.
pub(super) fn name(word: &str) -> &str {
    let known = NAMES.iter().find(|(number, _)| *number == word);
    known.map_or(word, |&(_, name)| name)
}

/// A system notice.
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

    /// Converts the notice to a content; `id` is its message.
    pub(super) fn content(&self, id: Option<MessageId>) -> Content {
        let parameters = texts(self.parameters);
        match self.name {
            _ if self.is_revoke() => Revoke {
                message_id: id,
                author: None,
            }
            .into(),
            "CIPHERTEXT" => Undecryptable {
                reason: parameters.into_iter().next().owned(),
            }
            .into(),
            "CHANGE_EPHEMERAL_SETTING" | "DISAPPEARING_MODE" => EphemeralSetting {
                expiration: parameters.first().and_then(|seconds| seconds.parse().ok()),
            }
            .into(),
            name if name.starts_with("CALL_MISSED_") => CallLog {
                video: Some(name.ends_with("_VIDEO")),
                group: Some(name.contains("_GROUP_")),
                outcome: Some(Cow::Borrowed("MISSED")).owned(),
                duration: None,
                kind: Some(Cow::Borrowed(name)).owned(),
            }
            .into(),
            name => System {
                kind: Some(name.into()),
                parameters: parameters.owned(),
                ..System::default()
            }
            .into(),
        }
    }

    /// The event of a notice about a group.
    pub(super) fn group(
        &self,
        collector: &Collector<'_>,
        scope: &Scope,
        occurred_at: Option<Timestamp>,
        key: &Key<'_>,
        author: Option<Party>,
        item: Item<'_>,
    ) -> GroupUpdate {
        let parameters = texts(self.parameters);
        let first = |names: &[&str]| {
            if names.contains(&self.name) {
                parameters.first().cloned()
            } else {
                None
            }
        };
        let is_request = self.name.starts_with(JOIN_REQUEST);
        let has_people = self.name.starts_with("GROUP_PARTICIPANT_") || is_request;
        let meta = collector.meta(scope, item.path, occurred_at);
        GroupUpdate {
            event: Some(Cow::Borrowed(self.name)).owned(),
            id: key.remote_jid.clone().owned(),
            message_id: key.id.clone().owned(),
            subject: first(&["GROUP_CREATE", "GROUP_CHANGE_SUBJECT"]).owned(),
            description: first(&["GROUP_CHANGE_DESCRIPTION"]).owned(),
            join_approval_mode: first(&["GROUP_MEMBERSHIP_JOIN_APPROVAL_MODE"]).owned(),
            reason: if is_request {
                parameters.get(1).cloned().owned()
            } else {
                None
            },
            author,
            participants: if has_people {
                let people = parameters.iter();
                people.filter_map(|text| groups::member(text)).collect()
            } else {
                Vec::new()
            },
            details: if parameters.is_empty() {
                None
            } else {
                self.parameters.map(|parameters| collector.raw(parameters))
            },
            ..groups::empty(meta, collector.raw(item.slice))
        }
    }
}

/// Parameters are texts; an object, which a text holds as a rule, is its own text.
pub(super) fn texts(parameters: Option<RawSlice<'_>>) -> Vec<Cow<'_, str>> {
    let parameters = parameters.into_iter().flat_map(elements);
    parameters.filter_map(text).collect()
}

fn text(parameter: RawSlice<'_>) -> Option<Cow<'_, str>> {
    if parameter.is_object() {
        return Some(Cow::Borrowed(parameter.as_str()));
    }
    json::text(parameter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_names_and_new_ones_pass() {
        assert_eq!(name("27"), "GROUP_PARTICIPANT_ADD");
        assert_eq!(name("199"), "199");
        assert_eq!(name("999"), "999");
        assert_eq!(name("NEW_NOTICE"), "NEW_NOTICE");
        assert_eq!(name("CIPHERTEXT"), "CIPHERTEXT");
    }
}
