//! Ads and posts that lead to messages.

use crate::event::model::model;
use crate::types::string_enum;

string_enum! {
    /// Kind of what led to a message.
    pub enum ReferralSource {
        /// An ad.
        Ad = "ad",
        /// A post.
        Post = "post",
    }

    /// Kind of the media of an ad or post.
    pub enum ReferralMediaType {
        /// An image.
        Image = "image",
        /// A video.
        Video = "video",
    }
}

model! {
    /// Ad or post that led to a message.
    pub struct Referral {
        /// Address of the ad or post.
        pub source_url: Option<String>,
        /// Its id.
        pub source_id: Option<String>,
        /// `ad`, `post` …
        pub source_type: Option<ReferralSource>,
        /// App it was shown in. WhatzMeAPI.
        pub source_app: Option<String>,
        /// Text of the ad.
        pub body: Option<String> = text,
        /// Headline of the ad.
        pub headline: Option<String> = text,
        /// `image` or `video`.
        pub media_type: Option<ReferralMediaType>,
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
        /// App in which the chat was begun: `instagram`. WhatzMeAPI.
        pub entry_point_app: Option<String>,
        /// Data of the click that only Meta can read, in base64. WhatzMeAPI.
        pub ctwa_payload: Option<String>,
    }
}
