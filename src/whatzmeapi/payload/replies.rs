//! Replies to buttons, lists and flows.

use std::borrow::Cow;

use super::interactive::Titled;
use crate::json::{RawSlice, wire};

wire! {
    /// A reply to buttons: `buttonsResponseMessage` and `templateButtonReplyMessage`.
    pub struct ButtonReplyMessage<'a> {
        /// ID of the button.
        pub selected_button_id "selectedButtonId": Option<Cow<'a, str>> = id,
        /// ID of the button, if it belongs to a template.
        pub selected_id "selectedId": Option<Cow<'a, str>> = id,
        /// Label of the button.
        pub selected_display_text "selectedDisplayText": Option<Cow<'a, str>> = text,
        /// Index of the button, if it belongs to a template.
        pub selected_index "selectedIndex": Option<i64> = int,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
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
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// The response to a flow or menu.
    pub struct NativeFlowResponse<'a> {
        /// Name of the action.
        pub name: Option<Cow<'a, str>> = text,
        /// Response data: a JSON document as text.
        pub params_json "paramsJson": Option<Cow<'a, str>> = text,
    }
}
