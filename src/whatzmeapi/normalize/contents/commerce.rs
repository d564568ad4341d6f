//! Carts, products, payments.

use std::borrow::Cow;

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Order, Payment, Product};
use crate::json::Owned;
use crate::whatzmeapi::payload::{
    Amount, OrderMessage, PaymentMessage, PaymentNote, ProductMessage, ProductSnapshot,
};

pub(super) fn order(part: &mut Part<'_>) -> Result<Content, Problem> {
    let OrderMessage {
        order_id,
        token,
        order_title,
        message,
        item_count,
        status,
        seller_jid,
        total_amount1000,
        total_currency_code,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Order {
        id: order_id.owned(),
        catalog_id: None,
        text: message.owned(),
        title: order_title.owned(),
        items: Vec::new(),
        item_count,
        total: total_amount1000.map(thousandths),
        currency: total_currency_code.owned(),
        status: status.map(order_status).owned(),
        token: token.owned(),
        seller: seller_jid.owned(),
    }
    .into())
}

/// Returns the name of a status that was sent as a number.
fn order_status(word: Cow<'_, str>) -> Cow<'_, str> {
    match &*word {
        "1" => Cow::Borrowed("INQUIRY"),
        "2" => Cow::Borrowed("ACCEPTED"),
        "3" => Cow::Borrowed("DECLINED"),
        _ => word,
    }
}

pub(super) fn product(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ProductMessage {
        product,
        business_owner_jid,
        body,
        footer,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let ProductSnapshot {
        product_id,
        title,
        description,
        currency_code,
        price_amount1000,
        retailer_id,
        url,
    } = product.unwrap_or_default();
    Ok(Product {
        id: product_id.owned(),
        product_retailer_id: retailer_id.owned(),
        catalog_id: None,
        title: title.owned(),
        description: description.owned(),
        body: body.owned(),
        footer: footer.owned(),
        price: price_amount1000.map(thousandths),
        currency: currency_code.owned(),
        url: url.owned(),
        owner: business_owner_jid.owned(),
    }
    .into())
}

pub(super) fn payment(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PaymentMessage {
        note_message,
        note,
        description,
        total_amount,
        reminder_id,
        split_id,
        request_message_key,
        key,
        amount1000,
        currency_code_iso4217,
        amount,
        expiry_timestamp,
    } = part.wire()?;
    let PaymentNote {
        conversation,
        extended_text_message,
    } = note_message.unwrap_or_default();
    let Amount {
        value,
        offset,
        currency_code,
    } = amount.or(total_amount).unwrap_or_default();
    let text = conversation.or(extended_text_message.and_then(|message| message.text));
    let in_thousandths = if offset == Some(1000) { value } else { None };
    let request = request_message_key.or(key).and_then(|key| key.id);
    Ok(Payment {
        kind: Some(part.key.to_owned()),
        note: text.or(note).or(description).owned(),
        amount: amount1000.or(in_thousandths).map(thousandths),
        currency: currency_code_iso4217.or(currency_code).owned(),
        request_id: request.or(reminder_id).or(split_id).owned(),
        expires_at: expiry_timestamp,
    }
    .into())
}

/// Converts thousandths to exact decimal text without trailing zeros.
fn thousandths(amount: i64) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let amount = amount.unsigned_abs();
    let whole = amount.checked_div(1000).unwrap_or_default();
    let rest = amount.checked_rem(1000).unwrap_or_default();
    let text = format!("{sign}{whole}.{rest:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (amount, text) in [
            (259_900, "259.9"),
            (45_500, "45.5"),
            (1000, "1"),
            (100_000, "100"),
            (0, "0"),
            (5, "0.005"),
            (-1050, "-1.05"),
            (i64::MAX, "9223372036854775.807"),
            (i64::MIN, "-9223372036854775.808"),
        ] {
            assert_eq!(thousandths(amount), text);
        }
    }
}
