//! An element of `statuses`.

use std::borrow::Cow;

use super::error::Error;
use crate::json::RawSlice;
use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// Progress of a message from the business.
    ///
    /// Source: Cloud API, webhooks, messages, status; groups; payments India (read 2026-11-21).
    /// Seen in the wild: yes.
    pub struct Status<'a> {
        /// Message it is about.
        pub id: Option<Cow<'a, str>> = id,
        /// An open list of words, in any case.
        pub status: Option<Cow<'a, str>> = id,
        /// Time, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Number, or id of the group; absent where the number is hidden.
        pub recipient_id: Option<Cow<'a, str>> = id,
        /// Business-scoped id.
        pub recipient_user_id: Option<Cow<'a, str>> = id,
        /// Parent id.
        pub recipient_parent_user_id: Option<Cow<'a, str>> = id,
        /// Parent id, drafts of April 2026.
        pub parent_recipient_user_id: Option<Cow<'a, str>> = id,
        /// Parent id, drafts.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// `group` or `individual`.
        pub recipient_type: Option<Cow<'a, str>> = text,
        /// Number of the group's member.
        pub recipient_participant_id: Option<Cow<'a, str>> = id,
        /// Number of the group's member, as the groups guide spells it.
        pub participant_recipient_id: Option<Cow<'a, str>> = id,
        /// Business-scoped id of the group's member.
        pub recipient_participant_user_id: Option<Cow<'a, str>> = id,
        /// Parent id of the group's member.
        pub recipient_participant_parent_user_id: Option<Cow<'a, str>> = id,
        /// In the OpenAPI schema only.
        pub group_id: Option<Cow<'a, str>> = id,
        /// Only with the identity check.
        pub recipient_identity_key_hash: Option<Cow<'a, str>> = text,
        /// Text that the sender set.
        pub biz_opaque_callback_data: Option<Cow<'a, str>> = text,
        /// Direct Send, 2026.
        pub template_id: Option<Cow<'a, str>> = id,
        /// Mostly absent from v24 on.
        pub conversation: Option<Box<Conversation<'a>>> = boxed,
        /// What it costs.
        pub pricing: Option<Box<Pricing<'a>>> = boxed,
        /// With `failed`, rarely beside others.
        pub errors: Vec<Error<'a>> = list,
        /// `payment`, `call`, `message`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Payment it is about.
        pub payment: Option<Box<Payment<'a>>> = boxed,
        /// Before the Cloud API.
        pub message: Option<LegacyMessage<'a>> = object,
    }

    /// Message that a status is about, before the Cloud API.
    ///
    /// Source: On-premises API, status notifications (read 2026-11-21). Seen in the wild: no.
    pub struct LegacyMessage<'a> {
        /// Number.
        pub recipient_id: Option<Cow<'a, str>> = id,
    }

    /// Conversation as it is charged.
    ///
    /// Source: Cloud API, webhooks, messages, status (read 2026-11-21). Seen in the wild: yes.
    pub struct Conversation<'a> {
        /// Id.
        pub id: Option<Cow<'a, str>> = id,
        /// With `sent` only.
        pub expiration_timestamp: Option<Timestamp> = time,
        /// Category.
        pub origin: Option<ConversationOrigin<'a>> = object,
        /// Nested here in some group samples.
        pub pricing: Option<Box<Pricing<'a>>> = boxed,
    }

    /// Category of a conversation.
    ///
    /// Source: Cloud API, webhooks, messages, status (read 2026-11-21). Seen in the wild: yes.
    pub struct ConversationOrigin<'a> {
        /// `marketing`, `service`, `user_initiated` …
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// Pricing of a message.
    ///
    /// Source: Cloud API, webhooks, messages, status; pricing updates (read 2026-11-25). Seen in the wild: yes.
    pub struct Pricing<'a> {
        /// Not always there; announced to go away.
        pub billable: Option<bool> = flag,
        /// `PMP`, `CBP`, `NBP`.
        pub pricing_model: Option<Cow<'a, str>> = text,
        /// `regular`, `free_customer_service`, `free_group_customer_service`, `free_entry_point`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// `paid_exempt`. Since October 2026.
        pub subtype: Option<Cow<'a, str>> = text,
        /// Older spelling of `type`.
        pub pricing_type: Option<Cow<'a, str>> = text,
        /// Category.
        pub category: Option<Cow<'a, str>> = text,
    }

    /// Payment that a status is about.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct Payment<'a> {
        /// Reference of the merchant.
        pub reference_id: Option<Cow<'a, str>> = id,
        /// Amount.
        pub amount: Option<Amount<'a>> = object,
        /// ISO code.
        pub currency: Option<Cow<'a, str>> = text,
        /// Absent while nothing was attempted.
        pub transaction: Option<Transaction<'a>> = object,
        /// Money that went back; in some samples in `transaction`.
        pub refunds: Vec<Refund<'a>> = list,
        /// Passed through by Razorpay.
        pub receipt: Option<RawSlice<'a>> = raw,
        /// Passed through by Razorpay: an object.
        pub notes: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub udf1: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub udf2: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub udf3: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub udf4: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub additional_info1: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub additional_info2: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub additional_info3: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub additional_info4: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub additional_info5: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub additional_info6: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub additional_info7: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub extra1: Option<RawSlice<'a>> = raw,
        /// Passed through by the gateway.
        pub extra2: Option<RawSlice<'a>> = raw,
    }

    /// An amount: `value` divided by `offset`.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct Amount<'a> {
        /// Whole number.
        pub value: Option<Cow<'a, str>> = text,
        /// 100 as a rule.
        pub offset: Option<i64> = int,
    }

    /// One attempt to pay.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct Transaction<'a> {
        /// Id.
        pub id: Option<Cow<'a, str>> = id,
        /// Gateway's id.
        pub pg_transaction_id: Option<Cow<'a, str>> = id,
        /// Gateway.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// `pending`, `success`, `failed`.
        pub status: Option<Cow<'a, str>> = text,
        /// Quoted in one sample.
        pub created_timestamp: Option<Timestamp> = time,
        /// Quoted in one sample.
        pub updated_timestamp: Option<Timestamp> = time,
        /// How it was paid.
        pub method: Option<PaymentMethod<'a>> = object,
        /// What went wrong.
        pub error: Option<PaymentError<'a>> = object,
        /// Amount of this attempt.
        pub amount: Option<Amount<'a>> = object,
        /// ISO code of this attempt's currency.
        pub currency: Option<Cow<'a, str>> = text,
        /// Money that went back.
        pub refunds: Vec<Refund<'a>> = list,
    }

    /// How it was paid.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct PaymentMethod<'a> {
        /// `upi`, `card`, `wallet`, `netbanking`.
        pub r#type "type": Option<Cow<'a, str>> = text,
    }

    /// What went wrong with a payment.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct PaymentError<'a> {
        /// Code.
        pub code: Option<Cow<'a, str>> = text,
        /// Reason.
        pub reason: Option<Cow<'a, str>> = text,
    }

    /// Money that went back.
    ///
    /// Source: Cloud API, payments India (read 2026-11-21). Seen in the wild: no.
    pub struct Refund<'a> {
        /// Id.
        pub id: Option<Cow<'a, str>> = id,
        /// Amount.
        pub amount: Option<Amount<'a>> = object,
        /// `instant` or `normal`.
        pub speed_processed: Option<Cow<'a, str>> = text,
        /// `pending`, `success`, `failed`.
        pub status: Option<Cow<'a, str>> = text,
        /// When it was made.
        pub created_timestamp: Option<Timestamp> = time,
        /// When it changed last.
        pub updated_timestamp: Option<Timestamp> = time,
    }
}
