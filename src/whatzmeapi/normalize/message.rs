//! Messages: new ones, and updates that change the content.

use std::borrow::Cow;

use super::contents::edits;
use super::contents::part::Part;
use super::contents::wrappers::{self, Found};
use super::direction::Draft;
use super::item::{List, Reading};
use super::notices::{self, Notice};
use super::{context, party, status, updates};
use crate::collector::Problem;
use crate::event::content::{Edit, Revoke, Unsupported, UnsupportedKind};
use crate::event::{Content, ErrorDetail, MessageStatus};
use crate::json::{self, Owned};
use crate::types::MessageId;
use crate::whatzmeapi::payload::{Change, Key, ProtocolMessage, WebMessage};

/// An earlier message that an update changes.
struct Changed<'a> {
    id: Option<MessageId>,
    author: Option<Cow<'a, str>>,
    /// Whether the message that brought the update is known.
    has_carrier: bool,
}

/// Reads a message; an edit in a list of updates is about the one whose key it has.
pub(super) fn message(item: &mut Reading<'_, '_, '_>) {
    let changed = (item.list == List::Updates).then(|| Changed {
        id: item.key.id.clone().owned(),
        author: item.key.participant.clone(),
        has_carrier: false,
    });
    read(item, changed);
}

/// Reads a change of content: a message from the person who made it, about the message with the key of the update.
pub(super) fn change(item: &mut Reading<'_, '_, '_>) {
    let Change {
        status: _,
        message_timestamp,
        message,
        message_stub_type,
        message_stub_parameters,
        poll_updates: _,
        reactions: _,
        key: carrier,
        push_name,
    } = *item.wire.update.take().unwrap_or_default();
    let changed = Changed {
        id: item.key.id.clone().owned(),
        author: item.key.participant.clone(),
        has_carrier: carrier.is_some(),
    };
    if let Some(carrier) = carrier {
        item.key = Key {
            remote_jid: carrier.remote_jid.or(item.key.remote_jid.take()),
            ..carrier
        };
    }
    item.wire = WebMessage {
        message,
        message_timestamp,
        push_name,
        message_stub_type,
        message_stub_parameters,
        ..WebMessage::default()
    };
    read(item, Some(changed));
}

/// Reads an edit on its own event: a `protocolMessage` without the message around it. Evolution.
pub(super) fn edit(item: &mut Reading<'_, '_, '_>) {
    let key = std::mem::take(&mut item.key);
    let protocol = ProtocolMessage {
        key: Some(key.clone()),
        protocol_type: item.wire.protocol_type.take(),
        ephemeral_expiration: item.wire.ephemeral_expiration,
        edited_message: item.wire.edited_message,
        member_label: item.wire.member_label.take(),
        timestamp_ms: item.wire.timestamp_ms,
    };
    let mut part = Part::default();
    let mut new = edits::protocol_content(&mut part, protocol);
    wrappers::finish_edit(&mut new, &mut part);
    let (context, referral) = context::read(item.collector, part.context);
    // The key is from the sender's point of view: in a direct chat it may contain the other side.
    let chat = key.remote_jid.as_deref().map(party::chat);
    let is_known = item.batch.from_me == Some(true) || party::is_shared(chat.as_ref());
    item.push_message(Draft {
        key: Key {
            from_me: None,
            ..if is_known { key } else { Key::default() }
        },
        content: Some(new),
        context,
        referral,
        occurred_at: part.at,
        ..Draft::default()
    });
}

fn read(item: &mut Reading<'_, '_, '_>, changed: Option<Changed<'_>>) {
    if let Err(problem) = try_read(item, changed) {
        item.push_malformed(&problem);
    }
}

