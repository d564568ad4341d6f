//! Replies to buttons, lists and flows.

use std::borrow::Cow;

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{ButtonReply, FlowReply, ListReply};
use crate::json::{self, Owned, RawSlice};
use crate::whatzmeapi::payload::{
    ButtonReplyMessage, InteractiveResponseMessage, ListResponseMessage, NativeFlowResponse,
    SingleSelectReply,
};

pub(super) fn button(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ButtonReplyMessage {
        selected_button_id,
        selected_id,
        selected_display_text,
        response,
        selected_index,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(ButtonReply {
        id: selected_button_id.or(selected_id).owned(),
        title: (selected_display_text)
            .or(response.and_then(|label| label.selected_display_text))
            .owned(),
        index: selected_index,
    }
    .into())
}

pub(super) fn list<'a>(part: &mut Part<'a>) -> Result<Content, Problem> {
    let ListResponseMessage {
        title,
        description,
        selected_row_id,
        single_select_reply,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let row = |SingleSelectReply { selected_row_id }: SingleSelectReply<'a>| selected_row_id;
    Ok(ListReply {
        id: (single_select_reply.and_then(row))
            .or(selected_row_id)
            .owned(),
        title: title.owned(),
        description: description.owned(),
    }
    .into())
}

pub(super) fn form(part: &mut Part<'_>) -> Result<Content, Problem> {
    let InteractiveResponseMessage {
        body,
        native_flow_response_message,
        interactive_response_message,
        name: flat_name,
        params_json: flat_params,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let inner = interactive_response_message.unwrap_or_default();
    let response = native_flow_response_message.or(inner.native_flow_response_message);
    let NativeFlowResponse { name, params_json } = response.unwrap_or_default();
    Ok(FlowReply {
        name: name.or(flat_name).owned(),
        body: body.and_then(|body| body.text).owned(),
        response: params_json.or(flat_params).and_then(document).owned(),
    }
    .into())
}

/// A JSON document, which is a text as a rule.
fn document(part: RawSlice<'_>) -> Option<Cow<'_, str>> {
    if part.is_object() {
        return Some(Cow::Borrowed(part.as_str()));
    }
    json::text(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_a_document_in_a_text_or_as_it_is() {
        let json = r#"{"id":"opt-1"}"#;
        assert_eq!(document(RawSlice::new(json, 0)).as_deref(), Some(json));
        let text = r#""{\"id\":\"opt-1\"}""#;
        assert_eq!(document(RawSlice::new(text, 0)).as_deref(), Some(json));
        assert_eq!(document(RawSlice::new("null", 0)), None);
    }
}
