//! An element of `messages`.

use super::chat::{group_chat, person_chat};
use super::content;
use crate::collector::{Collector, Item, Problem};
use crate::event::{self, Direction, Event, Origin};
use crate::json::{self, Owned, owned, unless_empty};
use crate::meta::item::Around;
use crate::meta::payload::{Context, Identity, Message, Product, Referral};
use crate::meta::people::{Ids, business};

/// Reads one message and pushes its event.
pub(in crate::meta) fn push<'a>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    origin: &Origin,
    item: Item<'a>,
) {
    let scope = around.scope;
    let mut item = item;
    let mut message = Message::default();
    if let Err(error) = json::fill(&mut message, item.slice) {
        return collector.malformed(scope, "", item, None, &Problem::unreadable(error));
    }
    let (kind, at) = (content::kind(&message), message.timestamp);
    match event(&mut message, &kind, around, origin, collector, &mut item) {
        Ok(event) => collector.push(event),
        Err(problem) => collector.malformed(scope, &kind, item, at, &problem),
    }
}

fn event<'a>(
    message: &mut Message<'a>,
    kind: &str,
    around: &Around<'_, 'a>,
    origin: &Origin,
    collector: &Collector<'_>,
    item: &mut Item<'_>,
) -> Result<Event, Problem> {
    let ids = Ids {
        phone: message.from.take(),
        user_id: message.from_user_id.take(),
        parent_user_id: message.from_parent_user_id.take(),
    };
    let mut from = around.people.person(ids);
    let mut content = match content::read(kind, message)? {
        Some(content) => content,
        None if message.id.is_none() && from.is_none() => return Err(Problem::no_value("id")),
        None => content::unknown(kind),
    };
    // A notice takes the check for itself.
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
    // The id of a voicemail is that of its call.
    if let (event::Content::Audio(media), Some(call)) = (&mut content, call_id(message)) {
        media.voicemail = Some(true);
        refers_to.get_or_insert_default().call_id = Some(call);
    }
    let path = std::mem::take(&mut item.path);
    Ok(Event::from(event::Message {
        meta: collector.meta(around.scope, path, message.timestamp),
        id: message.id.take().owned(),
        direction: Some(Direction::Inbound),
        origin: origin.clone(),
        chat: match message.group_id.take() {
            Some(group) => Some(group_chat(group)),
            None => from.as_ref().and_then(person_chat),
        },
        from,
        to: business(&around.scope.account),
        content,
        context: refers_to.and_then(unless_empty).map(Box::new),
        referral: (message.referral.take())
            .and_then(|it| unless_empty(event::Referral::from(*it)))
            .map(Box::new),
        errors: std::mem::take(&mut message.errors).owned(),
        raw: collector.raw(item.slice),
    }))
}

/// The id of the message where it is one of a call.
fn call_id(message: &Message<'_>) -> Option<String> {
    let id = message.id.as_deref()?;
    id.starts_with("wacid.").then(|| id.to_owned())
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
