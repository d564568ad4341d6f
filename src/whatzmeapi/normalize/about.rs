//! What happens to earlier messages.

use std::borrow::Cow;

use super::content::{self, About, Part};
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Edit, EphemeralSetting, Keep, Pin, Reaction, Revoke, System};
use crate::json::RawSlice;
use crate::json::own;
use crate::types::{MessageId, Timestamp};
use crate::whatzmeapi::payload::{
    KeepInChatMessage, Key, NoticeMessage, PinInChatMessage, ProtocolMessage, ReactionMessage,
    SecretMessage,
};

/// Kinds of `protocolMessage` by number.
const PROTOCOL: &[(&str, &str)] = &[
    ("0", "REVOKE"),
    ("3", "EPHEMERAL_SETTING"),
    ("4", "EPHEMERAL_SYNC_RESPONSE"),
    ("5", "HISTORY_SYNC_NOTIFICATION"),
    ("6", "APP_STATE_SYNC_KEY_SHARE"),
    ("7", "APP_STATE_SYNC_KEY_REQUEST"),
    ("8", "MSG_FANOUT_BACKFILL_REQUEST"),
    ("9", "INITIAL_SECURITY_NOTIFICATION_SETTING_SYNC"),
    ("10", "APP_STATE_FATAL_EXCEPTION_NOTIFICATION"),
    ("11", "SHARE_PHONE_NUMBER"),
    ("14", "MESSAGE_EDIT"),
    ("16", "PEER_DATA_OPERATION_REQUEST_MESSAGE"),
    ("17", "PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE"),
    ("18", "REQUEST_WELCOME_MESSAGE"),
    ("19", "BOT_FEEDBACK_MESSAGE"),
    ("20", "MEDIA_NOTIFY_MESSAGE"),
    ("22", "LID_MIGRATION_MAPPING_SYNC"),
    ("27", "LIMIT_SHARING"),
    ("30", "GROUP_MEMBER_LABEL_CHANGE"),
];

/// The message, and who wrote it: in groups.
fn target_and_author(key: Option<Key<'_>>) -> (Option<MessageId>, Option<String>) {
    let Key {
        id, participant, ..
    } = key.unwrap_or_default();
    (id.map(MessageId::from), own(participant))
}

fn target(key: Option<Key<'_>>) -> Option<MessageId> {
    key.and_then(|key| key.id).map(MessageId::from)
}

/// A reaction; without emoji it was removed, unless the emoji is encrypted.
pub(super) fn reaction(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ReactionMessage {
        key,
        target_message_key,
        text,
        sender_timestamp_ms,
    } = part.wire()?;
    part.at = sender_timestamp_ms;
    let encrypted = part.key == "encReactionMessage";
    let target = target_and_author(key.or(target_message_key));
    Ok(reacted(target, text, sender_timestamp_ms, !encrypted))
}

/// A reaction, and whether its emoji would be there if there were one.
pub(super) fn reacted(
    (message_id, author): (Option<MessageId>, Option<String>),
    emoji: Option<Cow<'_, str>>,
    sent_at: Option<Timestamp>,
    readable: bool,
) -> Content {
    Content::Reaction(Box::new(Reaction {
        message_id,
        removed: readable.then_some(emoji.is_none()),
        emoji: emoji.map(Cow::into_owned),
        author,
        sent_at,
    }))
}

pub(super) fn pin(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PinInChatMessage {
        key,
        pin_type,
        sender_timestamp_ms,
    } = part.wire()?;
    part.at = sender_timestamp_ms;
    let (message_id, author) = target_and_author(key);
    Ok(Content::Pin(Box::new(Pin {
        message_id,
        pinned: match pin_type.as_deref() {
            Some("PIN_FOR_ALL" | "1") => Some(true),
            Some("UNPIN_FOR_ALL" | "2") => Some(false),
            _ => None,
        },
        duration: None,
        author,
        sent_at: sender_timestamp_ms,
    })))
}

