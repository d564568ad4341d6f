//! `payment` of a status: its transaction and refunds.

use std::collections::BTreeMap;

use super::embedded_json::document_text;
use crate::event;
use crate::json::Owned;
use crate::meta::payload::{Amount, Payment, PaymentError, Refund, Transaction};
use crate::meta::words::in_any_case;

impl From<Payment<'_>> for event::PaymentStatus {
    fn from(payment: Payment<'_>) -> Self {
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
        let (value, offset) = value_and_offset(amount);
        let (transaction_value, transaction_offset) = value_and_offset(transaction_amount);
        let PaymentError { code, reason } = error.unwrap_or_default();
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
            .filter_map(|(key, part)| Some((key.to_owned(), document_text(part?))))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        Self {
            reference_id: reference_id.owned(),
            value,
            offset,
            currency: currency.owned(),
            transaction_id: id.owned(),
            pg_transaction_id: pg_transaction_id.owned(),
            transaction_value,
            transaction_offset,
            transaction_currency: transaction_currency.owned(),
            transaction_type: r#type.map(|word| in_any_case(&word)),
            transaction_status: status.map(|word| in_any_case(&word)),
            method: method
                .and_then(|method| method.r#type)
                .map(|word| in_any_case(&word)),
            created_at: created_timestamp,
            updated_at: updated_timestamp,
            error_code: code.owned(),
            error_reason: reason.owned(),
            refunds: (refunds.into_iter().chain(transaction_refunds))
                .map(event::Refund::from)
                .collect(),
            pass_through,
        }
    }
}

impl From<Refund<'_>> for event::Refund {
    fn from(refund: Refund<'_>) -> Self {
        let Refund {
            id,
            amount,
            speed_processed,
            status,
            created_timestamp,
            updated_timestamp,
        } = refund;
        let (value, offset) = value_and_offset(amount);
        Self {
            id: id.owned(),
            value,
            offset,
            speed_processed: speed_processed.map(|word| in_any_case(&word)),
            status: status.map(|word| in_any_case(&word)),
            created_at: created_timestamp,
            updated_at: updated_timestamp,
        }
    }
}

fn value_and_offset(amount: Option<Amount<'_>>) -> (Option<String>, Option<i64>) {
    let Amount { value, offset } = amount.unwrap_or_default();
    (value.owned(), offset)
}
