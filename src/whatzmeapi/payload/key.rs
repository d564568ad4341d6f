//! The key of a message.

use std::borrow::Cow;

use crate::json::wire;

wire! {
    /// Which message, and where.
    pub struct Key<'a> {
        /// Chat: the peer for both directions, or the group.
        pub remote_jid "remoteJid": Option<Cow<'a, str>> = id,
        /// Sent by the own account.
        pub from_me "fromMe": Option<bool> = flag,
        /// Id, opaque.
        pub id: Option<Cow<'a, str>> = id,
        /// Author in groups and lists; `""` in direct chats.
        pub participant: Option<Cow<'a, str>> = id,
        /// Which of the two forms `remoteJid` has, though gateways swap them: `pn` or `lid`.
        pub addressing_mode "addressingMode": Option<Cow<'a, str>> = text,
        /// The chat's other form. 7.x.
        pub remote_jid_alt "remoteJidAlt": Option<Cow<'a, str>> = id,
        /// The chat's anonymous id. Gateways.
        pub remote_lid "remoteLid": Option<Cow<'a, str>> = id,
        /// The author's other form. 7.x.
        pub participant_alt "participantAlt": Option<Cow<'a, str>> = id,
        /// The chat's form before a gateway replaced it.
        pub previous_remote_jid "previousRemoteJid": Option<Cow<'a, str>> = id,
        /// The sender's anonymous id. 6.7.
        pub sender_lid "senderLid": Option<Cow<'a, str>> = id,
        /// The sender's number; bare digits and even an anonymous id occur. 6.7.
        pub sender_pn "senderPn": Option<Cow<'a, str>> = id,
        /// The author's anonymous id. 6.7.
        pub participant_lid "participantLid": Option<Cow<'a, str>> = id,
        /// The author's number. 6.7.
        pub participant_pn "participantPn": Option<Cow<'a, str>> = id,
        /// The sender's number as digits. Gateways.
        pub cleaned_sender_pn "cleanedSenderPn": Option<Cow<'a, str>> = id,
        /// The author's number as digits. Gateways.
        pub cleaned_participant_pn "cleanedParticipantPn": Option<Cow<'a, str>> = id,
        /// The chat's user name.
        pub remote_jid_username "remoteJidUsername": Option<Cow<'a, str>> = text,
        /// The author's user name.
        pub participant_username "participantUsername": Option<Cow<'a, str>> = text,
        /// Can be opened once. 6.7.
        pub is_view_once "isViewOnce": Option<bool> = flag,
    }
}
