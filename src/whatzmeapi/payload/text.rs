//! Texts.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    /// `extendedTextMessage`: a text with more to it.
    pub struct ExtendedTextMessage<'a> {
        /// Text.
        pub text: Option<Cow<'a, str>> = body,
        /// Link that is shown with a preview.
        pub matched_text "matchedText": Option<Cow<'a, str>> = text,
        /// Title of the preview.
        pub title: Option<Cow<'a, str>> = text,
        /// Description of the preview.
        pub description: Option<Cow<'a, str>> = text,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
