//! Interactive messages: native flows, carousels, shops.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    /// `interactiveMessage`.
    pub struct InteractiveMessage<'a> {
        /// Lines above.
        pub header: Option<Titled<'a>> = object,
        /// Text.
        pub body: Option<Titled<'a>> = object,
        /// Small print.
        pub footer: Option<Titled<'a>> = object,
        /// Buttons.
        pub native_flow_message "nativeFlowMessage": Option<NativeFlowMessage<'a>> = object,
        /// Cards: a [`CarouselMessage`].
        pub carousel_message "carouselMessage": Option<RawSlice<'a>> = raw,
        /// Shop.
        pub shop_storefront_message "shopStorefrontMessage": Option<RawSlice<'a>> = raw,
        /// Collection of products.
        pub collection_message "collectionMessage": Option<RawSlice<'a>> = raw,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// Header, body or footer.
    pub struct Titled<'a> {
        /// Line of a header.
        pub title: Option<Cow<'a, str>> = text,
        /// Second line of a header.
        pub subtitle: Option<Cow<'a, str>> = text,
        /// Text of a body or footer.
        pub text: Option<Cow<'a, str>> = text,
    }

    /// Buttons with actions.
    pub struct NativeFlowMessage<'a> {
        /// Buttons.
        pub buttons: Vec<NativeFlowButton<'a>> = list,
    }

    /// A button with an action.
    pub struct NativeFlowButton<'a> {
        /// Name of the action.
        pub name: Option<Cow<'a, str>> = text,
        /// Parameters: a JSON document as text.
        pub button_params_json "buttonParamsJson": Option<Cow<'a, str>> = text,
        /// Parameters: the spelling of `buttonsMessage`.
        pub params_json "paramsJson": Option<Cow<'a, str>> = text,
    }

    /// Parameters of a button's action.
    pub struct NativeFlowParams<'a> {
        /// Label.
        pub display_text: Option<Cow<'a, str>> = text,
        /// Address that it opens.
        pub url: Option<Cow<'a, str>> = text,
        /// Number that it calls.
        pub phone_number: Option<Cow<'a, str>> = id,
    }

    /// Cards, each of them an [`InteractiveMessage`].
    pub struct CarouselMessage<'a> {
        /// Cards.
        pub cards: Vec<RawSlice<'a>> = items,
    }
}
