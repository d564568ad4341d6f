//! Text messages.

use crate::event::model::model;

model! {
    /// A text.
    pub struct Text {
        /// Text of the message. It may contain WhatsApp's formatting characters and any Unicode, and it may be empty.
        pub body: String = text,
        /// Preview of a link in the text. WhatzMeAPI only.
        pub preview: Option<Box<LinkPreview>>,
    }

    /// Preview of a link in a text. WhatzMeAPI only.
    pub struct LinkPreview {
        /// URL as written in the text.
        pub url: Option<String> = text,
        /// Title of the page.
        pub title: Option<String> = text,
        /// Description of the page.
        pub description: Option<String> = text,
    }
}
