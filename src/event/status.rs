//! Progress of outbound messages.

use std::collections::BTreeMap;

use crate::event::message::Chat;
use crate::event::model::model;
use crate::event::{ErrorDetail, EventMeta, Party};
use crate::types::{MessageId, Raw, Timestamp, string_enum};

string_enum! {
    /// How far an outbound message has come.
    pub enum MessageStatus {
        /// Waiting to be sent.
        Pending = "pending",
        /// Accepted by WhatsApp's servers.
        Sent = "sent",
        /// On a device of the recipient.
        Delivered = "delivered",
        /// Opened by the recipient.
        Read = "read",
        /// Voice message played by the recipient.
        Played = "played",
        /// Not sent, or not deliverable.
        Failed = "failed",
        /// Deleted by the recipient.
        Deleted = "deleted",
        /// Holds something that is not available any more.
        Warning = "warning",
    }
}

impl MessageStatus {
    /// Whether a message that was `previous` is now this. Statuses come out of order and more than once:
    /// keep the state that nothing supersedes.
    ///
    /// The order is pending, sent, failed, delivered, read, played, deleted: `failed` is final unless
    /// delivery is proven later. A warning and words that are not known supersede nothing, and any of the
    /// others supersedes them.
    ///
    /// ```
    /// use whatsapp_webhooks::MessageStatus::{Delivered, Failed, Read, Sent};
    ///
    /// assert!(Read.supersedes(&Sent));
    /// assert!(!Sent.supersedes(&Read));
    /// assert!(Failed.supersedes(&Sent) && !Failed.supersedes(&Delivered));
    /// ```
    #[must_use]
    pub fn supersedes(&self, previous: &Self) -> bool {
        self.rank() > previous.rank()
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Warning | Self::Unknown(_) => 0,
            Self::Pending => 1,
            Self::Sent => 2,
            Self::Failed => 3,
            Self::Delivered => 4,
            Self::Read => 5,
            Self::Played => 6,
            Self::Deleted => 7,
        }
    }
}

model! {
    /// Progress of an outbound message. Sent by Meta, Engage and WhatzMeAPI.
    pub struct StatusUpdate {
        /// What every event has.
        pub meta: EventMeta,
        /// Message it is about.
        pub message_id: Option<MessageId>,
        /// How far it has come.
        pub status: MessageStatus,
        /// Who it was sent to.
        pub recipient: Option<Box<Party>>,
        /// Member of a group whose device reports.
        pub participant: Option<Box<Party>>,
        /// Conversation of the message.
        pub chat: Option<Box<Chat>>,
        /// Why it failed.
        #[serde(default)]
        pub errors: Vec<ErrorDetail>,
        /// Conversation as it is charged. Meta, before July 2025 mostly.
        pub conversation: Option<Box<Conversation>>,
        /// What it costs. Meta.
        pub pricing: Option<Box<Pricing>>,
        /// Payment it is about. Meta, India.
        pub payment: Option<Box<PaymentStatus>>,
        /// Campaign it was sent for. Engage.
        pub campaign: Option<Box<Campaign>>,
        /// Channel it went by, where that is not WhatsApp. Engage.
        pub channel: Option<String>,
        /// Template it was made from. Meta, Direct Send.
        pub template_id: Option<String>,
        /// Text that the sender set on the message, as it came back. Meta.
        pub callback_data: Option<String> = text,
        /// Its bytes.
        pub raw: Raw,
    }

    /// Conversation as it is charged.
    #[derive(Default)]
    pub struct Conversation {
        /// Id.
        pub id: Option<String>,
        /// End.
        pub expires_at: Option<Timestamp>,
        /// Category: `marketing`, `service`, `user_initiated` …
        pub origin: Option<String>,
    }

    /// What a message costs.
    #[derive(Default)]
    pub struct Pricing {
        /// Whether it costs anything.
        pub billable: Option<bool>,
        /// `PMP` by message, `CBP` by conversation.
        pub pricing_model: Option<String>,
        /// `regular`, `free_customer_service`, `free_entry_point`.
        pub r#type: Option<String>,
        /// Category: `marketing`, `utility`, `authentication` …
        pub category: Option<String>,
    }

    /// Payment that a status is about.
    #[derive(Default)]
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
        pub transaction_type: Option<String>,
        /// `pending`, `success`, `failed`.
        pub transaction_status: Option<String>,
        /// `upi`, `card` …
        pub method: Option<String>,
        /// When the transaction was made.
        pub created_at: Option<Timestamp>,
        /// When it changed last.
        pub updated_at: Option<Timestamp>,
        /// Code of what went wrong.
        pub error_code: Option<String>,
        /// Reason of what went wrong.
        pub error_reason: Option<String>,
        /// Money that went back.
        #[serde(default)]
        pub refunds: Vec<Refund>,
        /// What the merchant gave the gateway to pass through: `receipt`, `notes`, `udf1` … An object is
        /// JSON as text.
        #[serde(default)]
        pub pass_through: BTreeMap<String, String> = text,
    }

    /// Money that went back.
    #[derive(Default)]
    pub struct Refund {
        /// Id.
        pub id: Option<String>,
        /// Amount in the smallest unit when `offset` is 100, as decimal text.
        pub value: Option<String>,
        /// What `value` is divided by.
        pub offset: Option<i64>,
        /// `instant` or `normal`.
        pub speed_processed: Option<String>,
        /// `pending`, `success`, `failed`.
        pub status: Option<String>,
        /// When it was made.
        pub created_at: Option<Timestamp>,
        /// When it changed last.
        pub updated_at: Option<Timestamp>,
    }

    /// Campaign that a message was sent for.
    #[derive(Default)]
    pub struct Campaign {
        /// Id.
        pub id: Option<String>,
        /// Name.
        pub name: Option<String>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_statuses_never_beat_later_ones() {
        let end = ["read", "delivered", "sent", "delivered", "failed"]
            .map(MessageStatus::from)
            .into_iter()
            .fold(MessageStatus::Pending, |state, next| {
                if next.supersedes(&state) { next } else { state }
            });
        assert_eq!(end, MessageStatus::Read);
        assert!(MessageStatus::Delivered.supersedes(&MessageStatus::Failed));
        assert!(!MessageStatus::Sent.supersedes(&MessageStatus::Failed));
        assert!(!MessageStatus::from("odd").supersedes(&MessageStatus::Pending));
        for status in MessageStatus::KNOWN {
            let status = MessageStatus::from(*status);
            assert!(!status.supersedes(&status.clone()));
        }
    }
}
