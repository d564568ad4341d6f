//! Chat messages.

use crate::event::content::Content;
use crate::event::model::model;
use crate::event::{ErrorDetail, EventMeta, Party};
use crate::types::{MessageId, Raw, string_enum};

string_enum! {
    /// Which way a message went.
    pub enum Direction {
        /// To the business.
        Inbound = "inbound",
        /// From the business.
        Outbound = "outbound",
    }

    /// How a message came to be reported.
    pub enum Origin {
        /// Just sent.
        Live = "live",
        /// A copy of what the business sent by other means.
        Echo = "echo",
        /// A message from before, handed over later.
        History = "history",
        /// A copy for an app that watches a thread it does not own: never answer it.
        Standby = "standby",
    }

    /// Who is in a chat.
    pub enum ChatKind {
        /// One person.
        Person = "person",
        /// A group.
        Group = "group",
        /// A broadcast list.
        Broadcast = "broadcast",
        /// A channel.
        Newsletter = "newsletter",
        /// The stories.
        Status = "status",
    }
}

model! {
    /// A chat message, either direction. Sent by Meta, WhatzMeAPI and Cooby.
    pub struct Message {
        /// What every event has.
        pub meta: EventMeta,
        /// Id; Cooby's old form has none.
        pub id: Option<MessageId>,
        /// Which way it went; absent where the provider does not say.
        pub direction: Option<Direction>,
        /// How it came to be reported.
        pub origin: Origin,
        /// Conversation it belongs to.
        pub chat: Option<Chat>,
        /// Author.
        pub from: Option<Party>,
        /// Addressee; in a group the group is in `chat`.
        pub to: Option<Party>,
        /// What it says.
        pub content: Content,
        /// What it refers to.
        pub context: Option<Box<Context>>,
        /// Ad or post that led here.
        pub referral: Option<Box<Referral>>,
        /// What went wrong with it.
        #[serde(default)]
        pub errors: Vec<ErrorDetail>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// A conversation.
    #[derive(Default)]
    pub struct Chat {
        /// Id as received: a person's, or the group's; Cooby's old form has none.
        pub id: Option<String> = tail,
        /// Who is in it; absent where neither the provider nor the id says.
        pub kind: Option<ChatKind>,
        /// Displayed name. Cooby.
        pub title: Option<String> = text,
        /// Everybody in it, the business side too. Cooby.
        #[serde(default)]
        pub participants: Vec<Party>,
    }

    /// What a message refers to.
    #[derive(Default)]
    pub struct Context {
        /// Message that is answered, or whose button was tapped.
        pub message_id: Option<MessageId>,
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
        #[serde(default)]
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
    #[derive(Default)]
    pub struct Channel {
        /// Id of the channel, as received.
        pub id: Option<String>,
        /// Its name.
        pub name: Option<String> = text,
        /// Number of the message in the channel.
        pub server_message_id: Option<String>,
    }

    /// A product that a message asks about.
    #[derive(Default)]
    pub struct ReferredProduct {
        /// Catalog.
        pub catalog_id: Option<String>,
        /// Id that the seller gave the product.
        pub product_retailer_id: Option<String>,
    }

    /// Ad or post that led to a message.
    #[derive(Default)]
    pub struct Referral {
        /// Address of the ad or post.
        pub source_url: Option<String>,
        /// Its id.
        pub source_id: Option<String>,
        /// `ad`, `post` …
        pub source_type: Option<String>,
        /// App it was shown in. WhatzMeAPI.
        pub source_app: Option<String>,
        /// Text of the ad.
        pub body: Option<String> = text,
        /// Headline of the ad.
        pub headline: Option<String> = text,
        /// `image` or `video`.
        pub media_type: Option<String>,
        /// Address of its picture.
        pub image_url: Option<String>,
        /// Address of its video.
        pub video_url: Option<String>,
        /// Address of the video's still.
        pub thumbnail_url: Option<String>,
        /// Id of the click; absent for ads in the stories.
        pub ctwa_clid: Option<String>,
        /// Greeting that the ad showed.
        pub welcome_message: Option<String> = text,
        /// Reference that the ad carried.
        pub r#ref: Option<String>,
        /// Campaign system that the conversion is counted for: `FB_Ads`. WhatzMeAPI.
        pub conversion_source: Option<String>,
        /// Where the chat was begun: `ctwa_ad`. WhatzMeAPI.
        pub entry_point: Option<String>,
    }
}
