//! `messaging_handovers`: control of a thread passed from one app to another.

use std::borrow::Cow;
use std::sync::Arc;

use crate::collector::Problem;
use crate::event::{Account, Event, EventMeta, Handover, HandoverEvent};
use crate::json::{Owned, wire};
use crate::meta::item::{Around, FieldItem};
use crate::meta::payload::{ConversationContext, Summary};
use crate::meta::people::Ids;
use crate::types::{PhoneNumber, PhoneNumberId, Raw, Timestamp};

wire! {
    /// Value of the field `messaging_handovers`.
    ///
    /// Source: Cloud API, webhooks, messaging handovers (read 2026-11-25). Seen in the wild: in reports of integrators.
    pub struct MessagingHandover<'a> {
        /// Person in the thread; may be absent.
        pub sender: Option<HandoverSender<'a>> = object,
        /// Business number: this field has no `metadata`.
        pub recipient: Option<HandoverRecipient<'a>> = object,
        /// `control_passed` or `control_taken`; absent from the dashboard's older sample.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Time, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Details where the receiver of the delivery has control now.
        pub control_passed: Option<Box<HandoverControl<'a>>> = boxed,
        /// Details where the receiver of the delivery lost control.
        pub control_taken: Option<Box<HandoverControl<'a>>> = boxed,
    }

    /// Person in the thread.
    ///
    /// Source: Cloud API, webhooks, messaging handovers (read 2026-11-25). Seen in the wild: no.
    pub struct HandoverSender<'a> {
        /// Number; may be absent.
        pub phone_number: Option<Cow<'a, str>> = id,
    }

    /// Business number of the thread.
    ///
    /// Source: Cloud API, webhooks, messaging handovers (read 2026-11-25). Seen in the wild: no.
    pub struct HandoverRecipient<'a> {
        /// Id of the number.
        pub phone_number_id: Option<Cow<'a, str>> = id,
        /// Number, as it is displayed.
        pub display_phone_number: Option<Cow<'a, str>> = id,
    }

    /// Who had control, and who has it now.
    ///
    /// Source: Cloud API, webhooks, messaging handovers (read 2026-11-25). Seen in the wild: in reports of integrators,
    /// without the roles.
    pub struct HandoverControl<'a> {
        /// `customer_service`, `marketing`, `utility`, `ctwa`, `ai_agent`, `escalation`.
        pub previous_owner_role: Option<Cow<'a, str>> = text,
        /// Role of the app that has control; the same words.
        pub new_owner_role: Option<Cow<'a, str>> = text,
        /// App that had control; deprecated.
        pub previous_owner_app_id: Option<Cow<'a, str>> = id,
        /// App that has control; deprecated.
        pub new_owner_app_id: Option<Cow<'a, str>> = id,
        /// `meta_business_agent`; deprecated.
        pub previous_owner_app_role: Option<Cow<'a, str>> = text,
        /// Free text, up to 2000 characters.
        pub metadata: Option<Cow<'a, str>> = text,
        /// Summary of the thread; `control_passed` only.
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
        // Without `type` the object that is present says what happened.
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
            ..Handover::new(with_number(meta, recipient), raw)
        }))
    }
}

/// The business number stands in the item.
fn with_number(meta: EventMeta, recipient: Option<HandoverRecipient<'_>>) -> EventMeta {
    let Some(HandoverRecipient {
        phone_number_id,
        display_phone_number,
    }) = recipient
    else {
        return meta;
    };
    let known = &meta.account;
    let number = display_phone_number.as_deref().and_then(PhoneNumber::parse);
    let account = Account {
        phone_number_id: phone_number_id
            .map(PhoneNumberId::from)
            .or(known.phone_number_id.clone()),
        phone_number: number.or(known.phone_number),
        ..Account::clone(known)
    };
    EventMeta {
        account: Arc::new(account),
        ..meta
    }
}
