//! What was offered: buttons, lists, templates.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::json::wire;

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

    /// `listMessage`.
    pub struct ListMessage<'a> {
        /// Line above.
        pub title: Option<Cow<'a, str>> = text,
        /// Text.
        pub description: Option<Cow<'a, str>> = text,
        /// Label of the button.
        pub button_text "buttonText": Option<Cow<'a, str>> = text,
        /// Small print.
        pub footer_text "footerText": Option<Cow<'a, str>> = text,
        /// Sections.
        pub sections: Vec<ListSection<'a>> = list,
        /// Products, where those are listed.
        pub product_list_info "productListInfo": Option<ProductListInfo<'a>> = object,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// Products of a list.
    pub struct ProductListInfo<'a> {
        /// Sections.
        pub product_sections "productSections": Vec<ProductSection<'a>> = list,
    }

    /// A section of a list of products.
    pub struct ProductSection<'a> {
        /// Title.
        pub title: Option<Cow<'a, str>> = text,
        /// Products.
        pub products: Vec<ListedProduct<'a>> = list,
    }

    /// A product of a list.
    pub struct ListedProduct<'a> {
        /// Id.
        pub product_id "productId": Option<Cow<'a, str>> = id,
    }

    /// A section of a list.
    pub struct ListSection<'a> {
        /// Title.
        pub title: Option<Cow<'a, str>> = text,
        /// Rows.
        pub rows: Vec<ListRow<'a>> = list,
    }

    /// A row of a list.
    pub struct ListRow<'a> {
        /// Title.
        pub title: Option<Cow<'a, str>> = text,
        /// Second line.
        pub description: Option<Cow<'a, str>> = text,
        /// Id.
        pub row_id "rowId": Option<Cow<'a, str>> = id,
    }

    /// `templateMessage`.
    pub struct TemplateMessage<'a> {
        /// Template, filled in.
        pub hydrated_template "hydratedTemplate": Option<HydratedTemplate<'a>> = object,
        /// Template, filled in: the other spelling.
        pub hydrated_four_row_template "hydratedFourRowTemplate": Option<HydratedTemplate<'a>> = object,
        /// Template, not filled in: a [`FourRowTemplate`].
        pub four_row_template "fourRowTemplate": Option<RawSlice<'a>> = raw,
        /// Template that is an interactive message.
        pub interactive_message_template "interactiveMessageTemplate": Option<Box<InteractiveMessage<'a>>> = boxed,
        /// Id of the template.
        pub template_id "templateId": Option<Cow<'a, str>> = id,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A template, not filled in.
    pub struct FourRowTemplate<'a> {
        /// Text: which one.
        pub content: Option<HighlyStructuredMessage<'a>> = object,
    }

    /// A template, filled in.
    pub struct HydratedTemplate<'a> {
        /// Text.
        pub hydrated_content_text "hydratedContentText": Option<Cow<'a, str>> = text,
        /// Line above.
        pub hydrated_title_text "hydratedTitleText": Option<Cow<'a, str>> = text,
        /// Small print.
        pub hydrated_footer_text "hydratedFooterText": Option<Cow<'a, str>> = text,
        /// Buttons.
        pub hydrated_buttons "hydratedButtons": Vec<HydratedButton<'a>> = list,
        /// Id of the template.
        pub template_id "templateId": Option<Cow<'a, str>> = id,
    }

    /// A button of a template: one of three.
    pub struct HydratedButton<'a> {
        /// Sends its label.
        pub quick_reply_button "quickReplyButton": Option<TemplateButton<'a>> = object,
        /// Opens an address.
        pub url_button "urlButton": Option<TemplateButton<'a>> = object,
        /// Calls a number.
        pub call_button "callButton": Option<TemplateButton<'a>> = object,
    }

    /// What a button of a template does.
    pub struct TemplateButton<'a> {
        /// Label.
        pub display_text "displayText": Option<Cow<'a, str>> = text,
        /// Id.
        pub id: Option<Cow<'a, str>> = id,
        /// Address.
        pub url: Option<Cow<'a, str>> = text,
        /// Number.
        pub phone_number "phoneNumber": Option<Cow<'a, str>> = id,
    }

    /// `highlyStructuredMessage`: the older form of templates.
    pub struct HighlyStructuredMessage<'a> {
        /// Namespace that the name belongs to.
        pub namespace: Option<Cow<'a, str>> = text,
        /// What stands in for the placeholders.
        pub params: Vec<Cow<'a, str>> = texts,
        /// Name of the template.
        pub element_name "elementName": Option<Cow<'a, str>> = text,
        /// Language of the template.
        pub fallback_lg "fallbackLg": Option<Cow<'a, str>> = text,
        /// The same, filled in: a [`TemplateMessage`].
        pub hydrated_hsm "hydratedHsm": Option<RawSlice<'a>> = raw,
    }

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

    /// Cards, each of them an [`InteractiveMessage`].
    pub struct CarouselMessage<'a> {
        /// Cards.
        pub cards: Vec<RawSlice<'a>> = items,
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
}
