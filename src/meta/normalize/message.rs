//! An element of `messages`, and of lists of the same shape: echoes and history.

use super::authorship::{Author, Parties, parties};
use super::chat::group_chat;
use super::content::{self, is_reply};
use super::{outbound, standby_echo, status};
use crate::collector::{Collector, Item, Problem};
use crate::event::{self, Content, Direction, Event, Origin};
use crate::json::{self, Owned, RawSlice, owned, unless_empty};
use crate::meta::item::Around;
use crate::meta::payload::{Context, Identity, Message, Product, Referral};
use crate::types::MessageId;

/// Reads one message and pushes its event.
pub(in crate::meta) fn push<'a>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    origin: &Origin,
    author: Author<'_, 'a>,
    item: Item<'a>,
) {
    let scope = around.scope;
    let mut item = item;
    let mut message = Message::default();
    if let Err(error) = json::fill(&mut message, item.slice) {
        return collector.malformed(scope, "", item, None, &Problem::unreadable(error));
    }
    let (kind, at) = (content::kind(&message), message.timestamp);
    if kind.is_empty() && matches!(author, Author::Business) {
        // In the shape of `standby`, the message is one level deeper.
        return standby_echo::push(collector, around, origin, item);
    }
    let parties = parties(&mut message, author, around);
    match event(
        &mut message,
        &kind,
        around,
        origin,
        parties,
        collector,
        &mut item,
    ) {
        Ok(event) => collector.push(event),
        Err(problem) => collector.malformed(scope, &kind, item, at, &problem),
    }
}

fn event<'a>(
    message: &mut Message<'a>,
    kind: &str,
    around: &Around<'_, 'a>,
    origin: &Origin,
    parties: Parties,
    collector: &Collector<'_>,
    item: &mut Item<'a>,
) -> Result<Event, Problem> {
    let Parties {
        direction,
        mut from,
        to,
        chat,
    } = parties;
    let is_outbound = direction == Some(Direction::Outbound);
    let is_identified = message.id.is_some() || from.is_some();
    let mut content = match content(kind, message, is_outbound, item.slice) {
        Ok(Some(content)) => content,
        Ok(None) if is_identified => content::unknown(kind, message),
        Ok(None) => return Err(Problem::no_value("id")),
        Err(problem) if is_identified => problem.content(kind, &item.path),
        Err(problem) => return Err(problem),
    };
    // A system notice uses the identity check itself.
    if let (Some(from), Some(check)) = (&mut from, message.identity.take()) {
        let Identity {
            acknowledged,
            created_timestamp,
            hash,
        } = *check;
        from.identity_key_hash = from.identity_key_hash.take().or(hash.owned());
        from.identity_acknowledged = acknowledged;
        from.identity_created_at = created_timestamp;
    }
    let mut refers_to = message.context.take().map(|it| event::Context::from(*it));
    // A permission to call that came from a call refers to that call.
    if let Some(context) = &mut refers_to {
        context.call_id = call_id(context.message_id.as_ref().map(MessageId::as_str));
    }
    // The ID of a voicemail is the ID of its call.
    if let (Content::Audio(media), Some(call)) = (&mut content, call_id(message.id.as_deref())) {
        media.voicemail = Some(true);
        refers_to.get_or_insert_default().call_id = Some(call);
    }
    let word = message.history_context.take().and_then(|it| it.status);
    let path = std::mem::take(&mut item.path);
    Ok(Event::from(event::Message {
        meta: collector.meta(around.scope, path, message.timestamp),
        id: message.id.take().owned(),
        direction,
        origin: origin.clone(),
        creation_type: message.message_creation_type.take().owned(),
        status: word.as_deref().map(status::of_history),
        chat: match message.group_id.take() {
            Some(group) => Some(group_chat(group)),
            None => chat,
        },
        from,
        to,
        content,
        context: refers_to.and_then(unless_empty).map(Box::new),
        referral: (message.referral.take())
            .and_then(|it| unless_empty(event::Referral::from(*it)))
            .map(Box::new),
        errors: std::mem::take(&mut message.errors).owned(),
        raw: collector.raw(item.slice),
    }))
}

/// Returns the ID if it is the ID of a call.
fn call_id(id: Option<&str>) -> Option<String> {
    id.filter(|id| id.starts_with("wacid.")).map(str::to_owned)
}

/// Returns the content of the message; `None` for an unknown type. Content that only a business sends, such as
/// templates and interactive messages, has the shape of the request that sent it.
fn content<'a>(
    kind: &str,
    message: &mut Message<'a>,
    is_outbound: bool,
    slice: RawSlice<'a>,
) -> Result<Option<Content>, Problem> {
    let is_offer = match kind {
        "template" => true,
        "interactive" => message
            .interactive
            .as_deref()
            .is_some_and(|it| !is_reply(it)),
        _ => false,
    };
    if is_outbound && is_offer {
        let mut sent = json::read(slice).map_err(Problem::unreadable)?;
        return outbound::read(&mut sent, None)
            .map(Some)
            .map_err(|Problem { place, reason }| Problem {
                place: place.strip_prefix("message.").unwrap_or(place),
                reason,
            });
    }
    content::read(kind, message)
}

owned! {
    Context => event::Context {
        from, forwarded, frequently_forwarded, mentions, referred_product; id => message_id, group_id => chat_id
    }
    Product => event::ReferredProduct { catalog_id, product_retailer_id }
}

impl From<Referral<'_>> for event::Referral {
    fn from(referral: Referral<'_>) -> Self {
        let Referral {
            source_url,
            source_id,
            source_type,
            body,
            headline,
            media_type,
            image_url,
            video_url,
            thumbnail_url,
            ctwa_clid,
            welcome_message,
            r#ref,
        } = referral;
        Self {
            source_url: source_url.owned(),
            source_id: source_id.owned(),
            source_type: source_type.owned(),
            body: body.owned(),
            headline: headline.owned(),
            media_type: media_type.owned(),
            image_url: image_url.owned(),
            video_url: video_url.owned(),
            thumbnail_url: thumbnail_url.owned(),
            ctwa_clid: ctwa_clid.owned(),
            welcome_message: welcome_message.and_then(|message| message.text).owned(),
            r#ref: r#ref.owned(),
            ..Self::default()
        }
    }
}
