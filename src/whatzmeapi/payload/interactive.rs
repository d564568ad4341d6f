//! Interactive messages: native flows, carousels, shops.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// An interactive message: `interactiveMessage`.
    pub struct InteractiveMessage<'a> {
        /// Header.
        pub header: Option<InteractiveHeader<'a>> = object,
        /// Body.
        pub body: Option<Titled<'a>> = object,
        /// Footer.
        pub footer: Option<Titled<'a>> = object,
        /// Buttons with actions.
        pub native_flow_message "nativeFlowMessage": Option<NativeFlowMessage<'a>> = object,
        /// Cards: a [`CarouselMessage`].
        pub carousel_message "carouselMessage": Option<RawSlice<'a>> = raw,
        /// Shop.
        pub shop_storefront_message "shopStorefrontMessage": Option<RawSlice<'a>> = raw,
        /// Collection of products.
        pub collection_message "collectionMessage": Option<RawSlice<'a>> = raw,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// The header of an [`InteractiveMessage`].
    pub struct InteractiveHeader<'a> {
        /// Title.
        pub title: Option<Cow<'a, str>> = text,
        /// Subtitle.
        pub subtitle: Option<Cow<'a, str>> = text,
        /// Image of the header: a [`MediaMessage`](super::MediaMessage), as are the next two.
        pub image_message "imageMessage": Option<RawSlice<'a>> = raw,
        /// Video of the header.
        pub video_message "videoMessage": Option<RawSlice<'a>> = raw,
        /// Document of the header.
        pub document_message "documentMessage": Option<RawSlice<'a>> = raw,
        /// Place in the header: a [`LocationMessage`](super::LocationMessage).
        pub location_message "locationMessage": Option<RawSlice<'a>> = raw,
    }

    /// The body or footer of an [`InteractiveMessage`].
    pub struct Titled<'a> {
        /// Text.
        pub text: Option<Cow<'a, str>> = text,
    }

    /// The buttons of an [`InteractiveMessage`].
    pub struct NativeFlowMessage<'a> {
        /// Buttons.
        pub buttons: Vec<NativeFlowButton<'a>> = list,
    }

    /// A button with an action.
    pub struct NativeFlowButton<'a> {
        /// Name of the action.
        pub name: Option<Cow<'a, str>> = text,
        /// Parameters of the action: a JSON document as text.
        pub button_params_json "buttonParamsJson": Option<Cow<'a, str>> = text,
        /// Parameters of the action, in the spelling of `buttonsMessage`.
        pub params_json "paramsJson": Option<Cow<'a, str>> = text,
    }

    /// The parameters of a button's action.
    pub struct NativeFlowParams<'a> {
        /// Label of the button.
        pub display_text: Option<Cow<'a, str>> = text,
        /// URL that the button opens.
        pub url: Option<Cow<'a, str>> = text,
        /// Phone number that the button calls.
        pub phone_number: Option<Cow<'a, str>> = id,
    }

    /// A carousel, whose cards are each an [`InteractiveMessage`].
    pub struct CarouselMessage<'a> {
        /// Cards.
        pub cards: Vec<RawSlice<'a>> = items,
    }
}
