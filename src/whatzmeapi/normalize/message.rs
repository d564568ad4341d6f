//! Messages.

use std::borrow::Cow;

use super::about;
use super::content::{self, Found};
use super::context::context;
use super::parts::Parts;
use super::stub::{self, Notice};
use super::{Batch, party, status, update};
use crate::collector::{Collector, Item, Problem};
use crate::event::content::{Edit, Revoke};
use crate::event::{Content, Event, MessageStatus, Party};
use crate::json;
use crate::json::RawSlice;
use crate::types::MessageId;
use crate::whatzmeapi::payload::{Key, ProtocolMessage, WebMessage};

/// An earlier message that an update is about.
pub(super) struct Target<'a> {
    pub(super) id: Option<MessageId>,
    pub(super) author: Option<Cow<'a, str>>,
    /// The message that brought the update is known.
    pub(super) has_carrier: bool,
}

/// One element of a list of messages; its keys tell whether it is an update instead.
pub(super) fn item<'a>(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'a>) {
    let mut rest = Vec::new();
    collector.item(
        &batch.scope,
        batch.kind,
        item,
        |collector, message: WebMessage<'a>, item| {
            let part = message.update.or(message.receipt).or(message.reaction);
            if part.is_some_and(|part| part.is_object()) {
                return update::event(collector, batch, item, &mut rest);
            }
            event(collector, batch, message, item, None)
        },
    );
    for event in rest {
        collector.push(event);
    }
}

/// An edit on its own event: a `protocolMessage` without the message around it. Evolution.
pub(super) fn edited<'a>(collector: &mut Collector<'_>, batch: &Batch<'_>, item: Item<'a>) {
    collector.item(
        &batch.scope,
        batch.kind,
        item,
        |collector, message: ProtocolMessage<'a>, item| {
            if message.protocol_type.is_none() && message.edited_message.is_none() {
                let message = json::read(item.slice).map_err(|_| Problem::no_object(""))?;
                return event(collector, batch, message, item, None);
            }
            let key = message.key.clone().unwrap_or_default();
            let occurred_at = message.timestamp_ms;
            let told = about::protocol_content(message, false)?;
            let (context, referral) = context(collector, told.refers_to);
            // The key is seen by the sender: in a direct chat it may name the other side.
            let chat = key.remote_jid.as_deref().map(party::chat);
            let is_known = batch.from_me == Some(true) || party::is_shared(chat.as_ref());
            let parts = Parts {
                key: Key {
                    from_me: None,
                    ..if is_known { key } else { Key::default() }
                },
                content: Some(told.content),
                context,
                referral,
                occurred_at,
                ..Parts::default()
            };
            Ok(parts.event(collector, batch, &batch.scope, item))
        },
    );
}

