//! Ads and posts that lead to messages.

use crate::event::model::model;
use crate::types::string_enum;

string_enum! {
    /// Type of the source that led to a message.
    pub enum ReferralSource {
        /// An ad.
        Ad = "ad",
        /// A post.
        Post = "post",
    }

    /// Type of the media of an ad or post.
    pub enum ReferralMediaType {
        /// An image.
        Image = "image",
        /// A video.
        Video = "video",
    }
}

model! {
    /// Ad or post that led to a message, such as a click-to-WhatsApp ad.
    pub struct Referral {
        /// URL of the ad or post.
        pub source_url: Option<String>,
        /// ID of the ad or post.
        pub source_id: Option<String>,
        /// Type of the source: `ad`, `post` …
        pub source_type: Option<ReferralSource>,
        /// App that showed the ad. WhatzMeAPI only.
        pub source_app: Option<String>,
        /// Text of the ad.
        pub body: Option<String> = text,
        /// Headline of the ad.
        pub headline: Option<String> = text,
        /// Type of the media: `image` or `video`.
        pub media_type: Option<ReferralMediaType>,
        /// URL of the image.
        pub image_url: Option<String>,
        /// URL of the video.
        pub video_url: Option<String>,
        /// URL of the thumbnail of the video.
        pub thumbnail_url: Option<String>,
        /// Click ID of the click-to-WhatsApp ad; absent for ads in status updates (stories).
        pub ctwa_clid: Option<String>,
        /// Greeting that the ad showed.
        pub welcome_message: Option<String> = text,
        /// Text that the advertiser set for the ad or its welcome sequence.
        pub r#ref: Option<String>,
        /// System that the conversion is attributed to: `FB_Ads`. WhatzMeAPI only.
        pub conversion_source: Option<String>,
        /// Entry point of the conversation: `ctwa_ad`. WhatzMeAPI only.
        pub entry_point: Option<String>,
        /// App in which the person started the chat: `instagram`. WhatzMeAPI only.
        pub entry_point_app: Option<String>,
        /// Data about the click in Base64, which only Meta can read. WhatzMeAPI only.
        pub ctwa_payload: Option<String>,
    }
}
