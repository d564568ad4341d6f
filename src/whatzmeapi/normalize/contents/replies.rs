//! Answers to what was offered.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{ButtonReply, FlowReply, ListReply};
use crate::json::Owned;
use crate::whatzmeapi::payload::{
    ButtonReplyMessage, InteractiveResponseMessage, ListResponseMessage, NativeFlowResponse,
    SingleSelectReply,
};

pub(super) fn button(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ButtonReplyMessage {
        selected_button_id,
        selected_id,
        selected_display_text,
        selected_index,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(ButtonReply {
        id: selected_button_id.or(selected_id).owned(),
        title: selected_display_text.owned(),
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
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let NativeFlowResponse { name, params_json } = native_flow_response_message.unwrap_or_default();
    Ok(FlowReply {
        name: name.owned(),
        body: body.and_then(|body| body.text).owned(),
        response: params_json.owned(),
    }
    .into())
}