/// One message; `target` where it stands in an update of an earlier one.
pub(super) fn event<'a>(
    collector: &Collector<'_>,
    batch: &Batch<'_>,
    mut message: WebMessage<'a>,
    item: &mut Item<'a>,
    target: Option<&Target<'a>>,
) -> Result<Event, Problem> {
    let key = key(&mut message, batch);
    let WebMessage {
        key: _,
        message,
        message_timestamp,
        push_name,
        verified_biz_name,
        participant: _,
        status,
        message_stub_type,
        message_stub_parameters,
        context_info,
        message_type,
        instance_id,
        sender_pn: _,
        content,
        key_id: _,
        key_from_me: _,
        key_remote_jid: _,
        key_lid: _,
        key_participant: _,
        key_participant_lid: _,
        update: _,
        receipt: _,
        reaction: _,
    } = message;
    if key.id.is_none() && key.remote_jid.is_none() {
        return Err(Problem::no_object("key"));
    }
    let scope = batch.scope(instance_id);
    let mut found = found(message, content, message_type.as_deref())?;
    let id = key.id.clone().map(MessageId::from);
    let mut about_other = false;
    let is_blank = message.is_none()
        || matches!(&found.content, Content::Unknown(unknown) if unknown.kind.is_none());
    if let Some(word) = message_stub_type.filter(|_| is_blank) {
        let notice = Notice {
            name: stub::name(&word),
            parameters: message_stub_parameters,
        };
        if notice.is_group() {
            let author = party::participant(&key).map(|author| Party {
                name: party::name(push_name.as_deref(), &author),
                ..author
            });
            let path = std::mem::take(&mut item.path);
            let meta = collector.meta(&scope, path, message_timestamp);
            return Ok(stub::group(
                collector, meta, &notice, &key, author, item.slice,
            ));
        }
        about_other = notice.is_revoke();
        found.content = match target {
            Some(target) if about_other => Content::Revoke(Box::new(Revoke {
                message_id: target.id.clone(),
                author: target.author.clone().map(Cow::into_owned),
            })),
            _ => notice.content(id.clone()),
        };
    }
    if found.edited && !matches!(found.content, Content::Edit(_) | Content::Revoke(_)) {
        about_other = true;
        found.content = Content::Edit(Box::new(Edit {
            message_id: target.and_then(|target| target.id.clone()),
            content: Some(found.content),
            sent_at: found.at,
        }));
    }
    let (mut context, referral) = context(collector, found.context.or(context_info));
    if let Some(about) = found.target {
        let context = context.get_or_insert_default();
        context.message_id = Some(MessageId::from(about.id));
        context.from = about.author.map(Cow::into_owned);
    }
    if found.ephemeral {
        context.get_or_insert_default().ephemeral = Some(true);
    }
    if found.album.is_some() {
        context.get_or_insert_default().album_id = found.album;
    }
    view_once(&mut found.content, key.is_view_once);
    let failed = key.from_me == Some(true)
        && (status.as_deref()).is_some_and(|word| status::word(word) == MessageStatus::Failed);
    let parts = Parts {
        // An update has no id of its own, unless it names the message that brought it.
        id: id.filter(|_| !about_other || target.is_none_or(|target| target.has_carrier)),
        key,
        destination: found.destination,
        content: Some(found.content),
        context,
        referral,
        name: push_name.or_else(|| verified_biz_name.clone()),
        verified_name: verified_biz_name,
        occurred_at: message_timestamp.or(found.at),
        errors: match message_stub_parameters {
            Some(parameters) if failed => status::errors(parameters),
            _ => Vec::new(),
        },
    };
    Ok(parts.event(collector, batch, &scope, item))
}

/// The key in one shape, wherever its parts stand.
fn key<'a>(message: &mut WebMessage<'a>, batch: &Batch<'_>) -> Key<'a> {
    let mut key = message.key.take().unwrap_or_default();
    key.id = key.id.or(message.key_id.take());
    key.from_me = key.from_me.or(message.key_from_me).or(batch.from_me);
    key.remote_jid = key.remote_jid.or(message.key_remote_jid.take());
    key.remote_jid_alt = key.remote_jid_alt.or(message.key_lid.take());
    key.participant = (key.participant)
        .or(message.key_participant.take())
        .or(message.participant.take());
    key.participant_lid = key.participant_lid.or(message.key_participant_lid.take());
    key.sender_pn = key.sender_pn.or(message.sender_pn.take());
    key
}

fn found<'a>(
    message: Option<RawSlice<'a>>,
    content: Option<RawSlice<'a>>,
    message_type: Option<&str>,
) -> Result<Found<'a>, Problem> {
    match (message, content) {
        (Some(message), _) if message.is_object() => content::read(message, false),
        (Some(_), _) => Err(Problem::no_object("message")),
        (None, Some(content)) => content::read_as(content, message_type),
        (None, None) => {
            let kind = message_type.map(str::to_owned);
            Ok(Found::bare(content::unknown(kind)))
        }
    }
}

/// Versions 6.7 say in the key that a file can be opened once.
fn view_once(content: &mut Content, flag: Option<bool>) {
    if let Content::Image(media) | Content::Video(media) | Content::Audio(media) = content {
        media.view_once = media.view_once.or(flag);
    }
}
