//! Messages with buttons.

use std::borrow::Cow;

use super::interactive::NativeFlowButton;
use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// A message with reply buttons: `buttonsMessage`.
    pub struct ButtonsMessage<'a> {
        /// Header, if it is a text.
        pub text: Option<Cow<'a, str>> = text,
        /// Image of the header: a [`MediaMessage`](super::MediaMessage), as are the next two.
        pub image_message "imageMessage": Option<RawSlice<'a>> = raw,
        /// Video of the header.
        pub video_message "videoMessage": Option<RawSlice<'a>> = raw,
        /// Document of the header.
        pub document_message "documentMessage": Option<RawSlice<'a>> = raw,
        /// Place in the header: a [`LocationMessage`](super::LocationMessage).
        pub location_message "locationMessage": Option<RawSlice<'a>> = raw,
        /// Body.
        pub content_text "contentText": Option<Cow<'a, str>> = text,
        /// Footer.
        pub footer_text "footerText": Option<Cow<'a, str>> = text,
        /// Buttons.
        pub buttons: Vec<OfferedButton<'a>> = list,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A button of a [`ButtonsMessage`].
    pub struct OfferedButton<'a> {
        /// ID of the button.
        pub button_id "buttonId": Option<Cow<'a, str>> = id,
        /// Label of the button.
        pub button_text "buttonText": Option<ButtonText<'a>> = object,
        /// Action of the button.
        pub native_flow_info "nativeFlowInfo": Option<NativeFlowButton<'a>> = object,
    }

    /// The label of a button.
    pub struct ButtonText<'a> {
        /// Text of the label.
        pub display_text "displayText": Option<Cow<'a, str>> = text,
    }
}
