//! An element of `statuses`.

use super::error::details;
use super::party::{Ids, People};
use crate::delivery::{Delivery, Item, Problem, Scope, own};
use crate::event::{self, Chat, ChatKind, Event, MessageStatus, Party, StatusUpdate};
use crate::meta::payload::{Amount, Conversation, Payment, Pricing, Refund, Status};
use crate::types::MessageId;

/// Turns one status into its event.
pub(super) fn event<'a>(
    status: Status<'a>,
    scope: &Scope,
    people: &People<'a>,
    delivery: &Delivery<'_>,
    item: &mut Item<'_>,
) -> Result<Event, Problem> {
    let word = status.status.ok_or(Problem::no_value("status"))?;
    let in_group = status.recipient_type.as_deref() == Some("group");
    let parent_user_id = status
        .recipient_parent_user_id
        .or(status.parent_recipient_user_id)
        .or(status.parent_user_id);
    let participant = people.party(Ids {
        phone: status
            .recipient_participant_id
            .or(status.participant_recipient_id),
        user_id: status.recipient_participant_user_id,
        parent_user_id: status.recipient_participant_parent_user_id,
    });
    let group = status
        .group_id
        .or_else(|| status.recipient_id.clone().filter(|_| in_group));
    let mut recipient = if in_group {
        status.recipient_id.map(|id| Party {
            id: Some(id.into_owned()),
            ..Party::default()
        })
    } else {
        people.party(Ids {
            phone: status.recipient_id,
            user_id: status.recipient_user_id,
            parent_user_id,
        })
    };
    if let (Some(recipient), Some(hash)) = (&mut recipient, status.recipient_identity_key_hash) {
        recipient.identity_key_hash = Some(hash.into_owned());
    }
    let (conversation, nested) = status.conversation.map(|it| conversation(*it)).unzip();
    let pricing = status.pricing.or(nested.flatten());
    Ok(Event::from(StatusUpdate {
        meta: delivery.meta(scope, std::mem::take(&mut item.path), status.timestamp),
        message_id: status.id.map(MessageId::from),
        status: self::word(&word),
        recipient: recipient.map(Box::new),
        participant: participant.map(Box::new),
        chat: group.map(|id| {
            Box::new(Chat {
                id: Some(id.into_owned()),
                kind: Some(ChatKind::Group),
                ..Chat::default()
            })
        }),
        errors: details(status.errors),
        conversation: conversation.map(Box::new),
        pricing: pricing.map(|pricing| Box::new(self::pricing(*pricing))),
        payment: status
            .payment
            .map(|payment| Box::new(self::payment(*payment))),
        campaign: None,
        channel: None,
        template_id: own(status.template_id),
        callback_data: own(status.biz_opaque_callback_data),
        raw: delivery.raw(item.slice),
    }))
}

/// A known word in any case, another one as it is.
fn word(word: &str) -> MessageStatus {
    MessageStatus::KNOWN
        .iter()
        .find(|known| known.eq_ignore_ascii_case(word))
        .map_or_else(
            || MessageStatus::from(word),
            |known| MessageStatus::from(*known),
        )
}

fn conversation(conversation: Conversation<'_>) -> (event::Conversation, Option<Box<Pricing<'_>>>) {
    let Conversation {
        id,
        expiration_timestamp,
        origin,
        pricing,
    } = conversation;
    let conversation = event::Conversation {
        id: own(id),
        expires_at: expiration_timestamp,
        origin: origin.and_then(|origin| own(origin.r#type)),
    };
    (conversation, pricing)
}

fn pricing(pricing: Pricing<'_>) -> event::Pricing {
    let Pricing {
        billable,
        pricing_model,
        r#type,
        pricing_type,
        category,
    } = pricing;
    event::Pricing {
        billable,
        pricing_model: own(pricing_model),
        r#type: own(r#type.or(pricing_type)),
        category: own(category),
    }
}

fn payment(payment: Payment<'_>) -> event::PaymentStatus {
    let Payment {
        reference_id,
        amount,
        currency,
        transaction,
        refunds,
    } = payment;
    let (value, offset) = self::amount(amount);
    let transaction = transaction.unwrap_or_default();
    let (error_code, error_reason) = transaction
        .error
        .map(|error| (error.code, error.reason))
        .unwrap_or_default();
    event::PaymentStatus {
        reference_id: own(reference_id),
        value,
        offset,
        currency: own(currency),
        transaction_id: own(transaction.id),
        pg_transaction_id: own(transaction.pg_transaction_id),
        transaction_type: own(transaction.r#type),
        transaction_status: own(transaction.status),
        method: transaction.method.and_then(|method| own(method.r#type)),
        created_at: transaction.created_timestamp,
        updated_at: transaction.updated_timestamp,
        error_code: own(error_code),
        error_reason: own(error_reason),
        refunds: refunds
            .into_iter()
            .chain(transaction.refunds)
            .map(refund)
            .collect(),
    }
}

fn refund(refund: Refund<'_>) -> event::Refund {
    let Refund {
        id,
        amount,
        speed_processed,
        status,
        created_timestamp,
        updated_timestamp,
    } = refund;
    let (value, offset) = self::amount(amount);
    event::Refund {
        id: own(id),
        value,
        offset,
        speed_processed: own(speed_processed),
        status: own(status),
        created_at: created_timestamp,
        updated_at: updated_timestamp,
    }
}

fn amount(amount: Option<Amount<'_>>) -> (Option<String>, Option<i64>) {
    let Amount { value, offset } = amount.unwrap_or_default();
    (own(value), offset)
}
