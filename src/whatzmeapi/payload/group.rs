//! Groups and calls, on events of their own.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// `group-participants.update`, `group.join-request`, `groups.upsert`, `groups.update`.
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
        /// Members: addresses, or a [`GroupParticipant`](super::GroupParticipant) each.
        pub participants: Vec<RawSlice<'a>> = items,
        /// Who asks to join.
        pub participant: Option<RawSlice<'a>> = raw,
        /// Number of whoever asks to join.
        pub participant_pn "participantPn": Option<Cow<'a, str>> = id,
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

    /// `call`.
    pub struct CallUpdate<'a> {
        /// Id of the call.
        pub id: Option<Cow<'a, str>> = id,
        /// Who calls.
        pub from: Option<Cow<'a, str>> = id,
        /// Number of whoever calls.
        pub caller_pn "callerPn": Option<Cow<'a, str>> = id,
        /// `offer`, `ringing`, `accept`, `reject`, `timeout`, `terminate`.
        pub status: Option<Cow<'a, str>> = id,
        /// When it happened.
        pub date: Option<Timestamp> = time,
        /// With pictures.
        pub is_video "isVideo": Option<bool> = flag,
        /// To a group.
        pub is_group "isGroup": Option<bool> = flag,
        /// Group that is called.
        pub group_jid "groupJid": Option<Cow<'a, str>> = id,
    }
}
