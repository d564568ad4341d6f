//! Templates, in their three forms.

use std::borrow::Cow;

use super::interactive::InteractiveMessage;
use crate::json::{RawSlice, wire};

wire! {
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
}
