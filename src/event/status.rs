//! Progress of outbound messages.

use crate::event::model::{event, model};
use crate::event::{Chat, Conversation, Direction, ErrorDetail, Party, PaymentStatus, Pricing};
use crate::types::{MessageId, string_enum};

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
    /// Returns `true` if `self` should replace `previous` as the message's current status. Statuses come out of order
    /// and more than once: keep the one that nothing supersedes.
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

    /// Returns a number that grows with the order of [`supersedes`](Self::supersedes), for SQL: a status supersedes those
    /// with a smaller one.
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
            Self::Delivered => 4,
            Self::Read => 5,
            Self::Played => 6,
            Self::Deleted => 7,
        }
    }
}

event! {
    /// Progress of an outbound message. Sent by Meta, Engage and WhatzMeAPI.
    pub struct StatusUpdate {
        /// Message it is about.
        pub message_id: Option<MessageId>,
        /// How far it has come.
        pub status: MessageStatus = required,
        /// Who it was sent to.
        pub recipient: Option<Box<Party>>,
        /// Member of a group whose device reports.
        pub participant: Option<Box<Party>>,
        /// Conversation of the message.
        pub chat: Option<Box<Chat>>,
        /// Which way the message went; absent where the provider does not say. `inbound` where the business itself read or
        /// played a message on another device.
        pub direction: Option<Direction>,
        /// Why it failed.
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
    }
}

model! {
    /// Campaign that a message was sent for.
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
