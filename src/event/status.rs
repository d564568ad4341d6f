//! Delivery statuses of outbound messages.

use crate::event::model::{event, model};
use crate::event::{Chat, Conversation, Direction, ErrorDetail, Party, PaymentStatus, Pricing};
use crate::types::{MessageId, string_enum};

string_enum! {
    /// Status of an outbound message, or of the payment for the order in it if the update has a `payment`.
    pub enum MessageStatus {
        /// The message is waiting to be sent.
        Pending = "pending",
        /// WhatsApp's servers accepted the message.
        Sent = "sent",
        /// The message reached a device of the recipient.
        Delivered = "delivered",
        /// The recipient opened the message.
        Read = "read",
        /// The recipient played the voice message.
        Played = "played",
        /// The message was not sent or could not be delivered.
        Failed = "failed",
        /// The recipient deleted the message.
        Deleted = "deleted",
        /// The message contains something that is no longer available.
        Warning = "warning",
        /// The payment for the order in the message was made: a status of a payment, not of the message itself.
        Captured = "captured",
    }
}

impl MessageStatus {
    /// Returns `true` if `self` should replace `previous` as the message's current status.
    ///
    /// Statuses arrive out of order and more than once; keep the one that no other supersedes. The order is pending,
    /// sent, failed, delivered, read, played, deleted: `failed` is final unless a later status shows that the message
    /// was delivered. `captured` ranks with `delivered`; keep the statuses of a payment apart from those of its message. `Warning` and unknown statuses supersede nothing, and every other status supersedes them.
    ///
    /// # Examples
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

    /// Returns the position in the order of [`supersedes`](Self::supersedes), for comparisons in SQL: a status
    /// supersedes those with a smaller rank.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::MessageStatus::{Delivered, Failed, Pending, Sent};
    ///
    /// assert_eq!([Pending.rank(), Sent.rank(), Failed.rank(), Delivered.rank()], [1, 2, 3, 4]);
    /// ```
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self {
            Self::Warning | Self::Unknown(_) => 0,
            Self::Pending => 1,
            Self::Sent => 2,
            Self::Failed => 3,
            // Whoever paid has the message.
            Self::Delivered | Self::Captured => 4,
            Self::Read => 5,
            Self::Played => 6,
            Self::Deleted => 7,
        }
    }
}

event! {
    /// Progress of an outbound message. Sent by Meta, Engage and WhatzMeAPI.
    pub struct StatusUpdate: Identity {
        /// ID of the message.
        pub message_id: Option<MessageId>,
        /// Status of the message.
        pub status: MessageStatus = required,
        /// Recipient of the message.
        pub recipient: Option<Box<Party>>,
        /// Group participant whose device reports the status; absent if the status applies to the whole message.
        pub participant: Option<Box<Party>>,
        /// Chat that the message belongs to.
        pub chat: Option<Box<Chat>>,
        /// Direction of the message: `inbound` if the business itself read or played a received message on another
        /// device. Absent if the provider does not say it.
        pub direction: Option<Direction>,
        /// Reasons why the message failed.
        pub errors: Vec<ErrorDetail>,
        /// Conversation that is charged. Meta only, rarely since July 2025.
        pub conversation: Option<Box<Conversation>>,
        /// Pricing of the message. Meta only.
        pub pricing: Option<Box<Pricing>>,
        /// Payment that the status is about. Meta only, in India.
        pub payment: Option<Box<PaymentStatus>>,
        /// Campaign that the message was sent for. Engage only.
        pub campaign: Option<Box<Campaign>>,
        /// Channel that the message was sent through, if it is not WhatsApp. Engage only.
        pub channel: Option<String>,
        /// ID of the template that the message was created from. Meta only, with Direct Send.
        pub template_id: Option<String>,
        /// `biz_opaque_callback_data` that the business set on the message. Meta only.
        pub callback_data: Option<String> = text,
    }
}

model! {
    /// Campaign that a message was sent for.
    pub struct Campaign {
        /// ID of the campaign.
        pub id: Option<String>,
        /// Name of the campaign.
        pub name: Option<String>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: M11, M12.
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
