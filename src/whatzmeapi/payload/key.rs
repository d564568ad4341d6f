//! The key of a message.

use std::borrow::Cow;

use crate::json::wire;

wire! {
    #![any_case]

    /// The key of a message: its ID, chat, direction and author.
    pub struct Key<'a> {
        /// JID of the chat: the other person in both directions, or the group.
        pub remote_jid "remoteJid": Option<Cow<'a, str>> = id,
        /// Whether the account itself sent the message.
        pub from_me "fromMe": Option<bool> = flag,
        /// ID of the message, opaque.
        pub id: Option<Cow<'a, str>> = id,
        /// JID of the author in groups and broadcast lists; `""` in direct chats.
        pub participant: Option<Cow<'a, str>> = id,
        /// Form of `remoteJid`: `pn` or `lid`. Some gateways swap them.
        pub addressing_mode "addressingMode": Option<Cow<'a, str>> = text,
        /// Other form (phone number or LID) of the chat's JID. 7.x.
        pub remote_jid_alt "remoteJidAlt": Option<Cow<'a, str>> = id,
        /// The chat's anonymous id. Gateways.
        pub remote_lid "remoteLid": Option<Cow<'a, str>> = id,
        /// Other form (phone number or LID) of the author's JID. 7.x.
        pub participant_alt "participantAlt": Option<Cow<'a, str>> = id,
        /// JID of the chat before a gateway replaced it.
        pub previous_remote_jid "previousRemoteJid": Option<Cow<'a, str>> = id,
        /// LID of the sender. 6.7.x.
        pub sender_lid "senderLid": Option<Cow<'a, str>> = id,
        /// JID of the sender with the phone number; sometimes only digits, or even a LID. 6.7.x.
        pub sender_pn "senderPn": Option<Cow<'a, str>> = id,
        /// LID of the author. 6.7.x.
        pub participant_lid "participantLid": Option<Cow<'a, str>> = id,
        /// JID of the author with the phone number. 6.7.x.
        pub participant_pn "participantPn": Option<Cow<'a, str>> = id,
        /// Phone number of the sender as digits. Some gateways only.
        pub cleaned_sender_pn "cleanedSenderPn": Option<Cow<'a, str>> = id,
        /// Phone number of the author as digits. Some gateways only.
        pub cleaned_participant_pn "cleanedParticipantPn": Option<Cow<'a, str>> = id,
        /// Username of the other person of the chat.
        pub remote_jid_username "remoteJidUsername": Option<Cow<'a, str>> = text,
        /// Username of the author.
        pub participant_username "participantUsername": Option<Cow<'a, str>> = text,
        /// Whether the media can be viewed only once. 6.7.x.
        pub is_view_once "isViewOnce": Option<bool> = flag,
    }
}
