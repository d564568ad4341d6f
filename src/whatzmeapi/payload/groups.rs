//! Groups, on events of their own.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// `group-participants.update`, `group.join-request`, `group.member-tag.update`, `groups.upsert`, `groups.update`.
    pub struct GroupChange<'a> {
        /// Address of the group.
        pub id: Option<Cow<'a, str>> = id,
        /// `add`, `remove`, `promote`, `demote`, `modify`; of a request to join `created`, `revoked`, `rejected`.
        pub action: Option<Cow<'a, str>> = id,
        /// How somebody asks to join.
        pub method: Option<Cow<'a, str>> = id,
        /// Who did it.
        pub author: Option<Cow<'a, str>> = id,
        /// Number of whoever did it.
        pub author_pn "authorPn": Option<Cow<'a, str>> = id,
        /// User name of whoever did it.
        pub author_username "authorUsername": Option<Cow<'a, str>> = text,
        /// Members: addresses, or a [`GroupParticipant`] each.
        pub participants: Vec<RawSlice<'a>> = items,
        /// Who asks to join.
        pub participant: Option<RawSlice<'a>> = raw,
        /// Number of whoever asks to join.
        pub participant_pn "participantPn": Option<Cow<'a, str>> = id,
        /// The other form of whoever asks, or of the member.
        pub participant_alt "participantAlt": Option<Cow<'a, str>> = id,
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
        /// Only admins write.
        pub announce: Option<bool> = flag,
        /// Only admins change the group.
        pub restrict: Option<bool> = flag,
        /// Members.
        pub size: Option<i64> = int,
    }

    /// A member of a group, as an object, or as JSON inside a text: the parameters of stubs. 7.x.
    pub struct GroupParticipant<'a> {
        /// Address.
        pub id: Option<Cow<'a, str>> = id,
        /// Number, as an address.
        pub phone_number "phoneNumber": Option<Cow<'a, str>> = id,
        /// Anonymous id.
        pub lid: Option<Cow<'a, str>> = id,
        /// Number, as an address: who asks to join.
        pub pn: Option<Cow<'a, str>> = id,
        /// User name.
        pub username: Option<Cow<'a, str>> = text,
        /// `admin` or `superadmin`; `null` for others.
        pub admin: Option<Cow<'a, str>> = text,
    }
}
