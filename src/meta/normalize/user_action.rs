//! An element of `user_actions`.

use crate::collector::{Collector, Item, Scope};
use crate::event::{Conversion, Event};
use crate::json::own;
use crate::meta::payload::{LinkClick, UserAction};

/// Turns one click into its event.
pub(super) fn event(
    action: UserAction<'_>,
    scope: &Scope,
    collector: &Collector<'_>,
    item: &mut Item<'_>,
) -> Event {
    let UserAction {
        timestamp,
        action_type,
        marketing_messages_link_click_data,
    } = action;
    let LinkClick {
        tracking_token,
        click_id,
        click_component,
        product_id,
    } = marketing_messages_link_click_data.unwrap_or_default();
    Event::from(Conversion {
        meta: collector.meta(scope, std::mem::take(&mut item.path), timestamp),
        event: own(action_type),
        message_id: None,
        ctwa_clid: None,
        click_id: own(click_id),
        tracking_token: own(tracking_token),
        click_component: own(click_component),
        product_id: own(product_id),
        currency: None,
        value: None,
        raw: collector.raw(item.slice),
    })
}
