//! `messaging_handovers`: control of a thread passes from one app to another.

use std::borrow::Cow;

use super::own_number::with_number;
use crate::collector::Problem;
use crate::event::{Event, EventMeta, Handover, HandoverEvent};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::meta::payload::{ConversationContext, Summary};
use crate::meta::people::Ids;
use crate::types::{Raw, Timestamp};

wire! {
    /// Value of the field `messaging_handovers`.
    ///
    /// Source: Cloud API, webhooks, messaging handovers (read 2026-11-25).
    /// Seen in the wild: in reports from integrators.
    pub struct MessagingHandover<'a> {
        /// Person in the thread; may be absent.
        pub sender: Option<HandoverSender<'a>> = object,
        /// Business number of the thread, as this field has no `metadata`.
        pub recipient: Option<HandoverRecipient<'a>> = object,
        /// Type of the handover: `control_passed` or `control_taken`; absent in the dashboard's older sample.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Time of the handover, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Details, if the app that receives the delivery now has control.
        pub control_passed: Option<Box<HandoverControl<'a>>> = boxed,
        /// Details, if the app that receives the delivery lost control.
        pub control_taken: Option<Box<HandoverControl<'a>>> = boxed,
    }

    /// Person in the thread.
    ///
    /// Source: Cloud API, webhooks, messaging handovers (read 2026-11-25). Seen in the wild: no.
    pub struct HandoverSender<'a> {
        /// Phone number of the person; may be absent.
        pub phone_number: Option<Cow<'a, str>> = id,
    }

    /// Business number of the thread.
    ///
    /// Source: Cloud API, webhooks, messaging handovers (read 2026-11-25). Seen in the wild: no.
    pub struct HandoverRecipient<'a> {
        /// Meta's ID for the business number (not the number itself).
        pub phone_number_id: Option<Cow<'a, str>> = id,
        /// Phone number for display.
        pub display_phone_number: Option<Cow<'a, str>> = id,
    }

    /// Previous and new owner of a thread.
    ///
    /// Source: Cloud API, webhooks, messaging handovers (read 2026-11-25).
    /// Seen in the wild: in reports from integrators, without the roles.
    pub struct HandoverControl<'a> {
        /// Role of the previous owner: `customer_service`, `marketing`, `utility`, `ctwa`, `ai_agent` or
        /// `escalation`.
        pub previous_owner_role: Option<Cow<'a, str>> = text,
        /// Role of the new owner, with the same values.
        pub new_owner_role: Option<Cow<'a, str>> = text,
        /// ID of the app of the previous owner. Deprecated.
        pub previous_owner_app_id: Option<Cow<'a, str>> = id,
        /// ID of the app of the new owner. Deprecated.
        pub new_owner_app_id: Option<Cow<'a, str>> = id,
        /// Role of the app of the previous owner: `meta_business_agent`. Deprecated.
        pub previous_owner_app_role: Option<Cow<'a, str>> = text,
        /// Free text of up to 2000 characters.
        pub metadata: Option<Cow<'a, str>> = text,
        /// Summary of the thread; only with `control_passed`.
        pub conversation_context: Option<Box<ConversationContext<'a>>> = boxed,
    }
}

impl<'a> FieldItem<'a> for MessagingHandover<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            sender,
            recipient,
            r#type,
            timestamp: _,
            control_passed,
            control_taken,
        } = self;
        // Without `type`, the object that is present determines the event.
        let event = match (r#type, &control_passed, &control_taken) {
            (Some(word), ..) => word.into(),
            (None, Some(_), _) => HandoverEvent::ControlPassed,
            (None, None, Some(_)) => HandoverEvent::ControlTaken,
            (None, None, None) => return Err(Problem::no_value("type")),
        };
        let control = match event {
            HandoverEvent::ControlTaken => control_taken.or(control_passed),
            _ => control_passed.or(control_taken),
        };
        let HandoverControl {
            previous_owner_role,
            new_owner_role,
            previous_owner_app_id,
            new_owner_app_id,
            previous_owner_app_role,
            metadata,
            conversation_context,
        } = control.map(|it| *it).unwrap_or_default();
        let summary = conversation_context.and_then(|it| {
            let ConversationContext { r#type: _, summary } = *it;
            summary.and_then(|Summary { text }| text)
        });
        let person = around.people.person(Ids {
            phone: sender.and_then(|HandoverSender { phone_number }| phone_number),
            ..Ids::default()
        });
        let HandoverRecipient {
            phone_number_id,
            display_phone_number,
        } = recipient.unwrap_or_default();
        let meta = with_number(
            meta,
            phone_number_id.as_ref(),
            display_phone_number.as_ref(),
        );
        Ok(Event::from(Handover {
            event: Some(event),
            person,
            previous_owner_role: previous_owner_role.owned(),
            new_owner_role: new_owner_role.owned(),
            previous_owner_app_id: previous_owner_app_id.owned(),
            new_owner_app_id: new_owner_app_id.owned(),
            previous_owner_app_role: previous_owner_app_role.owned(),
            metadata: metadata.owned(),
            summary: summary.owned(),
            ..Handover::new(meta, raw)
        }))
    }
}