pub(super) fn keep(part: &mut Part<'_>) -> Result<Content, Problem> {
    let KeepInChatMessage {
        key,
        keep_type,
        timestamp_ms,
    } = part.wire()?;
    part.at = timestamp_ms;
    Ok(Content::Keep(Box::new(Keep {
        message_id: target(key),
        kept: match keep_type.as_deref() {
            Some("KEEP_FOR_ALL" | "1") => Some(true),
            Some("UNDO_KEEP_FOR_ALL" | "2") => Some(false),
            _ => None,
        },
        sent_at: timestamp_ms,
    })))
}

/// An edit that is encrypted, or another message about an earlier one that is.
pub(super) fn secret(part: &mut Part<'_>) -> Result<Content, Problem> {
    let SecretMessage {
        target_message_key,
        event_creation_message_key,
        secret_enc_type,
    } = part.wire()?;
    let is_edit = matches!(
        secret_enc_type.as_deref(),
        Some("EVENT_EDIT" | "MESSAGE_EDIT" | "1" | "2")
    );
    if is_edit {
        return Ok(Content::Edit(Box::new(Edit {
            message_id: target(target_message_key),
            ..Edit::default()
        })));
    }
    part.target = About::of(target_message_key.or(event_creation_message_key));
    Ok(content::unknown(Some(part.key.to_owned())))
}

/// A notice that says no more than its key.
pub(super) fn notice(part: &mut Part<'_>) -> Result<Content, Problem> {
    let NoticeMessage { context_info } = part.wire()?;
    part.context = context_info;
    Ok(Content::System(Box::new(System {
        kind: Some(part.key.to_owned()),
        ..System::default()
    })))
}

pub(super) fn protocol(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: ProtocolMessage<'_> = part.wire()?;
    part.at = message.timestamp_ms;
    let told = protocol_content(message, part.edited)?;
    part.context = told.refers_to;
    Ok(told.content)
}

/// What a `protocolMessage` says.
pub(super) struct Told<'a> {
    pub(super) content: Content,
    /// What the new content of an edit refers to.
    pub(super) refers_to: Option<RawSlice<'a>>,
}

/// A deletion, an edit, a setting, or what devices tell each other.
pub(super) fn protocol_content(
    message: ProtocolMessage<'_>,
    edited: bool,
) -> Result<Told<'_>, Problem> {
    let ProtocolMessage {
        key,
        protocol_type,
        ephemeral_expiration,
        edited_message,
        member_label,
        timestamp_ms,
    } = message;
    let word = protocol_type.as_deref();
    let named = word.map(|word| {
        (PROTOCOL.iter().find(|(number, _)| *number == word)).map_or(word, |&(_, name)| name)
    });
    // 0 is `REVOKE` and the default, so it may be left out.
    let kind = named.or(match (&key, &edited_message) {
        (_, Some(_)) => Some("MESSAGE_EDIT"),
        (Some(_), None) => Some("REVOKE"),
        (None, None) => None,
    });
    let mut refers_to = None;
    let content = match (kind, edited_message) {
        (Some("REVOKE"), _) => {
            let (id, author) = key.map_or((None, None), |key| (key.id, key.participant));
            Content::Revoke(Box::new(Revoke {
                message_id: id.map(MessageId::from),
                author: author.map(Cow::into_owned),
            }))
        }
        (Some("MESSAGE_EDIT"), Some(new)) if !edited => {
            let new = content::read(new, true)?;
            refers_to = new.context;
            Content::Edit(Box::new(Edit {
                message_id: target(key),
                content: Some(new.content),
                sent_at: timestamp_ms,
            }))
        }
        (Some("MESSAGE_EDIT"), _) if edited => content::unknown(Some("protocolMessage".to_owned())),
        (Some("MESSAGE_EDIT"), _) => Content::Edit(Box::new(Edit {
            message_id: target(key),
            content: None,
            sent_at: timestamp_ms,
        })),
        (Some("EPHEMERAL_SETTING"), _) => Content::EphemeralSetting(Box::new(EphemeralSetting {
            expiration: ephemeral_expiration.or(Some(0)),
        })),
        (kind, _) => Content::System(Box::new(System {
            kind: Some(kind.unwrap_or("protocolMessage").to_owned()),
            parameters: (member_label
                .and_then(|member| own(member.label))
                .into_iter())
            .collect(),
            ..System::default()
        })),
    };
    Ok(Told { content, refers_to })
}