fn try_read(item: &mut Reading<'_, '_, '_>, changed: Option<Changed<'_>>) -> Result<(), Problem> {
    let mut key = std::mem::take(&mut item.key);
    if key.id.is_none() && key.remote_jid.is_none() && key.participant.is_none() {
        return Err(Problem::no_object("key"));
    }
    let mut wire = std::mem::take(&mut item.wire);
    let mut found = found(&wire);
    // Evolution reports an edit as the new content next to a state.
    found.edited |= changed.is_some() && wire.status.is_some();
    if found.destination.is_none() {
        key = key.by_default();
    }
    let id: Option<MessageId> = key.id.clone().owned();
    let mut is_about_changed = false;
    if is_view_once_notice(&wire, &key, &found.content) {
        found.content = Unsupported {
            kind: Some(UnsupportedKind::ViewOnce),
            ..Unsupported::default()
        }
        .into();
    } else if let Some(word) = &wire.message_stub_type
        && (wire.message.is_none() || is_empty(&found.content))
    {
        let notice = Notice {
            name: notices::name(word),
            parameters: wire.message_stub_parameters,
        };
        if notice.is_group() {
            let author = party::participant(&key);
            let author = author.map(|author| party::named(author, wire.push_name.take(), None));
            let place = item.item("");
            let event = notice.group(
                item.collector,
                item.scope.as_ref(),
                wire.message_timestamp,
                &key,
                author,
                place,
            );
            item.push(event);
            return Ok(());
        }
        is_about_changed = notice.is_revoke();
        found.content = match &changed {
            Some(changed) if is_about_changed => Revoke {
                message_id: changed.id.clone(),
                author: changed.author.clone().owned(),
            }
            .into(),
            _ => notice.content(id.clone()),
        };
    }
    if found.edited && !matches!(found.content, Content::Edit(_) | Content::Revoke(_)) {
        is_about_changed = true;
        found.content = Edit {
            message_id: changed.as_ref().and_then(|changed| changed.id.clone()),
            content: Some(found.content),
            sent_at: found.part.at,
        }
        .into();
    }
    if let Content::PollVote(vote) = &mut found.content {
        updates::add_tallies(item.collector, vote, &wire.poll_updates);
    }
    let (mut context, referral) =
        context::read(item.collector, found.part.context.or(wire.context_info));
    if let Some(target) = found.part.target {
        let context = context.get_or_insert_default();
        context.message_id = Some(target.id.into());
        context.from = target.author.owned();
    }
    if found.ephemeral {
        context.get_or_insert_default().ephemeral = Some(true);
    }
    if found.album.is_some() {
        context.get_or_insert_default().album_id = found.album;
    }
    set_view_once(&mut found.content, key.is_view_once);
    add_files(&mut found.content, &wire);
    let errors = errors(&wire, &key);
    let has_no_id = is_about_changed && changed.is_some_and(|changed| !changed.has_carrier);
    item.push_message(Draft {
        // An update has no ID of its own, unless it contains the key of the message that made it.
        id: if has_no_id { None } else { id },
        key,
        destination: found.destination,
        content: Some(found.content),
        context,
        referral,
        name: (wire.push_name.or(wire.notify_name)).or_else(|| wire.verified_biz_name.clone()),
        verified_name: wire.verified_biz_name,
        occurred_at: wire.message_timestamp.or(found.part.at),
        errors,
    });
    Ok(())
}

fn found<'a>(wire: &WebMessage<'a>) -> Found<'a> {
    let message_type = wire.message_type.as_deref();
    match (wire.message, wire.content) {
        (Some(message), _) if !message.is_blank() => wrappers::read(message),
        (_, Some(content)) => wrappers::read_as(content, message_type),
        _ => wrappers::missing(message_type),
    }
}

/// Adds what a gateway puts next to the message: address, transcript and bytes of its file.
fn add_files(content: &mut Content, wire: &WebMessage<'_>) {
    let Some(media) = content.media_mut() else {
        return;
    };
    let places = [
        (&mut media.decrypted_url, wire.media_url),
        (&mut media.transcript, wire.speech_to_text),
        (&mut media.data, wire.base64),
    ];
    for (into, part) in places {
        if into.is_none() {
            *into = part.and_then(json::text).owned();
        }
    }
}

/// Returns whether there is only metadata.
fn is_empty(content: &Content) -> bool {
    match content {
        Content::Unknown(unknown) => unknown.kind.is_none(),
        Content::Malformed(malformed) => malformed.kind.is_empty(),
        _ => false,
    }
}

/// Whether a message only says that it can be opened once: that, no other device than the telephone may show it.
fn is_view_once_notice(wire: &WebMessage<'_>, key: &Key<'_>, content: &Content) -> bool {
    let stub = wire.message_stub_type.as_deref().map(notices::name);
    key.is_view_once == Some(true)
        && (wire.message.is_none() || is_empty(content))
        && matches!(stub, None | Some("CIPHERTEXT"))
}

/// Reads why an own message failed; all other statuses of a new message are meaningless.
fn errors(wire: &WebMessage<'_>, key: &Key<'_>) -> Vec<ErrorDetail> {
    let state = wire.status.as_deref().map(status::word);
    match wire.message_stub_parameters {
        Some(parameters) if key.from_me == Some(true) && state == Some(MessageStatus::Failed) => {
            status::errors(parameters)
        }
        _ => Vec::new(),
    }
}

/// In versions 6.7.x the key contains whether the media can be viewed only once.
fn set_view_once(content: &mut Content, is_view_once: Option<bool>) {
    if let Content::Image(media) | Content::Video(media) | Content::Audio(media) = content {
        media.view_once = media.view_once.or(is_view_once);
    }
}
