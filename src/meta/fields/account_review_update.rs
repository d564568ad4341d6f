//! `account_review_update`: result of the policy review of a business account.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{AccountUpdate, Event, EventMeta};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `account_review_update`.
    ///
    /// Source: Cloud API, webhooks, `account_review_update` (read 2026-11-25). Seen in the wild: no.
    pub struct AccountReview<'a> {
        /// Decision: `APPROVED`, `REJECTED`, `PENDING` or `DEFERRED`.
        pub decision: Option<Cow<'a, str>> = text,
    }
}

impl<'a> FieldItem<'a> for AccountReview<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self { decision } = self;
        if decision.is_none() {
            return Err(Problem::no_value("decision"));
        }
        Ok(Event::from(AccountUpdate {
            event: decision.owned(),
            id: meta.account.id.clone(),
            ..AccountUpdate::new(meta, raw)
        }))
    }
}
