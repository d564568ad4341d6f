//! An element of `message_echoes` in `standby`: a message that the owner of the thread sent.

use std::sync::Arc;

use super::chat::{group_chat, person_chat};
use super::outbound;
use crate::collector::{Collector, Item, Problem};
use crate::event::{self, Content, Direction, Event, Origin};
use crate::json::{self, Owned, owned, unless_empty};
use crate::meta::item::Around;
use crate::meta::payload::{OutboundContext, OutboundMessage, StandbyEcho};
use crate::meta::people::{Ids, business};

/// Reads one echo and pushes its event.
pub(in crate::meta) fn push<'a>(
    collector: &mut Collector<'_>,
    around: &Around<'_, 'a>,
    origin: &Origin,
    item: Item<'a>,
) {
    collector.item(
        around.scope,
        "message_echoes",
        item,
        |collector, echo, item| event(echo, around, origin, collector, item),
    );
}

fn event<'a>(
    echo: StandbyEcho<'a>,
    around: &Around<'_, 'a>,
    origin: &Origin,
    collector: &Collector<'_>,
    item: &mut Item<'a>,
) -> Result<Event, Problem> {
    let StandbyEcho {
        id,
        timestamp,
        message,
        template,
        flow: _,
    } = echo;
    // Without `message`, the echo itself has the shape of the request: relays leave out one level.
    let mut message: OutboundMessage<'a> = match message {
        Some(message) => *message,
        None => json::read(item.slice).map_err(|_| Problem::no_object("message"))?,
    };
    let content = match outbound::read(&mut message, template)? {
        Content::Unknown(it) if it.kind.is_none() && id.is_none() => {
            return Err(Problem::no_value("message"));
        }
        content => content,
    };
    let OutboundMessage {
        recipient_type,
        to,
        recipient,
        context,
        ..
    } = message;
    let is_group = recipient_type.is_some_and(|word| word.eq_ignore_ascii_case("group"));
    let (group, phone) = if is_group { (to, None) } else { (None, to) };
    let to = around.people.party(Ids {
        phone,
        user_id: recipient,
        parent_user_id: None,
    });
    let path = std::mem::take(&mut item.path);
    Ok(Event::from(event::Message {
        meta: collector.meta(around.scope, path, timestamp),
        id: id.owned(),
        direction: Some(Direction::Outbound),
        origin: origin.clone(),
        creation_type: None,
        status: None,
        chat: match group {
            Some(group) => Some(group_chat(group)),
            None => to.as_ref().and_then(person_chat),
        },
        from: business(&around.scope.account).map(Box::new),
        to: to.map(Arc::new),
        content,
        context: context
            .and_then(|it| unless_empty(event::Context::from(it)))
            .map(Box::new),
        referral: None,
        errors: Vec::new(),
        raw: collector.raw(item.slice),
    }))
}

owned! {
    OutboundContext => event::Context { message_id }
}
