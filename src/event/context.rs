//! What a message refers to: the message it answers, where it was forwarded from, a product.

use crate::event::model::model;
use crate::types::{MessageId, Raw};

model! {
    /// What a message refers to.
    pub struct Context {
        /// Message that is answered, or whose button was tapped.
        pub message_id: Option<MessageId>,
        /// Call in which the message, a voicemail, was left. Meta.
        pub call_id: Option<String>,
        /// Who wrote that message, as received.
        pub from: Option<String> = tail,
        /// Chat of that message, where it is another one. WhatzMeAPI.
        pub chat_id: Option<String> = tail,
        /// What that message said, as the provider quotes it: JSON, unread. WhatzMeAPI.
        pub quoted: Option<Raw>,
        /// Forwarded.
        pub forwarded: Option<bool>,
        /// Forwarded many times.
        pub frequently_forwarded: Option<bool>,
        /// How often it was forwarded. WhatzMeAPI.
        pub forwarding_score: Option<i64>,
        /// People mentioned, as received.
        pub mentions: Vec<String> = tail,
        /// Product that was asked about.
        pub referred_product: Option<ReferredProduct>,
        /// The message disappears. WhatzMeAPI.
        pub ephemeral: Option<bool>,
        /// Seconds until the message disappears. WhatzMeAPI.
        pub expiration: Option<i64>,
        /// Announcement of the album that the message belongs to. WhatzMeAPI.
        pub album_id: Option<MessageId>,
        /// Channel that it was forwarded from. WhatzMeAPI.
        pub channel: Option<Box<Channel>>,
    }

    /// A channel, and the message of it that was forwarded.
    pub struct Channel {
        /// Id of the channel, as received.
        pub id: Option<String>,
        /// Its name.
        pub name: Option<String> = text,
        /// Number of the message in the channel.
        pub server_message_id: Option<String>,
    }

    /// A product that a message asks about.
    pub struct ReferredProduct {
        /// Catalog.
        pub catalog_id: Option<String>,
        /// Id that the seller gave the product.
        pub product_retailer_id: Option<String>,
    }
}
