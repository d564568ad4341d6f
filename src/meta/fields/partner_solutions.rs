//! `partner_solutions`: creation, acceptance and changes of a multi-partner solution.

use std::borrow::Cow;

use crate::collector::Problem;
use crate::event::{AccountUpdate, Event, EventMeta};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::Raw;

wire! {
    /// Value of the field `partner_solutions`.
    ///
    /// Source: Cloud API, webhooks, `partner_solutions` (read 2026-11-25). Seen in the wild: no.
    pub struct PartnerSolution<'a> {
        /// Name of the event: `SOLUTION_CREATED` or `SOLUTION_UPDATED`.
        pub event: Option<Cow<'a, str>> = text,
        /// ID of the solution.
        pub solution_id: Option<Cow<'a, str>> = id,
        /// Status of the solution: `DRAFT`, `INITIATED`, `ACTIVE`, `REJECTED`, `PENDING_DEACTIVATION` or
        /// `DEACTIVATED`.
        pub solution_status: Option<Cow<'a, str>> = text,
    }
}

impl<'a> FieldItem<'a> for PartnerSolution<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            event,
            solution_id,
            solution_status,
        } = self;
        if event.is_none() {
            return Err(Problem::no_value("event"));
        }
        Ok(Event::from(AccountUpdate {
            event: event.owned(),
            id: solution_id.owned(),
            status: solution_status.owned(),
            // The ID of the entry is a portfolio's, and no business account is named.
            business_id: meta.account.id.clone(),
            ..AccountUpdate::new(meta, raw)
        }))
    }
}
