//! Group events.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// A change of a group or of its members: an element of `group-participants.update`, `group.join-request`,
    /// `groups.upsert` or `groups.update`.
    pub struct GroupChange<'a> {
        /// JID of the group.
        pub id: Option<Cow<'a, str>> = id,
        /// Change of members: `add`, `remove`, `promote`, `demote`, `modify`. For a request to join: `created`,
        /// `revoked`, `rejected`.
        pub action: Option<Cow<'a, str>> = id,
        /// Way in which the person asks to join.
        pub method: Option<Cow<'a, str>> = id,
        /// JID of the person who made the change.
        pub author: Option<Cow<'a, str>> = id,
        /// JID of that person with the phone number.
        pub author_pn "authorPn": Option<Cow<'a, str>> = id,
        /// Username of that person.
        pub author_username "authorUsername": Option<Cow<'a, str>> = text,
        /// Affected members: JIDs, or a [`GroupParticipant`](super::GroupParticipant) each.
        pub participants: Vec<RawSlice<'a>> = items,
        /// Person who asks to join.
        pub participant: Option<RawSlice<'a>> = raw,
        /// JID of that person with the phone number.
        pub participant_pn "participantPn": Option<Cow<'a, str>> = id,
        /// The other form of whoever asks, or of the member.
        pub participant_alt "participantAlt": Option<Cow<'a, str>> = id,
        /// JID of the group. Gateways.
        pub group_jid "groupJid": Option<Cow<'a, str>> = id,
        /// Address of the group. `group.member-tag.update`, like the next two.
        pub group_id "groupId": Option<Cow<'a, str>> = id,
        /// Name that the member has in the group: text; absent where it was taken away.
        pub label: Option<RawSlice<'a>> = raw,
        /// When it was given.
        pub message_timestamp "messageTimestamp": Option<Timestamp> = time,
        /// Name of the group.
        pub subject: Option<Cow<'a, str>> = text,
        /// Description of the group.
        pub desc: Option<Cow<'a, str>> = text,
        /// Whether only admins can send messages.
        pub announce: Option<bool> = flag,
        /// Whether only admins can change the group's settings.
        pub restrict: Option<bool> = flag,
        /// Number of members.
        pub size: Option<i64> = int,
    }

    /// A member of a group, as an object, or as JSON in a text among the parameters of a system notice. 7.x.
    pub struct GroupParticipant<'a> {
        /// JID of the member.
        pub id: Option<Cow<'a, str>> = id,
        /// JID of the member. Gateways.
        pub jid: Option<Cow<'a, str>> = id,
        /// JID of the member with the phone number.
        pub phone_number "phoneNumber": Option<Cow<'a, str>> = id,
        /// LID of the member.
        pub lid: Option<Cow<'a, str>> = id,
        /// JID with the phone number of a person who asks to join.
        pub pn: Option<Cow<'a, str>> = id,
        /// Username of the member.
        pub username: Option<Cow<'a, str>> = text,
        /// `admin` or `superadmin`; `null` for other members.
        pub admin: Option<Cow<'a, str>> = text,
    }
}
