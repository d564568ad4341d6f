//! What a message refers to: the message it replies to, where it was forwarded from, a product.

use crate::event::model::model;
use crate::types::{MessageId, Raw};

model! {
    /// What a message refers to, and how it was forwarded.
    pub struct Context {
        /// ID of the message that is replied to, or whose button was tapped.
        pub message_id: Option<MessageId>,
        /// ID of the call that the message belongs to: in which the voicemail was left, or which led to the permission
        /// to call; then `message_id` has it as well. Meta only.
        pub call_id: Option<String>,
        /// Author of that message, exactly as received.
        pub from: Option<String> = tail,
        /// Chat of that message, if it differs from the chat of the reply, exactly as received.
        pub chat_id: Option<String> = tail,
        /// Content of that message as quoted by the provider: JSON that this crate does not read. WhatzMeAPI only.
        pub quoted: Option<Raw>,
        /// Whether the message was forwarded.
        pub forwarded: Option<bool>,
        /// Whether the message was forwarded many times. Meta only.
        pub frequently_forwarded: Option<bool>,
        /// How many times the message was forwarded. WhatzMeAPI only.
        pub forwarding_score: Option<i64>,
        /// IDs of the people who are mentioned, exactly as received.
        pub mentions: Vec<String> = tail,
        /// Product that the message asks about. Meta only.
        pub referred_product: Option<ReferredProduct>,
        /// Whether the message disappears. WhatzMeAPI only.
        pub ephemeral: Option<bool>,
        /// Seconds until the message disappears. WhatzMeAPI only.
        pub expiration: Option<i64>,
        /// ID of the message that announced the album of this one. WhatzMeAPI only.
        pub album_id: Option<MessageId>,
        /// Newsletter (channel) that the message was forwarded from. WhatzMeAPI only.
        pub channel: Option<Box<Channel>>,
    }

    /// A newsletter (channel), and the message that was forwarded from it.
    pub struct Channel {
        /// ID of the newsletter, exactly as received.
        pub id: Option<String>,
        /// Name of the newsletter.
        pub name: Option<String> = text,
        /// ID of the message within the newsletter.
        pub server_message_id: Option<String>,
    }

    /// A product that a message asks about.
    pub struct ReferredProduct {
        /// ID of the catalog.
        pub catalog_id: Option<String>,
        /// The seller's ID for the product.
        pub product_retailer_id: Option<String>,
    }
}
