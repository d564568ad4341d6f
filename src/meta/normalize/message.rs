//! An element of `messages`.

use std::borrow::Cow;

use super::content::content;
use super::error::details;
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::content::{Content, UnknownContent};
use crate::event::{self, Chat, ChatKind, Direction, Event, Origin, Party};
use crate::json;
use crate::json::own;
use crate::meta::payload::{Context, Identity, Message, Product, Referral};
use crate::meta::people::{Ids, People};
use crate::types::MessageId;

/// Reads one message and pushes its event.
pub(super) fn push<'a>(
    collector: &mut Collector<'_>,
    scope: &Scope,
    people: &People<'a>,
    origin: &Origin,
    item: Item<'a>,
) {
    let mut item = item;
    let mut message = Message::default();
    if let Err(error) = json::fill(&mut message, item.slice) {
        return collector.malformed(scope, "", item, None, &Problem::unreadable(error));
    }
    let (kind, at) = (kind(&message), message.timestamp);
    match event(
        &mut message,
        &kind,
        scope,
        people,
        origin,
        collector,
        &mut item,
    ) {
        Ok(event) => collector.push(event),
        Err(problem) => collector.malformed(scope, &kind, item, at, &problem),
    }
}

/// The type: as said, else the only payload there is.
pub(super) fn kind<'a>(message: &Message<'a>) -> Cow<'a, str> {
    if let Some(kind) = &message.r#type {
        return kind.clone();
    }
    let present = [
        ("text", message.text.is_some()),
        ("image", message.image.is_some()),
        ("video", message.video.is_some()),
        ("audio", message.audio.is_some()),
        ("voice", message.voice.is_some()),
        ("document", message.document.is_some()),
        ("sticker", message.sticker.is_some()),
        ("location", message.location.is_some()),
        ("contacts", !message.contacts.is_empty()),
        ("button", message.button.is_some()),
        ("interactive", message.interactive.is_some()),
        ("order", message.order.is_some()),
        ("reaction", message.reaction.is_some()),
        ("system", message.system.is_some()),
        ("edit", message.edit.is_some()),
        ("revoke", message.revoke.is_some()),
        ("unsupported", message.unsupported.is_some()),
    ];
    let mut present = present.into_iter().filter(|(_, present)| *present);
    match (present.next(), present.next()) {
        (Some((kind, _)), None) => Cow::Borrowed(kind),
        _ => Cow::Borrowed(""),
    }
}

fn event<'a>(
    message: &mut Message<'a>,
    kind: &str,
    scope: &Scope,
    people: &People<'a>,
    origin: &Origin,
    collector: &Collector<'_>,
    item: &mut Item<'_>,
) -> Result<Event, Problem> {
    let ids = Ids {
        phone: message.from.take(),
        user_id: message.from_user_id.take(),
        parent_user_id: message.from_parent_user_id.take(),
    };
    let mut from = people.sender(ids);
    let content = match content(message, kind)? {
        Some(content) => content,
        None if message.id.is_none() && from.is_none() => return Err(Problem::no_value("id")),
        None => Content::Unknown(Box::new(UnknownContent {
            kind: (!kind.is_empty()).then(|| kind.to_owned()),
        })),
    };
    // A notice takes the check for itself.
    if let (Some(from), Some(check)) = (&mut from, message.identity.take()) {
        let Identity {
            acknowledged,
            created_timestamp,
            hash,
        } = *check;
        from.identity_key_hash = from.identity_key_hash.take().or(own(hash));
        from.identity_acknowledged = acknowledged;
        from.identity_created_at = created_timestamp;
    }
    Ok(Event::from(event::Message {
        meta: collector.meta(scope, std::mem::take(&mut item.path), message.timestamp),
        id: message.id.take().map(MessageId::from),
        direction: Some(Direction::Inbound),
        origin: origin.clone(),
        chat: match message.group_id.take() {
            Some(group) => Some(group_chat(group)),
            None => from.as_ref().and_then(person_chat),
        },
        from,
        to: business(scope),
        content,
        context: message
            .context
            .take()
            .and_then(|context| self::context(*context)),
        referral: message
            .referral
            .take()
            .map(|referral| self::referral(*referral))
            .filter(|referral| *referral != event::Referral::default())
            .map(Box::new),
        errors: details(std::mem::take(&mut message.errors)),
        raw: collector.raw(item.slice),
    }))
}

/// The business as a party: its number, addressed by the number's id.
pub(super) fn business(scope: &Scope) -> Option<Party> {
    let account = &scope.account;
    let id = account
        .phone_number_id
        .as_ref()
        .map(|id| id.as_str().to_owned());
    if id.is_none() && account.phone_number.is_none() {
        return None;
    }
    let id = id.or_else(|| {
        account
            .phone_number
            .as_ref()
            .map(|phone| phone.as_str().to_owned())
    });
    Some(Party {
        id,
        phone: account.phone_number,
        ..Party::default()
    })
}

pub(super) fn group_chat(group: Cow<'_, str>) -> Chat {
    Chat {
        id: Some(group.into_owned()),
        kind: Some(ChatKind::Group),
        ..Chat::default()
    }
}

pub(super) fn person_chat(person: &Party) -> Option<Chat> {
    Some(Chat {
        id: Some(person.id.clone()?),
        kind: Some(ChatKind::Person),
        ..Chat::default()
    })
}

fn context(context: Context<'_>) -> Option<Box<event::Context>> {
    let Context {
        id,
        from,
        forwarded,
        frequently_forwarded,
        referred_product,
        group_id,
        mentions,
    } = context;
    let context = event::Context {
        message_id: id.map(MessageId::from),
        from: own(from),
        chat_id: own(group_id),
        forwarded,
        frequently_forwarded,
        mentions: mentions.into_iter().map(Cow::into_owned).collect(),
        referred_product: referred_product.map(
            |Product {
                 catalog_id,
                 product_retailer_id,
             }| {
                event::ReferredProduct {
                    catalog_id: own(catalog_id),
                    product_retailer_id: own(product_retailer_id),
                }
            },
        ),
        ..event::Context::default()
    };
    (context != event::Context::default()).then(|| Box::new(context))
}

fn referral(referral: Referral<'_>) -> event::Referral {
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
    event::Referral {
        source_url: own(source_url),
        source_id: own(source_id),
        source_type: own(source_type),
        body: own(body),
        headline: own(headline),
        media_type: own(media_type),
        image_url: own(image_url),
        video_url: own(video_url),
        thumbnail_url: own(thumbnail_url),
        ctwa_clid: own(ctwa_clid),
        welcome_message: welcome_message.and_then(|message| own(message.text)),
        r#ref: own(r#ref),
        ..event::Referral::default()
    }
}
