//! An element of `message_echoes` under `standby`: what the owner of the thread sent.

use super::message::{business, group_chat, person_chat};
use super::outbound::content;
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::{self, Content, Direction, Event, Origin};
use crate::json;
use crate::meta::payload::{OutboundContext, OutboundMessage, StandbyEcho};
use crate::meta::people::{Ids, People};
use crate::types::MessageId;

/// Reads one echo and pushes its event.
pub(super) fn push<'a>(
    collector: &mut Collector<'_>,
    scope: &Scope,
    people: &People<'a>,
    origin: &Origin,
    item: Item<'a>,
) {
    collector.item(scope, "message_echoes", item, |collector, echo, item| {
        event(echo, scope, people, origin, collector, item)
    });
}

fn event<'a>(
    echo: StandbyEcho<'a>,
    scope: &Scope,
    people: &People<'a>,
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
    // Without a request the echo itself is in its shape: relays drop the level between.
    let mut request: OutboundMessage<'a> = match message {
        Some(request) => *request,
        None => json::read(item.slice).map_err(|_| Problem::no_object("message"))?,
    };
    let content = match content(&mut request, template)? {
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
    } = request;
    let group = to
        .clone()
        .filter(|_| recipient_type.is_some_and(|word| word.eq_ignore_ascii_case("group")));
    let person = Ids {
        phone: to.filter(|_| group.is_none()),
        user_id: recipient,
        parent_user_id: None,
    };
    let to = people.party(person);
    let answered = context.and_then(|OutboundContext { message_id }| message_id);
    Ok(Event::from(event::Message {
        meta: collector.meta(scope, std::mem::take(&mut item.path), timestamp),
        id: id.map(MessageId::from),
        direction: Some(Direction::Outbound),
        origin: origin.clone(),
        chat: match group {
            Some(group) => Some(group_chat(group)),
            None => to.as_ref().and_then(person_chat),
        },
        from: business(scope),
        to,
        content,
        context: answered.map(|id| {
            Box::new(event::Context {
                message_id: Some(MessageId::from(id)),
                ..event::Context::default()
            })
        }),
        referral: None,
        errors: Vec::new(),
        raw: collector.raw(item.slice),
    }))
}
