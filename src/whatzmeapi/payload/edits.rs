//! Edits, deletions and settings: `protocolMessage` and its encrypted forms.

use std::borrow::Cow;

use super::key::Key;
use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// `protocolMessage`: deletion, edit, settings, and what devices tell each other.
    pub struct ProtocolMessage<'a> {
        /// Message it is about, seen by the sender: only its id, and its author in groups, can be used.
        pub key: Option<Key<'a>> = object,
        /// Kind: number or name; absent means `REVOKE` 0.
        pub protocol_type "type": Option<Cow<'a, str>> = id,
        /// Seconds, of `EPHEMERAL_SETTING` 3.
        pub ephemeral_expiration "ephemeralExpiration": Option<i64> = int,
        /// New content, of `MESSAGE_EDIT` 14.
        pub edited_message "editedMessage": Option<RawSlice<'a>> = raw,
        /// Name that a member has in the group, of `GROUP_MEMBER_LABEL_CHANGE` 30.
        pub member_label "memberLabel": Option<MemberLabel<'a>> = object,
        /// When it was edited.
        pub timestamp_ms "timestampMs": Option<Timestamp> = time,
    }

    /// The keys that tell an edit or a deletion from other contents.
    pub struct EditProbe<'a> {
        /// Edit.
        pub edited_message "editedMessage": Option<RawSlice<'a>> = raw,
        /// Edit or deletion.
        pub protocol_message "protocolMessage": Option<RawSlice<'a>> = raw,
    }

    /// Name that a member has in a group.
    pub struct MemberLabel<'a> {
        /// Name; absent where it was taken away.
        pub label: Option<Cow<'a, str>> = text,
    }

    /// `secretEncryptedMessage`, `encEventResponseMessage` and `encCommentMessage`: an edit or an answer that only devices can read.
    pub struct SecretMessage<'a> {
        /// Message it is about.
        pub target_message_key "targetMessageKey": Option<Key<'a>> = object,
        /// Appointment it answers.
        pub event_creation_message_key "eventCreationMessageKey": Option<Key<'a>> = object,
        /// `EVENT_EDIT` 1, `MESSAGE_EDIT` 2, `MESSAGE_SCHEDULE`, `POLL_EDIT`, `POLL_ADD_OPTION`.
        pub secret_enc_type "secretEncType": Option<Cow<'a, str>> = id,
    }

    /// `conditionalRevealMessage`: a message that nobody can read yet.
    pub struct ConditionalRevealMessage<'a> {
        /// What it waits for: `SCHEDULED_MESSAGE` 1.
        pub reveal_type "conditionalRevealMessageType": Option<Cow<'a, str>> = id,
    }
}
