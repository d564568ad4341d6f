//! Payments that statuses are about.

use std::collections::BTreeMap;

use crate::event::PaymentGateway;
use crate::event::model::model;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// Status of a transaction.
    pub enum TransactionStatus {
        /// Not decided yet.
        Pending = "pending",
        /// The payment was made.
        Success = "success",
        /// The payment failed.
        Failed = "failed",
    }

    /// Way to pay.
    pub enum PaymentMethod {
        /// UPI.
        Upi = "upi",
        /// A card.
        Card = "card",
        /// A wallet.
        Wallet = "wallet",
        /// Online banking.
        NetBanking = "netbanking",
    }

    /// Status of a refund.
    pub enum RefundStatus {
        /// Not decided yet.
        Pending = "pending",
        /// The money went back.
        Success = "success",
        /// The money went back; the word of some gateways.
        Completed = "completed",
        /// The refund failed.
        Failed = "failed",
    }

    /// Speed of a refund.
    pub enum RefundSpeed {
        /// Paid back at once.
        Instant = "instant",
        /// Paid back in the ordinary time.
        Normal = "normal",
    }
}

model! {
    /// Payment that a status is about.
    pub struct PaymentStatus {
        /// Reference that the merchant gave the order.
        pub reference_id: Option<String>,
        /// Amount in the smallest unit when `offset` is 100, as decimal text.
        pub value: Option<String>,
        /// What `value` is divided by.
        pub offset: Option<i64>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// Id of the transaction.
        pub transaction_id: Option<String>,
        /// Payment gateway's id of the transaction.
        pub pg_transaction_id: Option<String>,
        /// Amount of the transaction, as `value` is.
        pub transaction_value: Option<String>,
        /// What `transaction_value` is divided by.
        pub transaction_offset: Option<i64>,
        /// ISO code of the transaction's currency.
        pub transaction_currency: Option<String>,
        /// Payment gateway: `razorpay`, `payu` …
        pub transaction_type: Option<PaymentGateway>,
        /// `pending`, `success`, `failed`.
        pub transaction_status: Option<TransactionStatus>,
        /// `upi`, `card` …
        pub method: Option<PaymentMethod>,
        /// When the transaction was made.
        pub created_at: Option<Timestamp>,
        /// When it changed last.
        pub updated_at: Option<Timestamp>,
        /// Code of what went wrong.
        pub error_code: Option<String>,
        /// Reason of what went wrong.
        pub error_reason: Option<String> = masked,
        /// Money that went back.
        pub refunds: Vec<Refund>,
        /// What the merchant gave the gateway to pass through: `receipt`, `notes`, `udf1` … An object is
        /// JSON as text.
        pub pass_through: BTreeMap<String, String> = text,
    }

    /// Money that went back.
    pub struct Refund {
        /// Id.
        pub id: Option<String>,
        /// Amount in the smallest unit when `offset` is 100, as decimal text.
        pub value: Option<String>,
        /// What `value` is divided by.
        pub offset: Option<i64>,
        /// `instant` or `normal`.
        pub speed_processed: Option<RefundSpeed>,
        /// `pending`, `success`, `failed`.
        pub status: Option<RefundStatus>,
        /// When it was made.
        pub created_at: Option<Timestamp>,
        /// When it changed last.
        pub updated_at: Option<Timestamp>,
    }
}
