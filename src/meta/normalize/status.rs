//! An element of `statuses`.

use std::collections::BTreeMap;

use super::error::details;
use super::interactive::json_text;
use super::message::group_chat;
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::{self, Event, MessageStatus, Party, StatusUpdate};
use crate::json::own;
use crate::meta::payload::{
    Amount, Conversation, LegacyMessage, Payment, Pricing, Refund, Status, Transaction,
};
use crate::meta::people::{Ids, People};
use crate::types::MessageId;

/// Turns one status into its event.
pub(super) fn event<'a>(
    status: Status<'a>,
    scope: &Scope,
    people: &People<'a>,
    collector: &Collector<'_>,
    item: &mut Item<'_>,
) -> Result<Event, Problem> {
    let Status {
        id,
        status: word,
        timestamp,
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
    } = status;
    let word = word.ok_or(Problem::no_value("status"))?;
    let participant = people.party(Ids {
        phone: recipient_participant_id.or(participant_recipient_id),
        user_id: recipient_participant_user_id,
        parent_user_id: recipient_participant_parent_user_id,
    });
    let recipient_id =
        recipient_id.or(message.and_then(|LegacyMessage { recipient_id }| recipient_id));
    // Only messages to groups have participants.
    let in_group = participant.is_some()
        || recipient_type.is_some_and(|kind| kind.eq_ignore_ascii_case("group"));
    let group = group_id.or_else(|| recipient_id.clone().filter(|_| in_group));
    let mut recipient = if in_group {
        recipient_id.map(|id| Party {
            id: Some(id.into_owned()),
            ..Party::default()
        })
    } else {
        people.party(Ids {
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
    let (conversation, nested) = conversation.map(|it| self::conversation(*it)).unzip();
    let conversation = conversation.filter(|it| *it != event::Conversation::default());
    let pricing = (pricing.or(nested.flatten()))
        .map(|pricing| self::pricing(*pricing))
        .filter(|it| *it != event::Pricing::default());
    // The word alone would pass for the message's own.
    let payment = payment.or_else(|| (r#type.as_deref() == Some("payment")).then(Box::default));
    Ok(Event::from(StatusUpdate {
        meta: collector.meta(scope, std::mem::take(&mut item.path), timestamp),
        message_id: id.map(MessageId::from),
        status: self::word(&word),
        recipient: recipient.map(Box::new),
        participant: participant.map(Box::new),
        chat: group.map(|id| Box::new(group_chat(id))),
        errors: details(errors),
        conversation: conversation.map(Box::new),
        pricing: pricing.map(Box::new),
        payment: payment.map(|payment| Box::new(self::payment(*payment))),
        campaign: None,
        channel: None,
        template_id: own(template_id),
        callback_data: own(biz_opaque_callback_data),
        raw: collector.raw(item.slice),
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
        receipt,
        notes,
        udf1,
        udf2,
        udf3,
        udf4,
        additional_info1,
        additional_info2,
        additional_info3,
        additional_info4,
        additional_info5,
        additional_info6,
        additional_info7,
        extra1,
        extra2,
    } = payment;
    let Transaction {
        id,
        pg_transaction_id,
        r#type,
        status,
        created_timestamp,
        updated_timestamp,
        method,
        error,
        amount: transaction_amount,
        currency: transaction_currency,
        refunds: transaction_refunds,
    } = transaction.unwrap_or_default();
    let (value, offset) = self::amount(amount);
    let (transaction_value, transaction_offset) = self::amount(transaction_amount);
    let (error_code, error_reason) = error
        .map(|error| (error.code, error.reason))
        .unwrap_or_default();
    let passed = [
        ("receipt", receipt),
        ("notes", notes),
        ("udf1", udf1),
        ("udf2", udf2),
        ("udf3", udf3),
        ("udf4", udf4),
        ("additional_info1", additional_info1),
        ("additional_info2", additional_info2),
        ("additional_info3", additional_info3),
        ("additional_info4", additional_info4),
        ("additional_info5", additional_info5),
        ("additional_info6", additional_info6),
        ("additional_info7", additional_info7),
        ("extra1", extra1),
        ("extra2", extra2),
    ];
    let pass_through: BTreeMap<String, String> = passed
        .into_iter()
        .filter_map(|(key, part)| Some((key.to_owned(), json_text(part?))))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    event::PaymentStatus {
        reference_id: own(reference_id),
        value,
        offset,
        currency: own(currency),
        transaction_id: own(id),
        pg_transaction_id: own(pg_transaction_id),
        transaction_value,
        transaction_offset,
        transaction_currency: own(transaction_currency),
        transaction_type: own(r#type),
        transaction_status: own(status),
        method: method.and_then(|method| own(method.r#type)),
        created_at: created_timestamp,
        updated_at: updated_timestamp,
        error_code: own(error_code),
        error_reason: own(error_reason),
        refunds: refunds
            .into_iter()
            .chain(transaction_refunds)
            .map(refund)
            .collect(),
        pass_through,
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
