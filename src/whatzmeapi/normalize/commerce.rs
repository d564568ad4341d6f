//! Carts, products, payments.

use super::content::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Order, Payment, Product};
use crate::json::own;
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
    Ok(Content::Order(Box::new(Order {
        id: own(order_id),
        catalog_id: None,
        text: own(message),
        title: own(order_title),
        items: Vec::new(),
        item_count,
        total: total_amount1000.map(thousandths),
        currency: own(total_currency_code),
        status: status.map(|status| match &*status {
            "1" => "INQUIRY".to_owned(),
            "2" => "ACCEPTED".to_owned(),
            "3" => "DECLINED".to_owned(),
            _ => status.into_owned(),
        }),
        token: own(token),
        seller: own(seller_jid),
    })))
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
    Ok(Content::Product(Box::new(Product {
        id: own(product_id),
        product_retailer_id: own(retailer_id),
        catalog_id: None,
        title: own(title),
        description: own(description),
        body: own(body),
        footer: own(footer),
        price: price_amount1000.map(thousandths),
        currency: own(currency_code),
        url: own(url),
        owner: own(business_owner_jid),
    })))
}

pub(super) fn payment(part: &mut Part<'_>) -> Result<Content, Problem> {
    let PaymentMessage {
        note_message,
        note,
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
    } = amount.unwrap_or_default();
    let text = conversation.or(extended_text_message.and_then(|message| message.text));
    let thousandth = value.filter(|_| offset == Some(1000));
    let request = request_message_key.or(key).and_then(|key| key.id);
    Ok(Content::Payment(Box::new(Payment {
        kind: Some(part.key.to_owned()),
        note: own(text.or(note)),
        amount: amount1000.or(thousandth).map(thousandths),
        currency: own(currency_code_iso4217.or(currency_code)),
        request_id: own(request),
        expires_at: expiry_timestamp,
    })))
}

/// Thousandths as decimal text: exact, without zeros at the end.
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
