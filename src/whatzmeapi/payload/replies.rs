//! Answers to what was offered.

use std::borrow::Cow;

use super::interactive::Titled;
use crate::json::{RawSlice, wire};

wire! {
    /// `buttonsResponseMessage` and `templateButtonReplyMessage`.
    pub struct ButtonReplyMessage<'a> {
        /// Id of the button.
        pub selected_button_id "selectedButtonId": Option<Cow<'a, str>> = id,
        /// Id of the button of a template.
        pub selected_id "selectedId": Option<Cow<'a, str>> = id,
        /// Label.
        pub selected_display_text "selectedDisplayText": Option<Cow<'a, str>> = text,
        /// Place of the button of a template.
        pub selected_index "selectedIndex": Option<i64> = int,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// `listResponseMessage`.
    pub struct ListResponseMessage<'a> {
        /// Title of the row.
        pub title: Option<Cow<'a, str>> = text,
        /// Second line of the row.
        pub description: Option<Cow<'a, str>> = text,
        /// Id of the row, where a gateway leaves the level between out.
        pub selected_row_id "selectedRowId": Option<Cow<'a, str>> = id,
        /// Choice.
        pub single_select_reply "singleSelectReply": Option<SingleSelectReply<'a>> = object,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A choice from a list.
    pub struct SingleSelectReply<'a> {
        /// Id of the row.
        pub selected_row_id "selectedRowId": Option<Cow<'a, str>> = id,
    }

    /// `interactiveResponseMessage`.
    pub struct InteractiveResponseMessage<'a> {
        /// Line that the chat shows.
        pub body: Option<Titled<'a>> = object,
        /// Answer.
        pub native_flow_response_message "nativeFlowResponseMessage": Option<NativeFlowResponse<'a>> = object,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// Answer to a form or menu.
    pub struct NativeFlowResponse<'a> {
        /// Kind of form.
        pub name: Option<Cow<'a, str>> = text,
        /// Answers: a JSON document as text.
        pub params_json "paramsJson": Option<Cow<'a, str>> = text,
    }
}
