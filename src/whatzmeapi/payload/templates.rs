//! Templates, in their three forms.

use std::borrow::Cow;

use super::interactive::InteractiveMessage;
use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// A template: `templateMessage`.
    pub struct TemplateMessage<'a> {
        /// Template with its parameters filled in.
        pub hydrated_template "hydratedTemplate": Option<HydratedTemplate<'a>> = object,
        /// Template with its parameters filled in; other spelling.
        pub hydrated_four_row_template "hydratedFourRowTemplate": Option<HydratedTemplate<'a>> = object,
        /// Template without its parameters filled in: a [`FourRowTemplate`].
        pub four_row_template "fourRowTemplate": Option<RawSlice<'a>> = raw,
        /// Template in the form of an interactive message.
        pub interactive_message_template "interactiveMessageTemplate": Option<Box<InteractiveMessage<'a>>> = boxed,
        /// ID of the template.
        pub template_id "templateId": Option<Cow<'a, str>> = id,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A template without its parameters filled in.
    pub struct FourRowTemplate<'a> {
        /// Name and parameters of the template.
        pub content: Option<HighlyStructuredMessage<'a>> = object,
    }

    /// A template with its parameters filled in.
    pub struct HydratedTemplate<'a> {
        /// Body.
        pub hydrated_content_text "hydratedContentText": Option<Cow<'a, str>> = text,
        /// Header, if it is a text.
        pub hydrated_title_text "hydratedTitleText": Option<Cow<'a, str>> = text,
        /// Image of the header: a [`MediaMessage`](super::MediaMessage), as are the next two.
        pub image_message "imageMessage": Option<RawSlice<'a>> = raw,
        /// Video of the header.
        pub video_message "videoMessage": Option<RawSlice<'a>> = raw,
        /// Document of the header.
        pub document_message "documentMessage": Option<RawSlice<'a>> = raw,
        /// Place in the header: a [`LocationMessage`](super::LocationMessage).
        pub location_message "locationMessage": Option<RawSlice<'a>> = raw,
        /// Footer.
        pub hydrated_footer_text "hydratedFooterText": Option<Cow<'a, str>> = text,
        /// Buttons.
        pub hydrated_buttons "hydratedButtons": Vec<HydratedButton<'a>> = list,
        /// ID of the template.
        pub template_id "templateId": Option<Cow<'a, str>> = id,
    }

    /// A button of a template, in one of three forms.
    pub struct HydratedButton<'a> {
        /// Button that sends its label as a reply.
        pub quick_reply_button "quickReplyButton": Option<TemplateButton<'a>> = object,
        /// Button that opens a URL.
        pub url_button "urlButton": Option<TemplateButton<'a>> = object,
        /// Button that calls a phone number.
        pub call_button "callButton": Option<TemplateButton<'a>> = object,
    }

    /// The label and action of a template button.
    pub struct TemplateButton<'a> {
        /// Label.
        pub display_text "displayText": Option<Cow<'a, str>> = text,
        /// ID of the button.
        pub id: Option<Cow<'a, str>> = id,
        /// URL that the button opens.
        pub url: Option<Cow<'a, str>> = text,
        /// Phone number that the button calls.
        pub phone_number "phoneNumber": Option<Cow<'a, str>> = id,
    }

    /// The older form of a template: `highlyStructuredMessage`.
    pub struct HighlyStructuredMessage<'a> {
        /// Namespace of the template's name.
        pub namespace: Option<Cow<'a, str>> = text,
        /// Parameters for the placeholders.
        pub params: Vec<Cow<'a, str>> = texts,
        /// Name of the template.
        pub element_name "elementName": Option<Cow<'a, str>> = text,
        /// Language of the template.
        pub fallback_lg "fallbackLg": Option<Cow<'a, str>> = text,
        /// The same template with its parameters filled in: a [`TemplateMessage`].
        pub hydrated_hsm "hydratedHsm": Option<RawSlice<'a>> = raw,
    }
}
