//! Messages with buttons.

use std::borrow::Cow;

use super::interactive::NativeFlowButton;
use crate::json::{RawSlice, wire};

wire! {
    /// `buttonsMessage`.
    pub struct ButtonsMessage<'a> {
        /// Line above.
        pub text: Option<Cow<'a, str>> = text,
        /// Text.
        pub content_text "contentText": Option<Cow<'a, str>> = text,
        /// Small print.
        pub footer_text "footerText": Option<Cow<'a, str>> = text,
        /// Buttons.
        pub buttons: Vec<OfferedButton<'a>> = list,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A button.
    pub struct OfferedButton<'a> {
        /// Id.
        pub button_id "buttonId": Option<Cow<'a, str>> = id,
        /// Label.
        pub button_text "buttonText": Option<ButtonText<'a>> = object,
        /// Action.
        pub native_flow_info "nativeFlowInfo": Option<NativeFlowButton<'a>> = object,
    }

    /// Label of a button.
    pub struct ButtonText<'a> {
        /// Text.
        pub display_text "displayText": Option<Cow<'a, str>> = text,
    }
}
