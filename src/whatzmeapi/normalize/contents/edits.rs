//! Edits, deletions and settings: `protocolMessage`, and edits that are encrypted.

use std::borrow::Cow;

use super::part::{Part, Target, unknown};
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Edit, EphemeralSetting, Revoke, System, Unsupported};
use crate::json::Owned;
use crate::whatzmeapi::payload::{ConditionalRevealMessage, ProtocolMessage, SecretMessage};

/// Types of `protocolMessage` by number.
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
    ("21", "CLOUD_API_THREAD_CONTROL_NOTIFICATION"),
    ("22", "LID_MIGRATION_MAPPING_SYNC"),
    ("23", "REMINDER_MESSAGE"),
    ("24", "BOT_MEMU_ONBOARDING_MESSAGE"),
    ("25", "STATUS_MENTION_MESSAGE"),
    ("26", "STOP_GENERATION_MESSAGE"),
    ("27", "LIMIT_SHARING"),
    ("28", "AI_PSI_METADATA"),
    ("29", "AI_QUERY_FANOUT"),
    ("30", "GROUP_MEMBER_LABEL_CHANGE"),
    ("31", "AI_MEDIA_COLLECTION_MESSAGE"),
    ("32", "MESSAGE_UNSCHEDULE"),
    ("34", "CHAT_THEME_SETTING"),
    ("35", "AI_METADATA_OPERATION"),
];

/// Reads an encrypted edit, or another encrypted message about an earlier one.
pub(super) fn encrypted(part: &mut Part<'_>) -> Result<Content, Problem> {
    let SecretMessage {
        target_message_key,
        event_creation_message_key,
        secret_enc_type,
    } = part.wire()?;
    let is_edit = matches!(
        secret_enc_type.as_deref(),
        Some("EVENT_EDIT" | "MESSAGE_EDIT" | "POLL_EDIT" | "1" | "2" | "4")
    );
    if is_edit {
        let target = target_message_key.unwrap_or_default();
        return Ok(Edit {
            message_id: target.id.owned(),
            ..Edit::default()
        }
        .into());
    }
    let target = Target::of(target_message_key.or(event_creation_message_key));
    part.target = target.or(part.target.take());
    Ok(unknown(Some(part.key.to_owned())))
}

/// A message that waits for its time: until then nobody can read it.
pub(super) fn conditional(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ConditionalRevealMessage { reveal_type } = part.wire()?;
    let word = reveal_type.map(|word| match &*word {
        "1" => Cow::Borrowed("SCHEDULED_MESSAGE"),
        _ => word,
    });
    Ok(Unsupported {
        kind: Some(part.key.into()),
        raw_type: word.owned(),
        ..Unsupported::default()
    }
    .into())
}

pub(super) fn protocol(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message = part.wire()?;
    Ok(protocol_content(part, message))
}

/// Reads a deletion, an edit, a setting, or data between devices. The new content of an edit is left in the part.
pub(crate) fn protocol_content<'a>(part: &mut Part<'a>, message: ProtocolMessage<'a>) -> Content {
    let ProtocolMessage {
        key,
        protocol_type,
        ephemeral_expiration,
        edited_message,
        member_label,
        timestamp_ms,
    } = message;
    part.at = timestamp_ms;
    let named = protocol_type.as_deref().map(name);
    // 0 is `REVOKE` and the default, so it may be omitted.
    let kind = named.or(match (&key, &edited_message) {
        (_, Some(_)) => Some("MESSAGE_EDIT"),
        (Some(_), None) => Some("REVOKE"),
        (None, None) => None,
    });
    let target = key.unwrap_or_default();
    match kind {
        Some("REVOKE") => Revoke {
            message_id: target.id.owned(),
            author: target.participant.owned(),
        }
        .into(),
        Some("MESSAGE_EDIT") if part.edited => unknown(Some("protocolMessage".to_owned())),
        Some("MESSAGE_EDIT") => {
            part.edit = edited_message;
            Edit {
                message_id: target.id.owned(),
                content: None,
                sent_at: timestamp_ms,
            }
            .into()
        }
        Some("EPHEMERAL_SETTING") => EphemeralSetting {
            expiration: ephemeral_expiration.or(Some(0)),
        }
        .into(),
        kind => System {
            kind: Some(kind.unwrap_or("protocolMessage").into()),
            parameters: (member_label.into_iter())
                .filter_map(|member| member.label.owned())
                .collect(),
            ..System::default()
        }
        .into(),
    }
}

/// Returns the name of a type that was sent as a number; an unknown number is kept.
fn name(word: &str) -> &str {
    let known = PROTOCOL.iter().find(|(number, _)| *number == word);
    known.map_or(word, |&(_, name)| name)
}
