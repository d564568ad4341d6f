//! An element of `user_actions`.

use crate::collector::Problem;
use crate::event::{Conversion, Event, EventMeta};
use crate::json::Owned;
use crate::meta::item::{Around, FieldItem};
use crate::meta::payload::{LinkClick, UserAction};
use crate::meta::words::in_any_case;
use crate::types::{Raw, Timestamp};

impl<'a> FieldItem<'a> for UserAction<'a> {
    fn occurred_at(&self, _: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp
    }

    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            timestamp: _,
            action_type,
            marketing_messages_link_click_data,
        } = self;
        let LinkClick {
            tracking_token,
            click_id,
            click_component,
            product_id,
            client_user_agent,
        } = marketing_messages_link_click_data.unwrap_or_default();
        Ok(Event::from(Conversion {
            meta,
            event: action_type.map(|word| in_any_case(&word)),
            message_id: None,
            ctwa_clid: None,
            click_id: click_id.owned(),
            tracking_token: tracking_token.owned(),
            click_component: click_component.map(|word| in_any_case(&word)),
            product_id: product_id.owned(),
            client_user_agent: client_user_agent.owned(),
            currency: None,
            value: None,
            raw,
        }))
    }
}
