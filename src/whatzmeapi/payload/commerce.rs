//! Carts, products, payments. Amounts are thousandths.

use std::borrow::Cow;

use super::key::Key;
use super::text::ExtendedTextMessage;
use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// `orderMessage`: a cart.
    pub struct OrderMessage<'a> {
        /// Id.
        pub order_id "orderId": Option<Cow<'a, str>> = id,
        /// Token to ask for its products.
        pub token: Option<Cow<'a, str>> = text,
        /// Title that the chat shows.
        pub order_title "orderTitle": Option<Cow<'a, str>> = text,
        /// What was written with it.
        pub message: Option<Cow<'a, str>> = text,
        /// Number of products.
        pub item_count "itemCount": Option<i64> = int,
        /// `INQUIRY` 1, `ACCEPTED` 2, `DECLINED` 3.
        pub status: Option<Cow<'a, str>> = id,
        /// Who sells.
        pub seller_jid "sellerJid": Option<Cow<'a, str>> = id,
        /// Sum in thousandths.
        pub total_amount1000 "totalAmount1000": Option<i64> = int,
        /// ISO code of the currency.
        pub total_currency_code "totalCurrencyCode": Option<Cow<'a, str>> = text,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// `productMessage`.
    pub struct ProductMessage<'a> {
        /// Product.
        pub product: Option<ProductSnapshot<'a>> = object,
        /// Who sells.
        pub business_owner_jid "businessOwnerJid": Option<Cow<'a, str>> = id,
        /// What was written with it.
        pub body: Option<Cow<'a, str>> = text,
        /// Small print.
        pub footer: Option<Cow<'a, str>> = text,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A product.
    pub struct ProductSnapshot<'a> {
        /// Id.
        pub product_id "productId": Option<Cow<'a, str>> = id,
        /// Name.
        pub title: Option<Cow<'a, str>> = text,
        /// What the seller says of it.
        pub description: Option<Cow<'a, str>> = text,
        /// ISO code of the currency.
        pub currency_code "currencyCode": Option<Cow<'a, str>> = text,
        /// Price in thousandths.
        pub price_amount1000 "priceAmount1000": Option<i64> = int,
        /// Id that the seller gave it.
        pub retailer_id "retailerId": Option<Cow<'a, str>> = id,
        /// Page.
        pub url: Option<Cow<'a, str>> = text,
    }

    /// `sendPaymentMessage`, `requestPaymentMessage`, `declinePaymentRequestMessage`,
    /// `cancelPaymentRequestMessage`, `paymentInviteMessage`, `invoiceMessage`, `paymentReminderMessage`,
    /// `splitPaymentMessage`.
    pub struct PaymentMessage<'a> {
        /// What was written with it, as a content of its own.
        pub note_message "noteMessage": Option<PaymentNote<'a>> = object,
        /// What was written on an invoice.
        pub note: Option<Cow<'a, str>> = text,
        /// What a reminder or a split payment is about.
        pub description: Option<Cow<'a, str>> = text,
        /// Sum of a split payment.
        pub total_amount "totalAmount": Option<Amount<'a>> = object,
        /// Id of a reminder.
        pub reminder_id "reminderId": Option<Cow<'a, str>> = id,
        /// Id of a split payment.
        pub split_id "splitId": Option<Cow<'a, str>> = id,
        /// Request that is paid.
        pub request_message_key "requestMessageKey": Option<Key<'a>> = object,
        /// Request that is declined or canceled.
        pub key: Option<Key<'a>> = object,
        /// Amount in thousandths.
        pub amount1000: Option<i64> = int,
        /// ISO code of the currency.
        pub currency_code_iso4217 "currencyCodeIso4217": Option<Cow<'a, str>> = text,
        /// Amount, newer form.
        pub amount: Option<Amount<'a>> = object,
        /// End of a request or invitation.
        pub expiry_timestamp "expiryTimestamp": Option<Timestamp> = time,
    }

    /// What was written with a payment.
    pub struct PaymentNote<'a> {
        /// Plain text.
        pub conversation: Option<Cow<'a, str>> = text,
        /// Text with more to it.
        pub extended_text_message "extendedTextMessage": Option<ExtendedTextMessage<'a>> = object,
    }

    /// An amount: `value` divided by `offset`.
    pub struct Amount<'a> {
        /// Number.
        pub value: Option<i64> = int,
        /// What it is divided by, mostly 1000.
        pub offset: Option<i64> = int,
        /// ISO code of the currency.
        pub currency_code "currencyCode": Option<Cow<'a, str>> = text,
    }
}
