//! Texts.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// A text with a link preview or a context: `extendedTextMessage`.
    pub struct ExtendedTextMessage<'a> {
        /// Text.
        pub text: Option<Cow<'a, str>> = body,
        /// Link of the preview.
        pub matched_text "matchedText": Option<Cow<'a, str>> = text,
        /// Title of the preview.
        pub title: Option<Cow<'a, str>> = text,
        /// Description of the preview.
        pub description: Option<Cow<'a, str>> = text,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
