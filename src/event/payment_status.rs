//! Payments reported by statuses.

use std::collections::BTreeMap;

use crate::event::PaymentGateway;
use crate::event::model::model;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// Status of a transaction.
    pub enum TransactionStatus {
        /// The transaction is pending.
        Pending = "pending",
        /// The payment was made.
        Success = "success",
        /// The payment failed.
        Failed = "failed",
    }

    /// Payment method.
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
        /// The refund is pending.
        Pending = "pending",
        /// The money was refunded.
        Success = "success",
        /// The money was refunded; the value of some gateways.
        Completed = "completed",
        /// The refund failed.
        Failed = "failed",
    }

    /// Speed of a refund.
    pub enum RefundSpeed {
        /// The money is refunded instantly.
        Instant = "instant",
        /// The money is refunded in the usual time.
        Normal = "normal",
    }
}

model! {
    /// Payment that a status is about. Meta only, in India.
    pub struct PaymentStatus {
        /// Reference ID that the merchant gave the order.
        pub reference_id: Option<String>,
        /// Amount as decimal text, to be divided by `offset`: in the smallest unit if `offset` is 100.
        pub value: Option<String>,
        /// Divisor of `value`.
        pub offset: Option<i64>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// ID of the transaction.
        pub transaction_id: Option<String>,
        /// The payment gateway's ID of the transaction.
        pub pg_transaction_id: Option<String>,
        /// Amount of the transaction as decimal text, to be divided by `transaction_offset`.
        pub transaction_value: Option<String>,
        /// Divisor of `transaction_value`.
        pub transaction_offset: Option<i64>,
        /// ISO code of the currency of the transaction.
        pub transaction_currency: Option<String>,
        /// Payment gateway: `razorpay`, `payu` …
        pub transaction_type: Option<PaymentGateway>,
        /// Status of the transaction.
        pub transaction_status: Option<TransactionStatus>,
        /// Payment method.
        pub method: Option<PaymentMethod>,
        /// When the transaction was created.
        pub created_at: Option<Timestamp>,
        /// When the transaction was last updated.
        pub updated_at: Option<Timestamp>,
        /// Code of the error.
        pub error_code: Option<String>,
        /// Reason of the error.
        pub error_reason: Option<String> = masked,
        /// Refunds of the payment.
        pub refunds: Vec<Refund>,
        /// Values that the merchant gave the gateway to pass through: `receipt`, `notes`, `udf1` … An object is JSON
        /// as text.
        pub pass_through: BTreeMap<String, String> = text,
    }

    /// A refund of a payment.
    pub struct Refund {
        /// ID of the refund.
        pub id: Option<String>,
        /// Amount as decimal text, to be divided by `offset`: in the smallest unit if `offset` is 100.
        pub value: Option<String>,
        /// Divisor of `value`.
        pub offset: Option<i64>,
        /// Speed of the refund.
        pub speed_processed: Option<RefundSpeed>,
        /// Status of the refund.
        pub status: Option<RefundStatus>,
        /// When the refund was created.
        pub created_at: Option<Timestamp>,
        /// When the refund was last updated.
        pub updated_at: Option<Timestamp>,
    }
}
