//! Text.

use crate::event::model::model;

model! {
    /// Plain text.
    pub struct Text {
        /// What was written; may hold WhatsApp's markup, any Unicode, and may be empty.
        pub body: String = text,
        /// Link that the text shows a preview of. WhatzMeAPI.
        pub preview: Option<Box<LinkPreview>>,
    }

    /// Preview of a link in a text.
    pub struct LinkPreview {
        /// Address, as it stands in the text.
        pub url: Option<String> = text,
        /// Title of the page.
        pub title: Option<String> = text,
        /// Description of the page.
        pub description: Option<String> = text,
    }
}
