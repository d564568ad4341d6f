//! The form of gateways in Go, which are built on whatsmeow.

use std::borrow::Cow;

use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// Chat, author, direction and time of a message: `Info`, next to `Message`.
    pub struct GoInfo<'a> {
        /// JID of the chat.
        pub chat "Chat": Option<Cow<'a, str>> = id,
        /// JID of the author, with the device.
        pub sender "Sender": Option<Cow<'a, str>> = id,
        /// Other form (phone number or LID) of the author's JID.
        pub sender_alt "SenderAlt": Option<Cow<'a, str>> = id,
        /// Other form (phone number or LID) of the recipient's JID.
        pub recipient_alt "RecipientAlt": Option<Cow<'a, str>> = id,
        /// Whether the account itself sent the message.
        pub is_from_me "IsFromMe": Option<bool> = flag,
        /// ID of the message.
        pub id "ID": Option<Cow<'a, str>> = id,
        /// Name that the author chose.
        pub push_name "PushName": Option<Cow<'a, str>> = text,
        /// Time at which the message was sent.
        pub timestamp "Timestamp": Option<Timestamp> = time,
    }

    /// A receipt: the `data` of the event `Receipt`.
    pub struct GoReceipt<'a> {
        /// JID of the chat.
        pub chat "Chat": Option<Cow<'a, str>> = id,
        /// JID of the person who received or opened the messages.
        pub sender "Sender": Option<Cow<'a, str>> = id,
        /// Other form (phone number or LID) of that JID.
        pub sender_alt "SenderAlt": Option<Cow<'a, str>> = id,
        /// IDs of the messages.
        pub message_ids "MessageIDs": Vec<Cow<'a, str>> = texts,
        /// What happened: `read`, `played`, the same with `-self`; empty for a delivery.
        pub receipt_type "Type": Option<Cow<'a, str>> = text,
        /// Time of the receipt.
        pub timestamp "Timestamp": Option<Timestamp> = time,
    }
}
