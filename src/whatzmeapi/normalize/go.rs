//! Keys of messages of gateways in Go, which are built on whatsmeow.

use super::party;
use crate::json::{self, RawSlice};
use crate::whatzmeapi::payload::{GoInfo, Key, WebMessage};

/// The key of a message of a gateway in Go; its content, time and name go where those of Baileys are.
pub(super) fn key<'a>(info: RawSlice<'a>, wire: &mut WebMessage<'a>) -> Key<'a> {
    let GoInfo {
        chat,
        sender,
        sender_alt,
        recipient_alt,
        is_from_me,
        id,
        push_name,
        timestamp,
    } = json::read(info).unwrap_or_default();
    wire.message = wire.go_message;
    wire.message_timestamp = timestamp;
    wire.push_name = push_name;
    let place = chat.as_deref().map(party::chat);
    let (remote_jid_alt, participant_alt) = if party::is_shared(place.as_ref()) {
        (None, sender_alt)
    } else if is_from_me == Some(true) {
        (recipient_alt, None)
    } else {
        (sender_alt, None)
    };
    Key {
        id,
        from_me: is_from_me,
        remote_jid: chat,
        remote_jid_alt,
        participant: sender.filter(|_| party::is_shared(place.as_ref())),
        participant_alt,
        ..Key::default()
    }
}
