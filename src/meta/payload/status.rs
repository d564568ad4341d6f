//! An element of `statuses`.

use std::borrow::Cow;

use super::error::Error;
use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// Status of a message from the business.
    ///
    /// Source: Cloud API, webhooks, messages, status; groups; payments India (read 2026-11-21).
    /// Seen in the wild: yes.
    pub struct Status<'a> {
        /// ID of the message.
        pub id: Option<Cow<'a, str>> = id,
        /// Status of the message; an open list of values, in any case.
        pub status: Option<Cow<'a, str>> = id,
        /// Time of the status, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Phone number or group ID of the recipient; absent if the number is hidden.
        pub recipient_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of the recipient.
        pub recipient_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the recipient.
        pub recipient_parent_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the recipient, in drafts of April 2026.
        pub parent_recipient_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the recipient, in drafts.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Kind of the recipient: `group` or `individual`.
        pub recipient_type: Option<Cow<'a, str>> = text,
        /// Phone number of the group participant.
        pub recipient_participant_id: Option<Cow<'a, str>> = id,
        /// Phone number of the group participant, as the groups guide spells it.
        pub participant_recipient_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of the group participant.
        pub recipient_participant_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the group participant.
        pub recipient_participant_parent_user_id: Option<Cow<'a, str>> = id,
        /// ID of the group; in the OpenAPI schema only.
        pub group_id: Option<Cow<'a, str>> = id,
        /// Hash of the recipient's identity key; only with the identity check.
        pub recipient_identity_key_hash: Option<Cow<'a, str>> = text,
        /// Text that the sender set when sending the message.
        pub biz_opaque_callback_data: Option<Cow<'a, str>> = text,
        /// ID of the template; only with Direct Send, since 2026.
        pub template_id: Option<Cow<'a, str>> = id,
        /// Conversation that the message was charged to; usually absent since v24.
        pub conversation: Option<Box<Conversation<'a>>> = boxed,
        /// Pricing of the message.
        pub pricing: Option<Box<Pricing<'a>>> = boxed,
        /// Errors, with the status `failed` and rarely with others.
        pub errors: Vec<Error<'a>> = list,
        /// Type of the status: `payment`, `call` or `message`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Payment that the status is about.
        pub payment: Option<Box<Payment<'a>>> = boxed,
        /// Message of the status, before the Cloud API.
        pub message: Option<LegacyMessage<'a>> = object,
    }

    /// Message of a status, before the Cloud API.
    ///
    /// Source: On-premises API, status notifications (read 2026-11-21). Seen in the wild: no.
    pub struct LegacyMessage<'a> {
        /// Phone number of the recipient.
        pub recipient_id: Option<Cow<'a, str>> = id,
    }

    /// Conversation that a message was charged to.
    ///
    /// Source: Cloud API, webhooks, messages, status (read 2026-11-21). Seen in the wild: yes.
    pub struct Conversation<'a> {
        /// ID of the conversation.
        pub id: Option<Cow<'a, str>> = id,
        /// End of the conversation, in seconds; only with `sent`.
        pub expiration_timestamp: Option<Timestamp> = time,
        /// Origin of the conversation.
        pub origin: Option<ConversationOrigin<'a>> = object,
        /// Pricing; here in some group samples.
        pub pricing: Option<Box<Pricing<'a>>> = boxed,
    }

    /// Origin of a conversation.
    ///
    /// Source: Cloud API, webhooks, messages, status (read 2026-11-21). Seen in the wild: yes.
    pub struct ConversationOrigin<'a> {
        /// Category of the conversation: `marketing`, `service`, `user_initiated` …
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Pricing of a message.
    ///
    /// Source: Cloud API, webhooks, messages, status; pricing updates (read 2026-11-25). Seen in the wild: yes.
    pub struct Pricing<'a> {
        /// Whether the message is charged; sometimes absent, and announced to be removed.
        pub billable: Option<bool> = flag,
        /// Pricing model: `PMP`, `CBP` or `NBP`.
        pub pricing_model: Option<Cow<'a, str>> = text,
        /// Pricing type: `regular`, `free_customer_service`, `free_group_customer_service` or `free_entry_point`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Subtype of the pricing: `paid_exempt`. Since October 2026.
        pub subtype: Option<Cow<'a, str>> = text,
        /// Pricing type, in the older spelling.
        pub pricing_type: Option<Cow<'a, str>> = text,
        /// Pricing category.
        pub category: Option<Cow<'a, str>> = text,
    }

    /// Payment that a status is about.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct Payment<'a> {
        /// Reference that the merchant gave the payment.
        pub reference_id: Option<Cow<'a, str>> = id,
        /// Amount of the payment.
        pub amount: Option<Amount<'a>> = object,
        /// ISO 4217 code of the currency.
        pub currency: Option<Cow<'a, str>> = text,
        /// Attempt to pay; absent until there is one.
        pub transaction: Option<Transaction<'a>> = object,
        /// Refunds; in some samples in `transaction`.
        pub refunds: Vec<Refund<'a>> = list,
        /// Receipt that Razorpay passes through.
        pub receipt: Option<RawSlice<'a>> = raw,
        /// Notes that Razorpay passes through: an object.
        pub notes: Option<RawSlice<'a>> = raw,
        /// Field 1 that the gateway passes through.
        pub udf1: Option<RawSlice<'a>> = raw,
        /// Field 2 that the gateway passes through.
        pub udf2: Option<RawSlice<'a>> = raw,
        /// Field 3 that the gateway passes through.
        pub udf3: Option<RawSlice<'a>> = raw,
        /// Field 4 that the gateway passes through.
        pub udf4: Option<RawSlice<'a>> = raw,
        /// Additional field 1 that the gateway passes through.
        pub additional_info1: Option<RawSlice<'a>> = raw,
        /// Additional field 2 that the gateway passes through.
        pub additional_info2: Option<RawSlice<'a>> = raw,
        /// Additional field 3 that the gateway passes through.
        pub additional_info3: Option<RawSlice<'a>> = raw,
        /// Additional field 4 that the gateway passes through.
        pub additional_info4: Option<RawSlice<'a>> = raw,
        /// Additional field 5 that the gateway passes through.
        pub additional_info5: Option<RawSlice<'a>> = raw,
        /// Additional field 6 that the gateway passes through.
        pub additional_info6: Option<RawSlice<'a>> = raw,
        /// Additional field 7 that the gateway passes through.
        pub additional_info7: Option<RawSlice<'a>> = raw,
        /// Extra field 1 that the gateway passes through.
        pub extra1: Option<RawSlice<'a>> = raw,
        /// Extra field 2 that the gateway passes through.
        pub extra2: Option<RawSlice<'a>> = raw,
    }

    /// An amount: `value` divided by `offset`.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct Amount<'a> {
        /// Amount multiplied by `offset`, as a whole number.
        pub value: Option<Cow<'a, str>> = text,
        /// Divisor of `value`; usually 100.
        pub offset: Option<i64> = int,
    }

    /// One attempt to pay.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct Transaction<'a> {
        /// ID of the transaction.
        pub id: Option<Cow<'a, str>> = id,
        /// ID of the transaction at the payment gateway.
        pub pg_transaction_id: Option<Cow<'a, str>> = id,
        /// Payment gateway.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Status of the transaction: `pending`, `success` or `failed`.
        pub status: Option<Cow<'a, str>> = text,
        /// Time at which the transaction was created; a text in one sample.
        pub created_timestamp: Option<Timestamp> = time,
        /// Time of the latest change; a text in one sample.
        pub updated_timestamp: Option<Timestamp> = time,
        /// Payment method.
        pub method: Option<PaymentMethod<'a>> = object,
        /// Error of the transaction.
        pub error: Option<PaymentError<'a>> = object,
        /// Amount of this attempt.
        pub amount: Option<Amount<'a>> = object,
        /// ISO 4217 code of this attempt's currency.
        pub currency: Option<Cow<'a, str>> = text,
        /// Refunds.
        pub refunds: Vec<Refund<'a>> = list,
    }

    /// Payment method.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct PaymentMethod<'a> {
        /// Type of the method: `upi`, `card`, `wallet` or `netbanking`.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Error of a payment.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct PaymentError<'a> {
        /// Error code.
        pub code: Option<Cow<'a, str>> = text,
        /// Reason of the failure.
        pub reason: Option<Cow<'a, str>> = text,
    }

    /// A refund.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct Refund<'a> {
        /// ID of the refund.
        pub id: Option<Cow<'a, str>> = id,
        /// Amount of the refund.
        pub amount: Option<Amount<'a>> = object,
        /// Speed of the refund: `instant` or `normal`.
        pub speed_processed: Option<Cow<'a, str>> = text,
        /// Status of the refund: `pending`, `success` or `failed`.
        pub status: Option<Cow<'a, str>> = text,
        /// Time at which the refund was created.
        pub created_timestamp: Option<Timestamp> = time,
        /// Time of the latest change.
        pub updated_timestamp: Option<Timestamp> = time,
    }
}
