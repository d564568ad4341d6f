//! An element of `statuses`.

use super::chat::group_chat;
use crate::collector::Problem;
use crate::event::{self, Event, EventMeta, MessageStatus, Party, StatusUpdate};
use crate::json::{Owned, unless_empty};
use crate::meta::item::{Around, FieldItem};
use crate::meta::payload::{Conversation, LegacyMessage, Pricing, Status};
use crate::meta::people::Ids;
use crate::meta::words::in_any_case;
use crate::types::{Raw, Timestamp};

impl<'a> FieldItem<'a> for Status<'a> {
    fn occurred_at(&self, _: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Status {
            id,
            status: word,
            timestamp: _,
            recipient_id,
            recipient_user_id,
            recipient_parent_user_id,
            parent_recipient_user_id,
            parent_user_id,
            recipient_type,
            recipient_participant_id,
            participant_recipient_id,
            recipient_participant_user_id,
            recipient_participant_parent_user_id,
            group_id,
            recipient_identity_key_hash,
            biz_opaque_callback_data,
            template_id,
            conversation,
            pricing,
            errors,
            r#type,
            payment,
            message,
        } = self;
        let word = word.ok_or(Problem::no_value("status"))?;
        let participant = around.people.party(Ids {
            phone: recipient_participant_id.or(participant_recipient_id),
            user_id: recipient_participant_user_id,
            parent_user_id: recipient_participant_parent_user_id,
        });
        let recipient_id =
            recipient_id.or(message.and_then(|LegacyMessage { recipient_id }| recipient_id));
        // Only messages to groups have participants.
        let in_group = participant.is_some()
            || recipient_type.is_some_and(|kind| kind.eq_ignore_ascii_case("group"));
        let group = match group_id {
            None if in_group => recipient_id.clone(),
            id => id,
        };
        let mut recipient = if in_group {
            recipient_id.map(|id| Party {
                id: Some(id.into_owned()),
                ..Party::default()
            })
        } else {
            around.people.person(Ids {
                phone: recipient_id,
                user_id: recipient_user_id,
                parent_user_id: recipient_parent_user_id
                    .or(parent_recipient_user_id)
                    .or(parent_user_id),
            })
        };
        if let (Some(recipient), Some(hash)) = (&mut recipient, recipient_identity_key_hash) {
            recipient.identity_key_hash = Some(hash.into_owned());
        }
        let mut conversation = conversation;
        let nested = conversation.as_mut().and_then(|it| it.pricing.take());
        let conversation = conversation
            .map(|it| event::Conversation::from(*it))
            .and_then(unless_empty);
        let pricing = pricing
            .or(nested)
            .map(|it| event::Pricing::from(*it))
            .and_then(unless_empty);
        // Without a payment, the status would be read as the message's own.
        let payment = payment.or_else(|| (r#type.as_deref() == Some("payment")).then(Box::default));
        Ok(Event::from(StatusUpdate {
            meta,
            message_id: id.owned(),
            status: in_any_case(&word),
            recipient: recipient.map(Box::new),
            participant: participant.map(Box::new),
            chat: group.map(|id| Box::new(group_chat(id))),
            direction: None,
            errors: errors.owned(),
            conversation: conversation.map(Box::new),
            pricing: pricing.map(Box::new),
            payment: payment.map(|payment| Box::new((*payment).into())),
            campaign: None,
            channel: None,
            template_id: template_id.owned(),
            callback_data: biz_opaque_callback_data.owned(),
            raw,
        }))
    }
}

/// Returns the status of a message from history. `ERROR` means failed.
pub(super) fn of_history(word: &str) -> MessageStatus {
    if word.eq_ignore_ascii_case("error") {
        return MessageStatus::Failed;
    }
    in_any_case(word)
}

impl From<Conversation<'_>> for event::Conversation {
    fn from(conversation: Conversation<'_>) -> Self {
        let Conversation {
            id,
            expiration_timestamp,
            origin,
            pricing: _,
        } = conversation;
        Self {
            id: id.owned(),
            expires_at: expiration_timestamp,
            origin: origin
                .and_then(|origin| origin.r#type)
                .map(|word| in_any_case(&word)),
        }
    }
}

impl From<Pricing<'_>> for event::Pricing {
    fn from(pricing: Pricing<'_>) -> Self {
        let Pricing {
            billable,
            pricing_model,
            r#type,
            subtype,
            pricing_type,
            category,
        } = pricing;
        Self {
            billable,
            pricing_model: pricing_model.map(|word| in_any_case(&word)),
            r#type: (r#type.or(pricing_type)).map(|word| in_any_case(&word)),
            subtype: subtype.map(|word| in_any_case(&word)),
            category: category.map(|word| in_any_case(&word)),
        }
    }
}
