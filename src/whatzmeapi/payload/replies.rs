//! Replies to buttons, lists and flows.

use std::borrow::Cow;

use super::interactive::Titled;
use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// A reply to buttons: `buttonsResponseMessage` and `templateButtonReplyMessage`.
    pub struct ButtonReplyMessage<'a> {
        /// ID of the button.
        pub selected_button_id "selectedButtonId": Option<Cow<'a, str>> = id,
        /// ID of the button, if it belongs to a template.
        pub selected_id "selectedId": Option<Cow<'a, str>> = id,
        /// Label of the button.
        pub selected_display_text "selectedDisplayText": Option<Cow<'a, str>> = text,
        /// Label of the button, from gateways in Go.
        pub response: Option<ButtonLabel<'a>> = object,
        /// Index of the button, if it belongs to a template.
        pub selected_index "selectedIndex": Option<i64> = int,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// The label of a button in the form of gateways in Go.
    pub struct ButtonLabel<'a> {
        /// Label of the button.
        pub selected_display_text "selectedDisplayText": Option<Cow<'a, str>> = text,
    }

    /// A reply to a list: `listResponseMessage`.
    pub struct ListResponseMessage<'a> {
        /// Title of the selected row.
        pub title: Option<Cow<'a, str>> = text,
        /// Description of the selected row.
        pub description: Option<Cow<'a, str>> = text,
        /// ID of the row, from gateways that leave out `singleSelectReply`.
        pub selected_row_id "selectedRowId": Option<Cow<'a, str>> = id,
        /// Selected row.
        pub single_select_reply "singleSelectReply": Option<SingleSelectReply<'a>> = object,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// The selected row of a list.
    pub struct SingleSelectReply<'a> {
        /// ID of the row.
        pub selected_row_id "selectedRowId": Option<Cow<'a, str>> = id,
    }

    /// A reply to an interactive message: `interactiveResponseMessage`.
    pub struct InteractiveResponseMessage<'a> {
        /// Text that the chat shows.
        pub body: Option<Titled<'a>> = object,
        /// Response.
        pub native_flow_response_message "nativeFlowResponseMessage": Option<NativeFlowResponse<'a>> = object,
        /// Response, from gateways in Go.
        pub interactive_response_message "interactiveResponseMessage": Option<InteractiveResponse<'a>> = object,
        /// Name of the action, from gateways that leave out `nativeFlowResponseMessage`.
        pub name: Option<Cow<'a, str>> = text,
        /// Response data, from the same gateways.
        pub params_json "paramsJson": Option<RawSlice<'a>> = raw,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// The response to an interactive message in the form of gateways in Go.
    pub struct InteractiveResponse<'a> {
        /// Response.
        pub native_flow_response_message "nativeFlowResponseMessage": Option<NativeFlowResponse<'a>> = object,
    }

    /// The response to a flow or menu.
    pub struct NativeFlowResponse<'a> {
        /// Name of the action.
        pub name: Option<Cow<'a, str>> = text,
        /// Response data: a JSON document as text, or as it is.
        pub params_json "paramsJson": Option<RawSlice<'a>> = raw,
    }
}
