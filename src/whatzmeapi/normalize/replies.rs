//! Answers to what was offered.

use super::content::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{ButtonReply, FlowReply, ListReply};
use crate::json::own;
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
    Ok(Content::ButtonReply(Box::new(ButtonReply {
        id: own(selected_button_id.or(selected_id)),
        title: own(selected_display_text),
        index: selected_index,
    })))
}

pub(super) fn list(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ListResponseMessage {
        title,
        description,
        single_select_reply,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let row = |SingleSelectReply { selected_row_id }: SingleSelectReply<'_>| own(selected_row_id);
    Ok(Content::ListReply(Box::new(ListReply {
        id: single_select_reply.and_then(row),
        title: own(title),
        description: own(description),
    })))
}

pub(super) fn form(part: &mut Part<'_>) -> Result<Content, Problem> {
    let InteractiveResponseMessage {
        body,
        native_flow_response_message,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let NativeFlowResponse { name, params_json } = native_flow_response_message.unwrap_or_default();
    Ok(Content::FlowReply(Box::new(FlowReply {
        name: own(name),
        body: own(body.and_then(|body| body.text)),
        response: own(params_json),
    })))
}
