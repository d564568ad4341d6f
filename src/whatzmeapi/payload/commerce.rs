//! Carts, products, payments. Amounts are thousandths.

use std::borrow::Cow;

use super::key::Key;
use super::text::ExtendedTextMessage;
use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// A cart: `orderMessage`.
    pub struct OrderMessage<'a> {
        /// ID of the order.
        pub order_id "orderId": Option<Cow<'a, str>> = id,
        /// Token for requesting the products of the order.
        pub token: Option<Cow<'a, str>> = text,
        /// Title that the chat shows.
        pub order_title "orderTitle": Option<Cow<'a, str>> = text,
        /// Text that was sent with the cart.
        pub message: Option<Cow<'a, str>> = text,
        /// Number of products.
        pub item_count "itemCount": Option<i64> = int,
        /// Status: `INQUIRY` 1, `ACCEPTED` 2, `DECLINED` 3.
        pub status: Option<Cow<'a, str>> = id,
        /// JID of the seller.
        pub seller_jid "sellerJid": Option<Cow<'a, str>> = id,
        /// Total in thousandths of the currency.
        pub total_amount1000 "totalAmount1000": Option<i64> = int,
        /// ISO 4217 code of the currency.
        pub total_currency_code "totalCurrencyCode": Option<Cow<'a, str>> = text,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A product: `productMessage`.
    pub struct ProductMessage<'a> {
        /// Product.
        pub product: Option<ProductSnapshot<'a>> = object,
        /// JID of the seller.
        pub business_owner_jid "businessOwnerJid": Option<Cow<'a, str>> = id,
        /// Body.
        pub body: Option<Cow<'a, str>> = text,
        /// Footer.
        pub footer: Option<Cow<'a, str>> = text,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A product of a [`ProductMessage`].
    pub struct ProductSnapshot<'a> {
        /// ID of the product.
        pub product_id "productId": Option<Cow<'a, str>> = id,
        /// Name of the product.
        pub title: Option<Cow<'a, str>> = text,
        /// Description by the seller.
        pub description: Option<Cow<'a, str>> = text,
        /// ISO 4217 code of the currency.
        pub currency_code "currencyCode": Option<Cow<'a, str>> = text,
        /// Price in thousandths of the currency.
        pub price_amount1000 "priceAmount1000": Option<i64> = int,
        /// ID of the product in the seller's system.
        pub retailer_id "retailerId": Option<Cow<'a, str>> = id,
        /// URL of the product's page.
        pub url: Option<Cow<'a, str>> = text,
    }

    /// A payment, or a request for one: `sendPaymentMessage`, `requestPaymentMessage`,
    /// `declinePaymentRequestMessage`, `cancelPaymentRequestMessage`, `paymentInviteMessage`, `invoiceMessage`.
    pub struct PaymentMessage<'a> {
        /// Text that was sent with the payment, as a content.
        pub note_message "noteMessage": Option<PaymentNote<'a>> = object,
        /// Text of an invoice.
        pub note: Option<Cow<'a, str>> = text,
        /// Subject of the reminder or the split payment.
        pub description: Option<Cow<'a, str>> = text,
        /// Sum of a split payment.
        pub total_amount "totalAmount": Option<Amount<'a>> = object,
        /// ID of the reminder.
        pub reminder_id "reminderId": Option<Cow<'a, str>> = id,
        /// ID of the split payment.
        pub split_id "splitId": Option<Cow<'a, str>> = id,
        /// Key of the request that is paid.
        pub request_message_key "requestMessageKey": Option<Key<'a>> = object,
        /// Key of the request that is declined or canceled.
        pub key: Option<Key<'a>> = object,
        /// Amount in thousandths of the currency.
        pub amount1000: Option<i64> = int,
        /// ISO 4217 code of the currency.
        pub currency_code_iso4217 "currencyCodeIso4217": Option<Cow<'a, str>> = text,
        /// Amount in its newer form.
        pub amount: Option<Amount<'a>> = object,
        /// Time at which a request or invitation expires.
        pub expiry_timestamp "expiryTimestamp": Option<Timestamp> = time,
    }

    /// The text that was sent with a payment.
    pub struct PaymentNote<'a> {
        /// Plain text.
        pub conversation: Option<Cow<'a, str>> = text,
        /// Text with a link preview or a context.
        pub extended_text_message "extendedTextMessage": Option<ExtendedTextMessage<'a>> = object,
    }

    /// An amount: `value` divided by `offset`.
    pub struct Amount<'a> {
        /// Value to divide.
        pub value: Option<i64> = int,
        /// Divisor, usually 1000.
        pub offset: Option<i64> = int,
        /// ISO 4217 code of the currency.
        pub currency_code "currencyCode": Option<Cow<'a, str>> = text,
    }
}
