//! Edits, deletions and settings: `protocolMessage` and its encrypted forms.

use std::borrow::Cow;

use super::key::Key;
use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// A deletion, an edit, a setting, or data between devices: `protocolMessage`.
    pub struct ProtocolMessage<'a> {
        /// Key of the affected message, from the sender's point of view: only its ID, and its author in groups, are
        /// usable.
        pub key: Option<Key<'a>> = object,
        /// Type: number or name; absent means `REVOKE` 0.
        pub protocol_type "type": Option<Cow<'a, str>> = id,
        /// Seconds until messages disappear. Only with `EPHEMERAL_SETTING` 3.
        pub ephemeral_expiration "ephemeralExpiration": Option<i64> = int,
        /// New content. Only with `MESSAGE_EDIT` 14.
        pub edited_message "editedMessage": Option<RawSlice<'a>> = raw,
        /// Label of a member in the group. Only with `GROUP_MEMBER_LABEL_CHANGE` 30.
        pub member_label "memberLabel": Option<MemberLabel<'a>> = object,
        /// Time of the edit.
        pub timestamp_ms "timestampMs": Option<Timestamp> = time,
    }

    /// The keys that tell an edit or a deletion from other contents.
    pub struct EditProbe<'a> {
        /// Edit.
        pub edited_message "editedMessage": Option<RawSlice<'a>> = raw,
        /// Edit or deletion.
        pub protocol_message "protocolMessage": Option<RawSlice<'a>> = raw,
    }

    /// The label of a member in a group.
    pub struct MemberLabel<'a> {
        /// Text of the label; absent if it was removed.
        pub label: Option<Cow<'a, str>> = text,
    }

    /// An edit or a response that only the devices can decrypt: `secretEncryptedMessage` and
    /// `encEventResponseMessage`.
    pub struct SecretMessage<'a> {
        /// Key of the edited message.
        pub target_message_key "targetMessageKey": Option<Key<'a>> = object,
        /// Key of the calendar event that is responded to.
        pub event_creation_message_key "eventCreationMessageKey": Option<Key<'a>> = object,
        /// Type: `EVENT_EDIT` 1, `MESSAGE_EDIT` 2.
        pub secret_enc_type "secretEncType": Option<Cow<'a, str>> = id,
    }

    /// `conditionalRevealMessage`: a message that cannot be read yet.
    pub struct ConditionalRevealMessage<'a> {
        /// Condition: `SCHEDULED_MESSAGE` is 1.
        pub reveal_type "conditionalRevealMessageType": Option<Cow<'a, str>> = id,
    }
}
